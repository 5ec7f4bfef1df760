//! What stops a run, and how it is reported.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use glue_codegen::{Diagnostics, Error};

use super::style::{ERROR, HELP, PLACE, STRONG};

/// The exit code of a model with problems or a stale file: something to mend in the project.
const PROBLEMS: u8 = 1;

/// The exit code of wrong arguments and files out of reach: something to mend in the call.
pub(super) const UNUSABLE: u8 = 2;

/// Why a run ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// The model has problems, or not the chosen operations.
    Model(Diagnostics),
    /// The generated file is not what it would be now.
    Stale(Problem),
    /// There are changes that are not wanted.
    Denied(Problem),
    /// Values have problems, which are told already: how many.
    Invalid(String),
    /// There is nothing to work on; each reason by itself.
    Incomparable(Vec<Failure>),
    /// The arguments make no sense together, or a file cannot be read or written.
    Unusable(Problem),
    /// Whoever read the output, such as `head`, wanted no more of it.
    Unread,
}

/// What is wrong, and what to do about it.
#[derive(Debug)]
pub(super) struct Problem {
    /// What is wrong, with the file it concerns.
    pub(super) message: String,
    /// What to do, where there is more to say than the message does.
    pub(super) help: Option<String>,
}

impl Failure {
    /// A call that cannot work.
    pub(super) fn unusable(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Unusable(Problem { message: message.into(), help: Some(help.into()) })
    }

    /// All that is fine, or else all that is not.
    pub(super) fn collect<T>(
        results: impl IntoIterator<Item = Result<T, Self>>,
    ) -> Result<Vec<T>, Self> {
        let (mut fine, mut failures) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(value) => fine.push(value),
                Err(failure) => failures.push(failure),
            }
        }
        Self::all(failures).map(|()| fine)
    }

    /// Fails if there is any of these.
    pub(super) fn all(failures: impl IntoIterator<Item = Self>) -> Result<(), Self> {
        let mut failures: Vec<Self> = failures.into_iter().collect();
        match failures.len() {
            0 => Ok(()),
            1 => Err(failures.remove(0)),
            _ => Err(Self::Incomparable(failures)),
        }
    }

    /// A generated file that is not what it should be.
    pub(super) fn stale(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Stale(Problem { message: message.into(), help: Some(help.into()) })
    }

    /// A file that should be read and is not to be.
    pub(super) fn read(path: &Path, error: &io::Error) -> Self {
        let message = format!("cannot read {}: {error}", path.display());
        Self::Unusable(Problem { message, help: None })
    }

    /// A file or stream that should be written and is not to be.
    pub(super) fn write(name: impl Display, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Unread;
        }
        Self::Unusable(Problem { message: format!("cannot write {name}: {error}"), help: None })
    }

    /// A file that was not generated, where `what` is to be written.
    pub(super) fn foreign(path: &Path, what: &str) -> Self {
        Self::unusable(
            format!("{} was not generated, and would be written over", path.display()),
            format!("move it, or name another {what} with `--out`"),
        )
    }

    /// A file that the library could not read or write.
    pub(super) fn of_files(error: Error) -> Self {
        match error {
            Error::Read { path, source, .. } => Self::read(&path, &source),
            Error::Write { path, source, .. } => Self::write(path.display(), &source),
            other => Self::Unusable(Problem { message: other.to_string(), help: None }),
        }
    }

    /// Standard output, as far as it could be written.
    pub(super) fn stdout(error: io::Error) -> Self {
        Self::write("to standard output", &error)
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Model(_) | Self::Stale(_) | Self::Denied(_) | Self::Invalid(_) => PROBLEMS.into(),
            Self::Unusable(_) | Self::Incomparable(_) => UNUSABLE.into(),
            Self::Unread => ExitCode::SUCCESS,
        }
    }

    /// Tells the failure on standard error.
    pub(super) fn report(&self) {
        let mut stderr = io::BufWriter::new(anstream::stderr().lock());
        // Where standard error is gone, the exit code is all that is left to say it with.
        let _ = self.write_to(&mut stderr).and_then(|()| stderr.flush());
    }

    fn write_to(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Model(diagnostics) => write_diagnostics(diagnostics, out),
            Self::Stale(problem) | Self::Denied(problem) | Self::Unusable(problem) => {
                problem.write_to(out)
            }
            Self::Invalid(message) => write_error(message, out),
            Self::Incomparable(failures) => {
                for (index, failure) in failures.iter().enumerate() {
                    if index > 0 {
                        writeln!(out)?;
                    }
                    failure.write_to(out)?;
                }
                Ok(())
            }
            Self::Unread => Ok(()),
        }
    }
}

impl From<Diagnostics> for Failure {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Model(diagnostics)
    }
}

impl Problem {
    fn write_to(&self, out: &mut impl Write) -> io::Result<()> {
        write_error(&self.message, out)?;
        self.help.iter().try_for_each(|help| write_help(help, out))
    }
}

/// The problems in their own words, with the colors that rustc has for such lines.
fn write_diagnostics(diagnostics: &Diagnostics, out: &mut impl Write) -> io::Result<()> {
    for line in diagnostics.to_string().lines() {
        if let Some(message) = line.strip_prefix("error: ") {
            write_error(message, out)?;
        } else if let Some(place) = line.strip_prefix("  --> ") {
            writeln!(out, "  {} {place}", PLACE.paint("-->"))?;
        } else if let Some(help) = line.strip_prefix("  = help: ") {
            write_help(help, out)?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn write_error(message: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}: {}", ERROR.paint("error"), STRONG.paint(message))
}

fn write_help(help: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  = {}: {help}", HELP.paint("help"))
}
