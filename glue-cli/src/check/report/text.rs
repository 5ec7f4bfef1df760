//! Problems for people.

use std::io::{self, Write};

use glue_model::Plain;

use crate::check::problem::{Finding, Severity};
use crate::style::{ERROR, HELP, NOTE, PLACE, STRONG};

/// Writes a problem as rustc would.
pub(super) fn write(file: &str, finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let severity = match finding.severity {
        Severity::Error => ERROR.paint("error"),
        Severity::Note => NOTE.paint("note"),
    };
    writeln!(out, "{severity}: {}", STRONG.paint(&finding.message))?;
    let (line, column) = (finding.position.line, finding.position.column);
    write!(out, "  {} {}:{line}:{column}", PLACE.paint("-->"), Plain(file))?;
    let pointer = Some(finding.pointer.as_str()).filter(|pointer| !pointer.is_empty());
    match (pointer, &finding.shape) {
        (None, None) => {}
        (Some(pointer), None) => write!(out, " ({})", Plain(pointer))?,
        (None, Some(shape)) => write!(out, " ({shape})")?,
        (Some(pointer), Some(shape)) => write!(out, " ({}, {shape})", Plain(pointer))?,
    }
    if let Some(help) = &finding.help {
        write!(out, "\n  = {}: {help}", HELP.paint("help"))?;
    }
    writeln!(out, "\n")
}
