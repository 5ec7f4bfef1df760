//! Generates every model, on all cores.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use glue_codegen::{Options, Source, Summary, generate};

use super::models::ModelFile;
use super::progress::Progress;
use super::workspace::Crate;
use crate::usage;

/// What came of all models.
#[derive(Debug)]
pub(crate) struct Generations {
    /// In the order of the models.
    pub(crate) list: Vec<Generation>,
    pub(super) wall: Duration,
    /// None where the system does not tell.
    pub(super) cpu: Option<Duration>,
    /// The most memory in use at a time, in bytes; none where the system does not tell.
    pub(super) memory: Option<u64>,
}

/// What came of a model.
#[derive(Debug)]
pub(crate) struct Generation {
    pub(crate) model: ModelFile,
    /// From reading the model to writing the code.
    pub(super) time: Duration,
    /// The code, or every problem in words.
    pub(super) result: Result<Code, String>,
}

/// A generated file.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) path: PathBuf,
    pub(super) lines: usize,
    pub(super) summary: Summary,
}

impl Generation {
    /// What to check; nothing where the model could not be generated.
    pub(crate) fn to_crate(&self) -> Option<Crate> {
        let code = self.result.as_ref().ok()?;
        Some(Crate { package: self.model.package(), code: code.path.clone() })
    }
}

/// Generates the models into `directory`, a file for each.
pub(crate) fn all(
    models: Vec<ModelFile>,
    directory: &Path,
    jobs: NonZeroUsize,
) -> anyhow::Result<Generations> {
    let (started, before) = (Instant::now(), usage::own_time());
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot create {}", directory.display()))?;
    let progress = Progress::new("Generating", models.len());
    // The largest model is last, and so taken first: begun last, it would keep a single core busy.
    let mut waiting = models;
    waiting.sort_by_key(ModelFile::size);
    let waiting = Mutex::new(waiting);
    let worker = || {
        let mut done = Vec::new();
        while let Some(model) = pop(&waiting) {
            let name = model.to_string();
            done.push(one(model, directory));
            progress.done(&name);
        }
        done
    };
    let mut list: Vec<Generation> = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.get()).map(|_| scope.spawn(worker)).collect();
        // A worker that panics is a fault of the generator: it goes on as the panic it is.
        let join = |worker: thread::ScopedJoinHandle<'_, Vec<Generation>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().flat_map(join).collect()
    });
    list.sort_by(|a, b| a.model.cmp(&b.model));
    let cpu = usage::own_time().zip(before).map(|(after, before)| after - before);
    Ok(Generations { list, wall: started.elapsed(), cpu, memory: usage::peak_memory() })
}

fn pop(waiting: &Mutex<Vec<ModelFile>>) -> Option<ModelFile> {
    waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop()
}

fn one(model: ModelFile, directory: &Path) -> Generation {
    let started = Instant::now();
    let result = code(&model, directory);
    Generation { model, time: started.elapsed(), result }
}

fn code(model: &ModelFile, directory: &Path) -> Result<Code, String> {
    let file = model.file();
    let bytes = model.read().map_err(|error| format!("error: cannot read {file}: {error}"))?;
    let generated = generate(&Source { file: &file, bytes: &bytes }, &Options::default())
        .map_err(|diagnostics| diagnostics.to_string())?;
    let path = directory.join(model.package()).with_extension("rs");
    write_if_changed(&path, &generated.code)
        .map_err(|error| format!("error: cannot write {}: {error}", path.display()))?;
    Ok(Code { path, lines: generated.code.lines().count(), summary: generated.summary })
}

/// Leaves a file alone that has the text already: cargo goes by the time of the last change.
pub(crate) fn write_if_changed(path: &Path, text: &str) -> std::io::Result<()> {
    match fs::read(path) {
        Ok(current) if current == text.as_bytes() => Ok(()),
        _ => fs::write(path, text),
    }
}
