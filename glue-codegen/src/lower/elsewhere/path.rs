//! Paths of types and modules that users name.

use crate::lower::absolute_path::absolute;
use crate::lower::problems::Problems;

/// The path of a module as code has it, in any module of the file; reports one that is not absolute.
pub(super) fn of_module(given: &str, problems: &mut Problems<'_>) -> Option<String> {
    let path = absolute(given);
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
    let is_in_module = |path: &String| path.trim_start_matches("::").contains("::");
    let path = absolute(given).filter(is_in_module);
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
