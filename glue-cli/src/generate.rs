//! `generate`: types and validators from a model.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use glue_codegen::files::{GeneratedFolder, generate_folder};
use glue_codegen::{Options, Source, Summary};

use super::depfile::{self, Depfile};
use super::exit_codes::EXIT_CODES;
use super::failure::Failure;
use super::model::{self, ModelInput};
use super::target::{Outcome, Target};
use super::{
    corrections, customizations, derives, elsewhere, features, folder, freshness, progress,
    representation, selection,
};

pub(super) const NAME: &str = "generate";

const OUT: &str = "out";
const SPLIT: &str = "split";
const CHECK: &str = "check";
const NO_DOCS: &str = "no-docs";
const KEEP_UNKNOWN_MEMBERS: &str = "keep-unknown-members";
const AWS_SDK: &str = "aws-sdk";
const SCHEMARS: &str = "schemars";
const ARBITRARY: &str = "arbitrary";

const EXAMPLES: &str = "\
Examples:
  All of the default model, to standard output:
    glue-codegen generate

  Two operations and what they reach, into a file that is written only if its text changes:
    glue-codegen generate --operation GetJobRun --operation GetWorkflowRun --out src/glue.rs

  In CI, fail with a diff if that file is not what would be generated now:
    glue-codegen generate --operation GetJobRun --operation GetWorkflowRun --out src/glue.rs --check

  All of a large service, as the folder src/ec2 of files that an editor opens with ease:
    glue-codegen generate --model ec2/service-2.json --split --out src/ec2

  A compressed model from another program:
    curl --silent https://example.com/service-2.json.gz | glue-codegen generate --model -";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about("Generate types and validators from a model")
        .args([
            model::argument(),
            selection::service_argument(),
            selection::argument(
                "An operation to generate; repeat it, or use commas, for more [default: all operations]",
            ),
            features::argument(),
            out(),
            split(),
            check_flag(),
            depfile::argument(),
            corrections::argument(),
            model::fixes_argument(),
            no_docs(),
            derives::argument(
                "Another trait to derive where members allow it, such as Hash; repeat it, or use commas, for more",
            ),
        ])
        .args(customizations::arguments())
        .args([keep_unknown_members(), aws_sdk(), schemars(), arbitrary()])
        .args(representation::arguments())
        .args(elsewhere::arguments())
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

fn split() -> Arg {
    Arg::new(SPLIT).long("split").action(ArgAction::SetTrue).help(
        "Make --out a folder: a file for each operation and its types, and mod.rs that has all",
    )
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

fn keep_unknown_members() -> Arg {
    Arg::new(KEEP_UNKNOWN_MEMBERS)
        .long("keep-unknown-members")
        .action(ArgAction::SetTrue)
        .help("Have structures keep members that the model does not have, and write them back")
}

fn aws_sdk() -> Arg {
    Arg::new(AWS_SDK)
        .long("aws-sdk")
        .value_name("CRATE")
        .help("Add conversions from and to the types of the official SDK, such as aws_sdk_glue")
}

fn schemars() -> Arg {
    Arg::new(SCHEMARS)
        .long("schemars")
        .action(ArgAction::SetTrue)
        .help("Implement schemars::JsonSchema: JSON Schemas with all constraints")
}

fn arbitrary() -> Arg {
    Arg::new(ARBITRARY)
        .long("arbitrary")
        .action(ArgAction::SetTrue)
        .help("Implement arbitrary::Arbitrary: valid values for fuzzing and property tests")
}

/// Where the text goes.
enum Destination<'a> {
    /// To standard output.
    Stdout,
    /// Into a file.
    File(Target<'a>),
    /// Nowhere: it is compared with what a file holds.
    Check(Target<'a>),
    /// Into the files of a folder.
    Folder(&'a Path),
    /// Nowhere: it is compared with what the files of a folder hold.
    CheckFolder(&'a Path),
}

impl Destination<'_> {
    /// The file that is written; of a folder, `mod.rs`.
    fn output(&self) -> Option<PathBuf> {
        match self {
            Self::File(target) => Some(target.path.to_owned()),
            Self::Folder(path) => Some(path.join("mod.rs")),
            Self::Stdout | Self::Check(_) | Self::CheckFolder(_) => None,
        }
    }
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let started = Instant::now();
    let input = model::chosen(matches)?;
    let destination = destination(matches, &input)?;
    let depfile = Depfile::chosen(matches, destination.output())?;
    progress::announce(&input);
    let text = input.read()?;
    let mut options = options(matches);
    options.fixes = model::fixes(matches)?;
    let (summary, lines, outcome) = match destination {
        Destination::Folder(path) => split_into(path, &text.source(), &options, folder::write)?,
        Destination::CheckFolder(path) => {
            split_into(path, &text.source(), &options, folder::check)?
        }
        Destination::Stdout => {
            one_file(&text.source(), &options, |code| print(code).map(|()| None))?
        }
        Destination::File(target) => {
            one_file(&text.source(), &options, |code| target.write(code).map(Some))?
        }
        Destination::Check(target) => {
            one_file(&text.source(), &options, |code| freshness::fresh(&target, code).map(Some))?
        }
    };
    depfile.map_or(Ok(()), |depfile| depfile.write())?;
    progress::summarize(&summary, lines, outcome, started.elapsed());
    Ok(())
}

/// What was generated, in how many lines, and what became of it.
type Done<'a> = (Summary, usize, Option<Outcome<'a>>);

fn one_file<'a>(
    source: &Source<'_>,
    options: &Options,
    put: impl FnOnce(&str) -> Result<Option<Outcome<'a>>, Failure>,
) -> Result<Done<'a>, Failure> {
    let generated = glue_codegen::generate(source, options)?;
    let outcome = put(&generated.code)?;
    Ok((generated.summary, generated.code.lines().count(), outcome))
}

