//! Sorting that compiles to little code.

use std::collections::BinaryHeap;

/// The items in ascending order. Equal items may change places.
///
/// A heap, because build scripts compile this crate, and without optimization, each use of std's
/// sorts for another type is fifteen times as much code.
pub(crate) fn sorted<T: Ord>(items: Vec<T>) -> Vec<T> {
    BinaryHeap::from(items).into_sorted_vec()
}
