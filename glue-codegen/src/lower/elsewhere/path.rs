//! Paths of types and modules that users name.

use syn::Path;
use syn::parse::Parser;

use crate::lower::problems::Problems;

/// The path of a module as code has it, in any module of the file; reports one that is not absolute.
pub(super) fn of_module(given: &str, problems: &mut Problems<'_>) -> Option<String> {
    let path = parse(given).as_ref().and_then(text);
    if path.is_none() {
        problems.option(
            format!("`{}` is not the absolute path of a module", given.escape_debug()),
            "begin with `crate` or the name of a crate, as in `crate::types`".to_owned(),
        );
    }
    path
}

/// The same for the path of a type, which is in a module: no crate is a type.
pub(super) fn of_type(given: &str, problems: &mut Problems<'_>) -> Option<String> {
    let path = parse(given).filter(|path| path.segments.len() > 1).as_ref().and_then(text);
    if path.is_none() {
        problems.option(
            format!("`{}` is not the absolute path of a type", given.escape_debug()),
            "begin with `crate` or the name of a crate, as in `crate::times::Time` or \
             `std::string::String`; name an alias for a type that has parameters"
                .to_owned(),
        );
    }
    path
}

fn parse(given: &str) -> Option<Path> {
    Path::parse_mod_style.parse_str(given).ok()
}

/// Only names and colons, so that nothing else gets into the code.
fn text(path: &Path) -> Option<String> {
    let names: Vec<String> = path.segments.iter().map(|name| name.ident.to_string()).collect();
    let first = names.first()?;
    let mut later = names.iter().skip(1).chain(path.leading_colon.as_ref().map(|_| first));
    if later.any(|name| is_keyword(name)) {
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
        let text = |path: &str| parse(path).as_ref().and_then(text);
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
