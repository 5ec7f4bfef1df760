//! `--json`: output for tools.

use clap::{Arg, ArgAction, ArgMatches};

const JSON: &str = "json";

/// The option that asks for it.
pub(super) fn argument(help: &'static str) -> Arg {
    Arg::new(JSON).long("json").action(ArgAction::SetTrue).help(help)
}

/// Whether the arguments ask for it.
pub(super) fn chosen(matches: &ArgMatches) -> bool {
    matches.get_flag(JSON)
}
