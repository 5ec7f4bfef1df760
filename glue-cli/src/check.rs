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
pub(crate) mod verdict;
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

const ABOUT: &str = "Check whether values are what a model says";

const DETAILS: &str = "\
Reads values as generated types do: in the spelling of the service, the AWS CLI, CloudTrail and Step
Functions. All problems are reported at once, each with line, column and JSON pointer: values that do
not have the form of their type, and constraints that are broken, in AWS's words. Members and values
of enums that the model does not have may be newer than it, so they are notes; with --strict they are
problems.

A file holds one value, several after each other, one on each line (JSON Lines), or an array of them.
It may be compressed by gzip. Files called .yaml or .yml are YAML, such as requests for the AWS CLI's
--cli-input-yaml; so are standard input and files without an extension, unless they begin with { or [.
Values are read one at a time, so files may be of any size.

With --error, an error is checked as the one that its body names, also in the form in which boto3,
CloudTrail, Lambda and Step Functions keep it. Where only the header of the response has the name,
--error=NAME says it.

Records of CloudTrail are recognized, in its files, alone, and in events of EventBridge: each request
and answer is checked as the operation that the record names. With --operation, only records of that
operation are checked, and with --input, --output or --error that side of them.

Without --model, the model is looked for in models/, and then where botocore searches: in the folders
of AWS_DATA_PATH, in ~/.aws/models, and in an installed botocore or AWS CLI. It is the one that has
the operation, or the service's that is named by --service or by a record.";

const EXAMPLES: &str = "\
Examples:
  A request, before it is sent:
    glue-codegen check --operation StartJobRun request.json

  Saved answers in CI, with each problem shown beside its line:
    glue-codegen check --operation GetJobRun --output --format github answers/*.json

  What `aws` prints:
    aws glue get-job-run ... | glue-codegen check --operation GetJobRun --output -

  A day of CloudTrail:
    glue-codegen check trail/*.json.gz";

const EXIT_CODES: &str = "\
Exit codes:
  0  all values are as the model says; notes do not count
  1  there are problems; text that is not JSON or YAML is one
  2  wrong usage, an unknown operation, or a file that cannot be read";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
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
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let started = Instant::now();
    let mut values = Values::chosen(matches, matches.get_flag(STRICT))?;
    let mut report = Report::new(matches)?;
    let mut failures = Vec::new();
    for name in matches.get_many::<String>(FILE).unwrap_or_default() {
        match Source::open(name).and_then(|source| source.check(&mut values, &mut report)) {
            // The other files are checked all the same.
            Err(Failure::Unusable(mut problem)) => {
                problem.help = subject::tip(matches).or(problem.help);
                failures.push(Failure::Unusable(problem));
            }
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
