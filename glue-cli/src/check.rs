//! `check`: whether values are what a model says.

mod excerpt;
mod findings;
mod identity;
mod keys;
mod locate;
mod problem;
mod reader;
mod report;
mod source;
mod split;
mod types;

use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::failure::Failure;
use super::fetch::arguments::flag;
use super::subject::{self, Subject};
use super::{model, selection};
use report::Report;
use source::Source;
use types::Types;

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
    let subject = Subject::chosen(matches).ok_or_else(unnamed)?;
    let input = subject::model(matches).unwrap_or_default();
    let forms = subject.forms(&input, subject::service(matches))?;
    let place = subject.place(&forms)?;
    let types = Types::new(forms);
    let Some(shape) = place.and_then(|place| types.aggregate(place)) else { return Ok(()) };
    let mut report = Report::new(matches)?;
    for name in matches.get_many::<String>(FILE).unwrap_or_default() {
        Source::open(name)?.check((types, shape), matches.get_flag(STRICT), &mut report)?;
    }
    report.finish(started.elapsed())
}

fn unnamed() -> Failure {
    Failure::unusable(
        "it is not said what the values are",
        "name their operation with `--operation`, or their structure with `--shape`",
    )
}
