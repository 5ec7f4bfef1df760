//! Compares what `glue-codegen check` says of randomly changed documents with what the generated
//! types say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};
use serde_json::Value;

use super::Trials;
use crate::programs::{self, Common, Profile};
use crate::repository;

const AGREE: Common = Common {
    text: concat!(
        include_str!("program/agree.rs"),
        include_str!("program/input.rs"),
        include_str!("program/hazard.rs"),
    ),
    function: "agree",
    error_function: None,
    dependencies: super::ATTEMPT.dependencies,
    runtime_features: &[],
};

/// The sentence for a secret, which also stands for one that is not JSON.
const HIDDEN: &str = "a sensitive value does not have the form that the model gives it";

/// How many differences are printed.
const SHOWN: usize = 30;

/// How often the verdicts were alike, by what they were.
#[derive(Default)]
struct Tally {
    valid: usize,
    invalid: usize,
    refused: usize,
    broken: usize,
    differences: usize,
}

/// Runs as many tries as requested. The exit code is a failure if any verdicts differ.
pub(crate) fn run(trials: &Trials) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("check-values");
    let generated = directory.join("generated");
    let (models, programs) = super::programs(trials, 0, &generated)?;
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &AGREE)?;
    programs::build(&workspace, trials.jobs.count, Profile::Release)?;
    let check = programs::command_line()?;
    let tries = trials.tries.div_ceil(programs.len().max(1) as u64);
    let mut tally = Tally::default();
    for ((one, names), model) in programs.iter().zip(&models) {
        let folder = directory.join("documents").join(&one.package);
        // Files of earlier runs are of other documents.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let model_file = folder.join("model");
        fs::write(&model_file, model.read()?)?;
        let seeds = generated.join(format!("{}.seeds", one.package));
        let program = programs::path(&workspace, &one.package, Profile::Release);
        let status = Command::new(&program)
            .arg(seeds)
            .args([tries, trials.seed].map(|number| number.to_string()))
            .arg(&folder)
            .status()
            .with_context(|| format!("cannot run {}", program.display()))?;
        if !status.success() {
            bail!("{} ended with {status}", program.display());
        }
        for name in names {
            let documents = folder.join(&name.model).with_extension("jsonl");
            if documents.exists() {
                let what = format!("{} {}", one.package, name.model);
                let said = said(&check, &model_file, &name.model, &documents)
                    .with_context(|| format!("cannot check the documents of {what}"))?;
                compare(&what, &documents, &said, &mut tally)?;
            }
        }
        println!("{}: {} differences so far", one.package, tally.differences);
    }
    let Tally { valid, invalid, refused, broken, differences } = tally;
    println!(
        "{valid} valid, {invalid} invalid, {refused} refused, {broken} not JSON; \
         {differences} differences"
    );
    Ok(if differences == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What `check` says, by the number of the document.
fn said(
    check: &Path,
    model: &Path,
    shape: &str,
    documents: &Path,
) -> anyhow::Result<BTreeMap<u64, Vec<Value>>> {
    let output = Command::new(check)
        .args(["check", "--format", "json", "--shape", shape, "--model"])
        .arg(model)
        .arg(documents)
        .output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        bail!("{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    let report: Value = serde_json::from_slice(&output.stdout)?;
    let mut said: BTreeMap<u64, Vec<Value>> = BTreeMap::new();
    for problem in report["problems"].as_array().into_iter().flatten() {
        let number = problem["value"].as_u64().unwrap_or_default();
        said.entry(number).or_default().push(problem.clone());
    }
    Ok(said)
}

fn compare(
    what: &str,
    documents: &Path,
    said: &BTreeMap<u64, Vec<Value>>,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let expected = fs::read_to_string(documents.with_extension("expected"))?;
    let documents = fs::read_to_string(documents)?;
    for (number, (document, expected)) in (1..).zip(documents.lines().zip(expected.lines())) {
        let expected: Value = serde_json::from_str(expected)?;
        let problems = said.get(&number).map(Vec::as_slice).unwrap_or_default();
        if let Some(difference) = difference(&expected, problems, tally) {
            tally.differences += 1;
            if tally.differences <= SHOWN {
                let document: String = document.chars().take(2000).collect();
                println!("== {what}, document {number}: {difference}\n   {document}");
            }
        }
    }
    Ok(())
}

/// How the verdicts on a document differ.
fn difference(expected: &Value, problems: &[Value], tally: &mut Tally) -> Option<String> {
    let of_rule = |rules: &[&str]| -> Vec<&str> {
        let is_meant = |problem: &&Value| rules.iter().any(|rule| problem["rule"] == *rule);
        problems.iter().filter(is_meant).filter_map(|problem| problem["message"].as_str()).collect()
    };
    let (forms, syntax) = (of_rule(&["form"]), of_rule(&["syntax"]));
    if expected["many"] == true {
        let is_full = problems.len() >= 1_000 || !of_rule(&["more"]).is_empty();
        tally.invalid += 1;
        return (!is_full).then(|| "there should be more than a thousand problems".to_owned());
    }
    if expected["syntax"] == true {
        tally.broken += 1;
        return syntax.is_empty().then(|| format!("it is not JSON, but {forms:?}"));
    }
    if let Some(sentence) = expected["refused"].as_str() {
        tally.refused += 1;
        // Of long text, `check` repeats the start, and a document may be all secret.
        let is_start = |form: &&str| {
            form.split_once("\"…").is_some_and(|(start, _)| sentence.starts_with(start))
        };
        let is_hidden = sentence == HIDDEN && !syntax.is_empty();
        let agrees = is_hidden || forms.contains(&sentence) || forms.iter().any(is_start);
        return (!agrees).then(|| format!("refused as {sentence:?}, but {forms:?} {syntax:?}"));
    }
    if !forms.is_empty() || !syntax.is_empty() {
        return Some(format!("it is read, but {forms:?} {syntax:?}"));
    }
    if !of_rule(&["foreign"]).is_empty() {
        tally.valid += 1;
        return None;
    }
    let rules = ["required", "length", "range", "pattern", "uniqueItems", "enum"];
    let mut found = of_rule(&rules);
    let violations = expected["violations"].as_array().into_iter().flatten();
    let mut violations: Vec<&str> = violations.filter_map(Value::as_str).collect();
    if violations.is_empty() {
        tally.valid += 1;
    } else {
        tally.invalid += 1;
    }
    found.sort_unstable();
    violations.sort_unstable();
    (found != violations).then(|| format!("expected {violations:?}, found {found:?}"))
}
