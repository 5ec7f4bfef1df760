//! `generate`: types and validators from a model.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use glue_codegen::Options;

use super::failure::Failure;
use super::model::{self, ModelInput};
use super::target::Target;
use super::{EXIT_CODES, check, progress, selection};

pub(super) const NAME: &str = "generate";

const OUT: &str = "out";
const CHECK: &str = "check";
const NO_DOCS: &str = "no-docs";
const DERIVE: &str = "derive";

const EXAMPLES: &str = "\
Examples:
  All of the default model, to standard output:
    glue-codegen generate

  Two operations and what they reach, into a file that is written only if its text changes:
    glue-codegen generate --operation GetJobRun --operation GetWorkflowRun --out src/glue.rs

  In CI, fail with a diff if that file is not what would be generated now:
    glue-codegen generate --operation GetJobRun --operation GetWorkflowRun --out src/glue.rs --check

  A compressed model from another program:
    curl --silent https://example.com/service-2.json.gz | glue-codegen generate --model -";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about("Generate types and validators from a model")
        .args([
            model::argument(),
            selection::argument(
                "An operation to generate; repeat it for more [default: all operations]",
            ),
            out(),
            check_flag(),
            model::fixes_argument(),
            no_docs(),
            derive(),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

fn out() -> Arg {
    Arg::new(OUT)
        .long("out")
        .value_name("PATH")
        .value_parser(value_parser!(PathBuf))
        .default_value("-")
        .help("The file to generate, written only if its text changes; - is standard output")
}

fn check_flag() -> Arg {
    Arg::new(CHECK)
        .long("check")
        .action(ArgAction::SetTrue)
        .help("Write nothing; print a diff and fail if the file is stale or missing")
}

fn no_docs() -> Arg {
    Arg::new(NO_DOCS)
        .long("no-docs")
        .action(ArgAction::SetTrue)
        .help("Leave out the model's descriptions")
}

fn derive() -> Arg {
    Arg::new(DERIVE)
        .long("derive")
        .value_name("TRAIT")
        .action(ArgAction::Append)
        .help("Another trait to derive, such as ::schemars::JsonSchema; repeat it for more")
}

/// Where the text goes.
enum Destination<'a> {
    /// To standard output.
    Stdout,
    /// Into a file.
    File(Target<'a>),
    /// Nowhere: it is compared with what a file holds.
    Check(Target<'a>),
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let started = Instant::now();
    let input = model::chosen(matches);
    let destination = destination(matches, &input)?;
    progress::announce(&input);
    let text = input.read()?;
    let mut options = options(matches);
    options.fixes = model::fixes(matches)?;
    let generated = glue_codegen::generate(&text.source(), &options)?;
    let outcome = match &destination {
        Destination::Stdout => print(&generated.code).map(|()| None),
        Destination::File(target) => target.write(&generated.code).map(Some),
        Destination::Check(target) => check::fresh(target, &generated.code).map(Some),
    }?;
    progress::summarize(&generated, outcome, started.elapsed());
    Ok(())
}

fn destination<'a>(
    matches: &'a ArgMatches,
    model: &ModelInput,
) -> Result<Destination<'a>, Failure> {
    let file = matches.get_one::<PathBuf>(OUT).filter(|path| path.as_os_str() != "-");
    match (file, matches.get_flag(CHECK)) {
        (None, false) => Ok(Destination::Stdout),
        (None, true) => Err(Failure::unusable(
            "`--check` needs a file to check",
            "name the generated file with `--out`",
        )),
        (Some(path), false) => Target::new(path, model.path()).map(Destination::File),
        (Some(path), true) => Target::new(path, model.path()).map(Destination::Check),
    }
}

fn options(matches: &ArgMatches) -> Options {
    let many = |id| matches.get_many::<String>(id).unwrap_or_default().cloned().collect();
    let mut options = Options::default();
    options.operations = selection::chosen(matches);
    options.without_docs = matches.get_flag(NO_DOCS);
    options.derives = many(DERIVE);
    options
}

fn print(code: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let printed = stdout.write_all(code.as_bytes()).and_then(|()| stdout.flush());
    printed.map_err(Failure::stdout)
}
