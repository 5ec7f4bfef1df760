//! Printing samples.

use std::io::{self, BufWriter, StdoutLock, Write};

use serde_json::json;

use super::json::Json;
use crate::failure::Failure;
use crate::style::NOTE;

/// A value to be printed.
pub(super) struct Line {
    /// The name of its type, if that is to be told.
    pub(super) shape: Option<&'static str>,
    pub(super) broken: Option<Told>,
    pub(super) value: Json,
}

/// What a value breaks.
pub(super) struct Told {
    pub(super) constraint: &'static str,
    pub(super) at: String,
    pub(super) message: String,
}

/// Where values go.
pub(super) struct Output {
    out: BufWriter<StdoutLock<'static>>,
    /// Whether there is only one value, which is printed as it is and over several lines.
    is_single: bool,
}

impl Output {
    pub(super) fn new(is_single: bool) -> Self {
        Self { out: BufWriter::new(io::stdout().lock()), is_single }
    }

    /// Prints a value.
    pub(super) fn line(&mut self, line: Line) -> Result<(), Failure> {
        let Line { shape, broken, value } = line;
        let text = match self.is_single {
            true => {
                if let Some(Told { constraint, message, .. }) = broken {
                    self.note(&format!("the value breaks `{constraint}`: {message}"));
                }
                serde_json::to_string_pretty(&value)
            }
            false => serde_json::to_string(&told(shape, broken, value)),
        };
        // JSON with keys of text can always be written.
        let text = text.unwrap_or_default();
        writeln!(self.out, "{text}").map_err(Failure::stdout)
    }

    /// Prints a remark on standard error.
    pub(super) fn note(&mut self, message: &str) {
        // Where standard error is gone, nobody wants to know.
        let _ = writeln!(anstream::stderr().lock(), "{}: {message}", NOTE.paint("note"));
    }

    /// Prints what is left.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::stdout)
    }
}

/// A value with what is told of it, or alone.
fn told(shape: Option<&str>, broken: Option<Told>, value: Json) -> Json {
    let mut members = Vec::new();
    let mut add = |name: &str, text: &str| members.push((name.to_owned(), json!(text).into()));
    if let Some(shape) = shape {
        add("shape", shape);
    }
    if let Some(Told { constraint, at, message }) = broken {
        add("breaks", constraint);
        add("at", &at);
        add("message", &message);
    }
    if members.is_empty() {
        return value;
    }
    members.push(("value".to_owned(), value));
    Json::Object(members)
}
