//! Samples in files, which `check` reads.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::bail;
use serde_json::Value;

use super::counts::Counts;
use super::made::{Made, Program};

/// Checks the samples of some structures of a model, evenly spread.
pub(super) fn files(
    program: &Program,
    model: &Path,
    made: &Made,
    structures: usize,
    counts: &mut Counts,
) -> anyhow::Result<()> {
    let step = made.valid.len().div_ceil(structures.max(1)).max(1);
    for (name, valid) in made.valid.iter().step_by(step).take(structures) {
        for problem in problems(program, model, name, valid)? {
            counts.faults.push(format!("{name}: `check` finds {problem} in a valid sample"));
        }
        let broken = made.broken.get(name).map(Vec::as_slice).unwrap_or_default();
        let found = problems(program, model, name, broken)?;
        for (number, line) in (1_u64..).zip(broken) {
            let own: Vec<&Value> = found.iter().filter(|one| one["value"] == number).collect();
            let is_told = matches!(&own[..], [one] if one["rule"] == line["breaks"]);
            if !is_told {
                counts.faults.push(format!("{name}: `check` finds {own:?} in {line}"));
            }
        }
        counts.checked += valid.len() + broken.len();
    }
    Ok(())
}

/// What `check` finds in the values of these lines.
fn problems(
    program: &Program,
    model: &Path,
    name: &str,
    lines: &[Value],
) -> anyhow::Result<Vec<Value>> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let values: String = lines.iter().map(|line| format!("{}\n", line["value"])).collect();
    let file = model.with_file_name("values.jsonl");
    fs::write(&file, values)?;
    let output = Command::new(&program.path)
        .args(["check", "--strict", "--format", "json", "--shape", name, "--model"])
        .args([model, &file])
        .output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        bail!("{name}: {}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    let report: Value = serde_json::from_slice(&output.stdout)?;
    Ok(report["problems"].as_array().cloned().unwrap_or_default())
}
