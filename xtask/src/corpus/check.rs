//! Lets cargo check or document the generated code, with a crate for each model.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use super::message::Message;
use super::progress::Progress;
use super::rustc::{self, Time};
use super::workspace::{self, Crate};
use crate::repository;
use crate::usage;

/// The cargo command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Type-checks.
    Check,
    /// Builds the documentation.
    Document,
}

/// The results of running cargo over all models.
#[derive(Debug)]
pub(crate) struct Checks {
    pub(super) mode: Mode,
    pub(super) wall: Duration,
    /// `None` if the system does not report it.
    pub(super) cpu: Option<Duration>,
    /// The results by the model's package.
    pub(crate) results: HashMap<String, Checked>,
}

/// The result for one model.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    finished: bool,
    /// How long it took, in this run or in the one that did the work.
    pub(super) time: Option<Time>,
    /// Errors and warnings, which count as errors, in rustc's words.
    pub(crate) problems: Vec<String>,
}

/// Checks all generated code that changed since the last check.
pub(crate) fn all(
    crates: &[Crate],
    directory: &Path,
    mode: Mode,
    jobs: NonZeroUsize,
) -> anyhow::Result<Checks> {
    let workspace = directory.join("check");
    workspace::write(&workspace, crates)?;
    let times = directory.join("times");
    fs::create_dir_all(&times)?;
    let (started, before) = (Instant::now(), usage::children_time());
    let mut results = match crates {
        [] => HashMap::new(),
        crates => run(&mut cargo(&workspace, &times, mode, jobs), crates, mode)?,
    };
    for one in crates.iter().filter(|_| mode == Mode::Check) {
        if let Some(checked) = results.get_mut(&one.package) {
            checked.time = rustc::time_of(&times, &one.name());
        }
    }
    let cpu = usage::children_time().zip(before).map(|(after, before)| after - before);
    Ok(Checks { mode, wall: started.elapsed(), cpu, results })
}

fn cargo(workspace: &Path, times: &Path, mode: Mode, jobs: NonZeroUsize) -> Command {
    let mut command = repository::cargo();
    match mode {
        Mode::Check => command.arg("check"),
        Mode::Document => command.args(["doc", "--no-deps"]),
    };
    command
        .args(["--quiet", "--workspace", "--keep-going", "--message-format=json", "--jobs"])
        .arg(jobs.to_string())
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        // The code does not change often enough for incremental files to be worth the disk space.
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("RUSTFLAGS")
        .env(rustc::TIMES, times);
    if let Ok(this) = std::env::current_exe() {
        command.env("RUSTC_WORKSPACE_WRAPPER", this);
    }
    command
}

/// Runs cargo, and assigns its messages to the packages.
fn run(
    command: &mut Command,
    crates: &[Crate],
    mode: Mode,
) -> anyhow::Result<HashMap<String, Checked>> {
    let verb = match mode {
        Mode::Check => "Checking",
        Mode::Document => "Documenting",
    };
    let progress = Progress::new(verb, crates.len());
    let packages: HashMap<String, &str> =
        crates.iter().map(|one| (one.name(), one.package.as_str())).collect();
    let mut results: HashMap<String, Checked> =
        crates.iter().map(|one| (one.package.clone(), Checked::default())).collect();
    let said = messages(command, |message| {
        let package = packages.get(message.crate_name());
        let Some(checked) = package.and_then(|package| results.get_mut(*package)) else { return };
        match message {
            Message::Problem { text, .. } => checked.problems.push(text),
            Message::Finished { crate_name } => {
                checked.finished = true;
                progress.done(&crate_name);
            }
        }
    })?;
    drop(progress);
    if let Some(said) = said {
        if results.values().all(|checked| checked.problems.is_empty()) {
            bail!("cargo failed, and not for a model:\n{said}");
        }
        for checked in results.values_mut().filter(|checked| !checked.finished) {
            if checked.problems.is_empty() {
                checked.problems.push("error: cargo did not come to check it".to_owned());
            }
        }
    }
    Ok(results)
}

/// Calls `take` with each message of cargo. If cargo fails, returns its other output.
pub(crate) fn messages(
    command: &mut Command,
    mut take: impl FnMut(Message),
) -> anyhow::Result<Option<String>> {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child: Child = command.spawn().context("cannot run cargo")?;
    let (Some(stdout), Some(mut stderr)) = (child.stdout.take(), child.stderr.take()) else {
        bail!("cargo has no output");
    };
    // Both are read at the same time: cargo would wait for space in a pipe that nobody reads.
    let rest = thread::spawn(move || {
        let mut text = Vec::new();
        stderr.read_to_end(&mut text).map(|_| String::from_utf8_lossy(&text).into_owned())
    });
    for line in BufReader::new(stdout).lines() {
        Message::read(&line?).map(&mut take);
    }
    let status = child.wait()?;
    let said = rest.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    Ok((!status.success()).then_some(said))
}
