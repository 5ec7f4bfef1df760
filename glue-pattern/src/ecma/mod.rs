//! Patterns in the dialect of JavaScript, for JSON Schemas and other tools that know no Java.

mod class;
mod printer;

use std::fmt;

use crate::anchoring::Anchoring;
use crate::limits::Limits;
use crate::syntax::Syntax;
use printer::Printer;

/// Writes a pattern as a regular expression of ECMAScript with the flag `u`.
///
/// It is one to search for, as the `pattern` of JSON Schema is: `^` and `$` are there where a match
/// has to begin and end the text. It matches the texts that [`compile`](crate::compile) matches, in
/// any engine that backtracks without limits. Classes such as `\d` are written out, because other
/// engines than JavaScript's read more into them. Only the names of Unicode's categories stay, as
/// `\p{L}`: engines know them in the version of Unicode that they have.
///
/// ```
/// use glue_pattern::{Anchoring, ecma, parse};
///
/// let syntax = parse("[\\w&&[^_]]++|\\p{L}")?;
/// assert_eq!(ecma(&syntax, Anchoring::Whole)?, "^(?:(?=([0-9A-Za-z]+))(?:\\1)|\\p{L})$");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What ECMAScript has no words for; see [`Inexact`].
pub fn ecma(syntax: &Syntax, anchoring: Anchoring) -> Result<String, Inexact> {
    if syntax.work() > Limits::default().work {
        return Err(Inexact::Work);
    }
    Printer::new(syntax.root()).pattern(syntax.root(), anchoring)
}

/// The reason why ECMAScript has no equal of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Inexact {
    /// A back reference to a group that may have taken no part: it matches the empty string there,
    /// and nothing in Java. Or one that ignores case.
    BackReference,
    /// An atomic group or a possessive quantifier in a look-behind, which ECMAScript reads from
    /// right to left.
    AtomicBehind,
    /// A repetition of what may be empty, such as `(a?)*`, in an atomic group or beside a back
    /// reference: a round that takes nothing ends it in Java, and is none in ECMAScript.
    EmptyRound,
    /// Reading the pattern takes more work than [`Limits::default`](crate::Limits::default) allow.
    Work,
}

impl fmt::Display for Inexact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BackReference => "ECMAScript has no such back reference",
            Self::AtomicBehind => "ECMAScript has no atomic group in a look-behind",
            Self::EmptyRound => "ECMAScript repeats what is empty otherwise",
            Self::Work => "the pattern takes too much work to read",
        })
    }
}

impl std::error::Error for Inexact {}
