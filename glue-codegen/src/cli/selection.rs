//! The operations a subcommand works on.

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::Selection;

const OPERATION: &str = "operation";

/// The option that names operations.
pub(super) fn argument(help: &'static str) -> Arg {
    Arg::new(OPERATION)
        .long("operation")
        .value_name("NAME")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .help(help)
}

/// The operations that the arguments name; all if they name none.
pub(super) fn chosen(matches: &ArgMatches) -> Selection {
    match matches.get_many::<String>(OPERATION) {
        Some(names) => Selection::Named(names.cloned().collect()),
        None => Selection::All,
    }
}
