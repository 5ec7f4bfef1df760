//! The programs that patterns are compiled to.

mod dfa;
mod run;
#[cfg(feature = "inspect")]
mod sample;
mod size;
mod step;

pub(crate) use dfa::relative_move;
pub use dfa::{Dfa, Table};
pub use run::Run;
pub use step::Step;

use std::fmt;

/// A compiled pattern, which decides whether a text matches.
///
/// A program applies to the whole text. If the pattern is searched for, the search is part of the
/// program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Program {
    /// Matches every text.
    Everything,
    /// Matches no text.
    Nothing,
    /// Matches exactly these texts, sorted and without duplicates.
    Literals(Vec<String>),
    /// Matches repeated classes one after the other. Each run takes as many characters as it can,
    /// because taking fewer never helps.
    Runs(Vec<Run>),
    /// Matches these steps one after the other. The next character always decides how to continue,
    /// and no step ever has to be undone.
    Steps(Vec<Step>),
    /// Matches the text that is left between runs at both ends.
    Between {
        /// The runs at the front, the first one first. Each takes as much as it can.
        before: Vec<Run>,
        /// The program for the text between them.
        inner: Box<Program>,
        /// The runs at the back of the rest, the last one first. Each takes as much as it can.
        after: Vec<Run>,
    },
    /// A minimal deterministic automaton.
    Dfa(Dfa),
    /// Matches a first part with an automaton, and the rest with another program. The first part
    /// may end wherever the automaton accepts, which usually is one place.
    Then {
        /// The automaton of the first part.
        head: Dfa,
        /// The maximum number of characters in the rest; `None` if there is no bound. A longer rest
        /// need not be tried.
        most: Option<u32>,
        /// The program for the rest.
        tail: Box<Program>,
    },
    /// Matches a number of parts, one after the other, each with an automaton. The automaton does
    /// not continue after it accepts, so each part ends where it accepts for the first time.
    Times {
        /// The automaton of one part.
        unit: Dfa,
        /// The least number of parts.
        min: u32,
        /// The greatest number of parts; `None` if there is no bound.
        max: Option<u32>,
    },
    /// Matches if all of these match.
    All(Vec<Program>),
    /// Matches if any of these matches.
    Any(Vec<Program>),
    /// Matches if the other program does not.
    Not(Box<Program>),
    /// A pattern without a small program. It is not checked: every text counts as a match.
    Unchecked(Reason),
}

/// The reason why a pattern is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// A back-reference to a group that can match more than a few strings.
    BackReference,
    /// An atomic group or possessive quantifier that excludes matches a plain one would find.
    AtomicGroup,
    /// The repetitions need more states than [`Limits`](crate::Limits) allow.
    States,
    /// The pattern distinguishes more than 255 kinds of characters.
    Classes,
    /// The construction takes more steps than [`Limits`](crate::Limits) allow.
    Work,
    /// All patterns of a model together take more steps than the size of its file allows.
    ModelWork,
    /// The tables are larger than [`Limits`](crate::Limits) allow.
    TableBytes,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BackReference => "it refers back to a group that can match many strings",
            Self::AtomicGroup => "it has an atomic group or possessive quantifier",
            Self::States => "its automaton has too many states",
            Self::Classes => "it tells too many kinds of characters apart",
            Self::Work => "its automaton takes too long to build",
            Self::ModelWork => "the patterns of the model take too long to compile together",
            Self::TableBytes => "its automaton is too large",
        })
    }
}

/// The amount of machinery that a program needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// No automaton: a constant, a list of strings, runs or other steps, or several of these.
    Direct,
    /// At least one automaton.
    Automaton,
    /// Not checked.
    Unchecked,
}

impl Program {
    /// Returns whether a text matches.
    pub fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Everything | Self::Unchecked(_) => true,
            Self::Nothing => false,
            Self::Literals(literals) => literals.iter().any(|literal| literal == text),
            Self::Runs(runs) => run::strip_front(runs, text).is_some_and(str::is_empty),
            Self::Steps(steps) => step::strip(steps, text).is_some_and(str::is_empty),
            Self::Between { before, inner, after } => run::strip_front(before, text)
                .and_then(|rest| run::strip_back(after, rest))
                .is_some_and(|rest| inner.is_match(rest)),
            Self::Dfa(dfa) => dfa.is_match(text),
            Self::Then { head, most, tail } => {
                if let (None, Self::Dfa(tail)) = (most, &**tail) {
                    return head.is_match_then(text, tail);
                }
                // No character takes more than four bytes.
                let most = most.map_or(usize::MAX, |most| (most as usize).saturating_mul(4));
                head.rests(text).any(|rest| rest.len() <= most && tail.is_match(rest))
            }
            Self::Times { unit, min, max } => {
                let mut count = 0;
                let mut rest = text;
                while !rest.is_empty() {
                    match unit.rests(rest).next() {
                        Some(after) if after.len() < rest.len() => rest = after,
                        _ => return false,
                    }
                    count += 1;
                }
                *min <= count && max.is_none_or(|max| count <= max)
            }
            Self::All(programs) => programs.iter().all(|program| program.is_match(text)),
            Self::Any(programs) => programs.iter().any(|program| program.is_match(text)),
            Self::Not(program) => !program.is_match(text),
        }
    }

    /// Returns how much machinery the program needs.
    pub fn tier(&self) -> Tier {
        match self {
            Self::Everything
            | Self::Nothing
            | Self::Literals(_)
            | Self::Runs(_)
            | Self::Steps(_) => Tier::Direct,
            Self::Dfa(_) | Self::Times { .. } => Tier::Automaton,
            Self::Then { tail, .. } => tail.tier().max(Tier::Automaton),
            Self::All(programs) | Self::Any(programs) => {
                programs.iter().map(Self::tier).max().unwrap_or(Tier::Direct)
            }
            Self::Not(program) | Self::Between { inner: program, .. } => program.tier(),
            Self::Unchecked(_) => Tier::Unchecked,
        }
    }
}
