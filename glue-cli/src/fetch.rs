//! `fetch`: models from where they are into a project.

pub(crate) mod arguments;
mod aws_cli;
mod catalog;
mod collection;
mod container;
mod corrected;
mod descriptions;
pub(crate) mod digest;
mod entry;
mod extras;
mod folder;
mod identity;
pub(crate) mod library;
pub(crate) mod lock;
pub(crate) mod model_id;
pub(crate) mod order;
pub(crate) mod origin;
pub(crate) mod plan;
pub(crate) mod project;
pub(crate) mod python;
mod reach;
pub(crate) mod recipe;
pub(crate) mod release;
mod requirements;
mod search_path;
pub(crate) mod service;
pub(crate) mod sources;
mod tar;
mod tree;
mod zip;

use clap::{Arg, ArgAction, ArgMatches, Command};
use glue_model::Plain;

use super::failure::Failure;
use super::quantity::Quantity;
use super::{corrections, progress, selection};
use arguments::{flag, force, force_argument, from, from_argument, out, out_argument};
use lock::Locked;
use model_id::ModelId;
use order::{Delivery, Order, Wish};
use origin::Origin;
use plan::Plan;
use project::Project;
use recipe::Recipe;
use sources::Place;

pub(super) const NAME: &str = "fetch";

const SERVICE: &str = "SERVICE";
const NO_DOCS: &str = "no-docs";
const NO_EXTRAS: &str = "no-extras";
const OPERATION: &str = "operation";

const ABOUT: &str = "Bring models of services into the project, and lock their versions";

const DETAILS: &str = "\
Writes `SERVICE/VERSION/service-2.json` below --out for each service, and beside these folders

  models.lock       where each model comes from, how its file was made, and the hash of that
  requirements.txt  the release of botocore, as a line that Dependabot and Renovate raise

Commit all of it. Without services, the models of the lock are fetched: those of botocore in the
release that requirements.txt asks for. What is there already, as the lock says, is not fetched
again, and needs no network. A file that was edited is not written over without --force.

A service is named as botocore's folder for it (`stepfunctions`), as SDKs name it (`SFN`), by the
prefix of its endpoint (`states`), or by the name that requests are signed for. Of several versions
of its API, the newest is fetched; `cloudfront/2020-05-31` names another.

Models are looked for where --from says: in a wheel, an sdist, a jar, another zip archive or a
folder, by its path, or in a release of botocore such as `botocore==1.44.5`, which is downloaded by
`python3 -m pip` unless it is installed. So pip's index, proxies and certificates count. Without
--from they are looked for where botocore searches: in the folders of AWS_DATA_PATH, in
~/.aws/models, and then in the release of the lock, or else in an installed botocore or AWS CLI 2, or
else in the newest release.

What botocore merges into a model from `service-2.sdk-extras.json` is merged, unless --no-extras
leaves it out. A --correction is written into the model's file and locked: `update`, and `fetch`
without services, make it again.";

const EXAMPLES: &str = "\
Examples:
  Three services into models/, and the lock:
    glue-codegen fetch glue states dynamodb

  Without a network, from a wheel:
    glue-codegen fetch glue --from botocore-1.44.5-py3-none-any.whl

  Two operations and what they reach, without AWS's descriptions:
    glue-codegen fetch states --operation StartExecution,DescribeExecution --no-docs

  What a bot has asked for in models/requirements.txt:
    glue-codegen fetch";

const EXIT_CODES: &str = "\
Exit codes:
  0  the models are there, as the lock says
  1  a model or the lock has problems
  2  wrong usage, an unknown service, or a file that cannot be read or written; nothing has changed";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args([
            Arg::new(SERVICE)
                .value_name(SERVICE)
                .action(ArgAction::Append)
                .help("A service to fetch, such as glue or states [default: those of the lock]"),
            from_argument(),
            out_argument(),
            flag(NO_DOCS, "Leave out AWS's descriptions").requires(SERVICE),
            flag(NO_EXTRAS, "Leave out what botocore adds to the models").requires(SERVICE),
            selection::argument(
                "An operation to keep, with what it reaches; repeat it, or use commas, for more [default: all]",
            )
            .requires(SERVICE),
            corrections::argument().requires(SERVICE),
            force_argument(),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let project = Project::open(&out(matches))?;
    let services: Vec<&String> = matches.get_many(SERVICE).unwrap_or_default().collect();
    let orders = match services.is_empty() {
        true => locked_orders(&project, from(matches).as_ref())?,
        false => named_orders(&project, &services, &recipe(matches, &services)?, from(matches))?,
    };
    if orders.is_empty() {
        let models = Quantity { count: project.lock.models.len(), noun: "model" };
        let lock = project.lock_path();
        progress::did("Unchanged", format_args!("{models}, as {} says", lock.display()));
        return Ok(());
    }
    let deliveries = order::deliver(orders)?;
    let plan = Plan::new(&project, &deliveries, force(matches))?;
    deliveries.iter().for_each(report);
    plan.apply()
}

