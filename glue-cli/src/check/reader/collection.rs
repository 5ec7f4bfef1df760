//! Reading lists and maps.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use glue_codegen::inspect::{ListForm, MapForm, Value};
use glue_runtime::__private::interpreter::Segment;
use glue_runtime::ViolationKind;
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::state::{Context, Read, Reader};
use crate::check::identity::Identity;
use crate::check::problem::{Anchor, Fault, Problem, Step};

impl Reader {
    /// Reads the entries of a list. Nulls count where the list may have them, and are dropped
    /// elsewhere.
    pub(super) fn list<'de, A: SeqAccess<'de>>(
        &mut self,
        value: &'static Value,
        form: &'static ListForm,
        mut list: A,
        context: Context,
    ) -> Result<Read, A::Error> {
        let inner = Context { identify: context.identify || value.unique_items, ..context };
        let (mut entries, mut seen, mut repeats) = (Vec::new(), HashSet::new(), false);
        let (mut length, mut index) = (0, 0);
        loop {
            let step = Step { index, hidden: context.hidden };
            let read = self.step(Segment::Index(length), step, |reader| {
                list.next_element_seed(reader.seed(&form.entry, inner))
            })?;
            let Some(read) = read else { break };
            index += 1;
            let identity = match read {
                Read::Absent | Read::Redacted if !form.sparse => continue,
                Read::Present(identity) => identity,
                Read::Absent | Read::Redacted | Read::Failed => None,
            };
            length += 1;
            if context.identify {
                entries.push(identity.clone().map(Identity::within));
            }
            repeats |= value.unique_items && !seen.insert(identity);
        }
        self.check_length(value.length, length, context);
        if repeats {
            let fault = Fault::Constraint(ViolationKind::UniqueItems);
            self.note(|| Problem::new(fault, context.shape));
        }
        Ok(Read::Present(context.identify.then_some(Identity::List(entries))))
    }

    /// Reads the entries of a map. Of entries with one key, the last counts.
    pub(super) fn map<'de, A: MapAccess<'de>>(
        &mut self,
        value: &'static Value,
        form: &'static MapForm,
        mut map: A,
        context: Context,
    ) -> Result<Read, A::Error> {
        let before = self.problems.len();
        let mut steps: HashMap<Cow<'de, str>, Step> = HashMap::new();
        let (mut entries, mut index) = (BTreeMap::new(), 0);
        while let Some(key) = map.next_key_seed(TextSeed)? {
            let step = Step { index, hidden: context.hidden || form.hidden };
            index += 1;
            let segment = if form.hidden { Segment::HiddenKey } else { Segment::Key(&*key) };
            let start = self.problems.len();
            let read = self.step(segment, step, |reader| {
                map.next_value_seed(reader.seed(&form.value, context))
            })?;
            let identity = match read {
                Read::Absent | Read::Redacted if !form.sparse => continue,
                Read::Present(identity) => identity,
                Read::Absent | Read::Redacted | Read::Failed => Some(Identity::Null),
            };
            let after = self.problems.split_off(start.min(self.problems.len()));
            match steps.get(&key).copied() {
                None => {
                    self.check_key(form, &key, step, context);
                    entries.extend(identity.map(|identity| (key.to_string(), identity.within())));
                    steps.insert(key, step);
                }
                Some(earlier) => {
                    let mut place = 0;
                    self.problems.retain(|problem| {
                        place += 1;
                        place <= before || !problem.is_of_value_below(earlier)
                    });
                    self.note(|| Problem::at_key(Fault::RepeatedKey, context.shape, step));
                    self.check_key(form, &key, step, context);
                    entries.extend(identity.map(|identity| (key.to_string(), identity.within())));
                    steps.insert(key, step);
                }
            }
            self.problems.extend(after);
        }
        self.check_length(value.length, steps.len(), context);
        Ok(Read::Present(context.identify.then_some(Identity::Entries(entries))))
    }

    /// Checks a key, whose problems are reported at the map.
    fn check_key(&mut self, form: &'static MapForm, key: &str, step: Step, context: Context) {
        let before = self.problems.len();
        self.check_text(&form.key, key, Context { hidden: step.hidden, ..context });
        for problem in self.problems.iter_mut().skip(before) {
            problem.anchor = Anchor::Key;
            problem.stand_at(step);
        }
    }
}

/// Reads the text of a key.
struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Cow<'de, str>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TextSeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}
