//! The features that a subcommand puts operations behind.

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::Feature;

const FEATURE: &str = "feature";

/// The option that names features with their operations.
pub(super) fn argument() -> Arg {
    Arg::new(FEATURE)
        .long("feature")
        .value_name("NAME=OPERATIONS")
        .value_parser(parse)
        .action(ArgAction::Append)
        .help(
            "More operations, whose documentation says that they need a feature of your crate, such as jobs=GetJob,GetJobs; repeat it for more",
        )
}

/// The features that the arguments name.
pub(super) fn chosen(matches: &ArgMatches) -> Vec<Feature> {
    matches.get_many::<Feature>(FEATURE).into_iter().flatten().cloned().collect()
}

fn parse(argument: &str) -> Result<Feature, String> {
    match argument.split_once('=') {
        Some((name, operations)) if !operations.is_empty() => {
            let operations = operations.split(',').map(str::to_owned).collect();
            Ok(Feature { name: name.to_owned(), operations })
        }
        _ => Err("no operations: write NAME=OPERATION,OPERATION".to_owned()),
    }
}
