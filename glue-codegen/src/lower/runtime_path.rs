//! The path of `glue-runtime` in generated code.

use syn::Path;
use syn::parse::Parser;

use super::problems::Problems;
use crate::options::Options;

/// The path that the options give; none if it is the usual one.
pub(super) fn of(options: &Options, problems: &mut Problems<'_>) -> Option<String> {
    let given = options.runtime_path.as_deref()?;
    let path = absolute(given);
    if path.is_none() {
        problems.option(
            format!("`{}` is not the path of a crate or module", given.escape_debug()),
            "write the name of a crate, or a path that starts with one or with `crate`, such as \
             `facade::glue_runtime`"
                .to_owned(),
        );
    }
    path.filter(|path| path != "::glue_runtime")
}

/// A path that means the same in every module; none for other texts.
fn absolute(given: &str) -> Option<String> {
    let path = Path::parse_mod_style.parse_str(given).ok()?;
    let names: Vec<String> =
        path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let is_of_crate = path.leading_colon.is_none() && names.first()? == "crate";
    let after = if is_of_crate { names.get(1..)? } else { &names };
    let is_relative = |name: &String| ["crate", "self", "super", "Self"].contains(&name.as_str());
    if after.is_empty() || after.iter().any(is_relative) {
        return None;
    }
    let start = if is_of_crate { "" } else { "::" };
    Some(format!("{start}{}", names.join("::")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_mean_the_same_everywhere() {
        for (given, expected) in [
            ("glue_runtime", "::glue_runtime"),
            ("runtime", "::runtime"),
            ("::facade::runtime", "::facade::runtime"),
            ("facade :: r#type", "::facade::r#type"),
            ("crate::runtime", "crate::runtime"),
        ] {
            assert_eq!(absolute(given).as_deref(), Some(expected));
        }
        for given in [
            "",
            "::",
            "crate",
            "self",
            "self::x",
            "super::x",
            "x::self",
            "x::super::y",
            "::crate::x",
            "Self::x",
            "x<y>",
            "x::<y>",
            "x-y",
            "x; struct Evil",
            "x::",
            "<x>::y",
            "1",
            "type",
        ] {
            assert_eq!(absolute(given), None, "{given}");
        }
    }
}
