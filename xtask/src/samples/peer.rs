//! Samples of requests, which botocore validates as before a call.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use super::counts::Counts;
use super::made::{MANNERS, Program};

/// The program for Python, which takes the model and a file of lines.
const VALIDATE: &str = include_str!("program/validate.py");

/// Validates samples of all operations' requests, in the spelling of the AWS CLI.
pub(super) fn validate(
    botocore: &Path,
    model: &Path,
    program: &Program,
    counts: &mut Counts,
) -> anyhow::Result<()> {
    let mut text = String::new();
    for manner in MANNERS {
        let (samples, _) = program.sample(model, &[manner, &["--command-line"]].concat())?;
        for line in samples.values().flatten() {
            writeln!(text, "{line}")?;
        }
    }
    let lines = model.with_file_name("requests.jsonl");
    fs::write(&lines, text)?;
    let output = Command::new("python3")
        .args(["-c", VALIDATE])
        .args([model, &lines])
        .env("PYTHONPATH", botocore)
        .output()
        .context("cannot run python3")?;
    if !output.status.success() {
        bail!("botocore failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    let report: Value = serde_json::from_slice(&output.stdout)?;
    counts.validated += report["requests"].as_u64().map_or(0, |count| count as usize);
    for fault in report["faults"].as_array().into_iter().flatten() {
        counts.faults.push(format!("botocore finds {fault}"));
    }
    Ok(())
}
