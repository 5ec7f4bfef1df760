//! `sample`: values of an operation's request, answer or errors, or of a shape.

mod breaking;
mod broken;
mod collections;
mod existence;
mod json;
mod maker;
mod numbers;
mod output;
mod random;
mod scalars;
mod site;
mod spelling;
mod target;
mod text;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::check::verdict::Checker;
use super::failure::Failure;
use super::fetch::arguments::flag;
use super::model_search::Search;
use super::subject::{self, Subject};
use super::{model, selection};
use breaking::{Broken, Wanted};
use maker::{Maker, Manner};
use output::{Line, Output};
use site::{Reach, Site};
use spelling::Spelling;
use target::Target;

pub(super) const NAME: &str = "sample";

const MINIMAL: &str = "minimal";
const FULL: &str = "full";
const SEED: &str = "seed";
const COUNT: &str = "count";
const COMMAND_LINE: &str = "command-line";

/// How often to try for a random value that passes `check`.
const TRIES: usize = 8;

const ABOUT: &str = "Print values of a request, an answer or a shape, valid or broken";

const DETAILS: &str = "\
The values are JSON that `check --strict` accepts: texts match their patterns, and lengths and numbers
are within their bounds, now and then at them. A value is random: it has the required members and some
others. The same seed gives the same values on every machine. One value is printed over several lines;
more, with --count, are on a line each.

With --break, a value breaks exactly one constraint, and standard error says which. Several such values
are on a line each, as objects with `breaks` (the constraint), `at` (the place, as a JSON pointer),
`message` (what `check` says) and `value`.

Keys and times are those of the service, or with --command-line those of the AWS CLI, such as for its
option --cli-input-json. Errors have their name under `__type`, as in a response's body.

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
  1  the model has problems, or no such value exists, or none is known
  2  wrong usage, or a file that cannot be read or written";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args(subject::arguments_with_error_name())
        .group(subject::sides())
        .args([
            model::optional_argument(),
            selection::service_argument(),
            flag(MINIMAL, "Required members only, and the least of everything"),
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
        .value_parser(value_parser!(u64))
        .default_value(default)
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
    let targets = target::targets(matches, subject.as_ref(), &forms)?;
    let checker = Checker::new(forms);
    let number = |name| matches.get_one::<u64>(name).copied().unwrap_or_default();
    let (is_minimal, is_full) = (matches.get_flag(MINIMAL), matches.get_flag(FULL));
    let spelling =
        if matches.get_flag(COMMAND_LINE) { Spelling::CommandLine } else { Spelling::Wire };
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
        (Some(Wanted::All), _) => samples.all_broken(&targets)?,
        (Some(Wanted::Named(constraint)), _) => {
            samples.broken(&targets, constraint, number(COUNT))?;
        }
    }
    samples.output.finish()
}

/// Makes samples and prints them.
struct Samples {
    checker: Checker,
    maker: Maker,
    manner: Manner,
    /// Whether the values are of all structures and unions of the model.
    is_every: bool,
    output: Output,
}

impl Samples {
    /// Values of one of the targets each.
    fn some(&mut self, targets: &[Target], count: u64) -> Result<(), Failure> {
        for _ in 0..count {
            let target = self.one_of(targets)?;
            match self.valid(target) {
                Ok(line) => self.output.line(line)?,
                Err(reason) => return Err(Failure::Invalid(reason)),
            }
        }
        Ok(())
    }

    /// Values of each target.
    fn every(&mut self, targets: &[Target], count: u64) -> Result<(), Failure> {
        for target in targets {
            for _ in 0..count {
                match self.valid(target) {
                    Ok(line) => self.output.line(line)?,
                    Err(reason) => self.output.note(&reason),
                }
            }
        }
        Ok(())
    }

