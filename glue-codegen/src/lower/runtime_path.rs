//! The path of `glue-runtime` in generated code.

use super::absolute_path::absolute;
use super::problems::Problems;
use crate::options::Options;

/// The path that the options give; none if it is the usual one.
pub(super) fn of(options: &Options, problems: &mut Problems<'_>) -> Option<String> {
    let given = options.runtime_path.as_deref()?;
    let path = parse(given);
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

/// The path of a crate or module; `crate` alone is neither a dependency nor a facade.
fn parse(given: &str) -> Option<String> {
    absolute(given).filter(|path| path != "crate")
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
            assert_eq!(parse(given).as_deref(), Some(expected));
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
            assert_eq!(parse(given), None, "{given}");
        }
    }
}
