//! `--allow`: lists of changes that may pass, each for a reason.

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::inspect::{AllowList, Difference};

use crate::failure::Failure;
use crate::model::ModelInput;

const ALLOW: &str = "allow";

/// The option that names lists.
pub(super) fn argument() -> Arg {
    Arg::new(ALLOW)
        .long("allow")
        .value_name("PATH")
        .action(ArgAction::Append)
        .value_parser(PathBufValueParser::new().map(ModelInput::from))
        .help("A list of changes that may pass, each with a reason; repeat it for more")
}

/// The files that the arguments name.
pub(super) fn inputs(matches: &ArgMatches) -> impl Iterator<Item = &ModelInput> {
    matches.get_many::<ModelInput>(ALLOW).unwrap_or_default()
}

/// Reads all lists, or tells the problems of all.
pub(super) fn read(matches: &ArgMatches) -> Result<Vec<AllowList>, Failure> {
    let mut lists = Vec::new();
    let mut failures = Vec::new();
    for input in inputs(matches) {
        let list = input.read().and_then(|text| Ok(AllowList::read(&text.source())?));
        match list {
            Ok(list) => lists.push(list),
            Err(failure) => failures.push(failure),
        }
    }
    match failures.is_empty() {
        true => Ok(lists),
        false => Err(Failure::Incomparable(failures)),
    }
}

/// Allows what the lists name, and gives what is wrong with their entries. Where nothing changed,
/// nothing is wrong: the lists may wait for the next update, as after a merge.
pub(super) fn apply(lists: &[AllowList], difference: &mut Difference) -> Vec<Failure> {
    if difference.changes.is_empty() {
        return Vec::new();
    }
    lists.iter().filter_map(|list| difference.allow(list).err().map(Failure::from)).collect()
}