    /// A target: with the least of everything the first one, and otherwise any.
    fn one_of<'t>(&mut self, targets: &'t [Target]) -> Result<&'t Target, Failure> {
        let target = match self.manner {
            Manner::Minimal => targets.first(),
            _ => self.maker.random.pick(targets),
        };
        target.ok_or_else(|| Failure::Invalid("the model has no structure".to_owned()))
    }

    /// A value that passes `check`, or why there is none.
    fn valid<'t>(&mut self, target: &'t Target) -> Result<Line<'t>, String> {
        let mut reason = String::new();
        for _ in 0..TRIES {
            let made = self.maker.make(target.place, self.manner, None);
            let value = made.map_err(|reason| no_value(&target.name, &reason))?;
            let text = serde_json::to_string(&value).unwrap_or_default();
            match self.checker.check(target.place, &text).first() {
                None => return Ok(self.line(target, value, None)),
                Some(breach) => {
                    reason = format!("none was found that passes `check`: {}", breach.message);
                }
            }
        }
        Err(no_value(&target.name, &reason))
    }

    fn line<'t>(
        &self,
        target: &'t Target,
        value: json::Json,
        broken: Option<output::Told>,
    ) -> Line<'t> {
        let shape = self.is_every.then_some(target.name.as_str());
        Line { shape, broken, value: value.with_type(target.error.as_deref()) }
    }

    /// Values that break one constraint each: all that can be broken alone.
    fn all_broken(&mut self, targets: &[Target]) -> Result<(), Failure> {
        for target in targets {
            for site in self.sites(target) {
                match self.maker.break_at((target.place, self.manner), &site, &self.checker) {
                    Ok(broken) => self.broken_line(target, broken)?,
                    Err(reason) => self.output.note(&unbroken(target, &site, &reason)),
                }
            }
        }
        Ok(())
    }

    /// Values that break one constraint of a name, at any place.
    fn broken(
        &mut self,
        targets: &[Target],
        constraint: &'static str,
        count: u64,
    ) -> Result<(), Failure> {
        let mut sites: Vec<(&Target, Site)> = Vec::new();
        for target in targets {
            sites.extend(self.sites(target).into_iter().map(|site| (target, site)));
        }
        let (wanted, others): (Vec<_>, Vec<_>) =
            sites.into_iter().partition(|(_, site)| site.way.constraint() == constraint);
        if wanted.is_empty() {
            return Err(absent(targets, constraint, &others));
        }
        let mut open = Vec::new();
        let (mut printed, mut reasons) = (0, Vec::new());
        while printed < count {
            if open.is_empty() {
                open.clone_from(&wanted);
                self.maker.random.shuffle(&mut open);
            }
            let Some((target, site)) = open.pop() else { break };
            match self.maker.break_at((target.place, self.manner), &site, &self.checker) {
                Ok(broken) => {
                    printed += 1;
                    self.broken_line(target, broken)?;
                }
                Err(reason) => reasons.push(unbroken(target, &site, &reason)),
            }
            if printed == 0 && reasons.len() == wanted.len() {
                return Err(Failure::Invalid(reasons.swap_remove(0)));
            }
        }
        Ok(())
    }

    fn sites(&mut self, target: &Target) -> Vec<Site> {
        self.maker.sites(target.place, if self.is_every { Reach::Own } else { Reach::All })
    }

    fn broken_line(&mut self, target: &Target, broken: Broken) -> Result<(), Failure> {
        let Broken { value, constraint, at, message } = broken;
        let told = output::Told { constraint, at, message };
        let line = self.line(target, value, Some(told));
        self.output.line(line)
    }
}

fn no_value(name: &str, reason: &str) -> String {
    format!("no value of `{name}` exists: {reason}")
}

fn unbroken(target: &Target, site: &Site, reason: &str) -> String {
    let (constraint, path) = (site.way.constraint(), &site.path);
    format!("`{constraint}` of {} at '{path}' cannot be broken alone: {reason}", target.name)
}

/// The failure of a constraint that no value has.
fn absent(targets: &[Target], constraint: &str, others: &[(&Target, Site)]) -> Failure {
    let mut names: Vec<&str> = others.iter().map(|(_, site)| site.way.constraint()).collect();
    names.sort_unstable();
    names.dedup();
    let of = breaking::list(targets.iter().map(|target| target.name.as_str()));
    let help = match names.is_empty() {
        true => "it has no constraints".to_owned(),
        false => format!("there are {}", breaking::list(names)),
    };
    Failure::unusable(format!("nothing in {of} has the constraint `{constraint}`"), help)
}
