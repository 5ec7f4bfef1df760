//! From a pattern's text to its syntax tree, in the dialect of `java.util.regex` (Java 17).

pub mod ast;
mod class;
mod cursor;
mod error;
mod escape;
mod flags;
mod group;
mod parser;

pub use error::SyntaxError;

use ast::Node;

/// A pattern that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Syntax {
    root: Node,
    groups: u32,
}

impl Syntax {
    /// The tree.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// How many capturing groups there are.
    pub fn groups(&self) -> u32 {
        self.groups
    }
}

/// How deep groups and classes may nest. Every later stage recurses no deeper than a small multiple
/// of it, so no pattern can exhaust the stack.
pub const MAX_DEPTH: usize = 200;

/// Reads a pattern as `java.util.regex.Pattern.compile` does, without flags.
///
/// Three rules differ from Java on purpose, for they say what the authors of API models mean:
/// `$` and `\Z` match at the very end only, not before a last line terminator; `\b` knows ASCII
/// letters only, like `\w` (as Java does since version 19); and a look-behind may have any length.
///
/// # Errors
/// A pattern that Java refuses; and scripts and blocks in `\p{...}`, `\N{...}`, `\X`, `\b{g}` and
/// the flag `c`, which Java knows and this crate does not; and nesting beyond [`MAX_DEPTH`].
pub fn parse(source: &str) -> Result<Syntax, SyntaxError> {
    parser::Parser::new(source).parse()
}
