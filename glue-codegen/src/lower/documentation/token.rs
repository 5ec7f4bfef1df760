//! Splits HTML into text and tags. Whatever cannot be a tag is text.

use std::borrow::Cow;
use std::collections::HashSet;

use super::entity;
use super::tag::Tag;

/// A piece of the input.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Text, with its character references replaced.
    Text(Cow<'a, str>),
    /// An opening tag. Only links have an address.
    Open {
        tag: Tag,
        address: Option<String>,
    },
    Close(Tag),
    /// An unknown tag, as it is written. Inside code it is part of the code. In prose it is an
    /// example or a placeholder if nothing closes it (`arn:aws:s3:<region>`), and markup otherwise.
    Unknown {
        markup: &'a str,
        placeholder: bool,
    },
}

/// A tag as it is written.
struct Markup<'a> {
    name: &'a str,
    attributes: &'a str,
    closing: bool,
    /// The whole tag, including the brackets.
    source: &'a str,
}

/// Reads the input from start to end. Every `<` either searches no further than the next one or is
/// the last to search, so the time is linear.
pub(super) fn tokenize(html: &str) -> Vec<Token<'_>> {
    let mut tokenizer = Tokenizer { html, tokens: Vec::new(), closed: None };
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, markup) =
            (rest.get(..start).unwrap_or_default(), rest.get(start..).unwrap_or_default());
        tokenizer.text(text);
        rest = tokenizer.markup(markup);
    }
    tokenizer.text(rest);
    tokenizer.tokens
}

struct Tokenizer<'a> {
    html: &'a str,
    tokens: Vec<Token<'a>>,
    /// The names that occur in closing tags anywhere in the input, collected on first use.
    closed: Option<HashSet<String>>,
}

impl<'a> Tokenizer<'a> {
    fn text(&mut self, text: &'a str) {
        if !text.is_empty() {
            self.tokens.push(Token::Text(entity::decode(text)));
        }
    }

    /// Reads the markup at the start of `source`, which is a `<`, and returns the rest.
    fn markup(&mut self, source: &'a str) -> &'a str {
        if let Some((text, rest)) = declaration(source) {
            self.text(text);
            return rest;
        }
        let Some(markup) = Markup::parse(source) else {
            self.text("<");
            return source.get(1..).unwrap_or_default();
        };
        let rest = source.get(markup.source.len()..).unwrap_or_default();
        match self.known(&markup) {
            None => {
                let placeholder = !markup.closing && !self.is_closed(markup.name);
                self.tokens.push(Token::Unknown { markup: markup.source, placeholder });
            }
            Some(Tag::Hidden) if markup.closing => {}
            Some(Tag::Hidden) => return after_closing(rest, markup.name),
            Some(tag) if markup.closing => self.tokens.push(Token::Close(tag)),
            Some(tag) => {
                let address = if tag == Tag::Link { markup.address() } else { None };
                self.tokens.push(Token::Open { tag, address });
            }
        }
        rest
    }

    /// The known tag, unless this only looks like one: `<b && c>`, or a `<table>` that never ends.
    fn known(&mut self, markup: &Markup<'_>) -> Option<Tag> {
        let tag = Tag::from_name(markup.name)?;
        let attributes = markup.attributes.trim();
        let is_tag = attributes.is_empty() || attributes == "/" || attributes.contains('=');
        let ends = markup.closing || !tag.needs_closing() || self.is_closed(markup.name);
        (is_tag && ends).then_some(tag)
    }

    fn is_closed(&mut self, name: &str) -> bool {
        let html = self.html;
        let closed = self.closed.get_or_insert_with(|| {
            let names =
                html.split("</").skip(1).map(|rest| name_at_start(rest).to_ascii_lowercase());
            names.collect()
        });
        closed.contains(&name.to_ascii_lowercase())
    }
}

/// The text of a comment, a declaration (both have none) or a CDATA section, and the rest.
fn declaration(source: &str) -> Option<(&str, &str)> {
    if let Some(comment) = source.strip_prefix("<!--") {
        // A comment without an end hides the rest, as in a browser.
        return Some(("", comment.split_once("-->").map_or("", |(_, rest)| rest)));
    }
    if let Some(section) = source.strip_prefix("<![CDATA[") {
        let text = section.split('<').next()?;
        let end = text.find("]]>")?;
        return Some((section.get(..end)?, section.get(end + 3..)?));
    }
    let rest = source.strip_prefix("<!").or_else(|| source.strip_prefix("<?"))?;
    if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let declaration = rest.split('<').next()?;
    Some(("", rest.get(declaration.find('>')? + 1..)?))
}

/// The text after the next closing tag of this name; empty if there is none.
fn after_closing<'a>(html: &'a str, name: &str) -> &'a str {
    for (position, _) in html.match_indices("</") {
        let rest = html.get(position + 2..).unwrap_or_default();
        if name_at_start(rest).eq_ignore_ascii_case(name) {
            return rest.split_once('>').map_or("", |(_, rest)| rest);
        }
    }
    ""
}

/// The name at the start of a tag's inside. Placeholders may have colons and dots in their names.
fn name_at_start(inside: &str) -> &str {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "-_:.".contains(character);
    let end = inside.find(|character| !is_part(character)).unwrap_or(inside.len());
    inside.get(..end).unwrap_or_default()
}

impl<'a> Markup<'a> {
    fn parse(source: &'a str) -> Option<Self> {
        let inside = source.strip_prefix('<')?;
        let (closing, inside) =
            inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let name = name_at_start(inside);
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let inside = inside.split('<').next()?;
        let length = end_of_tag(inside)?;
        let attributes = inside.get(name.len()..length)?;
        let before = if closing { 2 } else { 1 };
        Some(Self { name, attributes, closing, source: source.get(..before + length + 1)? })
    }

    /// The value of the attribute that holds a link's address.
    fn address(&self) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once('=') {
            let name = before
                .rsplit(|character: char| character.is_ascii_whitespace())
                .find(|word| !word.is_empty());
            let after = after.trim_start();
            let (value, after) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let value = after.get(1..).unwrap_or_default();
                    value.split_once(quote).unwrap_or((value, ""))
                }
                _ => after
                    .split_once(|character: char| character.is_ascii_whitespace())
                    .unwrap_or((after, "")),
            };
            if name.is_some_and(|name| {
                name.eq_ignore_ascii_case("href") || name.eq_ignore_ascii_case("url")
            }) {
                return Some(entity::decode(value).into_owned());
            }
            rest = after;
        }
        None
    }
}

/// The position of the `>` that ends the tag: the first one outside the quotes of an attribute's
/// value, or the first of all if the quotes do not match.
fn end_of_tag(inside: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (position, character) in inside.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '>') => return Some(position),
            (None, '"' | '\'') if after_equals => quote = Some(character),
            (None, _) => {}
        }
        after_equals = character == '=' || (after_equals && character.is_ascii_whitespace());
    }
    inside.find('>')
}
