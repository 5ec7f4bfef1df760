//! Enums that keep values their model does not know yet.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// An enum of a model: a list of known values, open to values added later.
///
/// Generated enums implement it, so that code can work with any of them.
///
/// ```
/// use glue_runtime::OpenEnum;
///
/// fn is_known<E: OpenEnum>(value: &str) -> bool {
///     E::VALUES.contains(&value)
/// }
/// ```
pub trait OpenEnum: Sized {
    /// The known values as they travel, in the order of the model.
    const VALUES: &'static [&'static str];

    /// The known values that the model calls internal: they are no part of what violations list.
    #[doc(hidden)]
    const INTERNAL: &'static [&'static str] = &[];

    /// The variant for the known value at `index` of [`OpenEnum::VALUES`].
    #[doc(hidden)]
    fn from_index(index: usize) -> Option<Self>;

    /// The catch-all variant.
    #[doc(hidden)]
    fn from_unrecognized(value: Unrecognized<Self>) -> Self;

    /// The value as it travels.
    fn as_str(&self) -> &str;
}

/// A value that the model of the enum `E` does not name.
///
/// It is made only by reading a value into `E`, never from a known one, so each value has one
/// spelling and comparing two enums compares what they stand for.
pub struct Unrecognized<E> {
    value: Box<str>,
    of: PhantomData<fn() -> E>,
}

impl<E> Unrecognized<E> {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl<E> Clone for Unrecognized<E> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), of: PhantomData }
    }
}

impl<E> fmt::Debug for Unrecognized<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value, f)
    }
}

impl<E> PartialEq for Unrecognized<E> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<E> Eq for Unrecognized<E> {}

impl<E> PartialOrd for Unrecognized<E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<E> Ord for Unrecognized<E> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl<E> Hash for Unrecognized<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// The variant that `value` stands for.
pub fn parse_enum<E: OpenEnum>(value: &str) -> E {
    E::VALUES.iter().position(|known| *known == value).and_then(E::from_index).unwrap_or_else(
        || E::from_unrecognized(Unrecognized { value: value.into(), of: PhantomData }),
    )
}

/// Reads an enum from a string.
pub fn read_enum<'de, E: OpenEnum, D: Deserializer<'de>>(from: D) -> Result<E, D::Error> {
    from.deserialize_str(EnumVisitor(PhantomData))
}

/// Writes an enum as a string.
pub fn write_enum<E: OpenEnum, S: Serializer>(value: &E, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(value.as_str())
}

struct EnumVisitor<E>(PhantomData<fn() -> E>);

impl<E: OpenEnum> Visitor<'_> for EnumVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<X: Error>(self, value: &str) -> Result<E, X> {
        Ok(parse_enum(value))
    }
}
