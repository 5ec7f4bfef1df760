//! Paths of types and modules that users name.

use syn::Path;
use syn::parse::Parser;

use crate::lower::problems::Problems;

/// The path as code has it, in any module of the file; reports one that is not absolute. `what` says
/// what it is the path of.
pub(super) fn absolute(given: &str, what: &str, problems: &mut Problems<'_>) -> Option<String> {
    let path = Path::parse_mod_style.parse_str(given).ok().and_then(|path| text(&path));
    if path.is_none() {
        let help = match what {
            "type" => "begin with `crate` or the name of a crate, as in `crate::times::Time`",
            _ => "begin with `crate` or the name of a crate, as in `crate::types`",
        };
        let message = format!("`{}` is not the absolute path of a {what}", given.escape_debug());
        problems.option(message, help.to_owned());
    }
    path
}

/// Only names and colons, so that nothing else gets into the code.
fn text(path: &Path) -> Option<String> {
    let names: Vec<String> = path.segments.iter().map(|name| name.ident.to_string()).collect();
    let first = names.first()?;
    if names
        .iter()
        .skip(1)
        .chain(path.leading_colon.as_ref().map(|_| first))
        .any(|name| is_keyword(name))
    {
        return None;
    }
    match first.as_str() {
        "self" | "super" | "Self" => None,
        "crate" => Some(names.join("::")),
        _ => Some(format!("::{}", names.join("::"))),
    }
}

fn is_keyword(name: &str) -> bool {
    matches!(name, "crate" | "self" | "super" | "Self")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_paths() {
        let text =
            |path: &str| Path::parse_mod_style.parse_str(path).ok().and_then(|path| text(&path));
        for (given, expected) in [
            ("crate::Time", "crate::Time"),
            ("crate :: a :: Time", "crate::a::Time"),
            ("::jiff::Zoned", "::jiff::Zoned"),
            ("jiff::Zoned", "::jiff::Zoned"),
            ("toys", "::toys"),
            ("toys // a comment", "::toys"),
            ("crate::r#type::T", "crate::r#type::T"),
        ] {
            assert_eq!(text(given).as_deref(), Some(expected));
        }
        for given in [
            "",
            "self::T",
            "super::T",
            "Self::T",
            "::crate::T",
            "a::super::T",
            "a::<T>",
            "Vec<u8>",
            "a; fn x() {}",
            "a::{b, c}",
            "a as b",
            "a::*",
            "1",
            "<T>::X",
            "a::T /* x */ y",
        ] {
            assert_eq!(text(given), None, "{given}");
        }
    }
}
