//! Measures how much stack the deepest values take: the values of all types that hold themselves,
//! as deep as serde_json reads, and of the largest other types.

pub(crate) mod documents;
pub(crate) mod minimal;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};
use clap::Args;
use glue_codegen::Source;

use crate::corpus::{self, CodeKind, Crate, ModelFile, Progress, Sources};
use crate::jobs::Jobs;
use crate::programs::{self, Common, Names, Profile};
use crate::repository;
use documents::Document;

const MEASURE: Common = Common {
    text: include_str!("program.rs"),
    function: "measure",
    error_function: None,
    runtime_features: &[],
    dependencies: &["serde_json.workspace = true"],
};

/// The uses that the program measures, in order; the size of the type comes before them.
const USES: [&str; 9] =
    ["read", "clone", "compare", "debug", "{:#?}", "write", "CommandLine", "validate", "drop"];

/// How many of the worst documents are printed.
const WORST: usize = 10;

/// The models to use, and how to compile their types.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models, such as `glue` or `glue/2017-03-31`
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// Compile with optimization, for the bound that holds there
    #[arg(long)]
    pub(crate) release: bool,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// The limit for a value: a Rust thread has 2 MiB of stack unless it requests another size.
fn limit(profile: Profile) -> usize {
    match profile {
        Profile::Dev | Profile::FastDependencies => 2 << 20,
        Profile::Release => 512 << 10,
    }
}

/// The stack that a document took.
struct Measured {
    model: String,
    shape: String,
    way: String,
    size: usize,
    /// The bytes for each of [`USES`].
    bytes: Vec<usize>,
}

impl Measured {
    fn most(&self) -> usize {
        self.bytes.iter().copied().max().unwrap_or_default()
    }
}

/// Measures as requested. The exit code is a failure unless all values fit.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let profile = if request.release { Profile::Release } else { Profile::Dev };
    let directory = repository::target_directory()?.join("stack");
    let generated = directory.join("generated");
    let programs = programs(request, &generated)?;
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &MEASURE)?;
    programs::build(&workspace, request.jobs.count, profile)?;
    if programs.is_empty() {
        bail!("none of these models has a large type, or one that holds itself");
    }
    let progress = Progress::new("Measuring", programs.len());
    let mut all = Vec::new();
    let mut failures = Vec::new();
    for (one, _) in &programs {
        let program = programs::path(&workspace, &one.package, profile);
        measure(one, &program, &generated, &mut all, &mut failures)?;
        progress.done(&one.package);
    }
    drop(progress);
    Ok(report(all, &failures, limit(profile)))
}

/// Generates the models that have documents, and writes these next to the code.
fn programs(request: &Request, generated: &Path) -> anyhow::Result<Vec<(Crate, Vec<Names>)>> {
    let names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    let mut all = Vec::new();
    for model in request.sources.models(&names)? {
        let documents = documents(&model)?;
        if !documents.is_empty() {
            all.push((model, documents));
        }
    }
    let models = all.iter().map(|(model, _)| model.clone()).collect();
    let generations = corpus::generate(models, generated, CodeKind::default(), request.jobs.count)?;
    let mut programs = Vec::new();
    for (generation, (_, documents)) in generations.list.iter().zip(&all) {
        let (one, mut names) = programs::of(generation)?;
        let shapes: HashSet<&str> =
            documents.iter().map(|document| document.shape.as_str()).collect();
        names.retain(|names| shapes.contains(names.model.as_str()));
        write(documents, &names, &generated.join(format!("{}.documents", one.package)))?;
        programs.push((one, names));
    }
    Ok(programs)
}

fn documents(model: &ModelFile) -> anyhow::Result<Vec<Document>> {
    let bytes = model.read()?;
    let model = glue_model::read(&Source { file: &model.file(), bytes: &bytes })
        .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?;
    let mut documents = documents::recursive(&model);
    documents.extend(documents::largest(&model));
    Ok(documents)
}

/// Writes a line for each document whose type is generated.
fn write(documents: &[Document], names: &[Names], file: &Path) -> anyhow::Result<()> {
    let mut text = String::new();
    for Document { shape, way, text: json } in documents {
        if names.iter().any(|names| names.model == *shape) {
            writeln!(text, "{shape}\t{way}\t{json}")?;
        }
    }
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// Runs a model's program over its documents.
fn measure(
    one: &Crate,
    program: &Path,
    generated: &Path,
    all: &mut Vec<Measured>,
    failures: &mut Vec<String>,
) -> anyhow::Result<()> {
    let file = generated.join(format!("{}.documents", one.package));
    let output = Command::new(program).arg(file).output().context("a program cannot be run")?;
    if !output.status.success() {
        failures.push(format!(
            "{}: {}\n{}",
            one.package,
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        match measured(&one.package, line) {
            Some(measured) => all.push(measured),
            None => failures.push(format!("{}: {line}", one.package)),
        }
    }
    Ok(())
}

fn measured(model: &str, line: &str) -> Option<Measured> {
    let mut parts = line.split('\t');
    let (shape, way) = (parts.next()?.to_owned(), parts.next()?.to_owned());
    let numbers: Result<Vec<usize>, _> = parts.map(str::parse).collect();
    let (size, bytes) = numbers.ok()?.split_first().map(|(size, rest)| (*size, rest.to_vec()))?;
    let model = model.to_owned();
    (bytes.len() == USES.len()).then_some(Measured { model, shape, way, size, bytes })
}

/// Prints the worst documents and those that do not fit.
fn report(mut all: Vec<Measured>, failures: &[String], limit: usize) -> ExitCode {
    all.sort_by_key(|measured| std::cmp::Reverse(measured.most()));
    println!("KiB of the stack for each use of a value, the worst {WORST} of {}:", all.len());
    for Measured { model, shape, way, size, bytes } in all.iter().take(WORST) {
        let uses: Vec<String> = USES
            .iter()
            .zip(bytes)
            .map(|(name, bytes)| format!("{name} {}", bytes / 1024))
            .collect();
        println!("{model} {shape} by {way}, {size} bytes by value: {}", uses.join(", "));
    }
    for failure in failures {
        eprintln!("error: {failure}");
    }
    let too_large = all.iter().filter(|measured| measured.most() > limit).count();
    println!("{too_large} of {} documents take more than {} KiB", all.len(), limit / 1024);
    if too_large + failures.len() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
