//! Options that fit generated code into a crate: those for selected types, members and values, and
//! those for the whole file.

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::{Customization, Options};

const ATTRIBUTE: &str = "attribute";
const DERIVE_FOR: &str = "derive-for";
const RENAME: &str = "rename";
const SKIP_DERIVE: &str = "skip-derive";
const RUNTIME_PATH: &str = "runtime-path";
const HEADER: &str = "header";

/// The options: first those that have a selector and a text.
pub(super) fn arguments() -> [Arg; 6] {
    [
        argument(
            DERIVE_FOR,
            ["SELECTOR", "TRAITS"],
            "More traits, separated by commas, that selected types derive, such as JobRun Eq,Hash; repeat it for more",
        ),
        argument(
            SKIP_DERIVE,
            ["SELECTOR", "TRAITS"],
            "Standard traits, separated by commas, that selected types do not derive, such as JobRun Debug; repeat it for more",
        ),
        argument(
            ATTRIBUTE,
            ["SELECTOR", "ATTRIBUTES"],
            "Attributes for selected types (JobRun, Get*Request, @enums), members (JobRun.StartedOn) or values (WorkerType.G.1X); repeat it for more",
        ),
        argument(
            RENAME,
            ["SELECTOR", "NAME"],
            "Another name in Rust for a type, member or value; repeat it for more",
        ),
        Arg::new(RUNTIME_PATH)
            .long(RUNTIME_PATH)
            .value_name("PATH")
            .help("The path of glue-runtime in the code, such as facade::glue_runtime"),
        Arg::new(HEADER)
            .long(HEADER)
            .value_name("TEXT")
            .action(ArgAction::Append)
            .allow_hyphen_values(true)
            .help("A comment before everything else, such as a license; repeat it for more lines"),
    ]
}

fn argument(name: &'static str, values: [&'static str; 2], help: &'static str) -> Arg {
    Arg::new(name).long(name).num_args(2).value_names(values).action(ArgAction::Append).help(help)
}

/// Sets the options that the arguments name.
pub(super) fn choose(matches: &ArgMatches, options: &mut Options) {
    options.derives_for = chosen(matches, DERIVE_FOR);
    options.skipped_derives = chosen(matches, SKIP_DERIVE);
    options.attributes = chosen(matches, ATTRIBUTE);
    options.renames = chosen(matches, RENAME);
    options.runtime_path = matches.get_one::<String>(RUNTIME_PATH).cloned();
    options.header = matches.get_many::<String>(HEADER).into_iter().flatten().cloned().collect();
}

fn chosen(matches: &ArgMatches, name: &str) -> Vec<Customization> {
    let occurrences = matches.get_occurrences::<String>(name).into_iter().flatten();
    let pairs = occurrences.filter_map(|mut values| Some((values.next()?, values.next()?)));
    pairs
        .map(|(selector, text)| Customization { selector: selector.clone(), text: text.clone() })
        .collect()
}
