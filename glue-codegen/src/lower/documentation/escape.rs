//! Writes text so that Markdown reads it as text, without escaping harmless characters.

use super::link;

/// A placeholder for a space at which a line must not be broken. Input never contains it: control
/// characters are dropped when text enters a paragraph.
pub(super) const UNBREAKABLE_SPACE: &str = "\0";

/// The maximum length of a code span that text writes with backticks. The bound keeps the search
/// for the closing backticks cheap if there are none.
const LONGEST_QUOTED_CODE: usize = 200;

/// The place of text, which decides which characters have a meaning in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    /// Between the brackets of a link, where addresses are not links of their own.
    Link,
}

/// Writes text, and turns addresses in it into links and quoted code into code.
pub(super) fn push_text(markdown: &mut String, text: &str, place: Place) {
    let mut escapes = Escapes { place, previous: None, run: false };
    let mut rest = text;
    while !rest.is_empty() {
        // Most of the text is written at once: this runs in build scripts, which are not optimized.
        let length = rest.bytes().take_while(|byte| !may_be_syntax(*byte)).count();
        let (plain, special) = rest.split_at_checked(length).unwrap_or((rest, ""));
        push_plain(markdown, plain, place);
        escapes.previous = plain.chars().next_back().or(escapes.previous);
        rest = push_special(markdown, special, &mut escapes);
    }
}

/// Whether a byte can start syntax or an address.
fn may_be_syntax(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b'[' | b']' | b'*' | b'~' | b'<' | b'&' | b'_' | b'-' | b'h')
}

fn push_plain(markdown: &mut String, text: &str, place: Place) {
    match place {
        Place::Paragraph => markdown.push_str(text),
        Place::Link => markdown.push_str(&text.replace(' ', UNBREAKABLE_SPACE)),
    }
}

/// Writes the part that starts with a character that may be syntax, and returns the rest.
fn push_special<'a>(markdown: &mut String, text: &'a str, escapes: &mut Escapes) -> &'a str {
    let Some(character) = text.chars().next() else {
        return text;
    };
    if character == '`' {
        escapes.previous = Some('`');
        return push_backticks(markdown, text);
    }
    if character == 'h'
        && escapes.place == Place::Paragraph
        && let Some((address, rest)) = link::mention(text)
    {
        escapes.previous = address.chars().next_back();
        push_address(markdown, address);
        return rest;
    }
    let rest = text.get(character.len_utf8()..).unwrap_or_default();
    if escapes.applies(character, rest) {
        markdown.push('\\');
    }
    markdown.push(character);
    rest
}

/// Writes the code that starts with the backticks at the start of `text`, or only the backticks if
/// nothing matches them, and returns the rest.
fn push_backticks<'a>(markdown: &mut String, text: &'a str) -> &'a str {
    if let Some((code, rest)) = quoted_code(text) {
        push_code(markdown, code);
        return rest;
    }
    let rest = text.trim_start_matches('`');
    markdown.push_str(&"\\`".repeat(text.len() - rest.len()));
    rest
}

fn push_address(markdown: &mut String, address: &str) {
    if link::is_complete(address) {
        markdown.push('<');
        markdown.push_str(address);
        markdown.push('>');
    } else {
        push_code(markdown, address);
    }
}

/// Writes a code span, with a fence longer than any run of backticks in it.
pub(super) fn push_code(markdown: &mut String, code: &str) {
    separate(markdown, "`");
    let fence = "`".repeat(longest_run(code, '`') + 1);
    let padding = if code.starts_with('`') || code.ends_with('`') { UNBREAKABLE_SPACE } else { "" };
    let code = code.trim().replace(' ', UNBREAKABLE_SPACE);
    for part in [&fence, padding, &code, padding, &fence] {
        markdown.push_str(part);
    }
}

/// Prepares the end of `markdown` for a piece of markup with which it would be read as one: runs of
/// backticks, and an exclamation mark before a link.
pub(super) fn separate(markdown: &mut String, next: &str) {
    if markdown.ends_with('`') && next.starts_with('`') {
        markdown.push(' ');
    } else if markdown.ends_with('!') && next.starts_with('[') {
        markdown.pop();
        markdown.push_str("\\!");
    }
}

/// The length of the longest run of `character`.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    let (mut longest, mut current) = (0, 0);
    for each in text.chars() {
        current = if each == character { current + 1 } else { 0 };
        longest = longest.max(current);
    }
    longest
}

/// The code between the backticks at the start of `text` and the next ones, and the text after
/// them, if the two runs match.
pub(super) fn quoted_code(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start_matches('`');
    let fence = text.len() - inside.len();
    let bound = inside
        .char_indices()
        .nth(LONGEST_QUOTED_CODE)
        .map_or(inside.len(), |(position, _)| position);
    let end = inside.get(..bound)?.find('`')?;
    let (code, closing) = (inside.get(..end)?, inside.get(end..)?);
    let rest = closing.trim_start_matches('`');
    let is_code =
        closing.len() - rest.len() == fence && !code.contains('\n') && !code.trim().is_empty();
    is_code.then_some((code, rest))
}

/// Decides what to escape, one character after the other.
struct Escapes {
    place: Place,
    /// The previous character, if any. Before and after the text there may be generated markup, so
    /// characters whose meaning depends on a neighbor are escaped at its ends.
    previous: Option<char>,
    /// Whether the current run of dashes or underscores has to be escaped.
    run: bool,
}

impl Escapes {
    /// Whether `character` would be read as syntax if `rest` follows.
    fn applies(&mut self, character: char, rest: &str) -> bool {
        let previous = self.previous.replace(character);
        let next = rest.chars().next();
        match character {
            '\\' | '[' => true,
            ']' => self.place == Place::Link,
            '*' => !(previous == Some(' ') && next == Some(' ')),
            // It opens strikethrough, or with a second one a fence.
            '~' => next != Some(' '),
            // It opens a tag, or the link that a mail address becomes.
            '<' => next != Some(' ') && !rest.starts_with("= "),
            '&' => starts_reference(rest),
            // Between letters, it is an underscore.
            '_' => {
                if previous != Some('_') {
                    let after = rest.trim_start_matches('_').chars().next();
                    self.run = ![previous, after]
                        .into_iter()
                        .all(|side| side.is_some_and(char::is_alphanumeric));
                }
                self.run
            }
            // Rustdoc turns two hyphens into a dash, which is right between words and wrong in
            // `--option`.
            '-' => {
                if previous != Some('-') {
                    let after = rest.trim_start_matches('-').chars().next();
                    self.run = !(previous == Some(' ') && after == Some(' '));
                }
                self.run && next == Some('-')
            }
            _ => false,
        }
    }
}

/// Whether this text, after a `&`, makes a character reference. HTML's longest name has 32
/// characters.
fn starts_reference(rest: &str) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = rest.bytes().take(33).take_while(|byte| is_part(byte)).count();
    length > 0 && rest.as_bytes().get(length) == Some(&b';')
}
