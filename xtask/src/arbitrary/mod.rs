//! Makes arbitrary values of all types from random bytes. Each must be valid by `validate()`, be the
//! same after it was written and read, and be accepted by botocore's own validator of parameters.
//! Bytes make the same value again, and types without a valid value have none whatever the bytes.

mod python;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::Context;
use clap::Args;

use crate::corpus::{self, CodeKind, Sources};
use crate::jobs::Jobs;
use crate::programs::{self, Common, Profile};
use crate::repository;
use crate::schemas;
use python::Python;

/// The program takes a file with the names of types, and how many values to make. It prints lines
/// with a name and a value as the AWS CLI prints it, and in the end, to standard error, what it
/// found.
const MAKE: Common = Common {
    text: include_str!("program.rs"),
    function: "subject",
    error_function: None,
    runtime_features: &["arbitrary"],
    dependencies: &[
        "arbitrary = \"1.5\"",
        "fastrand = \"2\"",
        "serde_json = { version = \"1\", features = [\"float_roundtrip\"] }",
    ],
};

/// The models to use, and how many values to make.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models [default: those of `schemas`]
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// How many values of each model to make
    #[arg(long, value_name = "N", default_value_t = 50_000)]
    pub(crate) values: u64,
    /// The number from which the bytes follow
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// Runs the request. The exit code is a failure unless all values are valid to all.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("arbitrary");
    let generated = directory.join("generated");
    let mut names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    if names.is_empty() {
        names.extend(schemas::MODELS);
    }
    let python = Python::install(&directory)?;
    let models = request.sources.models(&names)?;
    let kind = CodeKind { arbitrary: true, ..CodeKind::default() };
    let generations = corpus::generate(models, &generated, kind, request.jobs.count)?;
    let mut programs = Vec::new();
    for generation in &generations.list {
        let (one, names) = programs::of(generation)?;
        let list: String = names.iter().map(|names| names.model.clone() + "\n").collect();
        fs::write(generated.join(format!("{}.names", one.package)), list)?;
        programs.push((one, names));
    }
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &MAKE)?;
    programs::build(&workspace, request.jobs.count, Profile::FastDependencies)?;
    let mut failed = 0;
    for (generation, (one, names)) in generations.list.iter().zip(&programs) {
        println!("== {} ({} types)", one.package, names.len());
        let program = programs::path(&workspace, &one.package, Profile::FastDependencies);
        let list = generated.join(format!("{}.names", one.package));
        let is_valid = compare(&program, &list, request, &python, &generation.model.file())
            .with_context(|| format!("cannot make values of {}", one.package))?;
        failed += usize::from(!is_valid);
    }
    println!("{failed} of {} models failed", programs.len());
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Lets botocore's validator see every value that the program makes, and returns whether all is
/// well. What they found goes to standard output.
fn compare(
    program: &Path,
    names: &Path,
    request: &Request,
    python: &Python,
    model: &str,
) -> anyhow::Result<bool> {
    let mut maker = Command::new(program)
        .arg(names)
        .args([request.values.to_string(), request.seed.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run the program")?;
    let values = maker.stdout.take().context("the program has an output")?;
    let validated = python.validate(model, values)?;
    Ok(maker.wait()?.success() && validated)
}
