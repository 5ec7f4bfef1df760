//! The sets of ASCII characters that have several names.

use crate::class_set::ClassSet;

/// The digits.
pub(super) fn digit() -> ClassSet {
    ClassSet::range('0', '9')
}

/// White space.
pub(super) fn space() -> ClassSet {
    ClassSet::from_ranges([('\t', '\r'), (' ', ' ')])
}
