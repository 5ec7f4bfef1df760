//! What is printed of the problems, while they are found.

mod counts;
mod github;
mod json;
mod sarif;
mod text;

use std::io::{self, BufWriter, Write};
use std::time::Duration;

use clap::{Arg, ArgMatches};
use glue_codegen::Position;

use super::findings::Findings;
use super::pace::Pace;
use super::problem::{Finding, Severity};
use crate::failure::Failure;
use crate::progress;
use crate::quantity::Quantity;
use counts::Counts;

const FORMAT: &str = "format";

/// The option that names the format.
pub(super) fn argument() -> Arg {
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .value_parser(["text", "json", "sarif", "github"])
        .default_value("text")
        .help("How problems are printed")
}

/// Prints problems, and counts them.
pub(super) struct Report {
    out: BufWriter<anstream::AutoStream<io::StdoutLock<'static>>>,
    format: Format,
    file: String,
    counts: Counts,
    file_has_errors: bool,
    pace: Pace,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Json,
    Sarif,
    GitHub,
}

impl Report {
    /// Starts a report in the format that the arguments name.
    pub(super) fn new(matches: &ArgMatches) -> Result<Self, Failure> {
        let format = match matches.get_one::<String>(FORMAT).map(String::as_str) {
            Some("json") => Format::Json,
            Some("sarif") => Format::Sarif,
            Some("github") => Format::GitHub,
            _ => Format::Text,
        };
        let out = BufWriter::new(anstream::stdout().lock());
        let (file, counts) = (String::new(), Counts::default());
        let pace = Pace::new();
        let mut report = Self { out, format, file, counts, file_has_errors: false, pace };
        match format {
            Format::Json => json::begin(&mut report.out),
            Format::Sarif => sarif::begin(&mut report.out),
            Format::Text | Format::GitHub => Ok(()),
        }
        .map_err(Failure::stdout)?;
        Ok(report)
    }

    /// Says which file the next problems are in.
    pub(super) fn begin(&mut self, file: &str) {
        file.clone_into(&mut self.file);
        self.counts.files += 1;
        self.file_has_errors = false;
    }

    /// A position of the file, in words.
    pub(super) fn place(&self, position: Position) -> String {
        format!("{}:{}:{}", self.file, position.line, position.column)
    }

    /// Counts an event.
    pub(super) fn event(&mut self) {
        self.counts.events += 1;
    }

    /// Counts an event that is not checked.
    pub(super) fn skip(&mut self) {
        self.counts.skipped += 1;
    }

    /// Counts a value of this many bytes.
    pub(super) fn value(&mut self, bytes: usize) {
        self.counts.values += 1;
        self.counts.bytes += bytes;
        self.pace.tell(self.counts.values, self.counts.bytes);
    }

    /// Reports the problems of a value.
    pub(super) fn findings(&mut self, findings: &Findings) -> Result<(), Failure> {
        findings.list.iter().try_for_each(|finding| self.finding(finding))?;
        match (findings.left_out, findings.list.last()) {
            (0, _) | (_, None) => Ok(()),
            (left_out, Some(last)) => {
                let finding = beyond(left_out, last.position);
                self.counts.errors += left_out - 1;
                self.finding(&finding)
            }
        }
    }

    /// Reports a problem.
    pub(super) fn finding(&mut self, finding: &Finding) -> Result<(), Failure> {
        let index = self.counts.errors + self.counts.notes;
        match finding.severity {
            Severity::Note => self.counts.notes += 1,
            Severity::Error => {
                self.counts.errors += 1;
                self.counts.files_with_errors += usize::from(!self.file_has_errors);
                self.file_has_errors = true;
            }
        }
        let (file, out) = (&self.file, &mut self.out);
        let value = self.counts.values;
        match self.format {
            Format::Text => text::write(file, finding, out),
            Format::Json => json::write((file, value), finding, index, out),
            Format::Sarif => sarif::write(file, finding, index, out),
            Format::GitHub => github::write(file, finding, out),
        }
        .map_err(Failure::stdout)
    }

    /// Ends the report, and fails if there are problems.
    pub(super) fn finish(mut self, elapsed: Duration) -> Result<(), Failure> {
        let has_results = self.counts.errors + self.counts.notes > 0;
        match self.format {
            Format::Json => json::finish(&self.counts, &mut self.out),
            Format::Sarif => sarif::finish(has_results, &mut self.out),
            Format::Text | Format::GitHub => Ok(()),
        }
        .and_then(|()| self.out.flush())
        .map_err(Failure::stdout)?;
        let Counts { files, files_with_errors, values, errors, notes, .. } = self.counts;
        let quantity = |count, noun| Quantity { count, noun };
        if errors > 0 {
            let of = match files {
                1 => self.file,
                _ => format!("{files_with_errors} of {}", quantity(files, "file")),
            };
            let notes = match notes {
                0 => String::new(),
                notes => format!(" and {}", quantity(notes, "note")),
            };
            return Err(Failure::Invalid(format!(
                "{}{notes} in {of}",
                quantity(errors, "problem")
            )));
        }
        let seconds = elapsed.as_secs_f64();
        let (values, files) = (quantity(values, "value"), quantity(files, "file"));
        progress::did("Checked", format_args!("{values} in {files} in {seconds:.2}s"));
        Ok(())
    }
}

/// The problem that stands for those of a value that are too many to be told.
fn beyond(left_out: usize, position: Position) -> Finding {
    let problems = Quantity { count: left_out, noun: "more problem" };
    Finding {
        severity: Severity::Error,
        rule: "more",
        message: format!("the value has {problems}"),
        help: None,
        position,
        pointer: String::new(),
        shape: None,
    }
}
