//! Compares the checks of all published patterns with the crate `regex`: their verdicts on random
//! texts, and their times.

mod cases;
mod program;
mod regex_syntax;
mod texts;

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, ExitCode};

use anyhow::Context;
use clap::Args;
use glue_codegen::Source;
use glue_model::PatternAnchoring;

use crate::corpus::{ModelFile, Sources};
use crate::repository;

/// The models whose patterns to use.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only the patterns of these models
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
}

/// Runs the request and prints a table. The exit code is a failure unless all verdicts agree.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("patterns");
    let names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    let patterns = whole_patterns(&request.sources.models(&names)?)?;
    let cases = cases::of(&patterns)?;
    fs::create_dir_all(&directory)?;
    let file = directory.join("cases.json");
    fs::write(&file, serde_json::to_string(&cases)?)?;
    program::write(&directory.join("program"), &cases)?;
    let built = program::build(&directory.join("program"))?;
    let status = Command::new(&built)
        .arg(&file)
        .status()
        .with_context(|| format!("cannot run {}", built.display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The distinct patterns that whole values must match. The patterns of Smithy models are searched
/// for, and most of them are the same with anchors.
fn whole_patterns(models: &[ModelFile]) -> anyhow::Result<BTreeSet<String>> {
    let mut patterns = BTreeSet::new();
    for model in models {
        let bytes = model.read()?;
        let model = glue_model::read(&Source { file: &model.file(), bytes: &bytes })
            .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?;
        if model.service.pattern_anchoring != PatternAnchoring::Whole {
            continue;
        }
        for (_, shape) in model.shapes() {
            let members = shape.kind.members().map(|member| &member.constraints);
            let constraints = members.chain([&shape.constraints]);
            patterns.extend(constraints.filter_map(|constraints| constraints.pattern.clone()));
        }
    }
    Ok(patterns)
}
