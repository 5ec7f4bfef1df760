//! Finds files of a crate that use each other in a circle, and imports by way of a crate's root.
//!
//! A file uses another if its code or its imports name something that the other defines, wherever it
//! is exported again. Code for tests alone and names in quoted code do not count.

mod documents;
mod graph;
mod names;
mod resolve;
#[cfg(test)]
mod tests;
mod tree;

use std::path::Path;
use std::process::ExitCode;

use crate::repository;
use graph::{Circle, Uses};

/// The roots of the crates whose files are checked.
const CRATES: [&str; 6] = [
    "glue-cli/src/main.rs",
    "glue-codegen/src/lib.rs",
    "glue-model/src/lib.rs",
    "glue-pattern/src/lib.rs",
    "glue-runtime/src/lib.rs",
    "xtask/src/main.rs",
];

/// Prints what is wrong, and fails if anything is.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let problems = problems(&repository::root()?)?;
    problems.iter().for_each(|problem| println!("{problem}"));
    Ok(match problems.len() {
        0 => {
            println!("no circles in {} crates but the pairs of {}", CRATES.len(), documents::PAIRS);
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    })
}

/// All that is wrong in a repository.
fn problems(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut pairs = documents::pairs(root)?;
    let mut problems = documents::missing(root)?;
    for one in CRATES {
        let uses = Uses::read(&root.join(one))?;
        for circle in uses.circles() {
            let mut files: Vec<String> = circle.files.iter().map(|file| name(root, file)).collect();
            files.sort();
            match pairs.iter().position(|pair| pair[..] == files[..]) {
                Some(place) => drop(pairs.swap_remove(place)),
                None => problems.push(described(root, &circle)),
            }
        }
        problems.extend(uses.detours.iter().map(|detour| {
            let (file, home) = (name(root, &detour.file), name(root, &detour.home));
            format!("{file}: import `{}` from its home, {home}, not from the root", detour.path)
        }));
    }
    problems.extend(pairs.iter().map(|[first, second]| {
        format!("{}: {first} and {second} are no circle: remove the pair", documents::PAIRS)
    }));
    Ok(problems)
}

fn described(root: &Path, circle: &Circle) -> String {
    let mut text = format!("{} files use each other:", circle.files.len());
    for (from, to, names) in &circle.uses {
        text += &format!("\n  {} uses {}", name(root, from), name(root, to));
        text += &format!(": {}", names.join(", "));
    }
    text
}

/// The name of a file within the repository.
fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
