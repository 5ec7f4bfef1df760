//! rustc with a stopwatch: cargo calls this program in place of rustc, because cargo itself does
//! not report how long it took to check a crate.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::usage;

/// The variable with the folder for the times. It is set for cargo, and so for this program when
/// cargo calls it.
pub(crate) const TIMES: &str = "XTASK_RUSTC_TIMES";

/// How long a crate took to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) wall: Duration,
    /// `None` if the system does not report it.
    pub(crate) cpu: Option<Duration>,
}

/// The folder for the times, if cargo called this program in place of rustc.
pub(crate) fn times_directory() -> Option<PathBuf> {
    env::var_os(TIMES).map(PathBuf::from)
}

/// Runs rustc with the arguments, and records how long that took.
pub(crate) fn run(times: &Path) -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(rustc) = arguments.next() else {
        eprintln!("error: {TIMES} is set, and no compiler is named");
        return ExitCode::FAILURE;
    };
    let arguments: Vec<OsString> = arguments.collect();
    let started = Instant::now();
    let status = match Command::new(&rustc).args(&arguments).status() {
        Ok(status) => status,
        Err(error) => {
            eprintln!("error: cannot run {}: {error}", rustc.display());
            return ExitCode::FAILURE;
        }
    };
    let time = Time { wall: started.elapsed(), cpu: usage::children_time() };
    if let Some(name) = crate_name(&arguments) {
        // If this fails, the table only lacks a number.
        let _ = fs::write(times.join(name), time.to_text());
    }
    match status.code().and_then(|code| u8::try_from(code).ok()) {
        Some(code) => code.into(),
        None => ExitCode::FAILURE,
    }
}

/// The name of the compiled crate; cargo also asks rustc questions, with the name `___`.
fn crate_name(arguments: &[OsString]) -> Option<&str> {
    let position = arguments.iter().position(|argument| argument == "--crate-name")?;
    arguments.get(position + 1)?.to_str().filter(|name| *name != "___")
}

/// How long the crate took when it was last compiled.
pub(crate) fn time_of(times: &Path, crate_name: &str) -> Option<Time> {
    Time::from_text(&fs::read_to_string(times.join(crate_name)).ok()?)
}

impl Time {
    fn to_text(self) -> String {
        let cpu = self.cpu.map(|cpu| format!(" {}", cpu.as_millis())).unwrap_or_default();
        format!("{}{cpu}", self.wall.as_millis())
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ').map(|number| number.parse().map(Duration::from_millis));
        let wall = numbers.next()?.ok()?;
        Some(Self { wall, cpu: numbers.next().and_then(Result::ok) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        let wall = Duration::from_millis(1234);
        for cpu in [None, Some(Duration::from_millis(987))] {
            let time = Time { wall, cpu };
            assert_eq!(Time::from_text(&time.to_text()), Some(time));
        }
        assert_eq!(Time::from_text("soon"), None);
    }

    #[test]
    fn the_crate_is_found_among_the_arguments() {
        let name = |arguments: &[&str]| {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            crate_name(&arguments).map(str::to_owned)
        };
        assert_eq!(name(&["--crate-name", "glue", "--edition=2024"]), Some("glue".to_owned()));
        assert_eq!(name(&["-", "--crate-name", "___"]), None);
        assert_eq!(name(&["-vV"]), None);
        assert_eq!(name(&["--crate-name"]), None);
    }
}
