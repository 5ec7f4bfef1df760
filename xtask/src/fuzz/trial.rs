//! One edited model, and what the generator makes of it.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;
use glue_codegen::{Diagnostics, Generated, Options, Source, generate};

use super::edit::edited;

/// A model to edit.
pub(super) struct Seedling {
    pub(super) name: String,
    text: Vec<u8>,
    /// What is generated from it as it is.
    code: Option<String>,
}

/// An edited model, and how it ended.
pub(super) struct Trial {
    pub(super) model: String,
    pub(super) seed: u64,
    pub(super) outcome: Outcome,
    pub(super) cost: Cost,
}

/// What it took to generate from a model, in bytes but for the time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cost {
    pub(super) model: usize,
    pub(super) time: Duration,
    /// The most in use at a time.
    pub(super) memory: usize,
    pub(super) code: usize,
}

impl Cost {
    /// What is beyond these is more than a model of the size is worth. A byte of a model can say
    /// as little as a name of one letter, which becomes a field, a setter and two lines of tables.
    const MEMORY: (usize, usize) = (32 << 20, 512);
    const CODE: (usize, usize) = (2 << 20, 256);

    /// What exceeds the size of the model by far.
    fn excess(&self) -> Option<String> {
        let most = |(base, factor): (usize, usize)| base + factor * self.model;
        let excess = match self {
            _ if self.memory > most(Self::MEMORY) => format!("{} bytes of memory", self.memory),
            _ if self.code > most(Self::CODE) => format!("{} bytes of code", self.code),
            _ => return None,
        };
        Some(format!("{excess} for a model of {} bytes", self.model))
    }
}

/// How a trial ended.
pub(super) enum Outcome {
    /// In other code than the model gives as it is.
    Changed,
    /// In the code that the model gives as it is.
    Same,
    /// In diagnostics.
    Refused,
    /// As it must not: in a panic, in text that is not Rust, in no diagnostic at all, or after more work
    /// than the model is worth.
    Failed(String),
}

impl Seedling {
    pub(super) fn new(name: String, text: Vec<u8>) -> Self {
        let code = code(&text);
        Self { name, text, code }
    }
}

impl Trial {
    /// Edits the model with this number, writes it to `current` and generates.
    pub(super) fn run(seedling: &Seedling, seed: u64, current: &Path) -> Self {
        let text = edit(seedling, seed);
        // For whoever looks into a run that hangs; without it the run is as good.
        let _ = fs::write(current, &text);
        let (result, cost) = measured(&text);
        let outcome = match result {
            Ok(result) => outcome(result, &cost, seedling),
            Err(reason) => Outcome::Failed(reason),
        };
        if let Outcome::Failed(_) = outcome {
            let _ = fs::copy(current, current.with_file_name(format!("failure-{seed}.json")));
        }
        Self { model: seedling.name.clone(), seed, outcome, cost }
    }
}

/// What is generated from the model edited with this number.
pub(super) fn edited_code(seedling: &Seedling, seed: u64) -> Option<String> {
    let text = edit(seedling, seed);
    code(&text)
}

fn edit(seedling: &Seedling, seed: u64) -> Vec<u8> {
    edited(&seedling.text, &mut Rng::with_seed(seed))
}

fn code(text: &[u8]) -> Option<String> {
    let source = Source { file: "model.json", bytes: text };
    generate(&source, &Options::default()).ok().map(|generated| generated.code)
}

/// Generates, and measures what that takes; a panic ends in its message.
fn measured(text: &[u8]) -> (Result<Result<Generated, Diagnostics>, String>, Cost) {
    let source = Source { file: "model.json", bytes: text };
    let mut result = Err("nothing was generated".to_owned());
    let started = Instant::now();
    let used = allocation_counter::measure(|| {
        let attempt = catch_unwind(|| generate(&source, &Options::default()));
        result = attempt.map_err(|panic| {
            let message = panic.downcast_ref::<String>().cloned();
            let message = message.or(panic.downcast_ref::<&str>().map(|&text| text.to_owned()));
            format!("panic: {}", message.unwrap_or_default())
        });
    });
    let cost = Cost {
        model: text.len(),
        time: started.elapsed(),
        memory: usize::try_from(used.bytes_max).unwrap_or(usize::MAX),
        code: match &result {
            Ok(Ok(generated)) => generated.code.len(),
            _ => 0,
        },
    };
    (result, cost)
}

fn outcome(result: Result<Generated, Diagnostics>, cost: &Cost, seedling: &Seedling) -> Outcome {
    if let Some(excess) = cost.excess() {
        return Outcome::Failed(excess);
    }
    match result {
        Err(diagnostics) if diagnostics.is_empty() => {
            Outcome::Failed("refused without a reason".to_owned())
        }
        Err(_) => Outcome::Refused,
        Ok(generated) if Some(&generated.code) == seedling.code.as_ref() => Outcome::Same,
        Ok(generated) => match syn::parse_file(&generated.code) {
            Err(error) => Outcome::Failed(format!("the code is not Rust: {error}")),
            Ok(_) => Outcome::Changed,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The small models with which features are tested.
    const FEATURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/features");

    #[test]
    fn edited_models_end_in_code_or_diagnostics() {
        let folder = tempfile::tempdir().unwrap();
        let current = folder.path().join("current.json");
        let mut ends = [0, 0, 0];
        for entry in fs::read_dir(FEATURES).unwrap() {
            let folder = entry.unwrap().path();
            let path = folder.join("model.json");
            if folder.ends_with("two_services") || !path.exists() {
                // Which service is meant is an option, which seedlings do not have. A folder without
                // a model has another's.
                continue;
            }
            let seedling = Seedling::new(path.display().to_string(), fs::read(&path).unwrap());
            assert!(seedling.code.is_some(), "{}", seedling.name);
            for seed in 0..60 {
                match Trial::run(&seedling, seed, &current).outcome {
                    Outcome::Failed(reason) => panic!("{}, edit {seed}: {reason}", seedling.name),
                    Outcome::Changed => ends[0] += 1,
                    Outcome::Same => ends[1] += 1,
                    Outcome::Refused => ends[2] += 1,
                }
            }
        }
        // The edits are of all kinds.
        assert!(ends.iter().all(|count| *count > 20), "{ends:?}");
    }
}