/// How the files of named services are made.
fn recipe(matches: &ArgMatches, services: &[&String]) -> Result<Recipe, Failure> {
    let operations = matches.get_many::<String>(OPERATION).unwrap_or_default();
    let mut operations: Vec<String> = operations.cloned().collect();
    operations.sort();
    operations.dedup();
    let corrections = corrections::chosen(matches);
    let of_one = [("operation", operations.is_empty()), ("correction", corrections.is_empty())];
    if let Some((option, _)) = of_one.iter().find(|(_, is_empty)| !is_empty)
        && services.len() > 1
    {
        return Err(Failure::unusable(
            format!("`--{option}` is for one service, and several are named"),
            format!("fetch each service with its {option}s by itself"),
        ));
    }
    Ok(Recipe {
        docs: !matches.get_flag(NO_DOCS),
        extras: !matches.get_flag(NO_EXTRAS),
        operations,
        corrections,
    })
}

/// The named services that are not there already.
fn named_orders(
    project: &Project,
    services: &[&String],
    recipe: &Recipe,
    from: Option<Place>,
) -> Result<Vec<Order>, Failure> {
    let place = from.clone().unwrap_or_else(|| Place::Usual(project.release().cloned()));
    let mut orders = Vec::new();
    for text in services {
        if let Some((id, locked)) = project.lock.find(text)
            && locked.recipe == *recipe
            && is_wanted_origin(&locked.origin, &place)
            && project.is_as_locked(id)?
        {
            continue;
        }
        let (wish, recipe) = (Wish::Named((*text).clone()), recipe.clone());
        orders.push(Order { wish, recipe, place: place.clone() });
    }
    Ok(orders)
}

/// Whether what comes from there need not be looked for.
fn is_wanted_origin(origin: &Origin, place: &Place) -> bool {
    match place {
        Place::Release(release) => origin.botocore() == Some(release),
        Place::Usual(release) => origin.botocore().is_none_or(|own| Some(own) == release.as_ref()),
        // What is in a file or folder may be another model today.
        Place::Path(_) | Place::AwsCli => false,
    }
}

/// The models of the lock that are not there as it says, or are to be of another release.
fn locked_orders(project: &Project, from: Option<&Place>) -> Result<Vec<Order>, Failure> {
    if project.lock.models.is_empty() {
        return Err(Failure::unusable(
            format!("{} names no models", project.lock_path().display()),
            "name services, such as `glue-codegen fetch glue`",
        ));
    }
    let mut orders = Vec::new();
    for (id, locked) in &project.lock.models {
        let usual = match (&locked.origin, project.release()) {
            (Origin::Botocore(_), Some(release)) => Place::Release(release.clone()),
            (origin, _) => Place::of(origin),
        };
        let place = from.cloned().unwrap_or(usual);
        let is_same = from.is_none() && locked.origin.botocore().is_none();
        if (is_same || is_wanted_origin(&locked.origin, &place)) && project.is_as_locked(id)? {
            continue;
        }
        orders.push(known(id, locked, place));
    }
    Ok(orders)
}

/// The order of a model that the lock has, to be made as it was.
pub(crate) fn known(id: &ModelId, locked: &Locked, place: Place) -> Order {
    let wish = Wish::Known(id.clone(), locked.names.clone());
    Order { wish, recipe: locked.recipe.clone(), place }
}

/// Says what was fetched, and on a terminal or not, what `--no-extras` left out.
fn report(delivery: &Delivery) {
    let Delivery { id, locked, left_out, .. } = delivery;
    progress::did("Fetched", format_args!("{id} from {}", Plain(&locked.origin.to_string())));
    let left_out: Vec<String> = left_out.iter().map(|place| format!("{place} of {id}")).collect();
    progress::warn_of("Left out", &left_out);
}
