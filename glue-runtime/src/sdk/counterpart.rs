//! [`Counterpart`], and the functions that generated code calls for each member.
//!
//! The SDK's rules for what is an `Option`, what is boxed and which builders can fail rest on traits
//! that not every form of a model has, and change with its versions. So code is generated without
//! knowing any of it: [`Held`], [`Built`] and `Into` take either form.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use aws_smithy_types::DateTime;
use aws_smithy_types::error::operation::BuildError;

use super::error::{ConversionError, ConversionErrorKind};
use crate::blob::Blob;
use crate::document::Document;
use crate::json_text::JsonText;
use crate::timestamp::Timestamp;
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
use crate::wire::Time;

/// A type of members, entries or keys for which the SDK has a type too.
pub trait Counterpart: Sized {
    /// The SDK's type.
    type Sdk;

    /// Converts the SDK's value.
    ///
    /// # Errors
    ///
    /// When it holds what this type cannot.
    fn from_sdk(value: Self::Sdk) -> Result<Self, ConversionError>;

    /// The SDK's value.
    ///
    /// # Errors
    ///
    /// When it holds what the SDK's type cannot.
    fn into_sdk(self) -> Result<Self::Sdk, ConversionError>;
}

/// A value as the SDK's structures hold it: plain or in an `Option`, and perhaps boxed.
pub trait Held<T> {
    /// The value, if it is set.
    fn held(self) -> Option<T>;
}

impl<T> Held<T> for T {
    fn held(self) -> Option<T> {
        Some(self)
    }
}

impl<T> Held<T> for Box<T> {
    fn held(self) -> Option<T> {
        Some(*self)
    }
}

impl<T> Held<T> for Option<T> {
    fn held(self) -> Option<T> {
        self
    }
}

impl<T> Held<T> for Option<Box<T>> {
    fn held(self) -> Option<T> {
        self.map(|value| *value)
    }
}

/// What the SDK's builders give: a structure, or an error in its place.
pub trait Built<T> {
    /// The structure, if it could be built.
    ///
    /// # Errors
    ///
    /// When a member is missing that the builder needs.
    fn built(self) -> Result<T, ConversionError>;
}

impl<T> Built<T> for T {
    fn built(self) -> Result<T, ConversionError> {
        Ok(self)
    }
}

impl<T> Built<T> for Result<T, BuildError> {
    fn built(self) -> Result<T, ConversionError> {
        Ok(self?)
    }
}

/// The structure that a builder of the SDK gives.
///
/// # Errors
///
/// When a member is missing that the builder needs.
pub fn built<T, B: Built<T>>(result: B) -> Result<T, ConversionError> {
    result.built()
}

/// A member of one of the SDK's structures, if it is set.
///
/// # Errors
///
/// When it cannot be converted.
pub fn member<T: Counterpart, H: Held<T::Sdk>>(
    name: &'static str,
    value: H,
) -> Result<Option<T>, ConversionError> {
    let value = value.held().map(T::from_sdk).transpose();
    value.map_err(|error| error.in_member(name))
}

/// The value of one of the SDK's unions.
///
/// # Errors
///
/// When it is not set or cannot be converted.
pub fn variant<T: Counterpart, H: Held<T::Sdk>>(
    name: &'static str,
    value: H,
) -> Result<T, ConversionError> {
    let value = member(name, value)?;
    value.ok_or_else(|| ConversionError::from(ConversionErrorKind::Missing).in_member(name))
}

/// A member as the SDK's setters take it.
///
/// # Errors
///
/// When it cannot be converted.
pub fn set<T: Counterpart, S>(
    name: &'static str,
    value: Option<T>,
) -> Result<Option<S>, ConversionError>
where
    T::Sdk: Into<S>,
{
    value.map(|value| set_variant(name, value)).transpose()
}

