//! Problems as commands of GitHub's workflows, which shows them beside the lines.

use std::io::{self, Write};

use crate::check::problem::{Finding, Severity};

/// Writes a problem.
pub(super) fn write(file: &str, finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Note => "notice",
    };
    let (line, column) = (finding.position.line, finding.position.column);
    let (file, rule) = (property(file), property(finding.rule));
    write!(out, "::{command} file={file},line={line},col={column},title={rule}::")?;
    write!(out, "{}", data(&finding.message))?;
    if let Some(help) = &finding.help {
        write!(out, ": {}", data(help))?;
    }
    writeln!(out)
}

/// Text as the value of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
