//! Lists that may hold no value twice.

use std::fmt::{self, Write as _};
use std::hash::{BuildHasher, Hasher, RandomState};

use super::{Checker, ViolationKind};

/// How many entries are compared each with each.
const FEW: usize = 16;

impl Checker {
    /// Reports a list that holds a value twice. Only a list of more than a few entries costs an
    /// allocation: they are sorted to find equal ones.
    pub fn unique_items<T: Ord>(&mut self, entries: &[T]) {
        if entries.len() <= FEW {
            return self.report_repeats(has_repeats(entries.iter()));
        }
        let mut sorted: Vec<&T> = entries.iter().collect();
        sorted.sort_unstable();
        let mut pairs = sorted.windows(2);
        self.report_repeats(pairs.any(|pair| matches!(pair, [first, second] if first == second)));
    }

    /// Reports a list that holds a value twice, where values can only be compared. Of more than a few
    /// entries, only those are compared that print alike, or a long list would take forever.
    pub fn unique_unordered_items<T: PartialEq + fmt::Debug>(&mut self, entries: &[T]) {
        if entries.len() <= FEW {
            return self.report_repeats(has_repeats(entries.iter()));
        }
        let state = RandomState::new();
        let hashed = entries.iter().map(|entry| (printed_hash(&state, entry), entry));
        let mut hashed: Vec<(u64, &T)> = hashed.collect();
        hashed.sort_unstable_by_key(|(hash, _)| *hash);
        let mut alike = hashed.chunk_by(|(hash, _), (other, _)| hash == other);
        self.report_repeats(alike.any(|group| has_repeats(group.iter().map(|(_, entry)| *entry))));
    }

    fn report_repeats(&mut self, has_repeats: bool) {
        if has_repeats {
            self.report(ViolationKind::UniqueItems);
        }
    }
}

/// Whether there is a value twice, each compared with each.
fn has_repeats<'a, T: PartialEq + 'a>(entries: impl Iterator<Item = &'a T> + Clone) -> bool {
    let others = entries.clone();
    entries.enumerate().any(|(index, entry)| others.clone().take(index).any(|other| other == entry))
}

/// The hash of what a value prints.
fn printed_hash(state: &RandomState, value: &impl fmt::Debug) -> u64 {
    struct Printed<H>(H);

    impl<H: Hasher> fmt::Write for Printed<H> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }

    let mut printed = Printed(state.build_hasher());
    // Writing to a hasher cannot fail, and no type's own `Debug` does.
    let _ = write!(printed, "{value:?}");
    printed.0.finish()
}
