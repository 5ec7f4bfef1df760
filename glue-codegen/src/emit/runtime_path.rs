//! Another path of the runtime in generated code.

use crate::plan::Plan;

/// The path that all of emission writes.
const USUAL: &str = "::glue_runtime";

/// Code with the plan's path of the runtime. Comments and literals stay as they are: they are the
/// model's words.
pub(super) fn replace(code: String, plan: &Plan) -> String {
    match &plan.runtime_path {
        Some(path) => replaced(&code, path),
        None => code,
    }
}

fn replaced(code: &str, path: &str) -> String {
    let mut text = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(place) = rest.find(['/', '"', '\'', ':', 'r']) {
        let (before, found) = rest.split_at(place);
        text.push_str(before);
        let follows_name = text.ends_with(|last: char| is_part_of_name(last) || last == '>');
        let is_usual = !follows_name
            && found.strip_prefix(USUAL).is_some_and(|after| !after.starts_with(is_part_of_name));
        let (kept, length) = match is_usual {
            true => (path, USUAL.len()),
            false => {
                let length = verbatim(found);
                (&found[..length], length)
            }
        };
        text.push_str(kept);
        rest = &found[length..];
    }
    text.push_str(rest);
    text
}

/// The length of the comment, literal or character at the start of code.
fn verbatim(code: &str) -> usize {
    let end = |after: usize, end: &str| {
        let place = code.get(after..).and_then(|rest| rest.find(end));
        place.map_or(code.len(), |place| after + place + end.len())
    };
    let hashes = code.strip_prefix('r').map(|rest| rest.len() - rest.trim_start_matches('#').len());
    match hashes {
        Some(hashes) if code[1 + hashes..].starts_with('"') => {
            return end(hashes + 2, &format!("\"{}", "#".repeat(hashes)));
        }
        _ => {}
    }
    if code.starts_with("//") {
        end(0, "\n")
    } else if code.starts_with('"') {
        quoted(code, '"')
    } else if code.starts_with("'\\") || code.chars().nth(2) == Some('\'') && code.starts_with('\'')
    {
        quoted(code, '\'')
    } else {
        1
    }
}

/// The length of the literal at the start of code, with the quotes around it.
fn quoted(code: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (place, character) in code.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if character == quote => return place + 1,
            _ => {}
        }
    }
    code.len()
}

fn is_part_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_stay() {
        for (code, expected) in [
            ("::glue_runtime::Blob", "crate::x::Blob"),
            ("<::glue_runtime::Blob>", "<crate::x::Blob>"),
            ("use ::glue_runtime;", "use crate::x;"),
            ("a::glue_runtime <A>::glue_runtime", "a::glue_runtime <A>::glue_runtime"),
            ("::glue_runtime_2 ::glue", "::glue_runtime_2 ::glue"),
            ("// ::glue_runtime \"\n::glue_runtime", "// ::glue_runtime \"\ncrate::x"),
            ("a / ::glue_runtime", "a / crate::x"),
            (
                r#""::glue_runtime\" ::glue_runtime" ::glue_runtime"#,
                r#""::glue_runtime\" ::glue_runtime" crate::x"#,
            ),
            (r#""\\" ::glue_runtime"#, r#""\\" crate::x"#),
            (r##"r#"::glue_runtime" "# ::glue_runtime"##, r##"r#"::glue_runtime" "# crate::x"##),
            (r#"r"\" ::glue_runtime"#, r#"r"\" crate::x"#),
            (
                r##"br#"" ::glue_runtime"# r#ref ::glue_runtime"##,
                r##"br#"" ::glue_runtime"# r#ref crate::x"##,
            ),
            (r"'\'' ::glue_runtime", r"'\'' crate::x"),
            ("'\"' ::glue_runtime '\u{e4}' ::glue_runtime", "'\"' crate::x '\u{e4}' crate::x"),
            ("<'a, '_> ::glue_runtime &'a ::glue_runtime", "<'a, '_> crate::x &'a crate::x"),
            ("\" ::glue_runtime", "\" ::glue_runtime"),
        ] {
            assert_eq!(replaced(code, "crate::x"), expected, "{code}");
        }
    }
}