fn split_into<'a>(
    path: &'a Path,
    source: &Source<'_>,
    options: &Options,
    put: fn(&'a Path, &GeneratedFolder) -> Result<Outcome<'a>, Failure>,
) -> Result<Done<'a>, Failure> {
    let generated = generate_folder(source, options)?;
    let outcome = put(path, &generated)?;
    let lines = generated.files.values().map(|text| text.lines().count()).sum();
    Ok((generated.summary, lines, Some(outcome)))
}

fn destination<'a>(
    matches: &'a ArgMatches,
    model: &ModelInput,
) -> Result<Destination<'a>, Failure> {
    let file = matches.get_one::<PathBuf>(OUT).filter(|path| path.as_os_str() != "-");
    let split = matches.get_flag(SPLIT);
    match (file, matches.get_flag(CHECK)) {
        (None, _) if split => {
            Err(Failure::unusable("`--split` needs a folder to write to", "name it with `--out`"))
        }
        (None, false) => Ok(Destination::Stdout),
        (None, true) => Err(Failure::unusable(
            "`--check` needs a file to check",
            "name the generated file with `--out`",
        )),
        (Some(path), false) if split => Ok(Destination::Folder(path)),
        (Some(path), true) if split => Ok(Destination::CheckFolder(path)),
        (Some(path), false) => Target::new(path, model.path()).map(Destination::File),
        (Some(path), true) => Target::new(path, model.path()).map(Destination::Check),
    }
}

fn options(matches: &ArgMatches) -> Options {
    let mut options = Options::default();
    options.service = selection::service(matches);
    options.operations = selection::chosen(matches);
    options.corrections = corrections::chosen(matches);
    options.features = features::chosen(matches);
    options.without_docs = matches.get_flag(NO_DOCS);
    options.derives = derives::chosen(matches);
    customizations::choose(matches, &mut options);
    options.keep_unknown_members = matches.get_flag(KEEP_UNKNOWN_MEMBERS);
    representation::choose(matches, &mut options);
    elsewhere::choose(matches, &mut options);
    options.aws_sdk = matches.get_one::<String>(AWS_SDK).cloned();
    options.schemars = matches.get_flag(SCHEMARS);
    options.arbitrary = matches.get_flag(ARBITRARY);
    options
}

fn print(code: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let printed = stdout.write_all(code.as_bytes()).and_then(|()| stdout.flush());
    printed.map_err(Failure::stdout)
}
