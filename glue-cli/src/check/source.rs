//! A file of values, or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;
use std::str::Utf8Error;

use flate2::bufread::MultiGzDecoder;
use glue_codegen::Position;

use super::findings::{Lines, Origin};
use super::problem::{Finding, Severity};
use super::report::Report;
use super::split::{Next, Splitter};
use super::values::Values;
use super::yaml;
use crate::failure::Failure;

/// How many bytes are read at a time.
const CHUNK: usize = 1 << 18;

/// How compressed files begin.
const GZIP: &[u8] = b"\x1f\x8b";

/// What reports call standard input.
const STDIN: &str = "<stdin>";

/// A file of values.
pub(super) struct Source {
    name: String,
    from: Box<dyn BufRead>,
    form: Form,
}

impl Source {
    /// Opens a file, and decompresses it if its first bytes are gzip's.
    pub(super) fn open(name: &str) -> Result<Self, Failure> {
        let (shown, from): (String, Box<dyn Read>) = match name {
            "-" => (STDIN.to_owned(), Box::new(io::stdin())),
            path => match File::open(path) {
                Ok(file) => (path.to_owned(), Box::new(file)),
                Err(error) => return Err(Failure::read(Path::new(path), &error)),
            },
        };
        let mut from = BufReader::with_capacity(CHUNK, from);
        let is_compressed = from.fill_buf().map_err(|error| unreadable(&shown, &error))?;
        let is_compressed = is_compressed.starts_with(GZIP);
        let from: Box<dyn BufRead> = match is_compressed {
            true => Box::new(BufReader::with_capacity(CHUNK, MultiGzDecoder::new(from))),
            false => Box::new(from),
        };
        let mut from = from;
        let start = from.fill_buf().map_err(|error| unreadable(&shown, &error))?;
        if start.starts_with(GZIP) {
            let message = format!("cannot read {shown}: it is compressed twice");
            return Err(Failure::unusable(message, "decompress it once"));
        }
        let form = Form::of(name, start);
        Ok(Self { name: shown, from, form })
    }

    /// Checks all values.
    pub(super) fn check(self, values: &mut Values, report: &mut Report) -> Result<(), Failure> {
        report.begin(&self.name);
        match self.form {
            Form::Yaml => self.check_yaml(values, report),
            Form::Lines | Form::Json => self.check_json(values, report),
        }
    }

    fn check_json(self, values: &mut Values, report: &mut Report) -> Result<(), Failure> {
        let name = self.name;
        let unread = |error: io::Error| unreadable(&name, &error);
        let mut splitter = Splitter::new(self.from, self.form == Form::Lines).map_err(unread)?;
        loop {
            let position = match splitter.next().map_err(unread)? {
                Next::End
                    if splitter.count == 0 && !splitter.is_array() && !splitter.is_lines() =>
                {
                    return report.finding(&empty(&name));
                }
                Next::End => return Ok(()),
                Next::Stray(position, sentence) => {
                    return report.finding(&syntax(position, "JSON", sentence));
                }
                Next::Value(position) => position,
            };
            let index = splitter.count - 1;
            let pointer = if splitter.is_array() { format!("/{index}") } else { String::new() };
            let origin = Origin { position, pointer, yaml: None };
            let bytes = splitter.text();
            report.value(bytes.len());
            let is_json = match std::str::from_utf8(bytes) {
                Ok(text) => values.check(text, &origin, report)?,
                Err(error) => {
                    report.finding(&not_utf8(bytes, &error, position, "JSON"))?;
                    false
                }
            };
            if !is_json && !splitter.is_lines() {
                // Where the next value begins is a guess.
                return Ok(());
            }
        }
    }

    /// Checks the documents of YAML, which is read as a whole.
    fn check_yaml(mut self, values: &mut Values, report: &mut Report) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        self.from.read_to_end(&mut bytes).map_err(|error| unreadable(&self.name, &error))?;
        let start = Position { line: 1, column: 1 };
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => return report.finding(&not_utf8(&bytes, &error, start, "YAML")),
        };
        let (documents, fault) = yaml::documents(text);
        if documents.is_empty() && fault.is_none() {
            return report.finding(&empty(&self.name));
        }
        for (pointer, value) in documents.into_iter().flat_map(yaml::values) {
            let json = value.to_json();
            report.value(json.len());
            let origin = Origin { position: value.position(), pointer, yaml: Some(value) };
            values.check(&json, &origin, report)?;
        }
        match fault {
            None => Ok(()),
            Some(fault) => report.finding(&syntax(fault.position, "YAML", &fault.message)),
        }
    }
}

/// The form of a file, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    /// JSON, a value on each line.
    Lines,
    Yaml,
}

impl Form {
    /// The form of a file that begins with these bytes.
    fn of(name: &str, start: &[u8]) -> Self {
        let plain = name.strip_suffix(".gz").unwrap_or(name);
        let extension = Path::new(plain).extension().and_then(|extension| extension.to_str());
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
        match extension {
            Some("jsonl" | "ndjson") => Self::Lines,
            Some("yaml" | "yml") => Self::Yaml,
            Some(_) => Self::Json,
            None if start.is_empty() || start.starts_with(b"{") || start.starts_with(b"[") => {
                Self::Json
            }
            None => Self::Yaml,
        }
    }
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::UnexpectedEof | ErrorKind::InvalidInput | ErrorKind::InvalidData => {
            "it is compressed, and its data are broken or cut off: get it again"
        }
        _ => "check that it is a file of JSON, and that you may read it",
    };
    Failure::unusable(format!("cannot read {name}: {error}"), help)
}

/// The problem of a text without any value. Of JSON Lines it is none: there are no lines.
fn empty(name: &str) -> Finding {
    let what = if name == STDIN { "standard input" } else { "the file" };
    Finding {
        severity: Severity::Error,
        rule: "syntax",
        message: format!("{what} holds no value"),
        help: None,
        position: Position { line: 1, column: 1 },
        pointer: String::new(),
        shape: None,
    }
}

/// The problem of a text that is not UTF-8, which begins at a position.
fn not_utf8(bytes: &[u8], error: &Utf8Error, start: Position, form: &str) -> Finding {
    let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
    let position = Lines::new(&String::from_utf8_lossy(valid), start).position(valid.len());
    let help = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        .then(|| "it is UTF-16, as PowerShell writes it: save it as UTF-8".to_owned());
    Finding { help, ..syntax(position, form, "it is not UTF-8") }
}

/// The problem of a text that does not have its form.
fn syntax(position: Position, form: &str, sentence: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        rule: "syntax",
        message: format!("the text is not {form}: {sentence}"),
        help: None,
        position,
        pointer: String::new(),
        shape: None,
    }
}
