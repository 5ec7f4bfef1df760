//! The text of a paragraph while it is being read: spans of one style each, white space collapsed.

use super::escape::{self, Place};
use crate::markdown::is_invisible;

/// The style of a span. Bold overrides italic, and code has neither: Markdown cannot write more
/// than one emphasis at a time without ambiguity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) emphasis: Emphasis,
    /// The number of the piece of code: two pieces that only a space separates are not one.
    pub(super) code: Option<usize>,
    /// The index of the link's address.
    pub(super) link: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Emphasis {
    #[default]
    None,
    Italic,
    Bold,
    /// Bold, and not joined with the bold text next to it.
    Label,
}

#[derive(Clone, Debug)]
struct Span {
    text: String,
    style: Style,
}

/// A run of text with its styles. An emphasis, a link or code never starts or ends with a space.
#[derive(Debug, Default)]
pub(super) struct Inline {
    spans: Vec<Span>,
    /// The addresses of the links.
    destinations: Vec<String>,
    /// White space was read and waits for the next word.
    space: bool,
    words: usize,
}

impl Inline {
    pub(super) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The number of words so far.
    pub(super) fn words(&self) -> usize {
        self.words
    }

    pub(super) fn last_character(&self) -> Option<char> {
        self.spans.last().and_then(|span| span.text.chars().next_back())
    }

    /// Adds a link and returns its index.
    pub(super) fn add_link(&mut self, destination: String) -> usize {
        self.destinations.push(destination);
        self.destinations.len() - 1
    }

    pub(super) fn push_space(&mut self) {
        self.space = true;
    }

    /// Adds text without its invisible characters.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        let is_visible =
            text.is_ascii() && text.bytes().all(|byte| byte == b'\n' || !byte.is_ascii_control());
        for (index, word) in text.split(char::is_whitespace).enumerate() {
            self.space |= index > 0;
            if is_visible {
                self.push_word(word, style);
            } else {
                self.push_word(&word.replace(is_invisible, ""), style);
            }
        }
    }

    fn push_word(&mut self, word: &str, style: Style) {
        if word.is_empty() {
            return;
        }
        self.words += 1;
        let mut space = std::mem::take(&mut self.space);
        let Some(last) = self.spans.last_mut() else {
            self.spans.push(Span { text: word.to_owned(), style });
            return;
        };
        // In `<code> <a>Name</a> </code>.`, as AWS writes, the last space is accidental.
        space &= last.style == style || !ends_phrase(word);
        let between = last.style.common(style);
        let continues = last.style == style || (!space && last.style.is_code_like(style));
        // The space goes where it is not the first or last character of an emphasis, a link or
        // code.
        let space_fits_last = last.style == between;
        if space && space_fits_last {
            last.text.push(' ');
        }
        if continues {
            last.text.push_str(word);
            return;
        }
        if space && !space_fits_last {
            self.spans.push(Span { text: " ".to_owned(), style: between });
        }
        match self.spans.last_mut() {
            Some(last) if last.style == style => last.text.push_str(word),
            _ => self.spans.push(Span { text: word.to_owned(), style }),
        }
    }

    /// The text in Markdown, on one line. Spaces that must not be broken are
    /// [`escape::UNBREAKABLE_SPACE`].
    pub(super) fn to_markdown(&self) -> String {
        let mut markdown = String::new();
        let groups = self.spans.chunk_by(|left, right| left.style.emphasis == right.style.emphasis);
        let mut groups = groups.peekable();
        while let Some(group) = groups.next() {
            let inside = self.links_to_markdown(group);
            let next =
                groups.peek().and_then(|group| group.first()).and_then(Span::first_character);
            let emphasis = group.first().map_or(Emphasis::None, |span| span.style.emphasis);
            emphasis.push(&mut markdown, &inside, next);
        }
        markdown
    }

    fn links_to_markdown(&self, spans: &[Span]) -> String {
        let mut markdown = String::new();
        for run in spans.chunk_by(|left, right| left.style.link == right.style.link) {
            let link = run.first().and_then(|span| span.style.link);
            match link.and_then(|index| self.destinations.get(index)) {
                None => push_spans(&mut markdown, run, Place::Paragraph),
                Some(destination) => {
                    escape::separate(&mut markdown, "[");
                    markdown.push('[');
                    push_spans(&mut markdown, run, Place::Link);
                    markdown.push_str("](");
                    markdown.push_str(destination);
                    markdown.push(')');
                }
            }
        }
        markdown
    }
}

fn push_spans(markdown: &mut String, spans: &[Span], place: Place) {
    for span in spans {
        match span.style.code {
            Some(_) => escape::push_code(markdown, &span.text),
            None => escape::push_text(markdown, &span.text, place),
        }
    }
}

/// Whether this word is never written after a space.
fn ends_phrase(word: &str) -> bool {
    let is_punctuation =
        word.chars().all(|each| ".,;:!?)".contains(each)) && !word.starts_with("..");
    is_punctuation || word == "'s" || word == "’s"
}

impl Span {
    /// The character that the span's Markdown starts with, as far as its style determines it.
    fn first_character(&self) -> Option<char> {
        match self.style {
            Style { link: Some(_), .. } => Some('['),
            Style { code: Some(_), .. } => Some('`'),
            _ => self.text.chars().next(),
        }
    }
}

impl Style {
    /// The style that both have in common, which a space between them gets.
    fn common(self, other: Self) -> Self {
        Self {
            emphasis: if self.emphasis == other.emphasis { self.emphasis } else { Emphasis::None },
            code: if self == other { self.code } else { None },
            link: if self.link == other.link { self.link } else { None },
        }
    }

    /// Whether both are code and differ in nothing else. Next to each other they must become one
    /// span because their backticks would join.
    fn is_code_like(self, other: Self) -> bool {
        self.code.is_some() && other.code.is_some() && Self { code: self.code, ..other } == self
    }
}

impl Emphasis {
    /// Writes the text with emphasis marks, or without if Markdown would not read them as marks: a
    /// mark has to touch the text inside, and if punctuation is inside, it must not touch a letter
    /// outside.
    /// not touch a letter outside.
    fn push(self, markdown: &mut String, inside: &str, next: Option<char>) {
        let marks = match self {
            Self::None => "",
            Self::Italic => "*",
            Self::Bold | Self::Label => "**",
        };
        let before = markdown.chars().next_back();
        let opens = before != Some('*') && touches(inside.chars().next(), before);
        let closes = touches(inside.chars().next_back(), next);
        // In `<b>Note:</b>text` a space is missing. Otherwise it is unclear where the mark belongs.
        let lacks_space = !closes && inside.ends_with([':', '.', '!', '?']);
        if marks.is_empty() || !opens || !(closes || lacks_space) {
            escape::separate(markdown, inside);
            markdown.push_str(inside);
            return;
        }
        markdown.push_str(marks);
        markdown.push_str(inside);
        markdown.push_str(marks);
        if lacks_space {
            markdown.push(' ');
        }
    }
}

/// Whether a mark between these two characters opens or closes an emphasis (CommonMark, left- and
/// right-flanking delimiter runs). Characters that may be punctuation count as punctuation.
fn touches(inside: Option<char>, outside: Option<char>) -> bool {
    inside.is_some_and(char::is_alphanumeric)
        || outside.is_none_or(|outside| outside.is_whitespace() || outside.is_ascii_punctuation())
}
