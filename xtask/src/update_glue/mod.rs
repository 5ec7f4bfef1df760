//! Keeps the model of AWS Glue current: the facts are botocore's, the descriptions ours.

mod additions;
mod changelog;
mod copied;
mod merge;
mod release;
mod request;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use glue_codegen::inspect::{Difference, diff};
use glue_codegen::{Options, Source};

use crate::repository::{self, write_if_changed};
use additions::Additions;
use release::Release;

pub(crate) use request::Request;

/// Where the model is, from the repository's root.
const MODEL: &str = "models/glue/2017-03-31/service-2.json";

/// The release of botocore that the models come from, from the repository's root.
const REQUIREMENTS: &str = "models/requirements.txt";

pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let release = Release::get(request)?;
    let root = repository::root()?;
    let old = fs::read(root.join(MODEL)).with_context(|| format!("cannot read {MODEL}"))?;
    let facts = read_json(&release.model)?;
    let additions = Additions::of(&read_json_bytes(MODEL, &old)?);
    let copied = copied::sentences(&additions, &Additions::of(&facts));
    if !copied.is_empty() {
        bail!("sentences of AWS's in {MODEL}: write your own\n{}", copied.join("\n"));
    }
    let merged = merge::merge(&facts, &additions);
    if !merged.unused.is_empty() && !request.drop {
        bail!(
            "botocore {} no longer has what these describe; move the descriptions, or leave them out \
             with --drop:\n{}",
            release.version,
            merged.unused.join("\n")
        );
    }
    let difference = difference(&old, merged.text.as_bytes())?;
    write_if_changed(&root.join(MODEL), &merged.text)?;
    write_if_changed(&root.join(REQUIREMENTS), &format!("botocore=={}\n", release.version))?;
    println!(
        "{MODEL} is that of botocore {}: {}",
        release.version,
        changelog::verdict(&difference)
    );
    if !difference.changes.is_empty() {
        note(&root.join("CHANGELOG.md"), &changelog::entry(&release.version, &difference))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What changed for users of all of the model's types.
fn difference(old: &[u8], new: &[u8]) -> anyhow::Result<Difference> {
    let options = Options::default();
    let source = |bytes| Source { file: MODEL, bytes };
    diff(&source(old), &source(new), &options).map_err(|problems| anyhow::anyhow!("{problems}"))
}

/// Writes the entry into the changelog.
fn note(changelog: &Path, entry: &str) -> anyhow::Result<()> {
    let text = fs::read_to_string(changelog).context("cannot read CHANGELOG.md")?;
    let text = changelog::with_entry(&text, entry)
        .context("CHANGELOG.md has no section `## Unreleased`")?;
    Ok(write_if_changed(changelog, &text)?)
}

fn read_json(path: &Path) -> anyhow::Result<glue_model::Json> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| format!("cannot read {name}"))?;
    read_json_bytes(&name, &bytes)
}

fn read_json_bytes(name: &str, bytes: &[u8]) -> anyhow::Result<glue_model::Json> {
    let source = Source { file: name, bytes };
    glue_model::read_json(&source).map_err(|problems| anyhow::anyhow!("{problems}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares with every model in the folder that `GLUE_MODEL_CORPUS` names, if it does.
    #[test]
    fn no_sentence_is_copied() {
        let Some(corpus) = std::env::var_os("GLUE_MODEL_CORPUS") else {
            return eprintln!("SKIPPED: GLUE_MODEL_CORPUS does not name a folder of models");
        };
        let path = Path::new(&corpus).join("glue/2017-03-31/service-2.json");
        let theirs = Additions::of(&read_json(&path).unwrap());
        let ours = read_json(&repository::root().unwrap().join(MODEL)).unwrap();
        let ours = Additions::of(&ours);
        assert!(ours.prose().count() > 300 && theirs.prose().count() > 5_000);
        assert_eq!(copied::sentences(&ours, &theirs), [] as [&str; 0]);
    }

    #[test]
    fn the_file_is_as_it_would_be_written() {
        let path = repository::root().unwrap().join(MODEL);
        let model = read_json(&path).unwrap();
        let merged = merge::merge(&model, &Additions::of(&model));
        assert!(merged.text == fs::read_to_string(&path).unwrap(), "run `cargo xtask update-glue`");
    }
}
