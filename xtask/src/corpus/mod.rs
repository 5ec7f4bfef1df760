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

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

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

/// The models to use.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Sources {
    /// An unpacked source distribution of botocore; without it, the pinned one is downloaded.
    pub(crate) botocore: Option<PathBuf>,
    /// A folder of Smithy models.
    pub(crate) smithy: Option<PathBuf>,
}

/// The models to use, and what to do with them.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    pub(crate) sources: Sources,
    /// Only these models, such as `glue` or `glue/2017-03-31`; all if none is named.
    pub(crate) models: Vec<String>,
    /// Whether to use the sample, in addition to the named models.
    pub(crate) sample: bool,
    /// Whether to generate a file or a folder for each.
    pub(crate) form: Form,
    /// Whether to generate conversions to a stand-in for the official SDK.
    pub(crate) aws_sdk: bool,
    /// Whether structures keep unknown members.
    pub(crate) keep_unknown_members: bool,
    /// Whether to type-check the generated code.
    pub(crate) compile: bool,
    /// Whether to build its documentation.
    pub(crate) document: bool,
    /// How many models to work on at a time.
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            sources: Sources::default(),
            models: Vec::new(),
            sample: false,
            form: Form::File,
            aws_sdk: false,
            keep_unknown_members: false,
            compile: false,
            document: false,
            jobs: repository::all_cores(),
        }
    }
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
    let Request { form, aws_sdk, keep_unknown_members, .. } = *request;
    let code = CodeKind { form, aws_sdk, keep_unknown_members, schemars: false, arbitrary: false };
    let generations = generate(models, &output, code, request.jobs)?;
    let crates: Vec<Crate> = generations.list.iter().filter_map(Generation::to_crate).collect();
    let wanted = [(request.compile, Mode::Check), (request.document, Mode::Document)];
    let modes = wanted.into_iter().filter_map(|(wanted, mode)| wanted.then_some(mode));
    let mut checks = Vec::new();
    let end = modes.into_iter().try_for_each(|mode| {
        checks.push(check(&crates, &directory, mode, request.jobs)?);
        anyhow::Ok(())
    });
    // If cargo itself failed, the table shows what was done until then.
    let failures = table::print(&generations, &checks)?;
    end?;
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
