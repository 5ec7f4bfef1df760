//! Compiled patterns, and who has them.

use proc_macro2::Ident;

/// A pattern, compiled.
pub(crate) struct Pattern {
    /// The function that matches it; `None` if nothing is checked.
    pub(crate) function: Option<Ident>,
    /// The pattern, as written in the model.
    pub(crate) source: String,
    /// Whether it matches whole texts.
    #[cfg_attr(not(feature = "inspect"), expect(dead_code, reason = "only samples need it"))]
    pub(crate) anchoring: glue_pattern::Anchoring,
    pub(crate) program: glue_pattern::Program,
    /// The users of the pattern, in the order of first use.
    pub(crate) users: Vec<PatternUser>,
}

/// A shape or member that has a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(
    not(feature = "inspect"),
    expect(unreachable_pub, reason = "only reports on patterns show them")
)]
pub struct PatternUser {
    /// The name of the shape in the model.
    pub shape: String,
    /// The member of the shape that has the pattern, unless the shape itself has it: `member`,
    /// `key` or `value` in a list or map.
    pub member: Option<String>,
}

impl PatternUser {
    /// The name of the member or shape that has the pattern.
    pub(crate) fn name(&self) -> &str {
        self.member.as_ref().unwrap_or(&self.shape)
    }
}
