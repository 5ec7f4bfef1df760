//! Values to read into.

use std::collections::BTreeMap;

use crate::{Blob, Document, Timestamp};

/// A value to read into, for types that have no default because something in them is required.
///
/// Reading starts from it and replaces every required member or fails, so no caller ever sees one.
pub trait Placeholder {
    /// The value to start from.
    fn placeholder() -> Self;
}

macro_rules! placeholder_is_default {
    ($($ty:ty)*) => {
        $(impl Placeholder for $ty {
            fn placeholder() -> Self {
                Self::default()
            }
        })*
    };
}

placeholder_is_default! { bool i8 i16 i32 i64 f32 f64 String Blob Document }

impl Placeholder for Timestamp {
    fn placeholder() -> Self {
        Self::UNIX_EPOCH
    }
}

impl<T> Placeholder for Vec<T> {
    fn placeholder() -> Self {
        Self::new()
    }
}

impl<K, V> Placeholder for BTreeMap<K, V> {
    fn placeholder() -> Self {
        Self::new()
    }
}

impl<T: Placeholder> Placeholder for Box<T> {
    fn placeholder() -> Self {
        Self::new(T::placeholder())
    }
}
