//! `--extern`, `--replace` and `--replace-validated`: types that are not generated.

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::{Extern, Options, Replacement};

const EXTERN: &str = "extern";
const REPLACE: &str = "replace";
const REPLACE_VALIDATED: &str = "replace-validated";

/// The options that name types.
pub(super) fn arguments() -> [Arg; 3] {
    let replace = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_names(["SELECTOR", "PATH"])
            .num_args(2)
            .action(ArgAction::Append)
            .help(help)
    };
    [
        Arg::new(EXTERN)
            .long(EXTERN)
            .value_name("PATH=NAMES")
            .value_parser(parse)
            .action(ArgAction::Append)
            .help("Types that a module has already, such as crate::first=Tag,Kind; repeat it for more"),
        replace(REPLACE, "Give a shape or member, such as JobRun.Id, a type of yours; repeat it for more"),
        replace(REPLACE_VALIDATED, "The same, with a type that implements Validate"),
    ]
}

/// Sets what the arguments name.
pub(super) fn choose(matches: &ArgMatches, options: &mut Options) {
    options.externs = matches.get_many(EXTERN).into_iter().flatten().cloned().collect();
    for (name, validated) in [(REPLACE, false), (REPLACE_VALIDATED, true)] {
        for pair in matches.get_occurrences::<String>(name).into_iter().flatten() {
            if let [selector, path] = pair.cloned().collect::<Vec<_>>().as_slice() {
                let (selector, path) = (selector.clone(), path.clone());
                options.replacements.push(Replacement { selector, path, validated });
            }
        }
    }
}

fn parse(argument: &str) -> Result<Extern, String> {
    match argument.split_once('=') {
        Some((path, shapes)) if !shapes.is_empty() => {
            let shapes = shapes.split(',').map(str::to_owned).collect();
            Ok(Extern { path: path.to_owned(), shapes })
        }
        _ => Err("no names: write PATH=NAME,NAME".to_owned()),
    }
}
