//! Every problem a file can have, and how it reads: each folder of `tests/diagnostics` has a model and
//! what is said of it. Here are bytes that are no text, and reports as data.

mod report;
mod text;

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::common::{read_as, try_model};

const CASES: &str = "tests/diagnostics";

#[test]
fn every_case_is_told_as_expected() {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    let differing: Vec<String> =
        folders.iter().filter_map(|folder| difference(folder).map(|found| found + "\n")).collect();
    assert!(differing.is_empty(), "{}", differing.concat());
}

/// What is said of the model of a folder, unless it is what its `expected.txt` has.
///
/// As for snapshots, `INSTA_UPDATE=always` writes the file.
fn difference(folder: &Path) -> Option<String> {
    let bytes = fs::read(folder.join("model.json")).unwrap();
    let told = match read_as("model.json", &bytes) {
        Ok(_) => "no problem\n".to_owned(),
        Err(diagnostics) => format!("{diagnostics}\n"),
    };
    let file = folder.join("expected.txt");
    if matches!(env::var("INSTA_UPDATE").as_deref(), Ok("always" | "force")) {
        fs::write(&file, &told).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    (told != expected).then(|| format!("{}\n{expected}is now\n{told}", file.display()))
}

/// Reads bytes that have problems, and compares what is said of them.
#[track_caller]
fn check_bytes(bytes: &[u8], expected: &str) {
    let diagnostics = try_model(bytes).unwrap_err();
    assert_eq!(diagnostics.to_string(), expected);
}
