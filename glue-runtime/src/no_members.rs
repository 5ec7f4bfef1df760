//! [`NoMembers`], for operations that take or give nothing.

use crate::validate::Validate;

/// The input or output of an operation that takes or gives nothing: an empty JSON object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoMembers {}

crate::__structure! {
    NoMembers = "NoMembers" {}
}

impl Validate for NoMembers {}
