//! Holds the samples that `glue-codegen sample` prints against everything that reads values: the
//! subcommand `check`, botocore and generated types.

mod checked;
mod counts;
mod made;
mod peer;
mod request;
mod types;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::corpus::{self, ModelFile, Progress};
use crate::{programs, repository};
use counts::Counts;
use made::Program;

pub(crate) use request::Request;

/// How many faults are printed.
const SHOWN: usize = 30;

/// Runs the request. The exit code is a failure if anything is not as it should be.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("samples");
    fs::create_dir_all(&directory)?;
    let program = Program { path: programs::command_line()?, seed: request.seed };
    let botocore = corpus::installed()?;
    let names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    let models = request.sources.models(&names)?;
    let progress = Progress::new("Sampling", models.len());
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Ok(Counts::default())));
    let worker = || {
        while let Some(model) = models.get(next.fetch_add(1, Ordering::Relaxed)) {
            let folder = directory.join(model.package());
            let result = of_model(model, &folder, &program, &botocore, request);
            progress.done(&model.to_string());
            let mut all = all.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            match (all.as_mut(), result) {
                (Ok(all), Ok(counts)) => all.add(counts),
                (Ok(_), Err(error)) => *all = Err(error.context(model.to_string())),
                (Err(_), _) => {}
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..request.jobs.count.get() {
            scope.spawn(worker);
        }
    });
    drop(progress);
    let mut counts = all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)?;
    types::read(request, &directory, &program, &mut counts)?;
    counts.print(SHOWN);
    Ok(if counts.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// All that is done with the samples of a model.
fn of_model(
    model: &ModelFile,
    folder: &Path,
    program: &Program,
    botocore: &Path,
    request: &Request,
) -> anyhow::Result<Counts> {
    fs::create_dir_all(folder)?;
    let file = folder.join("model.json");
    fs::write(&file, model.read()?)?;
    let mut counts = Counts::default();
    counts.models = 1;
    let made = made::all(program, &file, &mut counts)?;
    counts.locate(&model.to_string());
    checked::files(program, &file, &made, request.checked, &mut counts)?;
    if model.is_botocore() {
        peer::validate(botocore, &file, program, &mut counts)?;
    }
    counts.locate(&model.to_string());
    Ok(counts)
}
