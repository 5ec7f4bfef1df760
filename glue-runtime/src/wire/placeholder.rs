//! Values to read into.

use crate::Timestamp;

/// A value to read into: the default, and something else for types that have none because something
/// in them is required.
///
/// Reading starts from it and replaces every required member or fails, so no caller ever sees one.
pub trait Placeholder: Sized {
    /// The value to start from.
    fn placeholder() -> Self;
}

impl<T: Default> Placeholder for T {
    #[inline]
    fn placeholder() -> Self {
        Self::default()
    }
}

impl Placeholder for Timestamp {
    fn placeholder() -> Self {
        Self::UNIX_EPOCH
    }
}
