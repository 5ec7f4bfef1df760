//! `--derive`: further traits that the types derive.

use clap::{Arg, ArgAction, ArgMatches};

const DERIVE: &str = "derive";

/// The option that names traits.
pub(super) fn argument(help: &'static str) -> Arg {
    Arg::new(DERIVE)
        .long("derive")
        .value_name("TRAIT")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .help(help)
}

/// The traits that the arguments name.
pub(super) fn chosen(matches: &ArgMatches) -> Vec<String> {
    matches.get_many::<String>(DERIVE).unwrap_or_default().cloned().collect()
}
