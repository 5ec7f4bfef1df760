//! Text in Markdown that stays text.

/// Text in a code span, with as many backticks around it as nothing in it ends. It is on one line.
pub(crate) fn code_span(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // Markdown takes one space away from both ends, unless there is nothing else.
    let is_blank = text.bytes().all(|byte| byte == b' ');
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    match text {
        // Markdown has no empty code span.
        "" => "(empty)".to_owned(),
        _ if is_blank => format!("{fence}{text}{fence}"),
        _ => format!("{fence}{pad}{text}{pad}{fence}"),
    }
}

/// Text outside of code spans, whatever would be markup within a line escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{code_span, escaped};

    #[test]
    fn nothing_ends_a_code_span() {
        assert_eq!(code_span("Option<f64>"), "`Option<f64>`");
        assert_eq!(code_span("a`b"), "``a`b``");
        assert_eq!(code_span("``"), "``` `` ```");
        assert_eq!(code_span("`a`` b"), "``` `a`` b ```");
        assert_eq!(code_span(" a"), "`  a `");
        assert_eq!(code_span("  "), "`  `");
        assert_eq!(code_span(""), "(empty)");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(
            escaped("see #12, *not* <b> [x](y) & `z`"),
            r"see #12, \*not\* \<b\> \[x\](y) \& \`z\`"
        );
    }
}
