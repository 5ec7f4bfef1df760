//! The front for build scripts: where it writes, and when.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::time::{Duration, SystemTime};

use glue_codegen::{Builder, Error, Options, Source, generate};
use tempfile::TempDir;

const MODEL: &str = "../glue-cli/tests/cli/toy.json";

#[test]
fn the_folders_of_a_file_are_created() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("aws/toy.rs");
    Builder::new(MODEL).generate(&output).unwrap();

    let source = Source { file: MODEL, bytes: &fs::read(MODEL).unwrap() };
    let code = generate(&source, &Options::default()).unwrap().code;
    assert_eq!(fs::read_to_string(output).unwrap(), code);
}

#[test]
fn a_file_that_has_the_text_is_not_touched() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("toy.rs");
    Builder::new(MODEL).generate(&output).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let file = fs::File::options().write(true).open(&output).unwrap();
    file.set_modified(long_ago).unwrap();
    let modified = || fs::metadata(&output).unwrap().modified().unwrap();

    Builder::new(MODEL).generate(&output).unwrap();
    assert_eq!(modified(), long_ago);
    Builder::new(MODEL).docs(false).generate(&output).unwrap();
    assert!(modified() > long_ago);
}

#[test]
fn nothing_is_written_or_created_when_there_are_problems() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("aws/toy.rs");
    let problems = Builder::new(MODEL).operations(["Nope"]).generate(&output);
    assert!(matches!(problems, Err(Error::Model(_))), "{problems:?}");
    let missing = Builder::new("gone.json").generate(&output);
    assert!(matches!(missing, Err(Error::Read { .. })), "{missing:?}");
    assert!(!directory.path().join("aws").exists());
}

#[test]
fn a_relative_output_needs_a_build_script() {
    // Cargo sets the variable for packages that have a build script; this one has none.
    let error = Builder::new(MODEL).generate("toy.rs").unwrap_err();
    assert_eq!(
        error.to_string(),
        "OUT_DIR is not set: a relative output path needs a build script"
    );
}
