//! Problems as one JSON object, written while they are found.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::counts::{Counts, separator};
use crate::check::problem::{Finding, Severity};

/// Writes what comes before the problems.
pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\n  \"problems\": [")
}

/// Writes a problem; `index` is how many came before.
pub(super) fn write(
    (file, value): (&str, usize),
    finding: &Finding,
    index: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Note => "note",
    };
    let problem = json!({
        "column": finding.position.column,
        "file": file,
        "help": finding.help,
        "line": finding.position.line,
        "message": finding.message,
        "pointer": finding.pointer,
        "rule": finding.rule,
        "severity": severity,
        "shape": finding.shape,
        "value": value,
    });
    write!(out, "{}\n    {problem}", separator(index))
}

/// Writes what comes after the problems.
pub(super) fn finish(counts: &Counts, out: &mut impl Write) -> io::Result<()> {
    let Counts { files, values, events, skipped, errors, notes, .. } = *counts;
    let totals: Value = json!({
        "errors": errors,
        "events": events,
        "files": files,
        "notes": notes,
        "skippedEvents": skipped,
        "values": values,
    });
    let end = if errors + notes > 0 { "\n  " } else { "" };
    writeln!(out, "{end}],\n  \"totals\": {totals}\n}}")
}
