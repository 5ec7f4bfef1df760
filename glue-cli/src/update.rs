//! `update`: the models of a project in a newer release, and what that changes.

mod compared;
mod report;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use glue_codegen::files::FolderChange;

use super::diff::denied;
use super::failure::{Failure, Problem};
use super::fetch::arguments;
use super::fetch::order::{self, Delivery, Order};
use super::fetch::origin::Origin;
use super::fetch::plan::Plan;
use super::fetch::project::Project;
use super::fetch::release::Release;
use super::fetch::sources::Place;
use super::fetch::{self, python};
use super::quantity::Quantity;
use super::{derives, progress};
use compared::Compared;

pub(super) const NAME: &str = "update";

const TO: &str = "to";
const MARKDOWN: &str = "markdown";
const DRY_RUN: &str = "dry-run";

const ABOUT: &str = "Bring the models of the lock to a newer release, and tell what that changes";

const DETAILS: &str = "\
Fetches every model of the lock that is from botocore in another release, made as the lock says,
compares it with the model that is there as `diff` does, and writes the models, models.lock and
requirements.txt. If all models are of the release already, nothing is done.

The text is Markdown for a pull request: a title, the verdict, and a section for each model that
changed. The verdict is the gravest of the changes, as `diff` names them: breaking, behavior, additive
or none.";

const EXAMPLES: &str = "\
Examples:
  To the newest release that pip finds, and the text for a pull request into a file:
    glue-codegen update --markdown update.md

  What a release would change:
    glue-codegen update --to 1.44.5 --dry-run

  Without a network, from a wheel; fail if the update breaks users of the types:
    glue-codegen update --from botocore-1.44.5-py3-none-any.whl --deny breaking";

const EXIT_CODES: &str = "\
Exit codes:
  0  the models are of the release, and there are no changes that `--deny` names
  1  there are some; the models are written all the same, unless --dry-run is given. Or a model or the
     lock has problems
  2  wrong usage, or a file that cannot be read or written; nothing has changed";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args([
            Arg::new(TO)
                .long(TO)
                .value_name("VERSION")
                .value_parser(|text: &str| {
                    Release::parse(text).ok_or("name a release, such as 1.44.5")
                })
                .help("The release of botocore [default: the newest that pip finds]"),
            arguments::from_argument().conflicts_with(TO),
            arguments::out_argument(),
            Arg::new(MARKDOWN)
                .long(MARKDOWN)
                .value_name("PATH")
                .value_parser(value_parser!(PathBuf))
                .default_value("-")
                .help("The file for the text; - is standard output"),
            derives::argument(
                "A trait that the types derive as well, such as Hash; repeat it, or use commas, for more",
            ),
            denied::argument().default_value("nothing"),
            arguments::flag(DRY_RUN, "Write nothing but the text"),
            arguments::force_argument(),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let project = Project::open(&arguments::out(matches))?;
    let place = place(matches, &project)?;
    let orders = orders(&project, &place)?;
    if is_done(&project, &place)? {
        return put(matches, &nothing(&project, &place));
    }
    let library = place.open()?;
    let deliveries = order::from_library(&library, &orders)?;
    let plan = Plan::new(&project, &deliveries, arguments::force(matches))?;
    if !plan.changes() {
        return put(matches, &nothing(&project, &place));
    }
    let compare = |delivery: &Delivery| {
        Compared::new(&project, delivery, derives::chosen(matches), &library.models())
    };
    let compared = Failure::collect(deliveries.iter().map(compare))?;
    // First, because the changes cannot be told once the models are written.
    put(matches, &report::text(&compared))?;
    if !matches.get_flag(DRY_RUN) {
        plan.apply()?;
    }
    judge(matches, &compared)
}

/// Where the models are looked for. An older release is taken only if it is named.
fn place(matches: &ArgMatches, project: &Project) -> Result<Place, Failure> {
    if let Some(place) = arguments::from(matches) {
        return Ok(place);
    }
    if let Some(release) = matches.get_one::<Release>(TO) {
        return Ok(Place::Release(release.clone()));
    }
    // Known without asking pip.
    orders(project, &Place::AwsCli)?;
    let newest = python::newest()?;
    let own = project.release().filter(|own| **own > newest);
    Ok(Place::Release(own.cloned().unwrap_or(newest)))
}

/// The models to bring from there: all of the lock from a path, and else those that a release has.
fn orders(project: &Project, place: &Place) -> Result<Vec<Order>, Failure> {
    let is_moved = |origin: &Origin| match place {
        Place::Path(_) => true,
        _ => !matches!(origin, Origin::Path(_)),
    };
    let models = project.lock.models.iter().filter(|(_, locked)| is_moved(&locked.origin));
    let orders: Vec<Order> =
        models.map(|(id, locked)| fetch::known(id, locked, place.clone())).collect();
    match (orders.is_empty(), project.lock.models.is_empty()) {
        (false, _) => Ok(orders),
        (true, true) => Err(Failure::unusable(
            format!("{} names no models", project.lock_path().display()),
            "fetch some first, such as with `glue-codegen fetch glue`",
        )),
        (true, false) => Err(Failure::unusable(
            format!("{} names no model that is from botocore", project.lock_path().display()),
            "say where newer ones are, with `--from`",
        )),
    }
}

/// Whether all models are of the release, which can be known without it.
fn is_done(project: &Project, place: &Place) -> Result<bool, Failure> {
    let Place::Release(release) = place else { return Ok(false) };
    for (id, locked) in &project.lock.models {
        let is_of_release = match &locked.origin {
            Origin::Botocore(own) => own == release,
            Origin::AwsCli(_) => false,
            Origin::Path(_) => continue,
        };
        if !is_of_release || !project.is_as_locked(id)? {
            return Ok(false);
        }
    }
    Ok(project.release() == Some(release))
}

fn nothing(project: &Project, place: &Place) -> String {
    let models = Quantity { count: project.lock.models.len(), noun: "model" };
    match place {
        Place::Release(release) => {
            format!(
                "Nothing to update: the lock has {models}, and botocore is {release} already.\n"
            )
        }
        _ => format!("Nothing to update: the lock has {models}, and nothing changes.\n"),
    }
}

/// Gives the text to whoever wants it.
fn put(matches: &ArgMatches, text: &str) -> Result<(), Failure> {
    let path = matches.get_one::<PathBuf>(MARKDOWN).filter(|path| path.as_os_str() != "-");
    match path {
        None => match io::stdout().lock().write_all(text.as_bytes()) {
            // Whoever reads only the first lines still gets the models.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
            _ => Ok(()),
        },
        Some(path) => write_file(path, text),
    }
}

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let change = FolderChange::Write { path: path.to_owned(), text };
    change.apply().map_err(Failure::of_files)?;
    progress::did("Wrote", path.display());
    Ok(())
}

fn judge(matches: &ArgMatches, compared: &[Compared]) -> Result<(), Failure> {
    let differences: Vec<_> = compared.iter().map(|compared| &compared.difference).collect();
    let Some(changes) = denied::denied(matches, &differences) else { return Ok(()) };
    let (old, new) = report::versions(compared);
    let help = match matches.get_flag(DRY_RUN) {
        true => "`--deny` says which changes make the run fail",
        false => {
            "`--deny` says which changes make the run fail; the models are written all the same"
        }
    };
    Err(Failure::Denied(Problem {
        message: format!("{changes} from {old} to {new}"),
        help: Some(help.to_owned()),
    }))
}
