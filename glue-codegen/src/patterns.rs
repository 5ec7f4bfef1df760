//! The matchers of a model's patterns, before anything is generated.

use std::fmt;

use glue_model::{Diagnostics, Source};
use glue_pattern::{Program, Reason, Tier};

use crate::options::Options;
use crate::plan::{Pattern, PatternUser};
use crate::{generate, lower};

/// The patterns of a model, each with its matcher.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PatternReport {
    /// The service's full name, such as `AWS Glue`.
    pub service: String,
    /// The API version, a date such as `2017-03-31`.
    pub api_version: String,
    /// The distinct patterns, in the order in which generated code uses them.
    pub patterns: Vec<CompiledPattern>,
    /// The bytes of constant data in generated code for all patterns, on a 64-bit target. Less than
    /// the sum over all patterns because they share classes of characters.
    pub bytes: usize,
}

/// A pattern and its matcher.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompiledPattern {
    /// The pattern, as written in the model.
    pub pattern: String,
    /// The shapes and members that have it; never empty.
    pub users: Vec<PatternUser>,
    /// The way in which it is matched.
    pub matcher: Matcher,
    /// The bytes of constant data in generated code to match it, on a 64-bit target; see
    /// [`glue_pattern::Program::table_bytes`].
    pub bytes: usize,
    /// A string that matches, short and printable where possible. `None` if none was found.
    pub example: Option<String>,
    /// A string that does not match, short where possible. `None` if none was found.
    pub counterexample: Option<String>,
}

/// The way in which a pattern is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Matcher {
    /// Not at all: every string matches.
    Everything,
    /// Not at all: no string matches.
    Nothing,
    /// By comparison with the pattern itself, which is plain text.
    OwnText,
    /// Without an automaton: by comparison with a few strings, or by classes of characters.
    Direct,
    /// With at least one automaton.
    Automaton,
    /// Not at all: there is no small program for it, so every string passes.
    Unchecked(Reason),
}

impl Matcher {
    /// Returns the tier, by how much machinery matching takes.
    #[must_use]
    pub fn tier(self) -> Tier {
        match self {
            Self::Everything | Self::Nothing | Self::OwnText | Self::Direct => Tier::Direct,
            Self::Automaton => Tier::Automaton,
            Self::Unchecked(_) => Tier::Unchecked,
        }
    }
}

impl fmt::Display for PatternUser {
    /// Writes the shape, or the shape and its member separated by a slash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.member {
            None => f.write_str(&self.shape),
            Some(member) => write!(f, "{}/{member}", self.shape),
        }
    }
}

/// Compiles the patterns that the chosen operations of a model reach, the same way as
/// [`generate`](crate::generate).
///
/// # Errors
/// All problems of the model or of the options at once, the same as for `generate`.
pub fn patterns(source: &Source<'_>, options: &Options) -> Result<PatternReport, Diagnostics> {
    let model = generate::read(source, options)?;
    // Descriptions take longer than everything else, and are not used here.
    let options = Options { without_docs: true, ..options.clone() };
    let plan = lower::lower(&model, &options, source)?;
    Ok(PatternReport {
        service: model.service.full_name.clone(),
        api_version: model.service.api_version.clone(),
        bytes: Program::shared_table_bytes(plan.patterns.iter().map(|pattern| &pattern.program)),
        patterns: plan.patterns.into_iter().map(compiled).collect(),
    })
}

fn compiled(pattern: Pattern) -> CompiledPattern {
    let Pattern { source, program, users, .. } = pattern;
    CompiledPattern {
        matcher: matcher(&program, &source),
        bytes: program.table_bytes(),
        example: program.example(),
        counterexample: program.counterexample(),
        pattern: source,
        users,
    }
}

fn matcher(program: &Program, source: &str) -> Matcher {
    match (program, program.tier()) {
        (Program::Everything, _) => Matcher::Everything,
        (Program::Nothing, _) => Matcher::Nothing,
        (Program::Unchecked(reason), _) => Matcher::Unchecked(*reason),
        (Program::Literals(texts), _) if matches!(texts.as_slice(), [text] if text == source) => {
            Matcher::OwnText
        }
        (_, Tier::Direct) => Matcher::Direct,
        _ => Matcher::Automaton,
    }
}
