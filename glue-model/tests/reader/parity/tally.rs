//! Counts what is compared and what differs.

use std::collections::BTreeMap;
use std::fmt::{self, Debug};

/// What was compared, by kind.
#[derive(Default)]
pub(super) struct Tally {
    kinds: BTreeMap<&'static str, Kind>,
}

/// What was compared of one kind.
#[derive(Default)]
struct Kind {
    compared: usize,
    different: usize,
    example: String,
}

impl Tally {
    /// Compares two values, `part` being where they are.
    pub(super) fn same<T: Debug + PartialEq>(
        &mut self,
        kind: &'static str,
        part: &str,
        left: T,
        right: T,
    ) {
        let entry = self.kinds.entry(kind).or_default();
        entry.compared += 1;
        if left != right {
            entry.different += 1;
            if entry.example.is_empty() {
                entry.example = format!("{part}: {left:?}, {right:?}");
            }
        }
    }

    /// The kinds of which any differed.
    pub(super) fn differences(&self) -> Vec<&'static str> {
        let different = self.kinds.iter().filter(|(_, kind)| kind.different > 0);
        different.map(|(name, _)| *name).collect()
    }

    /// How much of a kind differed.
    pub(super) fn share(&self, kind: &str) -> f64 {
        let kind = &self.kinds[kind];
        kind.different as f64 / kind.compared as f64
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, Kind { compared, different, example }) in &self.kinds {
            writeln!(f, "{different:6} of {compared:6} {name}")?;
            if *different > 0 {
                let example: String = example.chars().take(150).collect();
                writeln!(f, "{:17}{example}", "")?;
            }
        }
        Ok(())
    }
}
