//! The structure of plain text.
//!
//! Some models are documented without HTML, in paragraphs and lists as people type them, and Smithy
//! models use CommonMark by definition. Their common constructs are translated to tags.

use super::plain_inline;
use super::tag::{ListStyle, Tag};
use super::token::Token;

/// The maximum length of lines in wrapped text. A writer with longer lines means every line break.
const LONGEST_WRAPPED_LINE: usize = 120;

/// Marks paragraphs, lists, headings, fenced code, strong emphasis and links with tags, in a
/// document that only has inline tags.
pub(super) fn structure(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let is_block = |token: &Token<'_>| matches!(token, Token::Open { tag, .. } if !tag.is_inline());
    if tokens.iter().any(is_block) {
        return tokens;
    }
    let is_long = |line: &str| line.len() > LONGEST_WRAPPED_LINE;
    let is_unwrapped = |token: &Token<'_>| match token {
        Token::Text(text) => text.split('\n').any(is_long),
        _ => false,
    };
    let mut reader = Reader { is_unwrapped: tokens.iter().any(is_unwrapped), ..Reader::default() };
    for token in tokens {
        match token {
            Token::Text(text) if !reader.in_code => reader.read(&text),
            other => reader.keep(other),
        }
    }
    reader.tokens
}

#[derive(Debug, Default)]
struct Reader<'a> {
    tokens: Vec<Token<'a>>,
    /// The open lists, each with the indentation and the number of its last item.
    lists: Vec<List>,
    /// The first word of the line was read.
    in_line: bool,
    indentation: usize,
    after_blank_line: bool,
    after_sentence: bool,
    /// Line breaks are intended.
    is_unwrapped: bool,
    /// The mark that ends the code being read.
    fence: Option<String>,
    /// The heading that ends with the line.
    heading: Option<Tag>,
    /// `<code>` is open, which has no structure inside.
    in_code: bool,
}

#[derive(Clone, Copy, Debug)]
struct List {
    style: ListStyle,
    indentation: usize,
    number: u32,
}

impl<'a> Reader<'a> {
    fn read(&mut self, text: &str) {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            match &self.fence {
                Some(fence) => {
                    if !self.in_line && part.trim() == fence {
                        self.fence = None;
                        self.tokens.push(Token::Close(Tag::Preformatted));
                    } else {
                        self.push(part);
                    }
                    self.in_line |= !part.is_empty();
                }
                None if self.in_line => self.inline(part),
                None => {
                    let words = part.trim_start();
                    self.indentation += part.len() - words.len();
                    if !words.is_empty() {
                        self.start_line(words);
                    }
                }
            }
        }
    }

    /// Adds a tag, or the text of code, as it is.
    fn keep(&mut self, token: Token<'a>) {
        if !self.in_line && self.fence.is_none() {
            self.start_line("");
        }
        match &token {
            Token::Open { tag: Tag::Code, .. } => self.in_code = true,
            Token::Close(Tag::Code) => self.in_code = false,
            _ => {}
        }
        self.after_sentence = false;
        self.in_line = true;
        self.tokens.push(token);
    }

    fn end_line(&mut self) {
        if self.fence.is_some() {
            self.push("\n");
        }
        if let Some(tag) = self.heading.take() {
            self.tokens.push(Token::Close(tag));
        }
        self.after_blank_line = !self.in_line;
        self.in_line = false;
        self.indentation = 0;
    }

    /// Reads the first words of a line; `None` if the line starts with a tag.
    fn start_line(&mut self, words: &str) {
        self.in_line = true;
        if let Some(fence) = fence(words) {
            self.open(Tag::Preformatted);
            self.fence = Some(fence.to_owned());
        } else if let Some((style, number, rest)) = self.item(words) {
            self.open_item(style, number);
            self.inline(rest);
        } else if let Some((tag, rest)) = heading(words) {
            self.close_lists(0);
            self.open(tag);
            self.heading = Some(tag);
            self.inline(rest);
        } else {
            let is_outside =
                self.lists.last().is_none_or(|list| self.indentation <= list.indentation);
            let ends_text = self.after_sentence || self.is_unwrapped;
            if self.after_blank_line || (ends_text && is_outside) {
                self.close_lists(self.indentation);
                self.open(Tag::Paragraph);
            } else {
                self.push(" ");
            }
            self.inline(words);
        }
    }

    /// The style and number of the item that starts with these words, and the words after its mark.
    /// A number has to be the next one: `100.` is more likely to end a sentence.
    fn item<'t>(&self, words: &'t str) -> Option<(ListStyle, u32, &'t str)> {
        if let Some(rest) = ["- ", "* ", "• "].into_iter().find_map(|mark| words.strip_prefix(mark))
        {
            return Some((ListStyle::Bulleted, 0, rest));
        }
        let (digits, rest) = words.split_once(['.', ')'])?;
        let number: u32 = digits.parse().ok()?;
        let precedes = |list: &List| list.style == ListStyle::Numbered && list.number + 1 == number;
        let continues = self.lists.iter().any(precedes);
        let rest = rest.strip_prefix(' ')?;
        (number == 1 || continues).then_some((ListStyle::Numbered, number, rest))
    }

    fn open_item(&mut self, style: ListStyle, number: u32) {
        let indentation = self.indentation;
        // An indentation of one more is a matter of style, not another level.
        let is_sibling = |list: &List| indentation <= list.indentation + 1;
        self.close_lists(indentation + 2);
        if self.lists.last().is_some_and(|list| is_sibling(list) && list.style != style) {
            self.close_lists(indentation.saturating_sub(1));
        }
        match self.lists.last_mut() {
            Some(list) if is_sibling(list) => list.number = number,
            _ => {
                self.lists.push(List { style, indentation, number });
                self.open(Tag::List(style));
            }
        }
        self.open(Tag::Item);
    }

    /// Closes the lists whose items have this indentation or more.
    fn close_lists(&mut self, indentation: usize) {
        while let Some(list) = self.lists.pop_if(|list| list.indentation >= indentation) {
            self.tokens.push(Token::Close(Tag::List(list.style)));
        }
    }

    fn inline(&mut self, text: &str) {
        if let Some(last) = text.trim_end().chars().next_back() {
            self.after_sentence = ".:!?".contains(last);
        }
        plain_inline::push(&mut self.tokens, text);
    }

    fn push(&mut self, text: &str) {
        self.tokens.push(Token::Text(text.to_owned().into()));
    }

    fn open(&mut self, tag: Tag) {
        self.tokens.push(Token::Open { tag, address: None });
    }
}

/// The mark at the start of fenced code.
fn fence(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches('`');
    let length = words.len() - rest.len();
    if length < 3 || rest.contains('`') {
        return None;
    }
    words.get(..length)
}

/// The heading that these words start, and its words.
fn heading(words: &str) -> Option<(Tag, &str)> {
    let rest = words.trim_start_matches('#');
    let tag = match words.len() - rest.len() {
        1 | 2 => Tag::Heading(1),
        3 => Tag::Heading(2),
        4 => Tag::Heading(3),
        5 | 6 => Tag::Heading(4),
        _ => return None,
    };
    Some((tag, rest.strip_prefix(' ')?.trim_end_matches(['#', ' '])))
}
