//! The text of a pull request that updates models.

use std::fmt::Write as _;
use std::io;

use glue_codegen::inspect::Impact;
use glue_model::Plain;

use super::compared::Compared;
use crate::diff::markdown;
use crate::diff::markdown_text::code_span;
use crate::quantity::Quantity;

/// The least room that a section has for its changes.
const LEAST_ROOM: usize = 1_000;

/// The versions before and after: of all models, if they agree.
pub(super) fn versions(compared: &[Compared]) -> (String, String) {
    let one = |versions: Vec<&String>| match versions.as_slice() {
        [first, rest @ ..] if rest.iter().all(|version| version == first) => first.to_string(),
        _ => "several sources".to_owned(),
    };
    let (old, new) =
        compared.iter().map(|compared| (&compared.versions.0, &compared.versions.1)).unzip();
    (one(old), one(new))
}

/// The title, the verdict, and a section for each model whose types change.
pub(super) fn text(compared: &[Compared]) -> String {
    let (old, new) = versions(compared);
    let mut text =
        format!("# Update models to {}\n\n{}\n", Plain(&new.replace("==", " ")), verdict(compared));
    let (changed, others): (Vec<&Compared>, Vec<&Compared>) =
        compared.iter().partition(|compared| !compared.difference.changes.is_empty());
    sections(&changed, &mut text);
    let (docs, same): (Vec<&Compared>, Vec<&Compared>) =
        others.into_iter().partition(|compared| compared.is_changed);
    text += &listed("Only descriptions, or what types do not have, changed in", &docs);
    text += &listed(
        &format!("Nothing changed since {} in", code_span(&Plain(&old).to_string())),
        &same,
    );
    for compared in compared {
        for newer in &compared.newer {
            let command = code_span(&format!("glue-codegen fetch {newer}"));
            let newer = code_span(&newer.to_string());
            let _ = writeln!(text, "\n{newer} is a newer version of this API: {command} gets it.");
        }
    }
    text
}

/// The verdict in bold, and how many models have which.
fn verdict(compared: &[Compared]) -> String {
    let word = |impact: Option<Impact>| match impact {
        Some(Impact::Breaking) => "breaking",
        Some(Impact::Behavior) => "behavior",
        Some(Impact::Additive) => "additive",
        None => "unchanged",
    };
    let impacts = || compared.iter().map(|compared| compared.difference.impact());
    let grades = [Some(Impact::Breaking), Some(Impact::Behavior), Some(Impact::Additive), None];
    let counts: Vec<String> = grades
        .into_iter()
        .map(|grade| (impacts().filter(|impact| *impact == grade).count(), word(grade)))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let models = Quantity { count: compared.len(), noun: "model" };
    let verdict = word(impacts().max().flatten());
    format!("**Verdict: {verdict}.** {models}: {}.", counts.join(", "))
}

/// The sections, as far as a comment has room for them.
fn sections(changed: &[&Compared], text: &mut String) {
    let mut left_out = Vec::new();
    for (index, compared) in changed.iter().enumerate() {
        let left = markdown::MOST_BYTES.saturating_sub(text.len());
        if left < LEAST_ROOM {
            left_out.push(*compared);
            continue;
        }
        let room = (left / (changed.len() - index)).max(LEAST_ROOM);
        let _ = write!(text, "\n## {}\n\n", compared.id);
        *text += &section(compared, room).unwrap_or_default();
    }
    *text += &listed("There is no room for the changes of", &left_out);
}

fn section(compared: &Compared, room: usize) -> io::Result<String> {
    let mut bytes = Vec::new();
    let versions = &compared.versions;
    markdown::write_within(room, &compared.difference, versions, &mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A paragraph that names models.
fn listed(words: &str, models: &[&Compared]) -> String {
    let names: Vec<String> =
        models.iter().map(|compared| code_span(&compared.id.to_string())).collect();
    match names.as_slice() {
        [] => String::new(),
        _ => format!("\n{words} {}.\n", names.join(", ")),
    }
}
