//! Runs the program in a directory of its own.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use glue_codegen::{Generated, Options, Selection, Source, generate};
use tempfile::TempDir;

/// The model of most tests, which lies in the directory as `toy.json`.
pub(crate) const TOY: &str = include_str!("toy.json");

/// A directory with the toy model in it, where the program runs.
pub(crate) struct Playground {
    directory: TempDir,
}

/// What a run printed, and the code it ended with.
#[derive(Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Playground {
    pub(crate) fn new() -> Self {
        let playground = Self { directory: TempDir::new().unwrap() };
        playground.write("toy.json", TOY);
        playground
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    #[track_caller]
    pub(crate) fn read(&self, name: impl AsRef<Path>) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of all that is in the directory, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.directory.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// The program in this directory, with nothing in its environment that tells of colors.
    pub(crate) fn command<I>(&self, arguments: I) -> Command
    where
        I: IntoIterator<Item: AsRef<OsStr>>,
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_glue-codegen"));
        command.current_dir(self.directory.path()).args(arguments).stdin(Stdio::null());
        command.env("TERM", "xterm");
        for variable in ["CI", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run<I>(&self, arguments: I) -> Run
    where
        I: IntoIterator<Item: AsRef<OsStr>>,
    {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs the program to its end with these bytes on standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        std::thread::scope(|scope| {
            // On a thread, because both sides would wait for each other once the pipes are full.
            scope.spawn(move || stdin.write_all(input));
            child.wait_with_output().unwrap().into()
        })
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// A run without problems that printed this.
    pub(crate) fn fine(stdout: impl Into<String>) -> Self {
        Self { code: Some(0), stdout: stdout.into(), stderr: String::new() }
    }

    /// A run that printed nothing but this on standard error, and ended with this code.
    pub(crate) fn failed(code: i32, stderr: &str) -> Self {
        Self { code: Some(code), stdout: String::new(), stderr: stderr.to_owned() }
    }
}

/// What the library generates for the toy model.
pub(crate) fn generated(change: impl FnOnce(&mut Options)) -> Generated {
    let mut options = Options::default();
    change(&mut options);
    generate(&Source { file: "toy.json", bytes: TOY.as_bytes() }, &options).unwrap()
}

/// The text that the library generates for all of the toy model.
pub(crate) fn generated_all() -> String {
    generated(|_| {}).code
}

/// These operations.
pub(crate) fn named<const N: usize>(names: [&str; N]) -> Selection {
    Selection::Named(names.map(str::to_owned).to_vec())
}
