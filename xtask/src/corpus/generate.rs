//! Generates all models, on all cores.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use glue_codegen::files::{FolderChange, GeneratedFolder, generate_folder};
use glue_codegen::{Options, Source, Summary};

use super::models::ModelFile;
use super::progress::Progress;
use super::workspace::Crate;
use crate::repository::write_if_changed;
use crate::usage;

/// The layout of a model's code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// A single file.
    #[default]
    File,
    /// A folder of files.
    Folder,
}

/// The module with the stand-in for the SDK, in a crate that has the types in `crate::types`.
const SDK: &str = "crate::sdk";

/// The options of generation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CodeKind {
    pub(crate) form: Form,
    /// Whether to generate conversions to a stand-in for the official SDK.
    pub(crate) aws_sdk: bool,
    /// Whether structures keep unknown members.
    pub(crate) keep_unknown_members: bool,
    /// Whether types have JSON Schemas.
    pub(crate) schemars: bool,
    /// Whether types have arbitrary values.
    pub(crate) arbitrary: bool,
}

impl CodeKind {
    /// A name for the model's package and files, unique among all models and kinds.
    fn package(self, model: &ModelFile) -> String {
        let form = match self.form {
            Form::File => "",
            Form::Folder => "-folder",
        };
        let sdk = if self.aws_sdk { "-sdk" } else { "" };
        let kept = if self.keep_unknown_members { "-kept" } else { "" };
        let schemas = if self.schemars { "-schemas" } else { "" };
        let arbitrary = if self.arbitrary { "-arbitrary" } else { "" };
        format!("{}{form}{sdk}{kept}{schemas}{arbitrary}", model.package())
    }

    fn options(self) -> Options {
        let mut options = Options::default();
        options.aws_sdk = self.aws_sdk.then(|| SDK.to_owned());
        options.keep_unknown_members = self.keep_unknown_members;
        options.schemars = self.schemars;
        options.arbitrary = self.arbitrary;
        options
    }
}

/// The results for all models.
#[derive(Debug)]
pub(crate) struct Generations {
    /// The results in the order of the models.
    pub(crate) list: Vec<Generation>,
    pub(super) wall: Duration,
    /// `None` if the system does not report it.
    pub(super) cpu: Option<Duration>,
    /// The peak memory in bytes; `None` if the system does not report it.
    pub(super) memory: Option<u64>,
}

/// The result for a model.
#[derive(Debug)]
pub(crate) struct Generation {
    pub(crate) model: ModelFile,
    /// The name of its package.
    pub(super) package: String,
    /// The time from reading the model to writing the code.
    pub(super) time: Duration,
    /// The code, or all problems in words.
    pub(super) result: Result<Code, String>,
}

/// Generated code.
#[derive(Debug)]
pub(super) struct Code {
    /// The file, or the folder's `mod.rs`.
    pub(super) path: PathBuf,
    /// The stand-in for the SDK's crate.
    pub(super) stand_in: Option<PathBuf>,
    pub(super) files: usize,
    pub(super) lines: usize,
    pub(super) summary: Summary,
}

impl Generation {
    /// The crate to check; `None` if the model could not be generated.
    pub(crate) fn to_crate(&self) -> Option<Crate> {
        let code = self.result.as_ref().ok()?;
        Some(Crate {
            package: self.package.clone(),
            code: code.path.clone(),
            stand_in: code.stand_in.clone(),
        })
    }
}

/// Generates the models into `directory`, a file or folder for each.
pub(crate) fn all(
    models: Vec<ModelFile>,
    directory: &Path,
    kind: CodeKind,
    jobs: NonZeroUsize,
) -> anyhow::Result<Generations> {
    let (started, before) = (Instant::now(), usage::own_time());
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot create {}", directory.display()))?;
    let progress = Progress::new("Generating", models.len());
    // The largest model is last, and so is taken first: started last, it would keep a single core
    // busy.
    let mut waiting = models;
    waiting.sort_by_key(ModelFile::size);
    let waiting = Mutex::new(waiting);
    let worker = || {
        let mut done = Vec::new();
        while let Some(model) = pop(&waiting) {
            let name = model.to_string();
            done.push(one(model, directory, kind));
            progress.done(&name);
        }
        done
    };
    let mut list: Vec<Generation> = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.get()).map(|_| scope.spawn(worker)).collect();
        // A worker that panics is a bug of the generator, so the panic is resumed.
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

fn one(model: ModelFile, directory: &Path, kind: CodeKind) -> Generation {
    let started = Instant::now();
    let result = code(&model, directory, kind);
    let package = kind.package(&model);
    Generation { model, package, time: started.elapsed(), result }
}

fn code(model: &ModelFile, directory: &Path, kind: CodeKind) -> Result<Code, String> {
    let file = model.file();
    let bytes = model.read().map_err(|error| format!("error: cannot read {file}: {error}"))?;
    let source = Source { file: &file, bytes: &bytes };
    let package = kind.package(model);
    let unwritable = |path: &Path, error: &dyn std::fmt::Display| {
        format!("error: cannot write {}: {error}", path.display())
    };
    let stand_in = |files: &[&str]| {
        let path = directory.join(format!("{package}.stand-in.rs"));
        let write = || {
            anyhow::Ok(write_if_changed(
                &path,
                &sdk_stand_in::stand_in(files.iter().copied(), SDK, "crate::types")?,
            )?)
        };
        kind.aws_sdk
            .then(|| write().map(|()| path.clone()).map_err(|error| unwritable(&path, &error)))
            .transpose()
    };
    match kind.form {
        Form::File => {
            let generated = glue_codegen::generate(&source, &kind.options())
                .map_err(|diagnostics| diagnostics.to_string())?;
            let stand_in = stand_in(&[&generated.code])?;
            let path = directory.join(&package).with_extension("rs");
            write_if_changed(&path, &generated.code).map_err(|error| unwritable(&path, &error))?;
            let lines = generated.code.lines().count();
            Ok(Code { path, stand_in, files: 1, lines, summary: generated.summary })
        }
        Form::Folder => {
            let generated = generate_folder(&source, &kind.options())
                .map_err(|diagnostics| diagnostics.to_string())?;
            let texts: Vec<&str> = generated.files.values().map(String::as_str).collect();
            let stand_in = stand_in(&texts)?;
            let folder = directory.join(&package);
            write_folder(&generated, &folder).map_err(|error| unwritable(&folder, &error))?;
            let files = generated.files.len();
            let lines = generated.files.values().map(|text| text.lines().count()).sum();
            Ok(Code {
                path: folder.join("mod.rs"),
                stand_in,
                files,
                lines,
                summary: generated.summary,
            })
        }
    }
}

fn write_folder(generated: &GeneratedFolder, folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    generated.changes(folder)?.iter().try_for_each(FolderChange::apply)?;
    Ok(())
}
