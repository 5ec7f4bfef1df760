//! Edits models at random. Each must result in code that parses as Rust or in diagnostics, never in
//! a panic. A sample of the code is type-checked.

mod edit;
mod trial;
pub(crate) mod values;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use clap::Args;

use crate::corpus::{self, Crate, Mode, Progress, Sources};
use crate::jobs::Jobs;
use crate::repository;
use trial::{Cost, Outcome, Seedling, Trial, edited_code};

/// Small models with many hazards, because a trial generates a whole model.
const MODELS: [&str; 10] = [
    "bedrock-runtime",
    "health",
    "lexv2-runtime",
    "migrationhubstrategy",
    "polly",
    "rds-data",
    "sqs",
    "stepfunctions",
    "sts",
    "timestream-query",
];

/// The models to use, and how often to try.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// How many models to edit
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub(crate) tries: usize,
    /// The number of the first edit, of which all else follows
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// How many of the generated files to type-check
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) compile: usize,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// Runs as many trials as requested. The exit code is a failure if any of them failed.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("fuzz");
    fs::create_dir_all(&directory)?;
    let mut seedlings = Vec::new();
    for model in request.sources.models(&MODELS)? {
        seedlings.push(Seedling::new(model.to_string(), model.read()?));
    }
    let trials = trials(request, &seedlings, &directory);
    let failed = report(&trials);
    let survivors = survivors(&trials, &seedlings, request, &directory)?;
    let checks = corpus::check(&survivors, &directory, Mode::Check, request.jobs.count)?;
    let mut broken = 0;
    for (package, checked) in
        checks.results.iter().filter(|(_, result)| !result.problems.is_empty())
    {
        broken += 1;
        eprintln!("\n== {package}: the code does not compile\n{}", checked.problems.join("\n"));
    }
    println!("{} of {} generated files compile", survivors.len() - broken, survivors.len());
    Ok(if failed + broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// All trials, in the order of their numbers.
fn trials(request: &Request, seedlings: &[Seedling], directory: &Path) -> Vec<Trial> {
    // Panics are caught and reported with their trials, so their messages are not printed here.
    std::panic::set_hook(Box::new(|_| {}));
    let progress = Progress::new("Trying", request.tries);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(request.tries));
    let worker = |number: usize| {
        // A stack overflow ends the process, and an endless loop never ends: the file shows the
        // model.
        let current = directory.join(format!("current-{number}.json"));
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let seedling = index % seedlings.len().max(1);
            let Some(seedling) = seedlings.get(seedling).filter(|_| index < request.tries) else {
                break;
            };
            let trial = Trial::run(seedling, request.seed + index as u64, &current);
            progress.done(&seedling.name);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(trial);
        }
    };
    thread::scope(|scope| {
        for number in 0..request.jobs.count.get() {
            scope.spawn({
                let worker = &worker;
                move || worker(number)
            });
        }
    });
    drop(std::panic::take_hook());
    let mut trials = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    trials.sort_by_key(|trial| trial.seed);
    trials
}

/// Prints how the trials ended. Returns the number of failures.
fn report(trials: &[Trial]) -> usize {
    let mut failed = 0;
    for trial in trials {
        if let Outcome::Failed(reason) = &trial.outcome {
            failed += 1;
            eprintln!("\n== {} with edit {} failed: {reason}", trial.model, trial.seed);
        }
    }
    let count =
        |wanted: fn(&Outcome) -> bool| trials.iter().filter(|trial| wanted(&trial.outcome)).count();
    println!(
        "{} tries: {} ended in other code, {} in the same code, {} in diagnostics; {failed} failed",
        trials.len(),
        count(|outcome| matches!(outcome, Outcome::Changed)),
        count(|outcome| matches!(outcome, Outcome::Same)),
        count(|outcome| matches!(outcome, Outcome::Refused)),
    );
    print_worst("time", trials, |cost| cost.time.as_micros());
    print_worst("memory", trials, |cost| cost.memory as u128);
    print_worst("memory for its size", trials, |cost| per_mille(cost.memory, cost.model));
    print_worst("code for its size", trials, |cost| per_mille(cost.code, cost.model));
    failed
}

/// Whole numbers, because they can be sorted.
fn per_mille(part: usize, whole: usize) -> u128 {
    part as u128 * 1000 / whole.max(1) as u128
}

/// How many of the worst trials are shown.
const WORST: usize = 3;

/// Prints the trials that cost most.
fn print_worst(what: &str, trials: &[Trial], by: fn(&Cost) -> u128) {
    let mut worst: Vec<&Trial> = trials.iter().collect();
    worst.sort_by_key(|trial| std::cmp::Reverse(by(&trial.cost)));
    println!("most {what}:");
    for Trial { model, seed, cost, .. } in worst.into_iter().take(WORST) {
        println!(
            "  {model} with edit {seed}: {} KB of model, {:.3} s, {} KB of memory, {} KB of code",
            cost.model / 1000,
            cost.time.as_secs_f64(),
            cost.memory / 1000,
            cost.code / 1000,
        );
    }
}

/// Writes the code of some trials, evenly spread.
fn survivors(
    trials: &[Trial],
    seedlings: &[Seedling],
    request: &Request,
    directory: &Path,
) -> anyhow::Result<Vec<Crate>> {
    let changed = || trials.iter().filter(|trial| matches!(trial.outcome, Outcome::Changed));
    let step = changed().count().div_ceil(request.compile.max(1)).max(1);
    let mut crates = Vec::new();
    for trial in changed().step_by(step).take(request.compile) {
        let seedling = seedlings.iter().find(|seedling| seedling.name == trial.model);
        // Generated again, because the code of all trials would fill the memory.
        let Some(code) = seedling.and_then(|seedling| edited_code(seedling, trial.seed)) else {
            continue;
        };
        let path = directory.join(format!("edit-{}.rs", trial.seed));
        repository::write_if_changed(&path, &code)?;
        crates.push(Crate { package: format!("edit-{}", trial.seed), code: path, stand_in: None });
    }
    Ok(crates)
}
