//! Compares the verdicts of `diff` with two judges that know nothing about models.
//!
//! The compiler: if `diff` finds nothing that breaks source, a crate that uses everything the old
//! version generates must compile with the new one. And cargo-semver-checks: if it demands a major
//! version for the two versions' code, `diff` must find what breaks source.

mod downstream;
mod request;
mod tokens;
mod tool;
mod verdicts;
mod versions;
mod workspace;

use std::process::ExitCode;

use crate::repository;
use tool::Tool;
use verdicts::Verdicts;

pub(crate) use request::Request;

/// Runs the request. The exit code is a failure unless all verdicts agree.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let tool = Tool::find(request.tool.as_deref())?;
    let directory = repository::target_directory()?.join("semver");
    let pairs = versions::pairs(request)?;
    let uses: usize = pairs.iter().map(|pair| pair.uses).sum();
    println!("{} models changed; {uses} uses of their old types", pairs.len());
    workspace::write(&directory, &pairs)?;
    let errors = workspace::check(&directory, &pairs, request.jobs.count)?;
    let demands = match tool {
        Some(tool) => tool.demands(&directory, &pairs, request.jobs.count)?,
        None => None,
    };
    let verdicts = Verdicts::new(&pairs, &errors, demands.as_ref());
    print!("{verdicts}");
    Ok(if verdicts.agree() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
