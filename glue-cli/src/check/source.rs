//! A file of values, or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use glue_codegen::Position;

use super::findings::{self, Origin};
use super::problem::{Finding, Severity};
use super::report::Report;
use super::split::{Next, Splitter};
use super::types::{Aggregate, Types};
use crate::failure::Failure;

/// How many bytes are read at a time.
const CHUNK: usize = 1 << 18;

/// A file of values.
pub(super) struct Source {
    name: String,
    from: Box<dyn BufRead>,
    has_lines: bool,
}

impl Source {
    /// Opens a file, and decompresses it if its first bytes are gzip's.
    pub(super) fn open(name: &str) -> Result<Self, Failure> {
        let (shown, from): (String, Box<dyn Read>) = match name {
            "-" => ("<stdin>".to_owned(), Box::new(io::stdin())),
            path => match File::open(path) {
                Ok(file) => (path.to_owned(), Box::new(file)),
                Err(error) => return Err(Failure::read(Path::new(path), &error)),
            },
        };
        let mut from = BufReader::with_capacity(CHUNK, from);
        let is_compressed = from.fill_buf().map_err(|error| unreadable(&shown, &error))?;
        let is_compressed = is_compressed.starts_with(b"\x1f\x8b");
        let from: Box<dyn BufRead> = match is_compressed {
            true => Box::new(BufReader::with_capacity(CHUNK, MultiGzDecoder::new(from))),
            false => Box::new(from),
        };
        let plain = name.strip_suffix(".gz").unwrap_or(name);
        let extension = Path::new(plain).extension().and_then(|extension| extension.to_str());
        let has_lines = extension.is_some_and(|extension| ["jsonl", "ndjson"].contains(&extension));
        Ok(Self { name: shown, from, has_lines })
    }

    /// Checks all values.
    pub(super) fn check(
        self,
        (types, shape): (&'static Types, &'static Aggregate),
        strict: bool,
        report: &mut Report,
    ) -> Result<(), Failure> {
        let name = self.name;
        let unread = |error: io::Error| unreadable(&name, &error);
        let mut values = Splitter::new(self.from, self.has_lines).map_err(unread)?;
        report.begin(&name);
        loop {
            let position = match values.next().map_err(unread)? {
                Next::End => break,
                Next::Stray(position, sentence) => {
                    report.finding(&stray(position, sentence))?;
                    break;
                }
                Next::Value(position) => position,
            };
            let index = values.count - 1;
            let pointer = if values.is_array() { format!("/{index}") } else { String::new() };
            let origin = Origin { position, pointer };
            let bytes = values.text();
            report.value(bytes.len());
            let text = match std::str::from_utf8(bytes) {
                Ok(text) => text,
                Err(_) => {
                    report.finding(&stray(position, "the text is not UTF-8"))?;
                    continue;
                }
            };
            let found = findings::check(text, (types, shape), &origin, strict);
            report.findings(&found)?;
            if found.is_broken && !values.is_lines() {
                break;
            }
        }
        Ok(())
    }
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    Failure::unusable(
        format!("cannot read {name}: {error}"),
        "check that it is a file of JSON, and that you may read it",
    )
}

fn stray(position: Position, sentence: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        rule: "syntax",
        message: format!("the text is not JSON: {sentence}"),
        help: None,
        position,
        pointer: String::new(),
        shape: None,
    }
}
