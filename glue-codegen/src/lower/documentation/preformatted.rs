//! Preformatted text: code, or a part of the document that was indented by mistake.

use super::tag::Tag;
use super::token::Token;
use crate::markdown::is_invisible;

/// The maximum length of a preformatted line. A single longer line of prose was not meant to be
/// shown as it is.
const LONGEST_LINE: usize = 96;

/// The content of a `<pre>`.
pub(super) enum Content {
    Nothing,
    Code(String),
    /// HTML that a converter took for code because it was indented, and escaped. Several of AWS's
    /// models have such paragraphs.
    Document(String),
}

/// The content of a `<pre>`, and the tokens after it; `tokens` start inside.
pub(super) fn content<'t, 'a>(tokens: &'t [Token<'a>]) -> (Content, &'t [Token<'a>]) {
    let end = tokens
        .iter()
        .position(|token| *token == Token::Close(Tag::Preformatted))
        .unwrap_or(tokens.len());
    let (inside, rest) = tokens.split_at_checked(end).unwrap_or((tokens, &[]));
    let mut text = String::new();
    for token in inside {
        match token {
            Token::Text(piece) => text.push_str(piece),
            Token::Unknown { markup, .. } => text.push_str(markup),
            Token::Open { tag: Tag::Break, .. } => text.push('\n'),
            Token::Open { .. } | Token::Close(_) => {}
        }
    }
    let text = clean(&text);
    let content = if text.is_empty() {
        Content::Nothing
    } else if is_document(&text) {
        Content::Document(text)
    } else {
        Content::Code(text)
    };
    (content, rest)
}

fn is_document(text: &str) -> bool {
    let is_prose =
        text.len() > LONGEST_LINE && text.starts_with(char::is_alphabetic) && text.contains(". ");
    !text.contains('\n') && (is_prose || text.contains("</p>"))
}

/// The text without characters that no line may contain, blank lines around it, and the indentation
/// that all its lines have.
fn clean(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', "    ");
    let text = text.replace('\u{A0}', " ").replace(|each| each != '\n' && is_invisible(each), "");
    let is_blank = |line: &&str| line.trim().is_empty();
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common =
        text.split('\n').filter(|line| !is_blank(line)).map(indentation).min().unwrap_or(0);
    let lines: Vec<&str> = text
        .split('\n')
        .skip_while(is_blank)
        .map(|line| line.get(common..).unwrap_or(""))
        .collect();
    lines.join("\n").trim_end().to_owned()
}
