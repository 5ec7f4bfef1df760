//! Text of a model within documentation.

/// Text on one line of a comment: what nobody would see is escaped, but for control characters,
/// which are spaces.
pub(crate) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if character.is_control() => visible.push(' '),
            _ if is_invisible(character) => visible.extend(character.escape_unicode()),
            _ => visible.push(character),
        }
    }
    visible
}

/// Text as a Markdown code span, [`visible`] and whatever backticks it holds.
pub(crate) fn code_span(text: &str) -> String {
    let visible = visible(text);
    let mut longest = 0;
    let mut run = 0;
    for character in visible.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let needs_space = visible.starts_with(['`', ' ']) || visible.ends_with(['`', ' ']);
    let space = if needs_space || visible.is_empty() { " " } else { "" };
    format!("{fence}{space}{visible}{space}{fence}")
}

/// Control characters, and those that change the direction of text or take no room: rustc rejects
/// the former in comments, and both hide what a source says.
pub(crate) fn is_invisible(character: char) -> bool {
    match character {
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => true,
        _ => character.is_control(),
    }
}
