//! Reads the documents for maintainers: pairs of files that may use each other, and paths.

use std::fs;
use std::path::Path;

use anyhow::Context;

/// The document that lists the pairs, each on a line that begins with ``- `a.rs` and `b.rs``.
pub(super) const PAIRS: &str = "ARCHITECTURE.md";

/// The documents whose paths must exist.
const DOCUMENTS: [&str; 2] = [PAIRS, "CONTRIBUTING.md"];

/// The pairs of files that may use each other, each in alphabetical order.
pub(super) fn pairs(root: &Path) -> anyhow::Result<Vec<[String; 2]>> {
    Ok(read(root, PAIRS)?.lines().filter_map(pair).collect())
}

fn pair(line: &str) -> Option<[String; 2]> {
    let (first, rest) = line.strip_prefix("- `")?.split_once("` and `")?;
    let (second, _) = rest.split_once('`')?;
    let mut pair = [first.to_owned(), second.to_owned()];
    pair.sort();
    Some(pair)
}

/// The paths that the documents mention and the repository lacks.
pub(super) fn missing(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        let text = read(root, document)?;
        let lacking = paths(&text).filter(|path| !root.join(path).exists());
        missing.extend(lacking.map(|path| format!("{document}: there is no {path}")));
    }
    Ok(missing)
}

/// The paths in a document: text between backticks with a slash or a file extension. Paths in
/// `target` are skipped because its content comes and goes.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    let spans = prose.flat_map(|prose| prose.split('`').skip(1).step_by(2));
    spans.filter(|span| {
        let stem = [".rs", ".md", ".toml", ".json"].iter().find_map(|end| span.strip_suffix(end));
        let is_file = stem.is_some_and(|stem| !stem.is_empty());
        let is_path = span.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
        let is_made = span.starts_with("target/");
        is_path && (is_file || span.contains('/')) && !is_made && !span.starts_with(['/', '-'])
    })
}

fn read(root: &Path, document: &str) -> anyhow::Result<String> {
    let path = root.join(document);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_items_of_a_list() {
        let line = "- `b.rs` and `a.rs`: one is the table of the other, see `c.rs`.";
        assert_eq!(pair(line), Some(["a.rs".to_owned(), "b.rs".to_owned()]));
        assert_eq!(pair("- `a.rs` or `b.rs`"), None);
    }

    #[test]
    fn paths_are_told_from_code() {
        let text = "See `a/b`, `Cargo.toml`, `a::b`, `cargo test`, `/shapes/A`, `--x/y`, `.json`, `target/x`.\n\
                    ```sh\ncat `c/d`\n```\nAnd `e/`.";
        assert_eq!(paths(text).collect::<Vec<_>>(), ["a/b", "Cargo.toml", "e/"]);
    }
}
