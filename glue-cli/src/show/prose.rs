//! Descriptions of the model as lines of plain text.

use super::page::filled;

/// The lines of a description in the model's markup, at most so wide.
pub(super) fn lines(description: &str, room: usize) -> Vec<String> {
    let markdown = glue_codegen::inspect::markdown(description);
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    for line in markdown.lines() {
        if line.trim().is_empty() || starts_block(line) {
            flush(&mut paragraph, room, &mut lines);
        }
        if line.trim().is_empty() {
            lines.push(String::new());
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
        }
    }
    flush(&mut paragraph, room, &mut lines);
    lines
}

/// The first sentence of a description that is not a warning, in lines.
pub(super) fn summary(description: &str, room: usize) -> Vec<String> {
    let all = lines(description, usize::MAX);
    let is_sentence = |line: &&String| !line.is_empty() && !starts_block(line);
    let first = all.iter().find(is_sentence).map(String::as_str).unwrap_or_default();
    let end = first.find(". ").map_or(first.len(), |end| end + 1);
    filled(&first[..end].split_whitespace().collect::<Vec<_>>(), room)
}

/// Whether a line of Markdown does not go on with the paragraph before it.
fn starts_block(line: &str) -> bool {
    let text = line.trim_start();
    let is_numbered = text.split_once(". ").is_some_and(|(number, _)| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_numbered || ["- ", "* ", "|", "```", "#", "> "].iter().any(|mark| text.starts_with(mark))
}

fn flush(paragraph: &mut String, room: usize, lines: &mut Vec<String>) {
    if !paragraph.is_empty() {
        let plain = unescaped(paragraph);
        lines.extend(filled(&plain.split(' ').collect::<Vec<_>>(), room));
        paragraph.clear();
    }
}

/// Markdown without its backslashes, which only code spans have for others.
fn unescaped(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut is_code = false;
    let mut characters = markdown.chars().peekable();
    while let Some(character) = characters.next() {
        is_code ^= character == '`';
        let is_escape = |next: &char| !is_code && next.is_ascii_punctuation();
        match character {
            '\\' => text.push(characters.next_if(is_escape).unwrap_or('\\')),
            _ => text.push(character),
        }
    }
    text
}
