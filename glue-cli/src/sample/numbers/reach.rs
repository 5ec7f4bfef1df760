//! How far random numbers go.

/// How far random numbers go beyond the bound of a wide range.
pub(super) const SPREAD: i64 = 1_000;

/// A bound that is far away: random numbers are mostly near zero, and not near the bound.
pub(super) const FAR: i64 = 1_000_000;
