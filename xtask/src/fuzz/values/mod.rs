//! Reads randomly changed values of generated types, in JSON, CBOR and MessagePack. None may panic,
//! and what reads must be the same after writing and reading again. Time and memory are recorded.
//! Small documents are grown to a size at which limits per byte are meaningful.

pub(crate) mod agreement;
mod seeds;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Context;
use clap::Args;
use glue_codegen::Source;

use crate::corpus::{self, CodeKind, Crate, ModelFile, Progress, Sources};
use crate::jobs::Jobs;
use crate::programs::{self, Common, Names, Profile};
use crate::repository;

const ATTEMPT: Common = Common {
    text: concat!(
        include_str!("program/attempt.rs"),
        include_str!("program/run.rs"),
        include_str!("program/input.rs"),
        include_str!("program/hazard.rs"),
    ),
    function: "attempt",
    error_function: None,
    runtime_features: &[],
    dependencies: &[
        "ciborium = \"0.2\"",
        "fastrand = \"2\"",
        "rmp-serde = \"1\"",
        // Without this feature, serde_json reads the last bit of some numbers wrong.
        "serde_json = { workspace = true, features = [\"float_roundtrip\"] }",
    ],
};

/// Services of all protocols, with every kind of member, that are small enough to compile.
const MODELS: [&str; 30] = [
    "apigateway",
    "athena",
    "bedrock-agent-runtime",
    "bedrock-runtime",
    "ce",
    "connectcases",
    "dynamodb",
    "events",
    "firehose",
    "freetier",
    "health",
    "iotfleetwise",
    "kendra",
    "kinesis",
    "kms",
    "lexv2-runtime",
    "logs",
    "migrationhubstrategy",
    "personalize-runtime",
    "polly",
    "qapps",
    "rds-data",
    "secretsmanager",
    "sqs",
    "stepfunctions",
    "sts",
    "textract",
    "timestream-query",
    "verifiedpermissions",
    "wafv2",
];

/// The models to use, and how often to try.
#[derive(Args, Debug)]
pub(crate) struct Trials {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models [default: 30 of all kinds]
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// How many documents to change, over all models
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub(crate) tries: u64,
    /// The number of the first change, of which all else follows
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// How many types of each model to read
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub(crate) types: usize,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// Changes of documents, and documents that grow.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) trials: Trials,
    /// How many documents of each model to grow
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) growing: usize,
    /// The size in bytes to which they grow
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub(crate) size: usize,
}

/// The output of a program.
#[derive(Default)]
struct Report {
    runs: u64,
    read: u64,
    failures: u64,
    /// Descriptions of failures.
    failed: Vec<String>,
    /// Each measure, with its worst value and the input.
    worst: Vec<(String, f64, String)>,
}

/// Runs as many tries as requested. The exit code is a failure if any of them failed.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("fuzz-values");
    let generated = directory.join("generated");
    let trials = &request.trials;
    let (_, programs) = programs(trials, request.growing, &generated)?;
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &ATTEMPT)?;
    programs::build(&workspace, trials.jobs.count, Profile::Release)?;
    let progress = Progress::new("Trying", programs.len());
    let (next, reports) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let tries = trials.tries.div_ceil(programs.len().max(1) as u64);
    let worker = || {
        while let Some((one, _)) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let program = programs::path(&workspace, &one.package, Profile::Release);
            let file = generated.join(format!("{}.seeds", one.package));
            let report = attempt(&program, &file, tries, request);
            progress.done(&one.package);
            let mut reports = reports.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            reports.push((one.package.clone(), report));
        }
    };
    thread::scope(|scope| {
        for _ in 0..trials.jobs.count.get() {
            scope.spawn(worker);
        }
    });
    drop(progress);
    let reports = reports.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    print(reports)
}

/// The models, and their programs.
type Programs = (Vec<ModelFile>, Vec<(Crate, Vec<Names>)>);

