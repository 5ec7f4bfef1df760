//! A model's text within documentation.

/// Text on one line of a comment. Control characters become spaces, and other invisible characters
/// are escaped.
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

/// Text as a Markdown code span: [`visible`], with any backticks in it.
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

/// Whether a character is a control character, changes the direction of text, or takes no space.
/// rustc rejects some of these in comments, and all of them hide what a source says.
pub(crate) fn is_invisible(character: char) -> bool {
    match character {
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => true,
        _ => character.is_control(),
    }
}
