//! Decisions about pairs of types, made once for all types that hold them.

use std::collections::HashMap;

use super::verdict::Answer;

/// A type of the old model and one of the new, by their places in the plans.
pub(super) type Pair = (usize, usize);

/// The decisions about pairs of types.
pub(super) type Decided = HashMap<Pair, Answer>;