/// Generates the models and writes the documents of each, so many of them to be grown.
fn programs(trials: &Trials, growing: usize, generated: &Path) -> anyhow::Result<Programs> {
    let mut names: Vec<&str> = trials.models.iter().map(String::as_str).collect();
    if names.is_empty() {
        names.extend(MODELS);
    }
    let models = trials.sources.models(&names)?;
    let generations = corpus::generate(models, generated, CodeKind::default(), trials.jobs.count)?;
    let (mut models, mut programs) = (Vec::new(), Vec::new());
    for generation in &generations.list {
        let (one, all) = programs::of(generation)?;
        let file = generated.join(format!("{}.seeds", one.package));
        programs.push((one, seeds(&generation.model, all, (trials.types, growing), &file)?));
        models.push(generation.model.clone());
    }
    Ok((models, programs))
}

/// Writes the documents of the chosen types, and returns the types' names.
fn seeds(
    file: &ModelFile,
    names: Vec<Names>,
    (types, growing): (usize, usize),
    out: &Path,
) -> anyhow::Result<Vec<Names>> {
    let bytes = file.read()?;
    let model = glue_model::read(&Source { file: &file.file(), bytes: &bytes })
        .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?;
    let is_generated = |name: &str| names.iter().any(|names| names.model == name);
    let mut types = seeds::types(&model, types);
    types.retain(|id| is_generated(&model.shape(*id).name));
    let mut lines = seeds::documents(&model, &types);
    lines.extend(seeds::growing(&model, &types, growing));
    fs::write(out, lines.join("\n") + "\n")
        .with_context(|| format!("cannot write {}", out.display()))?;
    let is_chosen = |names: &Names| types.iter().any(|id| model.shape(*id).name == names.model);
    Ok(names.into_iter().filter(is_chosen).collect())
}

/// Runs a model's program.
fn attempt(program: &Path, file: &Path, tries: u64, request: &Request) -> anyhow::Result<Report> {
    let numbers =
        [tries, request.trials.seed, request.size as u64].map(|number| number.to_string());
    let output = Command::new(program)
        .arg(file)
        .args(numbers)
        .output()
        .with_context(|| format!("cannot run {}", program.display()))?;
    let mut report = Report::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let (kind, rest) = line.split_once('\t').unwrap_or((line, ""));
        let numbers: Vec<u64> = rest.split('\t').filter_map(|text| text.parse().ok()).collect();
        match (kind, numbers.as_slice()) {
            ("runs", [runs, read, failures]) => {
                (report.runs, report.read, report.failures) = (*runs, *read, *failures);
            }
            ("failure", _) => report.failed.push(rest.to_owned()),
            _ => {
                let (most, words) = rest.split_once('\t').unwrap_or((rest, ""));
                let most = most.parse().unwrap_or_default();
                report.worst.push((kind.to_owned(), most, words.to_owned()));
            }
        }
    }
    if !output.status.success() {
        report.failures += 1;
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        report.failed.push(format!("the program ended with {}: {words}", output.status));
    }
    Ok(report)
}

/// How many models are printed with the worst value of each measure.
const WORST: usize = 5;

/// Prints the output of all programs.
fn print(reports: Vec<(String, anyhow::Result<Report>)>) -> anyhow::Result<ExitCode> {
    let (mut runs, mut read, mut failures) = (0, 0, 0);
    let mut worst: Vec<(String, f64, String)> = Vec::new();
    for (package, report) in reports {
        let report = report?;
        runs += report.runs;
        read += report.read;
        failures += report.failures;
        for failed in &report.failed {
            eprintln!("\n== {package}: {failed}");
        }
        let of_package = |(kind, most, words)| (kind, most, format!("{package} {words}"));
        worst.extend(report.worst.into_iter().map(of_package));
    }
    for (kind, unit, factor) in [
        ("time", "ms", 1e3),
        ("memory", "MB", 1e-6),
        ("time by byte", "ns", 1e9),
        ("memory by byte", "bytes", 1.0),
        ("growth", "times as long for twice the size", 1.0),
    ] {
        let mut of_kind: Vec<_> =
            worst.iter().filter(|(other, most, _)| other == kind && *most > 0.0).collect();
        of_kind.sort_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
        println!("the worst {kind}:");
        for (_, most, words) in of_kind.into_iter().take(WORST) {
            println!("  {:.1} {unit}: {}", most * factor, words.replace('\t', ", "));
        }
    }
    println!("{runs} inputs, of which {read} were read; {failures} failed");
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
