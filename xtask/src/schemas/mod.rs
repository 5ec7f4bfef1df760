//! Compares the JSON Schemas of generated types with the types. Each schema must be valid against
//! the meta-schema, and a validator must give the verdict of reading and `validate()` on random
//! values, both valid and broken, except where the documentation of `glue-runtime` lists a
//! difference. What valid values are written as must be valid by the schema of what is written.

mod others;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Context;
use clap::Args;
use glue_codegen::Source;
use glue_model::{Model, PatternAnchoring};
use glue_pattern::{Anchoring, Limits};
use random_values::{Spelling, Values};

use crate::corpus::{self, CodeKind, ModelFile, Sources};
use crate::jobs::Jobs;
use crate::programs::{self, Common, Names, Profile};
use crate::repository;

/// The program takes a file of lines, each a letter and fields of JSON: `P` a pattern, whether its
/// schema has it, and texts that match; `V` a type and a value. And how many values to try.
const COMPARE: Common = Common {
    text: concat!(
        include_str!("program/run.rs"),
        include_str!("program/edit.rs"),
        include_str!("program/repair.rs"),
        include_str!("program/explain.rs"),
        include_str!("program/record.rs"),
    ),
    function: "subject",
    error_function: None,
    runtime_features: &["schemars"],
    dependencies: &[
        "fastrand = \"2\"",
        "jsonschema = { version = \"0.61\", default-features = false }",
        "schemars = { version = \"1.2\", default-features = false }",
        "serde_json.workspace = true",
    ],
};

/// Services of all protocols, with constraints of every kind, the largest among them.
pub(crate) const MODELS: [&str; 20] = [
    "apigateway",
    "athena",
    "bedrock-runtime",
    "connectcases",
    "dynamodb",
    "ec2/2016-11-15",
    "events/2015-10-07",
    "firehose",
    "glue",
    "health",
    "iam",
    "kms",
    "lambda/2015-03-31",
    "lexv2-models",
    "logs",
    "migrationhubstrategy",
    "s3",
    "stepfunctions",
    "verifiedpermissions",
    "wafv2",
];

/// The models to use, and how many values to try.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models [default: 20 of all kinds]
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// How many values of each model to try
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub(crate) values: u64,
    /// A folder in which npm has installed ajv: its verdict must be that of the validator, and that of
    /// `glue-codegen check` that of the types
    #[arg(long, value_name = "FOLDER")]
    pub(crate) ajv: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// Runs the request. The exit code is a failure unless all verdicts are the same or explained.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("schemas");
    let generated = directory.join("generated");
    let mut names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    if names.is_empty() {
        names.extend(MODELS);
    }
    let models = request.sources.models(&names)?;
    let kind = CodeKind { schemars: true, ..CodeKind::default() };
    let generations = corpus::generate(models, &generated, kind, request.jobs.count)?;
    let (mut programs, mut files) = (Vec::new(), Vec::new());
    for generation in &generations.list {
        let (one, names) = programs::of(generation)?;
        let file = generated.join(format!("{}.values", one.package));
        write_values(&generation.model, &names, &file)
            .with_context(|| format!("cannot make values for {}", generation.model))?;
        programs.push((one, names));
        files.push(generation.model.clone());
    }
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &COMPARE)?;
    programs::build(&workspace, request.jobs.count, Profile::FastDependencies)?;
    let mut failed = 0;
    for ((one, _), file) in programs.iter().zip(&files) {
        println!("== {}", one.package);
        let records = directory.join("records").join(&one.package);
        let mut command =
            Command::new(programs::path(&workspace, &one.package, Profile::FastDependencies));
        command.arg(generated.join(format!("{}.values", one.package)));
        command.arg(request.values.to_string());
        if request.ajv.is_some() {
            // Files of earlier runs are of other values.
            let _ = fs::remove_dir_all(&records);
            fs::create_dir_all(&records)?;
            command.arg(&records);
        }
        let mut is_fine = command.status()?.success();
        if let Some(ajv) = &request.ajv {
            is_fine &= others::compare(file, &records, ajv)? == 0;
        }
        failed += usize::from(!is_fine);
    }
    println!("{failed} of {} models failed", programs.len());
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many values of each type are written, of which the program makes others.
const SEEDS: u64 = 40;

/// Writes the patterns of a model with texts that match, and values of its types.
fn write_values(file: &ModelFile, names: &[Names], out: &Path) -> anyhow::Result<()> {
    let bytes = file.read()?;
    let model = glue_model::read(&Source { file: &file.file(), bytes: &bytes })
        .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?;
    let mut out = BufWriter::new(fs::File::create(out)?);
    for pattern in patterns(&model) {
        let (is_written, texts) = texts(&model, pattern);
        let text = serde_json::to_string(&(pattern, is_written, texts))?;
        writeln!(out, "P\t{text}")?;
    }
    let is_generated = |name: &str| names.iter().any(|names| names.model == name);
    for (id, shape) in model.shapes().filter(|(_, shape)| is_generated(&shape.name)) {
        for number in 0..SEEDS {
            let seed = (id.index() as u64) << 32 | number;
            let value = Values::new(&model, Spelling::Wire, seed).shape(id);
            writeln!(out, "V\t{}\t{value}", shape.name)?;
        }
    }
    Ok(out.flush()?)
}

fn patterns(model: &Model) -> BTreeSet<&str> {
    let own = model.shapes().filter_map(|(_, shape)| shape.constraints.pattern.as_deref());
    let members = model.shapes().flat_map(|(_, shape)| shape.kind.members());
    own.chain(members.filter_map(|member| member.constraints.pattern.as_deref())).collect()
}

/// Whether a pattern has an equal in ECMAScript, and texts that match it.
fn texts(model: &Model, pattern: &str) -> (bool, Vec<String>) {
    let anchoring = match model.service.pattern_anchoring {
        PatternAnchoring::Whole => Anchoring::Whole,
        PatternAnchoring::Search => Anchoring::Search,
    };
    let Ok(syntax) = glue_pattern::parse(pattern) else { return (false, Vec::new()) };
    let program = glue_pattern::compile(&syntax, anchoring, &Limits::default());
    let mut texts: Vec<String> = program.example().into_iter().collect();
    // Longer ones, for lengths that are asked for as well.
    let longer = texts.first().cloned().unwrap_or_default();
    for count in [2, 3, 8, 12, 36] {
        let last = longer.chars().last().map(|c| c.to_string().repeat(count));
        let candidates = [Some(longer.repeat(count)), last.map(|last| longer.clone() + &last)];
        texts.extend(candidates.into_iter().flatten().filter(|text| program.is_match(text)));
    }
    (glue_pattern::ecma(&syntax, anchoring).is_ok(), texts)
}
