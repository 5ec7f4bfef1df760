//! Paths of users, as code has them.

use syn::Path;
use syn::parse::Parser;

/// A path that means the same in every module: `crate`, or the name of a crate, and what is in it.
/// None for other texts, so that only names and colons get into the code.
pub(super) fn absolute(given: &str) -> Option<String> {
    let path = Path::parse_mod_style.parse_str(given).ok()?;
    let names: Vec<String> = path.segments.iter().map(|name| name.ident.to_string()).collect();
    let first = names.first()?;
    let mut later = names.iter().skip(1).chain(path.leading_colon.as_ref().map(|_| first));
    if later.any(|name| is_relative(name)) {
        return None;
    }
    match first.as_str() {
        "self" | "super" | "Self" => None,
        "crate" => Some(names.join("::")),
        _ => Some(format!("::{}", names.join("::"))),
    }
}

fn is_relative(name: &str) -> bool {
    matches!(name, "crate" | "self" | "super" | "Self")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_paths() {
        for (given, expected) in [
            ("crate::Time", "crate::Time"),
            ("crate :: a :: Time", "crate::a::Time"),
            ("::jiff::Zoned", "::jiff::Zoned"),
            ("jiff::Zoned", "::jiff::Zoned"),
            ("toys", "::toys"),
            ("toys // a comment", "::toys"),
            ("crate::r#type::T", "crate::r#type::T"),
        ] {
            assert_eq!(absolute(given).as_deref(), Some(expected));
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
            assert_eq!(absolute(given), None, "{given}");
        }
    }
}
