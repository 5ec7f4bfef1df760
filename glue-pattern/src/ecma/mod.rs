//! Patterns in the dialect of JavaScript, for JSON Schemas and other tools that know no Java.

mod class;
mod inexact;
mod printer;

use crate::anchoring::Anchoring;
use crate::limits::Limits;
use crate::syntax::Syntax;
pub use inexact::Inexact;
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
