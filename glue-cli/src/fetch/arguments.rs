//! The arguments that `fetch` and `update` share.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::sources::Place;

const FROM: &str = "from";
const OUT: &str = "out";
const FORCE: &str = "force";

/// An option without a value.
pub(crate) fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// The option that says where models are.
pub(crate) fn from_argument() -> Arg {
    Arg::new(FROM)
        .long(FROM)
        .value_name("SOURCE")
        .help("A wheel, an sdist, a jar, a folder, or a release such as botocore==1.44.5")
}

/// The option that names the folder of models.
pub(crate) fn out_argument() -> Arg {
    Arg::new(OUT)
        .long(OUT)
        .value_name("PATH")
        .value_parser(value_parser!(PathBuf))
        .default_value("models")
        .help("The folder of models, with the lock")
}

/// The option to write over files.
pub(crate) fn force_argument() -> Arg {
    flag(FORCE, "Write over models that were edited, or that the lock does not know")
}

/// Where the arguments say that models are.
pub(crate) fn from(matches: &ArgMatches) -> Option<Place> {
    matches.get_one::<String>(FROM).map(|text| Place::parse(text))
}

/// The folder of models.
pub(crate) fn out(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>(OUT).cloned().unwrap_or_else(|| PathBuf::from("models"))
}

/// Whether to write over files.
pub(crate) fn force(matches: &ArgMatches) -> bool {
    matches.get_flag(FORCE)
}
