//! `check`: whether values are what a model says.

mod event;
mod excerpt;
mod findings;
mod identity;
mod keys;
mod locate;
mod pace;
mod problem;
mod reader;
mod report;
mod source;
mod split;
mod types;
mod values;
mod yaml;

use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::failure::Failure;
use super::fetch::arguments::flag;
use super::subject;
use super::{model, selection};
use report::Report;
use source::Source;
use values::Values;

pub(super) const NAME: &str = "check";

const FILE: &str = "file";
const STRICT: &str = "strict";

const ABOUT: &str = "Check whether JSON is what a model says";

const EXIT_CODES: &str = "\
Exit codes:
  0  all values are as the model says; notes do not count
  1  there are problems
  2  wrong usage, an unknown operation, or a file that cannot be read";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .args(subject::arguments())
        .group(subject::sides())
        .args([
            model::optional_argument(),
            selection::service_argument(),
            flag(STRICT, "Count unknown members and unknown values of enums as problems"),
            report::argument(),
            Arg::new(FILE)
                .value_name("FILE")
                .required(true)
                .action(ArgAction::Append)
                .help("A file of values; - is standard input"),
        ])
        .after_help(EXIT_CODES)
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let started = Instant::now();
    let mut values = Values::chosen(matches, matches.get_flag(STRICT))?;
    let mut report = Report::new(matches)?;
    let mut failures = Vec::new();
    for name in matches.get_many::<String>(FILE).unwrap_or_default() {
        match Source::open(name).and_then(|source| source.check(&mut values, &mut report)) {
            // The other files are checked all the same.
            Err(failure @ Failure::Unusable(_)) => failures.push(failure),
            result => result?,
        }
    }
    let result = report.finish(started.elapsed());
    match failures.is_empty() {
        true => result,
        false => {
            failures.extend(result.err());
            Failure::all(failures)
        }
    }
}
