//! Turns the documentation strings of models into Markdown for doc comments.
//!
//! Models are documented in a loose HTML that was never meant for rustdoc: tags are left open or
//! nested at will, and the text between them is full of characters that Markdown, rustdoc and
//! clippy read as syntax. The pipeline is
//!
//! ```text
//! HTML -> tokens -> (structure of plain text) -> blocks -> inline spans -> escaped, wrapped lines
//! ```
//!
//! Each stage accepts anything: no input is an error, and the work is linear in its length.
//!
//! The output keeps these promises, so that no later stage has to check them: no HTML, no indented
//! code (which rustdoc would compile and run), code fences marked `text`, links only to web and
//! mail addresses, no character that changes the direction of the source, and no line break except
//! `\n`.

mod block;
mod entity;
mod escape;
mod inline;
mod link;
mod nesting;
mod plain;
mod plain_inline;
mod preformatted;
mod table;
mod tag;
mod token;
mod wrap;
mod writer;

#[cfg(test)]
mod tests;

/// The Markdown for a model's documentation string, without a line break at the end.
///
/// The first paragraph is the summary that rustdoc shows in lists. Lines are wrapped to 96 columns
/// where words allow it. A string without content gives an empty one.
pub(crate) fn to_markdown(html: &str) -> String {
    let tokens = plain::structure(token::tokenize(html));
    block::render(&tokens)
}
