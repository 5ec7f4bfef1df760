//! Enums that keep values their model does not know yet.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, Visitor};
use serde_core::ser::Serializer;

use crate::escaped::Escaped;

/// An enum of a model: a list of known values, open to values added later.
///
/// Generated enums implement it, so that code can work with any of them.
///
/// ```
/// use glue_runtime::OpenEnum;
///
/// /// What a configuration names, which must be one of the known values.
/// fn configured<E: OpenEnum>(value: &str) -> Result<E, String> {
///     E::try_parse(value).map_err(|error| format!("{value}: {error}"))
/// }
/// ```
pub trait OpenEnum: Sized {
    /// The known values on the wire, in the order of the model.
    const VALUES: &'static [&'static str];

    /// The known values that the model calls internal; violations do not list them.
    #[doc(hidden)]
    const INTERNAL: &'static [&'static str] = &[];

    /// The variant for the known value at `index` of [`OpenEnum::VALUES`].
    #[doc(hidden)]
    fn from_index(index: usize) -> Option<Self>;

    /// The catch-all variant.
    #[doc(hidden)]
    fn from_unrecognized(value: Unrecognized<Self>) -> Self;

    /// The value on the wire.
    fn as_str(&self) -> &str;

    /// The variant for a known value.
    ///
    /// `From<&str>` keeps any value, because services add some. This is for text that was written
    /// by hand, where a value that the model does not know is usually a typing error.
    ///
    /// # Errors
    ///
    /// When the model does not know the value.
    fn try_parse(value: &str) -> Result<Self, ParseEnumError> {
        try_parse_enum(value)
    }
}

/// The error for text that is not one of the known values of an enum. It prints these, and not the
/// text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseEnumError {
    known: &'static [&'static str],
}

impl ParseEnumError {
    /// How many known values are printed.
    const SHOWN: usize = 20;
}

impl fmt::Display for ParseEnumError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.known {
            [] => "unknown value, because the model names none",
            _ => "unknown value, expected ",
        })?;
        let shown = self.known.len().min(Self::SHOWN);
        for (index, value) in self.known.iter().take(shown).enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == self.known.len() => " or ",
                _ => ", ",
            };
            write!(f, "{separator}`{}`", Escaped(value))?;
        }
        match self.known.len() - shown {
            0 => Ok(()),
            rest => write!(f, " or one of {rest} others"),
        }
    }
}

impl std::error::Error for ParseEnumError {}

/// A value that the model of the enum `E` does not name.
///
/// It can only be made by reading an unknown value into `E`. So each value has one representation,
/// and two enums are equal exactly if their values are.
pub struct Unrecognized<E> {
    value: Box<str>,
    of: PhantomData<fn() -> E>,
}

impl<E> Unrecognized<E> {
    /// The value on the wire.
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
pub fn parse_enum<E: OpenEnum>(value: impl AsRef<str> + Into<Box<str>>) -> E {
    known_value(value.as_ref()).unwrap_or_else(|| {
        E::from_unrecognized(Unrecognized { value: value.into(), of: PhantomData })
    })
}

/// The variant that `value` stands for, if it is a known one.
pub fn try_parse_enum<E: OpenEnum>(value: &str) -> Result<E, ParseEnumError> {
    known_value(value).ok_or(ParseEnumError { known: E::VALUES })
}

fn known_value<E: OpenEnum>(value: &str) -> Option<E> {
    E::VALUES.iter().position(|known| *known == value).and_then(E::from_index)
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

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros make public functions")]
mod tests {
    use super::{OpenEnum, ParseEnumError, Unrecognized, parse_enum};

    #[derive(Clone, Debug, PartialEq)]
    enum Size {
        Small,
        Large,
        Unknown(Unrecognized<Self>),
    }

    crate::__open_enum! {
        Size {
            0 Small "S";
            1 Large "L";
        }
    }

    #[test]
    fn a_strict_parse_takes_known_values_only() {
        assert_eq!(Size::try_parse("L"), Ok(Size::Large));
        assert_eq!(<Size as OpenEnum>::try_parse("S"), Ok(Size::Small));
        for unknown in ["XL", "", "l", " L", "Small"] {
            let error = Size::try_parse(unknown).unwrap_err();
            assert_eq!(error.to_string(), "unknown value, expected `S` or `L`", "{unknown}");
        }
    }

    #[test]
    fn the_error_of_a_strict_parse_has_a_bound() {
        let print = |known| ParseEnumError { known }.to_string();
        assert_eq!(print(&["a"]), "unknown value, expected `a`");
        assert_eq!(print(&["a\n", "b", "c"]), "unknown value, expected `a\\n`, `b` or `c`");
        let listed = ["`v`"; 20].join(", ");
        assert_eq!(
            print(&["v"; 1_000]),
            format!("unknown value, expected {listed} or one of 980 others")
        );
        assert_eq!(print(&[]), "unknown value, because the model names none");
    }

    #[test]
    fn owned_text_converts_as_borrowed_text_does() {
        for text in ["S", "L", "XL", ""] {
            assert_eq!(Size::from(text.to_owned()), Size::from(text));
            assert_eq!(Size::from(text), parse_enum(text));
            assert_eq!(Size::from(text).as_str(), text);
        }
    }
}
