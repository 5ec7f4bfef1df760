//! `diff`: what changed between two versions of a model.

mod allowed;
pub(crate) mod denied;
mod json;
pub(crate) mod markdown;
pub(crate) mod markdown_text;
mod phrase;
mod room;
mod text;
mod totals;
mod versions;

use std::io::{self, BufWriter, Write};

use clap::{Arg, ArgAction, ArgMatches, Command};
use glue_codegen::Options;
use glue_codegen::inspect::Difference;

use super::failure::Failure;
use super::{derives, json as as_json, selection};
use versions::Versions;

pub(super) const NAME: &str = "diff";

const MARKDOWN: &str = "markdown";

const ABOUT: &str = "Show what changed for users of the types between two versions of a model";

const DETAILS: &str = "\
Compares what would be generated from each, so that the models may have different formats. Changes
of descriptions do not count. Each change is marked with what it means for code that uses the types:

  !  breaking   something no longer compiles: a type, field or variant is gone or renamed, or a type
                changed
  ~  behavior   all compiles, but other values are read, written or reported: a constraint, a wire
                name or place, a timestamp format, a default, the code of an error
  +  additive   there is something more: structures and enums are open, so that new members,
                values, variants and errors break nothing; or something is now deprecated

What a shape demands of its values is told once, at that shape, not at every member that has it.
Patterns that match the same strings are no change, nor are labels of paths that are only called
otherwise. Other patterns come with a shortest string that tells them apart, within the length that
the values can have.

Each item says who sends it, in either version. Each change has two verdicts in `--json`: whether
Rust source for the old version compiles, and whether JSON that the old types wrote still reads and
is still valid. Without `--json`, the latter is shown where the answer is not yes. Where a change
comes from elsewhere in the model, such as from an operation that reaches a shape now, it says so.

A list of `--allow` is a JSON object of named entries. Each names one change, by what `--json` has
under these keys, and says why it may pass. What was (`old`) and is (`new`) may be left out:

  {
    \"ratio-is-not-used\": {
      \"reason\": \"Nothing of ours reads the ratio.\",
      \"kind\": \"structure\", \"item\": \"Item\", \"member\": \"Ratio\", \"aspect\": \"type\"
    }
  }

An allowed change is shown with its reason, and does not make the run fail. An entry that names no
change does.";

const EXAMPLES: &str = "\
Examples:
  What an update brings:
    glue-codegen diff old/service-2.json new/service-2.json

  In CI, fail if the update alters anything but by adding to it:
    glue-codegen diff --deny behavior old/service-2.json new/service-2.json

  What a branch changes about a model, as a comment on its pull request:
    glue-codegen diff --against git:origin/main --markdown models/service-2.json

  A list for `--allow` with all breaking changes, where only the reasons are missing:
    glue-codegen diff --json old.json new.json |
        jq '[.changes[] | select(.impact == \"breaking\")] | with_entries({key: \"change-\\(.key)\",
            value: (.value | {reason: \"\", kind, item, member, aspect, old, new})})'

  Only the breaking changes of two operations:
    glue-codegen diff --operation GetJobRun --operation GetWorkflowRun --json old.json new.json |
        jq '.changes[] | select(.impact == \"breaking\")'";

const EXIT_CODES: &str = "\
Exit codes:
  0  there are no changes that `--deny` names but those that `--allow` lets pass
  1  there are some
  2  wrong usage, or a model or list that cannot be read or has problems, such as an entry that
     names no change";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .allow_missing_positional(true)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args(versions::arguments())
        .args([
            selection::service_argument(),
            selection::argument(
                "An operation to compare; repeat it, or use commas, for more [default: all]",
            ),
            derives::argument(
                "A trait that the types derive as well, such as Hash; repeat it, or use commas, for more",
            ),
            denied::argument(),
            allowed::argument(),
            as_json::argument("Print one JSON object: the changes and the totals")
                .conflicts_with(MARKDOWN),
            markdown_flag(),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

fn markdown_flag() -> Arg {
    Arg::new(MARKDOWN)
        .long("markdown")
        .action(ArgAction::SetTrue)
        .help("Print Markdown, for a comment on a pull request")
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let versions = Versions::chosen(matches, allowed::inputs(matches))?;
    let lists = allowed::read(matches)?;
    let (old, new) = versions.read(matches)?;
    let mut options = Options::default();
    options.service = selection::service(matches);
    options.operations = selection::chosen(matches);
    options.derives = derives::chosen(matches);
    let mut difference = glue_codegen::inspect::diff(&old.source(), &new.source(), &options)
        .map_err(|problems| Failure::Incomparable(vec![problems.into()]))?;
    let mut failures = allowed::apply(&lists, &mut difference);
    match write(matches, &difference, &versions) {
        // Whoever reads only the first changes still learns that there are some.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
        _ if failures.is_empty() => denied::judge(matches, &difference, versions.names()),
        _ => {
            failures.extend(denied::judge(matches, &difference, versions.names()).err());
            Err(Failure::Incomparable(failures))
        }
    }
}

fn write(matches: &ArgMatches, difference: &Difference, versions: &Versions<'_>) -> io::Result<()> {
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    if as_json::chosen(matches) {
        json::write(difference, &mut stdout)?;
    } else if matches.get_flag(MARKDOWN) {
        markdown::write(difference, &versions.names(), &mut stdout)?;
    } else {
        text::write(difference, &mut stdout)?;
    }
    stdout.flush()
}
