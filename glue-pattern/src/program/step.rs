//! Texts that are read from front to back without ever going back.

use super::Run;
use super::run::strip_front;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// As many characters as it can take.
    Run(Run),
    /// Steps that are repeated while the next character is one they can begin with.
    Repeat {
        /// The repeated steps; never empty.
        body: Vec<Step>,
        /// The least number of times.
        min: u32,
        /// The greatest number of times; `None` if there is no bound.
        max: Option<u32>,
    },
    /// The branch that can begin with the next character. No two branches begin with the same one.
    Choice {
        /// The branches.
        branches: Vec<Vec<Step>>,
        /// Whether the whole choice may be left out.
        optional: bool,
    },
}

/// The rest of a text after some steps.
pub(super) fn strip<'t>(steps: &[Step], text: &'t str) -> Option<&'t str> {
    steps.iter().try_fold(text, |rest, step| step.strip(rest))
}

/// Whether steps can begin with the first character of a text.
fn begin(steps: &[Step], first: char) -> bool {
    for step in steps {
        if step.begins(first) {
            return true;
        }
        if !step.may_be_empty() {
            break;
        }
    }
    false
}

/// Collects the runs, including those within steps.
#[cfg(feature = "inspect")]
pub(super) fn all_runs<'s>(steps: &'s [Step], runs: &mut Vec<&'s Run>) {
    for step in steps {
        match step {
            Step::Run(run) => runs.push(run),
            Step::Repeat { body, .. } => all_runs(body, runs),
            Step::Choice { branches, .. } => {
                branches.iter().for_each(|branch| all_runs(branch, runs));
            }
        }
    }
}

impl Step {
    fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        let next = text.chars().next();
        let begins = |steps: &[Self], next: Option<char>| next.is_some_and(|c| begin(steps, c));
        match self {
            Self::Run(run) => strip_front(std::slice::from_ref(run), text),
            Self::Repeat { body, min, max } => {
                let (mut count, mut rest) = (0_u32, text);
                while max.is_none_or(|max| count < max) && begins(body, rest.chars().next()) {
                    rest = strip(body, rest)?;
                    count = count.saturating_add(1);
                }
                (count >= *min).then_some(rest)
            }
            Self::Choice { branches, optional } => {
                match branches.iter().find(|branch| begins(branch, next)) {
                    Some(branch) => strip(branch, text),
                    None => optional.then_some(text),
                }
            }
        }
    }

    fn begins(&self, first: char) -> bool {
        match self {
            Self::Run(run) => run.max != Some(0) && run.class.contains(first),
            Self::Repeat { body, .. } => begin(body, first),
            Self::Choice { branches, .. } => branches.iter().any(|branch| begin(branch, first)),
        }
    }

    fn may_be_empty(&self) -> bool {
        let all_may_be = |steps: &[Self]| steps.iter().all(Self::may_be_empty);
        match self {
            Self::Run(run) => run.min == 0,
            Self::Repeat { min, .. } => *min == 0,
            Self::Choice { branches, optional } => {
                *optional || branches.iter().any(|branch| all_may_be(branch))
            }
        }
    }
}
