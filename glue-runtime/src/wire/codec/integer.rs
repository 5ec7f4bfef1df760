//! Whole numbers, which some writers give a fraction of zero.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

use super::Codec;
use crate::arbitrary_precision::arbitrary_precision;
use crate::wire::refusal::refuse_text;

/// A whole number. `3.0` and `3e0` read as 3, because writers that have one type for all numbers
/// write so. A number with a fraction does not read, nor does a float with more than 15 digits.
pub struct Integer;

/// The types of whole numbers.
trait Whole: Serialize + fmt::Display + TryFrom<i64> + TryFrom<u64> {
    const MIN: Self;
    const MAX: Self;
}

macro_rules! whole {
    ($($ty:ident)*) => {
        $(impl Whole for $ty {
            const MIN: Self = $ty::MIN;
            const MAX: Self = $ty::MAX;
        })*
    };
}

whole! { i8 i16 i32 i64 }

/// Reads numbers as any value, because buffers and serde_json's feature `arbitrary_precision` do
/// not give them as their type.
impl<T: Whole> Codec<T> for Integer {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        from.deserialize_any(IntegerVisitor(PhantomData))
    }

    read_into!(T: IntegerVisitor(PhantomData));

    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<'de, T: Whole> Visitor<'de> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer from {} to {}", T::MIN, T::MAX)
    }

    refuse_text!();

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    /// A float with more than 15 digits may differ from the number that was written: `f64` cannot
    /// hold all numbers of 17 digits, and serde_json may read 16 wrongly without `float_roundtrip`.
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        const LIMIT: f64 = 1e15;
        let is_whole = value.fract() == 0.0 && value.abs() < LIMIT;
        let whole = is_whole.then_some(value as i64).and_then(|whole| T::try_from(whole).ok());
        whole.ok_or_else(|| E::invalid_type(Unexpected::Float(value), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let Some(text) = arbitrary_precision(&mut map)? else {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        };
        match (text.parse(), text.parse()) {
            (Ok(whole), _) => self.visit_i64(whole),
            (Err(_), Ok(float)) => self.visit_f64(float),
            (Err(_), Err(_)) => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}
