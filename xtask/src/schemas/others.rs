//! Other judges of the values that the program has compared: `glue-codegen check`, whose verdict must
//! be that of the types, and Ajv, whose verdict by what `glue-codegen schema` prints must be that of
//! the Rust validator.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use crate::corpus::ModelFile;
use crate::programs;

/// The script that asks Ajv.
const AJV: &str = include_str!("ajv.mjs");

/// How many differences are printed.
const SHOWN: usize = 10;

/// Prints how the judges differ, and returns how often. The program has left the values of each type
/// in the folder, with a line for each: the verdict of the types, and that of the validator.
pub(super) fn compare(model: &ModelFile, folder: &Path, ajv: &Path) -> anyhow::Result<usize> {
    let command = programs::command_line()?;
    let model_file = folder.join("model");
    fs::write(&model_file, model.read()?)?;
    let mut shapes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            shapes.push(path);
        }
    }
    shapes.sort();
    for values in &shapes {
        let shape = shape(values);
        let output = Command::new(&command)
            .args(["schema", "--no-docs", "--shape", &shape, "--model"])
            .arg(&model_file)
            .output()?;
        if !output.status.success() {
            bail!("{shape}: {}", String::from_utf8_lossy(&output.stderr));
        }
        fs::write(values.with_extension("schema"), &output.stdout)?;
    }
    ask_ajv(folder, ajv)?;
    let (mut judged, mut differences) = (0, 0);
    for values in &shapes {
        let checked = checked(&command, &model_file, values)?;
        let verdicts = fs::read_to_string(values.with_extension("verdicts"))?;
        let ajv = fs::read_to_string(values.with_extension("ajv"))?;
        let texts = fs::read_to_string(values)?;
        let all = texts.lines().zip(verdicts.lines().zip(ajv.lines()));
        for (number, (text, (verdicts, ajv))) in (1..).zip(all) {
            judged += 1;
            let check = match checked.get(&number) {
                None => 'v',
                Some(Checked::Invalid) => 'i',
                // Only `check` takes it for another document.
                Some(Checked::Foreign) => verdicts.chars().next().unwrap_or('i'),
            };
            let said = verdicts.chars().chain(ajv.chars()).chain([check]).collect::<Vec<_>>();
            if let [types, validator, ajv, check] = said.as_slice()
                && types == check
                && validator == ajv
            {
                continue;
            }
            differences += 1;
            if differences <= SHOWN {
                let text: String = text.chars().take(600).collect();
                println!("{}: types, validator, Ajv, check say {said:?}: {text}", shape(values));
            }
        }
    }
    println!("{judged} values judged by `check` and Ajv as well, {differences} differences");
    Ok(differences)
}

fn shape(values: &Path) -> String {
    values.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn ask_ajv(folder: &Path, ajv: &Path) -> anyhow::Result<()> {
    let script = folder.join("ajv.mjs");
    fs::write(&script, AJV)?;
    let mut command = Command::new("node");
    let status = command.args([&script, ajv, folder]).status().context("cannot run node")?;
    if !status.success() {
        bail!("Ajv ended with {status}");
    }
    Ok(())
}

/// What `check` says of a value that is not valid.
#[derive(Clone, Copy)]
enum Checked {
    Invalid,
    /// No key is one of the type's, which types read as an object without members.
    Foreign,
}

/// What `check` says of the values that are not valid, by their numbers.
fn checked(command: &Path, model: &Path, values: &Path) -> anyhow::Result<BTreeMap<u64, Checked>> {
    let output = Command::new(command)
        .args(["check", "--format", "json", "--shape", &shape(values), "--model"])
        .arg(model)
        .arg(values)
        .output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        bail!("{}: {}", values.display(), String::from_utf8_lossy(&output.stderr));
    }
    let report: Value = serde_json::from_slice(&output.stdout)?;
    let problems = report["problems"].as_array().into_iter().flatten();
    let errors = problems.filter(|problem| problem["severity"] == "error");
    let checked = errors.filter_map(|problem| {
        let is_foreign = problem["rule"] == "foreign";
        let checked = if is_foreign { Checked::Foreign } else { Checked::Invalid };
        Some((problem["value"].as_u64()?, checked))
    });
    Ok(checked.collect())
}
