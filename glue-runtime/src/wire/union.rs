//! Unions: exactly one member is set, and a member the model does not know is kept.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::codec::{Codec, Encoded, Plain};
use super::held::Held;
use super::key::Keys;
use super::names::OfUnion;
use super::redaction::OrRedacted;
use super::refusal::refuse_text;
use super::seed::{Place, PlaceSeed};
use super::spelling::spellings;
use crate::Document;

/// A union of a model.
pub trait Union: Sized {
    /// The shape's name.
    const NAME: &'static str;
    /// The members' keys, in the order of the model.
    const MEMBERS: &'static [&'static str];
    /// Other keys that read as a member.
    const ALIASES: &'static [(&'static str, usize)] = &[];

    /// Reads the member at an index of [`Union::MEMBERS`]; null means that it is not set.
    fn read_variant<'de, A: MapAccess<'de>>(
        member: usize,
        from: &mut VariantReader<A>,
    ) -> Result<Option<Self>, A::Error>;

    /// Writes the member that is set.
    fn write_variant<S: Serializer>(&self, to: VariantWriter<S>) -> Result<S::Ok, S::Error>;

    /// The catch-all variant.
    fn from_unknown(member: UnknownMember) -> Self;
}

/// A member of a union that its model does not name, kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownMember {
    name: Box<str>,
    value: Document,
}

impl UnknownMember {
    /// The member's key.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The member's value.
    #[must_use]
    pub fn value(&self) -> &Document {
        &self.value
    }
}

impl Serialize for UnknownMember {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write_variant(&self.name, &self.value, to)
    }
}

/// Reads the one member of a union.
pub struct VariantReader<A> {
    map: A,
    /// Whether a member was kept secret.
    redacted: bool,
}

/// Where the value of a member goes.
struct VariantPlace<T> {
    value: Option<T>,
    redacted: bool,
}

impl<T> Place for VariantPlace<T> {
    type Value = T;

    fn put(&mut self, value: T) {
        self.value = Some(value);
    }

    fn redact(&mut self) {
        self.redacted = true;
    }
}

impl<'de, A: MapAccess<'de>> VariantReader<A> {
    /// Reads a member in its type's own form.
    pub fn variant<T: Held, U>(&mut self, make: fn(T) -> U) -> Result<Option<U>, A::Error> {
        self.variant_as::<Plain, T, U>(make)
    }

    /// Reads a member in the form of a codec.
    pub fn variant_as<C: Codec<T>, T, U>(
        &mut self,
        make: fn(T) -> U,
    ) -> Result<Option<U>, A::Error> {
        let mut place = VariantPlace { value: None, redacted: false };
        self.map.next_value_seed(PlaceSeed::<C, _>::new(&mut place))?;
        self.redacted |= place.redacted;
        Ok(place.value.map(make))
    }

    /// Passes over a value.
    pub fn skip<U>(&mut self) -> Result<Option<U>, A::Error> {
        self.map.next_value::<IgnoredAny>().map(|_| None)
    }
}

/// Reads a union from a JSON object with one member that is not null.
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let visitor = UnionVisitor(PhantomData);
    let value = from.deserialize_struct(T::NAME, UnionVisitor::<T>::SPELLINGS, visitor)?;
    value.ok_or_else(|| D::Error::custom(format_args!("the member of {} is redacted", T::NAME)))
}

/// Reads a union from a JSON object into its place.
pub fn read_union_into<'de, T: Union, D: Deserializer<'de>, P: Place<Value = T>>(
    from: D,
    place: &mut P,
) -> Result<(), D::Error> {
    from.deserialize_any(OrRedacted::new(UnionVisitor(PhantomData), &mut Unredacted(place)))
}

/// A place for unions, which are redacted where their member is.
struct Unredacted<'a, P>(&'a mut P);

impl<T, P: Place<Value = T>> Place for Unredacted<'_, P> {
    type Value = Option<T>;

    fn put(&mut self, value: Option<T>) {
        match value {
            Some(value) => self.0.put(value),
            None => self.0.redact(),
        }
    }

    fn redact(&mut self) {
        self.0.redact();
    }
}

struct UnionVisitor<T>(PhantomData<fn() -> T>);

impl<T: Union> UnionVisitor<T> {
    const KEYS: &'static Keys = &Keys::new::<OfUnion<T>>();
    const SPELLINGS: &'static [&'static str] = spellings::<OfUnion<T>>();
}

/// Gives nothing if the member is redacted.
impl<'de, T: Union> Visitor<'de> for UnionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with one member for {}", T::NAME)
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
        let mut reader = VariantReader { map, redacted: false };
        let mut value = None;
        while let Some(key) = reader.map.next_key_seed(VariantSeed(Self::KEYS))? {
            let read = match key {
                VariantKey::Known(member) => T::read_variant(member, &mut reader)?,
                VariantKey::Type => reader.skip()?,
                VariantKey::Unknown(name) => match reader.map.next_value::<Document>()? {
                    Document::Null => None,
                    value => Some(T::from_unknown(UnknownMember { name, value })),
                },
            };
            if read.is_some() && value.is_some() {
                return Err(A::Error::custom(format_args!(
                    "{} has more than one member set",
                    T::NAME
                )));
            }
            value = read.or(value);
        }
        if value.is_none() && !reader.redacted {
            return Err(A::Error::custom(format_args!("{} has no member set", T::NAME)));
        }
        Ok(value)
    }
}

enum VariantKey {
    Known(usize),
    /// Services may name the union's shape in `__type`; it says nothing new.
    Type,
    Unknown(Box<str>),
}

struct VariantSeed(&'static Keys);

impl<'de> DeserializeSeed<'de> for VariantSeed {
    type Value = VariantKey;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<VariantKey, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for VariantSeed {
    type Value = VariantKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<VariantKey, E> {
        Ok(match self.0.find(0, key) {
            Some(member) => VariantKey::Known(member),
            None if key == "__type" => VariantKey::Type,
            None => VariantKey::Unknown(key.into()),
        })
    }
}

/// Writes the one member of a union.
pub struct VariantWriter<S> {
    to: S,
    /// What to call the member, where it is not the key.
    name: Option<&'static str>,
}

/// Writes a union as a JSON object with one member.
pub fn write_union<T: Union, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.write_variant(VariantWriter { to, name: None })
}

impl<S: Serializer> VariantWriter<S> {
    /// Says what the member is called that has this key.
    #[must_use]
    pub fn named(self, key: &'static str, name: &'static str) -> Self {
        #[cfg(feature = "command-line")]
        return Self { name: Some(crate::command_line::key_or_name(&self.to, key, name)), ..self };
        #[cfg(not(feature = "command-line"))]
        {
            let _ = (key, name);
            self
        }
    }

    /// Writes a member in its type's own form.
    pub fn variant<T: Serialize>(self, key: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        write_variant(self.name.unwrap_or(key), value, self.to)
    }

    /// Writes a member in the form of a codec.
    pub fn variant_as<C: Codec<T>, T>(
        self,
        key: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.variant(key, &Encoded::<C, T>::new(value))
    }

    /// Writes a member that the model does not name.
    pub fn unknown(self, member: &UnknownMember) -> Result<S::Ok, S::Error> {
        member.serialize(self.to)
    }
}

fn write_variant<T: Serialize, S: Serializer>(
    key: &str,
    value: &T,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(1))?;
    map.serialize_entry(key, value)?;
    map.end()
}
