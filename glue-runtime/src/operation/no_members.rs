//! [`NoMembers`], the input or output of an operation that has none.

use crate::validate::{Checker, Validate};

/// The input or output of an operation that has none: an empty JSON object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoMembers {}

crate::__structure! {
    NoMembers = "NoMembers" {}
}

impl Validate for NoMembers {
    #[inline]
    fn check(&self, _: &mut Checker) {}
}
