//! Reads random values of every structure and union, writes them and reads them again: values and
//! JSON must stay what they were, and the AWS CLI's spelling must read as the service's does. Of values
//! that the model calls sensitive nothing may be printed.

mod secrets;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};
use glue_codegen::Source;

use crate::corpus::{self, CodeKind, Crate, ModelFile, Sources};
use crate::programs::{self, Common, Names, Profile};
use random_values::{Spelling, Values};

/// A program takes a file of lines, each a type, a value as the service writes it and the same as the
/// AWS CLI does, with tabs between; `secrets` says what other lines there are.
const ROUND_TRIP: Common = Common {
    text: include_str!("program.rs"),
    function: "round_trip",
    error_function: Some("shown_error"),
    dependencies: &["serde_json.workspace = true"],
};

/// Which models to take, and how many values.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    pub(crate) sources: Sources,
    /// Only these models, such as `glue` or `glue/2017-03-31`; the sample where none is named.
    pub(crate) models: Vec<String>,
    /// How many values of each structure and union.
    pub(crate) values: u64,
    /// How many crates to compile at a time.
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        let (sources, jobs) = (Sources::default(), corpus::all_cores());
        Self { sources, models: Vec::new(), values: 20, jobs }
    }
}

/// Does what the request says; the exit code tells whether all values came back.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = corpus::target_directory()?.join("round-trip");
    let generated = directory.join("generated");
    let mut names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    if names.is_empty() {
        names.extend(corpus::SAMPLE);
    }
    let models = request.sources.models(&names)?;
    let generations = corpus::generate(models, &generated, CodeKind::default(), request.jobs)?;
    let mut programs = Vec::new();
    for generation in &generations.list {
        let Some(one) = generation.to_crate() else {
            bail!("{} cannot be generated; `cargo xtask corpus` says why", generation.model);
        };
        let names = programs::names(&fs::read_to_string(&one.code)?)?;
        let file = generated.join(format!("{}.values", one.package));
        write_values(&generation.model, &names, request.values, &file)
            .with_context(|| format!("cannot make values for {}", generation.model))?;
        programs.push((one, names));
    }
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &ROUND_TRIP)?;
    programs::build(&workspace, request.jobs, Profile::Dev)?;
    let failed = programs.iter().map(|(one, _)| one).filter(|one| !passes(one, &directory)).count();
    println!("{failed} of {} models failed", programs.len());
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes a line for each value: the type, the value as a service writes it, and as the AWS CLI does.
fn write_values(model: &ModelFile, names: &[Names], count: u64, file: &Path) -> anyhow::Result<()> {
    let bytes = model.read()?;
    let model = glue_model::read(&Source { file: &model.file(), bytes: &bytes })
        .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?;
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
