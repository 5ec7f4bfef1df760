//! Reading structures and unions.

use std::fmt;

use glue_runtime::__private::interpreter::Segment;
use glue_runtime::{Document, ViolationKind};
use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::state::{Context, Read, Reader};
use crate::check::excerpt::excerpt;
use crate::check::identity::Identity;
use crate::check::keys::Keys;
use crate::check::problem::{Fault, Problem, Step};
use crate::check::types::Aggregate;

/// The key that services may use for the name of a union's shape, and that says nothing new.
const TYPE: &str = "__type";

impl Reader {
    /// Reads the members of a structure.
    pub(super) fn structure<'de, A: MapAccess<'de>>(
        &mut self,
        shape: &'static Aggregate,
        mut map: A,
        outer: Context,
    ) -> Result<Read, A::Error> {
        let context = Context { shape: shape.name, ..outer };
        let mut members: Vec<(usize, Identity)> = Vec::new();
        let (mut set, mut expected) = (Set::new(shape.members.len()), 0);
        let (mut index, mut unknown) = (0, 0);
        while let Some(key) = map.next_key_seed(KeySeed(&shape.keys, expected))? {
            let step = Step { index, hidden: context.hidden };
            index += 1;
            let place = match key {
                Key::Member(place) => place,
                Key::Unknown(key) => {
                    unknown += 1;
                    self.note_unknown(shape, &key, step);
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            expected = place + 1;
            let Some(member) = shape.members.get(place) else { continue };
            if set.has(place) {
                let fault = context.form(format!("duplicate field `{}`", member.key));
                self.note(|| Problem::at_key(fault, shape.name, step));
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let inner = Context { hidden: context.hidden || member.sensitive, ..context };
            let read = self.step(Segment::Member(&member.name), step, |reader| {
                map.next_value_seed(reader.seed(&member.value, inner))
            })?;
            match read {
                Read::Absent | Read::Redacted => {}
                Read::Failed => set.add(place),
                Read::Present(identity) => {
                    set.add(place);
                    members.extend(identity.map(|identity| (place, identity.within())));
                }
            }
        }
        self.unknown_keys = (unknown, index);
        for place in shape.required.iter().filter(|place| !set.has(**place)) {
            if let Some(member) = shape.members.get(*place) {
                let problem = || {
                    let fault = Fault::Constraint(ViolationKind::Required);
                    Problem::new(fault, shape.name).of_member(&member.name)
                };
                self.note(problem);
            }
        }
        members.sort_by_key(|(place, _)| *place);
        Ok(Read::Present(context.identify.then_some(Identity::Members(members))))
    }

    /// Reads the one member of a union.
    pub(super) fn union<'de, A: MapAccess<'de>>(
        &mut self,
        shape: &'static Aggregate,
        mut map: A,
        outer: Context,
    ) -> Result<Read, A::Error> {
        let context = Context { shape: shape.name, ..outer };
        let (mut found, mut is_redacted, mut has_failed, mut index) = (None, false, false, 0);
        while let Some(key) = map.next_key_seed(KeySeed(&shape.keys, 0))? {
            let step = Step { index, hidden: context.hidden };
            index += 1;
            let read = match &key {
                Key::Member(place) => match shape.members.get(*place) {
                    Some(member) => {
                        let hidden = context.hidden || member.sensitive;
                        let inner = Context { hidden, ..context };
                        self.step(Segment::Member(&member.name), step, |reader| {
                            map.next_value_seed(reader.seed(&member.value, inner))
                        })?
                    }
                    None => continue,
                },
                Key::Unknown(key) if key == TYPE => {
                    map.next_value::<IgnoredAny>()?;
                    Read::Absent
                }
                Key::Unknown(key) => match map.next_value::<Document>()? {
                    Document::Null => Read::Absent,
                    value => {
                        self.note_unknown(shape, key, step);
                        Read::Present(context.identify.then_some(Identity::Document(value)))
                    }
                },
            };
            let member = match read {
                Read::Absent => continue,
                Read::Redacted => {
                    is_redacted = true;
                    continue;
                }
                Read::Failed => {
                    has_failed = true;
                    None
                }
                Read::Present(identity) => identity,
            };
            if found.is_some() {
                let fault = context.form(format!("{} has more than one member set", shape.name));
                self.note(|| Problem::at_key(fault, shape.name, step));
                has_failed = true;
            }
            found = Some(key.identity(member));
        }
        match found {
            _ if has_failed => Ok(Read::Failed),
            Some(identity) => Ok(Read::Present(identity)),
            None if is_redacted => Ok(Read::Redacted),
            None => {
                let sentence = format!("{} has no member set", shape.name);
                Ok(self.note_form(context, sentence))
            }
        }
    }

    fn note_unknown(&mut self, shape: &'static Aggregate, key: &str, step: Step) {
        let close = self.suggester.closest(key, shape.names());
        let help = close.map(|close| format!("did you mean `{close}`?"));
        let key = if step.hidden { "*".to_owned() } else { excerpt(key) };
        let fault = Fault::UnknownMember { key, help: help.filter(|_| !step.hidden) };
        self.note(|| Problem::at_key(fault, shape.name, step));
    }
}

/// A key, as the member that it names or as it came.
enum Key {
    Member(usize),
    Unknown(String),
}

impl Key {
    /// What tells a union with this member from others.
    fn identity(self, member: Option<Identity>) -> Option<Identity> {
        let member = member?.within();
        Some(match self {
            Self::Member(place) => Identity::Members(vec![(place, member)]),
            Self::Unknown(key) => Identity::Entries([(key, member)].into_iter().collect()),
        })
    }
}

/// Reads a key and finds its member.
struct KeySeed(&'static Keys, usize);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(self.0.find(self.1, key).map_or_else(|| Key::Unknown(key.to_owned()), Key::Member))
    }
}

/// The members that are set.
struct Set {
    few: u128,
    /// For more members than a number has bits.
    many: Vec<bool>,
}

impl Set {
    fn new(members: usize) -> Self {
        let bits = u128::BITS as usize;
        Self { few: 0, many: if members > bits { vec![false; members] } else { Vec::new() } }
    }

    fn has(&self, member: usize) -> bool {
        match self.many.get(member) {
            Some(has) => *has,
            None => self.few >> member & 1 == 1,
        }
    }

    fn add(&mut self, member: usize) {
        match self.many.get_mut(member) {
            Some(has) => *has = true,
            None => self.few |= 1 << member,
        }
    }
}
