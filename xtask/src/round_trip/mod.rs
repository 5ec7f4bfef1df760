//! Reads random values of every structure and union, writes them and reads them again. Values and
//! JSON must stay the same, and the AWS CLI's spelling must read like the service's. Nothing of
//! values that the model calls sensitive may be printed.
//!
//! With an older botocore, its types keep unknown members, and read and write values of the newer
//! models.

mod pairs;
mod secrets;

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Context;
use clap::Args;

use crate::corpus::{self, CodeKind, Crate, ModelFile, Sources};
use crate::jobs::Jobs;
use crate::programs::{self, Common, Names, Profile};
use crate::repository;
use random_values::{Spelling, Values};

/// The program takes a file of lines, each a type, a value as the service writes it and the same
/// value as the AWS CLI writes it, separated by tabs. `secrets` describes other lines.
const ROUND_TRIP: Common = Common {
    text: include_str!("program.rs"),
    function: "round_trip",
    error_function: Some("shown_error"),
    runtime_features: &[],
    dependencies: &["serde_json.workspace = true"],
};

/// The models to use, and the number of values.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models [default: those of `corpus --sample`]
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// How many values of each structure and union to try
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) values: u64,
    /// An older botocore: its types, which keep unknown members, must read and write what the newer
    /// models make [default models: the 20 smallest that gained members]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) old: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// Runs the request. The exit code is a failure unless all values came back.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("round-trip");
    let generated = directory.join("generated");
    let (models, newer) = models(request)?;
    let kind = CodeKind { keep_unknown_members: request.old.is_some(), ..CodeKind::default() };
    let generations = corpus::generate(models, &generated, kind, request.jobs.count)?;
    let mut programs = Vec::new();
    for generation in &generations.list {
        let (one, names) = programs::of(generation)?;
        let file = generated.join(format!("{}.values", one.package));
        let written = match newer.get(&generation.model.to_string()) {
            Some(newer) => write_newer_values(newer, &names, request.values, &file),
            None => write_values(&generation.model, &names, request.values, &file),
        };
        written.with_context(|| format!("cannot make values for {}", generation.model))?;
        programs.push((one, names));
    }
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &ROUND_TRIP)?;
    programs::build(&workspace, request.jobs.count, Profile::Dev)?;
    let failed = programs.iter().map(|(one, _)| one).filter(|one| !passes(one, &directory)).count();
    println!("{failed} of {} models failed", programs.len());
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The models to generate, and the newer ones that make the values, if these differ.
fn models(request: &Request) -> anyhow::Result<(Vec<ModelFile>, HashMap<String, ModelFile>)> {
    let mut names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    let Some(old) = &request.old else {
        if names.is_empty() {
            names.extend(corpus::SAMPLE);
        }
        return Ok((request.sources.models(&names)?, HashMap::new()));
    };
    let old = Sources { botocore: Some(old.clone()), smithy: None };
    let pairs = pairs::choose(&old, &request.sources, &names)?.into_iter();
    Ok(pairs.map(|pair| (pair.old, (pair.new.to_string(), pair.new))).unzip())
}

/// Writes a line for each value: the type, the value as a service writes it, and as the AWS CLI
/// writes it.
fn write_values(model: &ModelFile, names: &[Names], count: u64, file: &Path) -> anyhow::Result<()> {
    let model = pairs::read(model, &model.read()?)?;
    let mut out = BufWriter::new(File::create(file)?);
    for (id, shape) in model.shapes().filter(|(_, shape)| is_named(names, &shape.name)) {
        for number in 0..count {
            let seed = (id.index() as u64) << 32 | number;
            let value = |spelling| Values::new(&model, spelling, seed).shape(id);
            let (wire, command_line) = (value(Spelling::Wire), value(Spelling::CommandLine));
            writeln!(out, "{}\t{wire}\t{command_line}", shape.name)?;
        }
        secrets::write_lines(&model, id, shape, &mut out)?;
    }
    Ok(out.flush()?)
}

/// Writes a line for each value of a newer model whose type the older model has: the type, and the
/// value as a service writes it. The members' own names would be other members to a model that does
/// not have them.
fn write_newer_values(
    model: &ModelFile,
    names: &[Names],
    count: u64,
    file: &Path,
) -> anyhow::Result<()> {
    let model = pairs::read(model, &model.read()?)?;
    let mut out = BufWriter::new(File::create(file)?);
    for (id, shape) in model.shapes().filter(|(_, shape)| is_named(names, &shape.name)) {
        for number in 0..count {
            let seed = (id.index() as u64) << 32 | number;
            let wire = Values::new(&model, Spelling::Wire, seed).shape(id);
            writeln!(out, "{}\t{wire}\t{wire}", shape.name)?;
        }
    }
    Ok(out.flush()?)
}

fn is_named(names: &[Names], shape: &str) -> bool {
    names.iter().any(|names| names.model == shape)
}

/// Runs a model's program over its values.
fn passes(one: &Crate, directory: &Path) -> bool {
    println!("== {}", one.package);
    let program = programs::path(&directory.join("programs"), &one.package, Profile::Dev);
    let values = directory.join("generated").join(format!("{}.values", one.package));
    match Command::new(program).arg(values).status() {
        Ok(status) if status.success() => true,
        Ok(status) => {
            println!("{status}");
            false
        }
        Err(error) => {
            println!("cannot be run: {error}");
            false
        }
    }
}
