//! Problems in SARIF 2.1.0, the form that services for code scanning take.

use std::io::{self, Write};

use serde_json::json;

use super::counts::separator;
use crate::check::problem::{Finding, Severity};

/// Writes what comes before the problems.
pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    let tool = json!({"driver": {
        "name": "glue-codegen",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
    }});
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    write!(
        out,
        "{{\n  \"$schema\": \"{schema}\",\n  \"version\": \"2.1.0\",\n  \"runs\": [{{\n    \
         \"tool\": {tool},\n    \"columnKind\": \"unicodeCodePoints\",\n    \"results\": ["
    )
}

/// Writes a problem; `index` is how many came before.
pub(super) fn write(
    file: &str,
    finding: &Finding,
    index: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Note => "note",
    };
    let text = match &finding.help {
        Some(help) => format!("{}: {help}", finding.message),
        None => finding.message.clone(),
    };
    let result = json!({
        "level": level,
        "locations": [{
            "logicalLocations": [{"fullyQualifiedName": finding.pointer}],
            "physicalLocation": {
                "artifactLocation": {"uri": uri(file)},
                "region": {
                    "startColumn": finding.position.column,
                    "startLine": finding.position.line,
                },
            },
        }],
        "message": {"text": text},
        "ruleId": finding.rule,
    });
    write!(out, "{}\n      {result}", separator(index))
}

/// Writes what comes after the problems.
pub(super) fn finish(has_results: bool, out: &mut impl Write) -> io::Result<()> {
    let end = if has_results { "\n    " } else { "" };
    writeln!(out, "{end}]\n  }}]\n}}")
}

/// A path as a reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            _ if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
