//! Types of users, in their own form.

use std::fmt::Debug;

use serde_core::de::{DeserializeOwned, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use super::Codec;
use crate::validate::Validate;

/// The own form of a type that a user has put in place of a shape. The type decides what it reads,
/// redactions among it.
pub struct Foreign;

impl<T: Serialize + DeserializeOwned> Codec<T> for Foreign {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

/// Compiles if a type has the traits that it needs in place of a shape.
pub const fn replacement<T>()
where
    T: Clone + Debug + PartialEq + Serialize + DeserializeOwned,
{
}

/// Compiles if a type also has what validation needs.
pub const fn validated_replacement<T>()
where
    T: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Validate,
{
}
