//! From a pattern to the program that suits it best.

use crate::expression::{anchored, lower};
use crate::limits::Limits;
use crate::plan::plan;
use crate::program::Program;
use crate::syntax::Syntax;

/// What part of a text has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchoring {
    /// All of it, as with `java.util.regex.Matcher.matches`: so botocore's models mean it.
    Whole,
    /// Some part of it, as with `java.util.regex.Matcher.find`: so Smithy's models mean it.
    Search,
}

/// Compiles a pattern.
///
/// The outcome depends on the arguments only. Every pattern has a program; one that has none within
/// the limits becomes [`Program::Unchecked`].
pub fn compile(syntax: &Syntax, anchoring: Anchoring, limits: &Limits) -> Program {
    match lower(syntax.root(), anchoring) {
        Ok(expression) => plan(&anchored(expression, anchoring), limits),
        Err(reason) => Program::Unchecked(reason),
    }
}
