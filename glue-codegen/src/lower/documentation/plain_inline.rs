//! Strong emphasis and links as plain text writes them: `**so**` and `[text](https://...)`.

use super::escape;
use super::link;
use super::tag::Tag;
use super::token::Token;

/// The maximum distance between the marks of an emphasis or a link. It limits the search for the
/// closing mark.
const LONGEST: usize = 400;

/// Adds the text with its marks replaced by tags. Code keeps its backticks, which mean the same
/// everywhere.
pub(super) fn push(tokens: &mut Vec<Token<'_>>, text: &str) {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['`', '*', '[']) {
        let (before, marked) =
            (rest.get(..start).unwrap_or_default(), rest.get(start..).unwrap_or_default());
        plain.push_str(before);
        if let Some((tag, address, inside, after)) = strong(marked).or_else(|| link(marked)) {
            tokens.push(Token::Text(std::mem::take(&mut plain).into()));
            tokens.push(Token::Open { tag, address });
            tokens.push(Token::Text(inside.to_owned().into()));
            tokens.push(Token::Close(tag));
            rest = after;
        } else {
            rest = escape::quoted_code(marked).map_or_else(|| skip_run(marked), |(_, after)| after);
            plain.push_str(marked.get(..marked.len() - rest.len()).unwrap_or_default());
        }
    }
    plain.push_str(rest);
    tokens.push(Token::Text(plain.into()));
}

type Marked<'t> = (Tag, Option<String>, &'t str, &'t str);

fn strong(text: &str) -> Option<Marked<'_>> {
    let (inside, _) = within(text.strip_prefix("**")?).split_once("**")?;
    let is_tight = !inside.is_empty() && inside.trim() == inside;
    let after = text.get(inside.len() + 4..)?;
    (is_tight && !inside.starts_with('*')).then_some((Tag::Bold, None, inside, after))
}

fn link(text: &str) -> Option<Marked<'_>> {
    let (inside, target) = within(text.strip_prefix('[')?).split_once("](")?;
    let (address, _) = target.split_once(')')?;
    link::destination(address)?;
    let after = text.get(inside.len() + address.len() + 4..)?;
    let is_text = !inside.trim().is_empty() && !inside.contains('[');
    is_text.then_some((Tag::Link, Some(address.to_owned()), inside, after))
}

/// The part of the text that is searched.
fn within(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(position, _)| position);
    text.get(..end).unwrap_or(text)
}

/// The text after the run of equal characters that it starts with.
fn skip_run(text: &str) -> &str {
    text.chars().next().map_or("", |first| text.trim_start_matches(first))
}
