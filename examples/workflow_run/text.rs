//! Words and numbers for people.

use std::borrow::Cow;

use glue_types::Timestamp;
use jiff::SignedDuration;
use textwrap::{Options, WordSplitter};

/// The minimum width of wrapped text, however little space there is.
const LEAST_WIDTH: usize = 24;

/// Lines of at most `width` columns, all indented except the first.
pub(crate) fn wrap<'a>(text: &'a str, width: usize, indent: &'a str) -> Vec<Cow<'a, str>> {
    let options = Options::new(width.max(LEAST_WIDTH))
        .subsequent_indent(indent)
        // Many names contain hyphens.
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
}

/// A name, which services can leave out.
pub(crate) fn name(name: Option<&str>) -> String {
    name.filter(|name| !name.is_empty()).map_or_else(|| "(no name)".to_owned(), printable)
}

/// The text without characters that could move the cursor or change the text around it.
///
/// Input may contain anything, including terminal escape codes.
pub(crate) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || is_invisible(character) {
            printable.extend(character.escape_default());
        } else {
            printable.push(character);
        }
    }
    printable
}

/// The same for text of several lines, whose line breaks are kept.
pub(crate) fn printable_lines(text: &str) -> String {
    let lines: Vec<_> =
        text.trim_end().lines().map(|line| printable(&line.replace('\t', "    "))).collect();
    lines.join("\n")
}

/// Line separators, and marks that change the direction of writing.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// `2024-09-17 00:00:00 UTC`.
pub(crate) fn moment(time: Timestamp) -> String {
    match jiff::Timestamp::try_from(time) {
        Ok(time) => time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
        Err(_) => time.to_string(),
    }
}

/// The time between the two, if both are known and it is positive.
pub(crate) fn elapsed(from: Option<Timestamp>, to: Option<Timestamp>) -> Option<SignedDuration> {
    let milliseconds = to?.unix_millis() - from?.unix_millis();
    (milliseconds > 0).then(|| SignedDuration::from_millis(milliseconds))
}

/// `1h 4m 30s`, to the second.
pub(crate) fn duration(duration: SignedDuration) -> String {
    format!("{:#}", SignedDuration::from_secs(duration.as_secs()))
}

/// `a, b and c`.
pub(crate) fn listing<S: AsRef<str>>(items: &[S]) -> String {
    let mut listing = String::new();
    for (index, item) in items.iter().enumerate() {
        listing += match index {
            0 => "",
            _ if index + 1 == items.len() => " and ",
            _ => ", ",
        };
        listing += item.as_ref();
    }
    listing
}
