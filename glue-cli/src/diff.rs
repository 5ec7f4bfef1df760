//! `diff`: what changed between two versions of a model.

mod print;

use std::io::{self, BufWriter, Write};

use clap::builder::{EnumValueParser, PathBufValueParser, PossibleValue, TypedValueParser};
use clap::{Arg, ArgMatches, Command, ValueEnum};
use glue_codegen::Options;
use glue_codegen::inspect::{Difference, Impact};

use super::failure::{Failure, Problem};
use super::model::{ModelInput, ModelText};
use super::quantity::grouped;
use super::{json, selection};

pub(super) const NAME: &str = "diff";

const OLD: &str = "OLD";
const NEW: &str = "NEW";
const DENY: &str = "deny";
const ABOUT: &str = "Show what changed for users of the types between two versions of a model";

const DETAILS: &str = "\
Compares what would be generated from each, so that the models may have different formats. Changes
of descriptions do not count. Each change is marked with what it means for code that uses the types:

  !  breaking   something no longer compiles: a type, field or variant is gone or renamed, or a type
                changed
  ~  behaviour  all compiles, but other values are read, written or reported: a constraint, a wire
                name or place, a timestamp format, a default, the code of an error
  +  additive   there is something more: structures and enums are open, so that new members,
                values, variants and errors break nothing; or something is now deprecated

What a shape demands of its values is told once, at that shape, not at every member that has it.
Patterns that match the same strings are no change, nor are labels of paths that are only called
otherwise. Other patterns come with a shortest string that tells them apart, within the length that
the values can have.

Each item says who sends it, in either version. Each change has two verdicts in `--json`: whether
Rust source for the old version compiles, and whether JSON that the old types wrote still reads and
is still valid. Without `--json`, the latter is shown where the answer is not yes.";

const EXAMPLES: &str = "\
Examples:
  What an update brings:
    glue-codegen diff old/service-2.json new/service-2.json

  In CI, fail if the update alters anything but by adding to it:
    glue-codegen diff --deny behaviour old/service-2.json new/service-2.json

  Only the breaking changes of two operations:
    glue-codegen diff --operation GetJobRun --operation GetWorkflowRun --json old.json new.json |
        jq '.changes[] | select(.impact == \"breaking\")'";

const EXIT_CODES: &str = "\
Exit codes:
  0  there are no changes that `--deny` names
  1  there are some
  2  wrong usage, or a model that cannot be read or has problems";

/// The least impact that makes the run fail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Denied {
    From(Impact),
    Nothing,
}

impl ValueEnum for Denied {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::From(Impact::Breaking),
            Self::From(Impact::Behaviour),
            Self::From(Impact::Additive),
            Self::Nothing,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::From(Impact::Breaking) => ("breaking", "fail on breaking changes"),
            Self::From(Impact::Behaviour) => ("behaviour", "fail on these, too"),
            Self::From(Impact::Additive) => ("additive", "fail on any change"),
            Self::Nothing => ("nothing", "do not fail, whatever changed"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args([
            input(OLD, "The old version, .json or .json.gz; - is standard input"),
            input(NEW, "The new version"),
            selection::service_argument(),
            selection::argument(
                "An operation to compare; repeat it, or use commas, for more [default: all]",
            ),
            deny(),
            json::argument("Print one JSON object: the changes and the totals"),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

fn input(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .value_name(id)
        .required(true)
        .value_parser(PathBufValueParser::new().map(ModelInput::from))
        .help(help)
}

fn deny() -> Arg {
    Arg::new(DENY)
        .long("deny")
        .value_name("IMPACT")
        .value_parser(EnumValueParser::<Denied>::new())
        .default_value("breaking")
        .help("Which changes make the run fail")
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let (old, new) = read_both(matches)?;
    let mut options = Options::default();
    options.service = selection::service(matches);
    options.operations = selection::chosen(matches);
    let difference = glue_codegen::inspect::diff(&old.source(), &new.source(), &options)
        .map_err(|problems| Failure::Incomparable(vec![problems.into()]))?;
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    let written = match json::chosen(matches) {
        true => print::json(&difference, &mut stdout),
        false => print::text(&difference, &mut stdout),
    };
    match written.and_then(|()| stdout.flush()) {
        // Whoever reads only the first changes still learns that there are some.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
        _ => judge(matches, &difference),
    }
}

/// Reads both models. Where one cannot be read, the other's problems are told as well.
fn read_both(matches: &ArgMatches) -> Result<(ModelText, ModelText), Failure> {
    let input = |id| matches.get_one::<ModelInput>(id).cloned().unwrap_or(ModelInput::Stdin);
    let (old, new) = (input(OLD), input(NEW));
    if let (ModelInput::Stdin, ModelInput::Stdin) = (&old, &new) {
        return Err(Failure::unusable(
            "standard input cannot be both models",
            "give at least one of them as a file",
        ));
    }
    match (old.read(), new.read()) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (old, new) => {
            let mut options = Options::default();
            options.service = selection::service(matches);
            let problem = |text: Result<ModelText, Failure>| match text {
                // Whatever is found on the way to the patterns.
                Ok(text) => glue_codegen::inspect::patterns(&text.source(), &options)
                    .err()
                    .map(Failure::from),
                Err(failure) => Some(failure),
            };
            Err(Failure::Incomparable([old, new].into_iter().filter_map(problem).collect()))
        }
    }
}

/// Fails if there are changes that are denied.
fn judge(matches: &ArgMatches, difference: &Difference) -> Result<(), Failure> {
    let least = match matches.get_one::<Denied>(DENY) {
        Some(Denied::From(impact)) => *impact,
        _ => return Ok(()),
    };
    if difference.impact().is_none_or(|impact| impact < least) {
        return Ok(());
    }
    let denied = [Impact::Breaking, Impact::Behaviour, Impact::Additive];
    let denied = denied.into_iter().filter(|impact| *impact >= least);
    let counts = denied.map(|impact| (difference.count(impact), impact));
    let counts: Vec<String> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, impact)| format!("{} {impact}", grouped(count)))
        .collect();
    let total = difference.changes.iter().filter(|change| change.impact >= least).count();
    let changes = if total == 1 { "change" } else { "changes" };
    let input = |id| matches.get_one::<ModelInput>(id).map(ToString::to_string).unwrap_or_default();
    Err(Failure::Denied(Problem {
        message: format!("{} {changes} from {} to {}", counts.join(", "), input(OLD), input(NEW)),
        help: Some("`--deny` says which changes make the run fail".to_owned()),
    }))
}
