//! The service and the operations a subcommand works on.

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::Selection;

const OPERATION: &str = "operation";
pub(super) const SERVICE: &str = "service";

/// The option that names the service.
pub(super) fn service_argument() -> Arg {
    Arg::new(SERVICE)
        .long("service")
        .value_name("NAME")
        .help("The service, where the model's file holds several")
}

/// The service that the arguments name.
pub(super) fn service(matches: &ArgMatches) -> Option<String> {
    matches.get_one::<String>(SERVICE).cloned()
}

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
