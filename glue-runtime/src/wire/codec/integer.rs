//! Whole numbers, which some writers give a fraction of zero.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Codec;

/// A whole number. `3.0` and `3e0` read as 3, for writers that have one type for all numbers write
/// so; a number with a fraction does not.
pub struct Integer;

/// The types of whole numbers.
trait Whole: Serialize + TryFrom<i64> + TryFrom<u64> {
    const NAME: &'static str;

    fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
        visitor: IntegerVisitor<Self>,
    ) -> Result<Self, D::Error>;
}

macro_rules! whole {
    ($($ty:ident $method:ident)*) => {
        $(impl Whole for $ty {
            const NAME: &'static str = stringify!($ty);

            fn deserialize<'de, D: Deserializer<'de>>(
                from: D,
                visitor: IntegerVisitor<Self>,
            ) -> Result<Self, D::Error> {
                from.$method(visitor)
            }
        })*
    };
}

whole! { i8 deserialize_i8 i16 deserialize_i16 i32 deserialize_i32 i64 deserialize_i64 }

impl<T: Whole> Codec<T> for Integer {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        T::deserialize(from, IntegerVisitor(PhantomData))
    }

    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<T: Whole> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    /// Numbers beyond 2^53 have no fraction whatever was meant, but whoever wrote them as floats
    /// has lost the difference.
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        const LIMIT: f64 = 9_223_372_036_854_775_808.0;
        let is_whole = value.fract() == 0.0 && (-LIMIT..LIMIT).contains(&value);
        let whole = is_whole.then_some(value as i64).and_then(|whole| T::try_from(whole).ok());
        whole.ok_or_else(|| E::invalid_type(Unexpected::Float(value), &self))
    }
}