/// The value of a union, as the SDK takes it.
///
/// # Errors
///
/// When it cannot be converted.
pub fn set_variant<T: Counterpart, S>(name: &'static str, value: T) -> Result<S, ConversionError>
where
    T::Sdk: Into<S>,
{
    let value = value.into_sdk().map_err(|error| error.in_member(name))?;
    Ok(value.into())
}

macro_rules! same {
    ($($ty:ty)*) => {
        $(impl Counterpart for $ty {
            type Sdk = Self;

            fn from_sdk(value: Self) -> Result<Self, ConversionError> {
                Ok(value)
            }

            fn into_sdk(self) -> Result<Self, ConversionError> {
                Ok(self)
            }
        })*
    };
}

same!(bool i8 i16 i32 i64 f64 String);

macro_rules! converted {
    ($($ty:ty => $sdk:ty),*) => {
        $(impl Counterpart for $ty {
            type Sdk = $sdk;

            fn from_sdk(value: $sdk) -> Result<Self, ConversionError> {
                Ok(value.try_into()?)
            }

            fn into_sdk(self) -> Result<$sdk, ConversionError> {
                Ok(self.into())
            }
        })*
    };
}

converted!(
    Blob => aws_smithy_types::Blob,
    Document => aws_smithy_types::Document,
    JsonText => String
);

#[cfg(feature = "bytes")]
impl Counterpart for bytes::Bytes {
    type Sdk = aws_smithy_types::Blob;

    fn from_sdk(value: Self::Sdk) -> Result<Self, ConversionError> {
        Ok(value.into_inner().into())
    }

    fn into_sdk(self) -> Result<Self::Sdk, ConversionError> {
        Ok(Self::Sdk::new(self))
    }
}

/// Exact, except that it mends the SDK's error in reading a number of seconds: the SDK truncates an
/// `f64`, so that .123 seconds become .122999906. Such a value becomes the millisecond again.
impl Counterpart for Timestamp {
    type Sdk = DateTime;

    fn from_sdk(value: DateTime) -> Result<Self, ConversionError> {
        let exact = Self::try_from(value)?;
        let milliseconds = exact.subsec_nanoseconds().saturating_add(500_000) / 1_000_000;
        let milliseconds = exact.unix_seconds() * 1_000 + i64::from(milliseconds);
        let as_read = DateTime::from_secs_f64(milliseconds as f64 / 1e3);
        match as_read == value {
            true => Ok(Self::from_unix_millis(milliseconds)?),
            false => Ok(exact),
        }
    }

    fn into_sdk(self) -> Result<DateTime, ConversionError> {
        Ok(self.into())
    }
}

/// Date crates' types, by way of [`Timestamp`].
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
macro_rules! times {
    ($ty:ty) => {
        impl Counterpart for $ty {
            type Sdk = DateTime;

            fn from_sdk(value: DateTime) -> Result<Self, ConversionError> {
                Ok(Time::from_timestamp(Timestamp::from_sdk(value)?)?)
            }

            fn into_sdk(self) -> Result<DateTime, ConversionError> {
                Time::timestamp(&self)?.into_sdk()
            }
        }
    };
}

#[cfg(feature = "jiff")]
times!(jiff::Timestamp);
#[cfg(feature = "chrono")]
times!(chrono::DateTime<chrono::Utc>);
#[cfg(feature = "time")]
times!(time::OffsetDateTime);

impl<T: Counterpart> Counterpart for Box<T> {
    type Sdk = T::Sdk;

    fn from_sdk(value: T::Sdk) -> Result<Self, ConversionError> {
        T::from_sdk(value).map(Self::new)
    }

    fn into_sdk(self) -> Result<T::Sdk, ConversionError> {
        (*self).into_sdk()
    }
}

/// Entries that may be null.
impl<T: Counterpart> Counterpart for Option<T> {
    type Sdk = Option<T::Sdk>;

    fn from_sdk(value: Self::Sdk) -> Result<Self, ConversionError> {
        value.map(T::from_sdk).transpose()
    }

    fn into_sdk(self) -> Result<Self::Sdk, ConversionError> {
        self.map(T::into_sdk).transpose()
    }
}

impl<T: Counterpart> Counterpart for Vec<T> {
    type Sdk = Vec<T::Sdk>;

    fn from_sdk(entries: Self::Sdk) -> Result<Self, ConversionError> {
        entries_with(entries, T::from_sdk)
    }

    fn into_sdk(self) -> Result<Self::Sdk, ConversionError> {
        entries_with(self, T::into_sdk)
    }
}

fn entries_with<A, B>(
    entries: Vec<A>,
    convert: fn(A) -> Result<B, ConversionError>,
) -> Result<Vec<B>, ConversionError> {
    let entries = entries.into_iter().enumerate();
    entries.map(|(index, entry)| convert(entry).map_err(|error| error.in_entry(index))).collect()
}

macro_rules! maps {
    ($map:ty, $($bound:ident)+) => {
        impl<K, V> Counterpart for $map
        where
            K: Counterpart<Sdk: Eq + Hash + AsRef<str>> + AsRef<str> $(+ $bound)+,
            V: Counterpart,
        {
            type Sdk = HashMap<K::Sdk, V::Sdk>;

            fn from_sdk(map: Self::Sdk) -> Result<Self, ConversionError> {
                let entry = |(key, value): (K::Sdk, V::Sdk)| {
                    let value = V::from_sdk(value);
                    let value = value.map_err(|error| error.in_value(key.as_ref().to_owned()))?;
                    Ok((K::from_sdk(key)?, value))
                };
                map.into_iter().map(entry).collect()
            }

            fn into_sdk(self) -> Result<Self::Sdk, ConversionError> {
                let entry = |(key, value): (K, V)| {
                    let value = V::into_sdk(value);
                    let value = value.map_err(|error| error.in_value(key.as_ref().to_owned()))?;
                    Ok((key.into_sdk()?, value))
                };
                self.into_iter().map(entry).collect()
            }
        }
    };
}

maps!(BTreeMap<K, V>, Ord);
maps!(HashMap<K, V>, Eq Hash);
#[cfg(feature = "indexmap")]
maps!(indexmap::IndexMap<K, V>, Eq Hash);
