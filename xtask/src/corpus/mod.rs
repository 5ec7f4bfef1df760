//! Generates the types of published models and type-checks them.
//!
//! Each model becomes a crate of one workspace, which cargo checks on all cores. So a model that
//! does not compile stops no other, and what has not changed since the last run is not checked
//! again: the generated files and cargo's own record of the runtime's sources say so.

mod check;
mod fetch;
mod generate;
mod message;
mod models;
mod progress;
pub(crate) mod rustc;
mod sample;
mod table;
mod workspace;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use anyhow::Context;

use check::Mode;
use models::ModelFile;

/// Which models to take, and what to do with them.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    /// An unpacked source distribution of botocore; without it, the pinned one is downloaded.
    pub(crate) botocore: Option<PathBuf>,
    /// A folder of Smithy models.
    pub(crate) smithy: Option<PathBuf>,
    /// Only these models, such as `glue` or `glue/2017-03-31`; all where none is named.
    pub(crate) models: Vec<String>,
    /// Whether to take the sample, beside the models that are named.
    pub(crate) sample: bool,
    /// Whether to type-check what was generated.
    pub(crate) compile: bool,
    /// Whether to build its documentation.
    pub(crate) document: bool,
    /// How many models to work on at a time.
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            botocore: None,
            smithy: None,
            models: Vec::new(),
            sample: false,
            compile: false,
            document: false,
            jobs: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
        }
    }
}

/// Does what the request says and prints a table; the exit code tells whether all went well.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = directory()?;
    let models = chosen_models(request, &directory)?;
    let generations = generate::all(models, &directory.join("generated"), request.jobs)?;
    let mut checks = Vec::new();
    for (wanted, mode) in [(request.compile, Mode::Check), (request.document, Mode::Document)] {
        if wanted {
            checks.push(check::all(&generations.list, &directory, mode, request.jobs)?);
        }
    }
    let failures = table::print(&generations, &checks)?;
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Where everything is kept, under the repository's `target`.
fn directory() -> anyhow::Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no workspace")?;
    Ok(root.join("target").join("corpus"))
}

fn chosen_models(request: &Request, directory: &Path) -> anyhow::Result<Vec<ModelFile>> {
    let botocore = match &request.botocore {
        Some(sources) => sources.clone(),
        None => fetch::botocore(directory)?,
    };
    let mut all = models::botocore(&botocore)?;
    if let Some(folder) = &request.smithy {
        all.extend(models::smithy(folder)?);
    }
    let mut names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    if request.sample {
        names.extend(sample::MODELS);
    }
    models::select(all, &names)
}
