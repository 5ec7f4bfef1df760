//! The catalog of corrections: which ones to apply, and what is in it.

use std::io::{self, BufWriter, Write};

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::inspect::{Correction, CorrectionFix};
use serde_json::json;

use super::failure::Failure;
use super::style::STRONG;

const CORRECTION: &str = "correction";
const CORRECTIONS: &str = "corrections";

/// The option that names corrections.
pub(super) fn argument() -> Arg {
    Arg::new(CORRECTION)
        .long(CORRECTION)
        .value_name("NAME")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .help("A known correction of the model, see list --corrections; repeat it, or use commas, for more")
}

/// The corrections that the arguments name, each once.
pub(super) fn chosen(matches: &ArgMatches) -> Vec<String> {
    let mut chosen: Vec<String> = Vec::new();
    for name in matches.get_many::<String>(CORRECTION).unwrap_or_default() {
        if !chosen.contains(name) {
            chosen.push(name.clone());
        }
    }
    chosen
}

/// The option that asks for the catalog.
pub(super) fn flag() -> Arg {
    Arg::new(CORRECTIONS)
        .long(CORRECTIONS)
        .action(ArgAction::SetTrue)
        .help("List known corrections of models instead, with reasons and sources")
}

/// Whether the arguments ask for the catalog.
pub(super) fn are_asked_for(matches: &ArgMatches) -> bool {
    matches.get_flag(CORRECTIONS)
}

/// Prints the catalog.
pub(super) fn list(as_json: bool) -> Result<(), Failure> {
    let corrections = glue_codegen::inspect::corrections()?;
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    let written = match as_json {
        true => write_json(&corrections, &mut stdout),
        false => corrections.iter().try_for_each(|each| write_text(each, &mut stdout)),
    };
    written.and_then(|()| stdout.flush()).map_err(Failure::stdout)
}

fn write_json(corrections: &[Correction], out: &mut impl Write) -> io::Result<()> {
    let fix = |fix: &CorrectionFix| {
        json!({
            "name": fix.name,
            "shape": fix.shape,
            "member": fix.member,
            "reason": fix.reason,
            "source": fix.source,
        })
    };
    let corrections: Vec<_> = (corrections.iter())
        .map(|each| json!({"name": each.name, "fixes": each.fixes.iter().map(fix).collect::<Vec<_>>()}))
        .collect();
    writeln!(out, "{:#}", json!({"corrections": corrections}))
}

/// The name, and below it each reason with its source, once for all fixes that have it.
fn write_text(correction: &Correction, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", STRONG.paint(correction.name))?;
    let same =
        |a: &CorrectionFix, b: &CorrectionFix| (&a.reason, &a.source) == (&b.reason, &b.source);
    for fixes in correction.fixes.chunk_by(same) {
        let places: Vec<String> = fixes.iter().map(place).collect();
        writeln!(out, "  {}", places.join(", "))?;
        if let Some(fix) = fixes.first() {
            writeln!(out, "    {}\n    {}", fix.reason, fix.source)?;
        }
    }
    Ok(())
}

/// What a fix is for.
fn place(fix: &CorrectionFix) -> String {
    match &fix.member {
        Some(member) => format!("{}.{member}", fix.shape),
        None => fix.shape.clone(),
    }
}
