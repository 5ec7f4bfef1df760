//! Generates the types of published models and type-checks them.
//!
//! Each model becomes a crate of one workspace, which cargo checks on all cores. So a model that
//! does not compile does not stop the others, and what has not changed since the last run is not
//! checked again: cargo compares the generated files and the runtime's sources with its own
//! records.

mod check;
mod fetch;
mod generate;
mod installed;
mod message;
mod models;
mod progress;
pub(crate) mod rustc;
mod sample;
mod table;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::jobs::Jobs;
use crate::repository;

pub(crate) use check::{Mode, all as check, messages};
pub(crate) use generate::{CodeKind, Form, Generation, all as generate};
pub(crate) use message::Message;
pub(crate) use models::ModelFile;
pub(crate) use progress::Progress;
pub(crate) use sample::MODELS as SAMPLE;
pub(crate) use workspace::Crate;

/// The release of botocore whose models are the corpus.
pub(crate) const VERSION: &str = "1.44.5";

/// Where the models are.
#[derive(Args, Debug)]
pub(crate) struct Sources {
    /// An unpacked source distribution of botocore [default: the pinned one, downloaded]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) botocore: Option<PathBuf>,
    /// A folder of Smithy models as well, .json or .json.gz
    #[arg(long, value_name = "FOLDER")]
    pub(crate) smithy: Option<PathBuf>,
}

/// The models to use, and what to do with them.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models, such as `glue` or `glue/2017-03-31`
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// Twenty models that were chosen for their hazards, in addition to the named ones
    #[arg(long)]
    pub(crate) sample: bool,
    /// Generate a folder of files for each model, in place of a file
    #[arg(long)]
    pub(crate) split: bool,
    /// Generate conversions as well, to a stand-in for each crate of the official SDK
    #[arg(long)]
    pub(crate) aws_sdk: bool,
    /// Let structures keep members that the model does not have
    #[arg(long)]
    pub(crate) keep_unknown_members: bool,
    /// Type-check what was generated, with every warning an error
    #[arg(long)]
    pub(crate) compile: bool,
    /// Build its documentation as well, with every warning an error
    #[arg(long = "doc")]
    pub(crate) document: bool,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

impl Sources {
    /// The models with the given names; all if no name is given.
    pub(crate) fn models(&self, names: &[&str]) -> anyhow::Result<Vec<ModelFile>> {
        let botocore = match &self.botocore {
            Some(sources) => sources.clone(),
            None => release(VERSION)?,
        };
        let mut all = models::botocore(&botocore)?;
        if let Some(folder) = &self.smithy {
            all.extend(models::smithy(folder)?);
        }
        models::select(all, names)
    }
}

/// The folder with the sources of a release of botocore, downloaded if they are missing.
pub(crate) fn release(version: &str) -> anyhow::Result<PathBuf> {
    fetch::botocore(&repository::target_directory()?.join("corpus"), version)
}

/// The folder of packages of Python with botocore, installed if they are missing.
pub(crate) fn installed() -> anyhow::Result<PathBuf> {
    installed::installed(&repository::target_directory()?.join("corpus"), VERSION)
}

/// Runs the request and prints a table. The exit code is a failure if anything failed.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("corpus");
    let mut names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    if request.sample {
        names.extend(SAMPLE);
    }
    let models = request.sources.models(&names)?;
    let output = directory.join("generated");
    let Request { aws_sdk, keep_unknown_members, .. } = *request;
    let form = if request.split { Form::Folder } else { Form::File };
    let code = CodeKind { form, aws_sdk, keep_unknown_members, schemars: false, arbitrary: false };
    let generations = generate(models, &output, code, request.jobs.count)?;
    let crates: Vec<Crate> = generations.list.iter().filter_map(Generation::to_crate).collect();
    let wanted = [(request.compile, Mode::Check), (request.document, Mode::Document)];
    let modes = wanted.into_iter().filter_map(|(wanted, mode)| wanted.then_some(mode));
    let mut checks = Vec::new();
    let end = modes.into_iter().try_for_each(|mode| {
        checks.push(check(&crates, &directory, mode, request.jobs.count)?);
        anyhow::Ok(())
    });
    // If cargo itself failed, the table shows what was done until then.
    let failures = table::print(&generations, &checks)?;
    end?;
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
