//! `sample`: values of an operation's request, answer or errors, or of a shape.

mod breaking;
mod broken;
mod collections;
mod counting;
mod distinct;
mod existence;
mod json;
mod left_out;
mod lengths;
mod maker;
mod numbers;
mod output;
mod random;
mod samples;
mod scalars;
mod site;
mod spelling;
mod target;
mod text;

use clap::{Arg, ArgMatches, Command};

use super::check::verdict::Checker;
use super::failure::Failure;
use super::fetch::arguments::flag;
use super::model_search::Search;
use super::subject::{self, Side, Subject};
use super::{model, selection};
use breaking::Wanted;
use maker::{Maker, Manner};
use output::Output;
use samples::Samples;
use spelling::Spelling;

pub(super) const NAME: &str = "sample";

const MINIMAL: &str = "minimal";
const FULL: &str = "full";
const SEED: &str = "seed";
const COUNT: &str = "count";
const COMMAND_LINE: &str = "command-line";

const ABOUT: &str = "Print values of a request, an answer or a shape, valid or broken";

const DETAILS: &str = "\
The values are JSON that `check --strict` accepts: texts match their patterns, and lengths and numbers
are within their bounds, now and then at them. A value is random: it has the required members and some
others. The same seed gives the same values on every machine. One value is printed over several lines;
more, with --count, are on a line each.

With --break, a value breaks exactly one constraint, and standard error says which. Several such values
are on a line each, as objects with `breaks` (the constraint), `at` (the place, as a JSON pointer),
`message` (what `check --strict` says) and `value`. Constraints that cannot be broken alone are noted.

Keys and times are those of the service, or with --command-line those of the AWS CLI: of what it prints
with --output, and otherwise of what its option --cli-input-json takes. Errors have their name under
`__type`, as in a response's body.

Without an operation or shape, a value of every structure and union of the model is printed, on a line
each, with the name as `shape` beside the `value`; and with --break all, of each only its own
constraints are broken.

The model is found as `check` finds it.";

const EXAMPLES: &str = "\
Examples:
  A request to start from:
    glue-codegen sample --operation StartJobRun --minimal --command-line > request.json

  A thousand answers for a test:
    glue-codegen sample --operation GetJobRun --output --count 1000 > answers.jsonl

  What a validator must refuse:
    glue-codegen sample --operation CreateJob --break all > broken.jsonl";

const EXIT_CODES: &str = "\
Exit codes:
  0  all values are printed
  1  the model has problems, or a value is not printed, because there is none or none was found
  2  wrong usage, or a file that cannot be read or written";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args(subject::arguments())
        .group(subject::sides())
        .args([
            model::optional_argument(),
            selection::service_argument(),
            flag(MINIMAL, "Required members only, and the least of everything; texts are empty only if they must be"),
            flag(FULL, "Every member; a structure within itself is minimal")
                .conflicts_with(MINIMAL),
            breaking::argument(),
            number(SEED, "0").help("The number from which all random choices follow"),
            number(COUNT, "1").help("How many values to print"),
            flag(COMMAND_LINE, "Keys and times as the AWS CLI has them"),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

fn number(name: &'static str, default: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        // Its value is refused, and not taken for an option.
        .allow_negative_numbers(true)
        .value_parser(whole)
        .default_value(default)
}

fn whole(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("it is not a whole number from 0 to {}", u64::MAX))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let subject = Subject::chosen(matches);
    let wanted = breaking::wanted(matches)?;
    let model = subject::found_model(matches, subject.as_ref(), &mut Search::default())?;
    let service = subject::service_in_file(matches);
    let forms = match &subject {
        Some(subject) => subject.forms(&model, service)?,
        None => subject::forms(&model, service, glue_codegen::Selection::All)?,
    };
    let checker = Checker::new(forms);
    let targets = target::targets(matches, subject.as_ref(), checker.forms())?;
    let number = |name| matches.get_one::<u64>(name).copied().unwrap_or_default();
    let (is_minimal, is_full) = (matches.get_flag(MINIMAL), matches.get_flag(FULL));
    let spelling = match (matches.get_flag(COMMAND_LINE), &subject) {
        (false, _) => Spelling::Wire,
        (true, Some(Subject::Operation(_, Side::Output))) => Spelling::CommandLineAnswer,
        (true, _) => Spelling::CommandLine,
    };
    let maker = Maker::new(checker.forms(), spelling, number(SEED));
    let mut samples = Samples {
        manner: match (is_minimal, is_full) {
            (true, _) => Manner::Minimal,
            (_, true) => Manner::Full,
            _ => Manner::Random,
        },
        is_every: subject.is_none(),
        output: Output::new(subject.is_some() && number(COUNT) == 1 && wanted != Some(Wanted::All)),
        checker,
        maker,
    };
    match (wanted, subject) {
        (None, Some(_)) => samples.some(&targets, number(COUNT))?,
        (None, None) => samples.every(&targets, number(COUNT))?,
        (Some(Wanted::All), _) => samples.all_broken(&targets, number(COUNT))?,
        (Some(Wanted::Named(constraint)), _) => {
            samples.broken(&targets, constraint, number(COUNT))?;
        }
    }
    samples.output.finish()
}
