//! Compares the verdicts of `diff` with two judges that know nothing of models.
//!
//! The compiler: whenever `diff` finds nothing that breaks source, a crate that uses everything the
//! old version generates must compile with the new one. And cargo-semver-checks: whenever it demands
//! a major version for what both versions generate, `diff` must find what breaks source.

mod downstream;
mod tokens;
mod tool;
mod verdicts;
mod versions;
mod workspace;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::corpus;
use tool::Tool;
use verdicts::Verdicts;

pub(crate) use versions::SAMPLE;

/// Which models of which versions to take.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    /// Unpacked source distributions of botocore; without them, the pinned releases are downloaded.
    pub(crate) old: Option<PathBuf>,
    pub(crate) new: Option<PathBuf>,
    /// These models, such as `glue` or `glue/2017-03-31`.
    pub(crate) models: Vec<String>,
    /// This many of the smallest as well; all where no model is named either.
    pub(crate) most: Option<usize>,
    /// The program cargo-semver-checks; without it, the one that cargo finds, if any.
    pub(crate) tool: Option<PathBuf>,
    /// How many crates to compile at a time.
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            old: None,
            new: None,
            models: Vec::new(),
            most: None,
            tool: None,
            jobs: corpus::all_cores(),
        }
    }
}

/// Does what the request says; the exit code tells whether all agree.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let tool = Tool::find(request.tool.as_deref())?;
    let directory = corpus::target_directory()?.join("semver");
    let pairs = versions::pairs(request)?;
    let uses: usize = pairs.iter().map(|pair| pair.uses).sum();
    println!("{} models changed; {uses} uses of their old types", pairs.len());
    workspace::write(&directory, &pairs)?;
    let errors = workspace::check(&directory, &pairs, request.jobs)?;
    let demands = match tool {
        Some(tool) => tool.demands(&directory, &pairs, request.jobs)?,
        None => None,
    };
    let verdicts = Verdicts::new(&pairs, &errors, demands.as_ref());
    print!("{verdicts}");
    Ok(if verdicts.agree() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
