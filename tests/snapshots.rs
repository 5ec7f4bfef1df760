//! What the generator writes, reviewed as code: a small model for each feature, and the real one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_codegen::{Options, Selection, Source, generate};

fn generated(path: &str, options: &Options) -> String {
    let bytes = support::read(path);
    let source = Source { file: path, bytes: &bytes };
    match generate(&source, options) {
        Ok(generated) => generated.code,
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

macro_rules! snapshots {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let path = concat!("tests/fixtures/", stringify!($name), ".json");
            insta::assert_snapshot!(stringify!($name), generated(path, &Options::default()));
        })*

        /// The fixtures above, so that no file is forgotten.
        const FIXTURES: &[&str] = &[$(stringify!($name)),*];
    };
}

snapshots! {
    blobs collections command_line constraints deprecated enums errors names oddities queries
    recursion rest sensitive shadowing smithy structures timestamps unions
}

#[test]
fn every_fixture_has_a_snapshot() {
    let mut files: Vec<String> = std::fs::read_dir("tests/fixtures")
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, FIXTURES);
}

#[test]
fn glue_job_and_workflow_runs() {
    insta::assert_snapshot!("glue", generated(support::GLUE_MODEL, &Options::default()));
}

#[test]
fn one_operation_prunes_what_only_the_other_reaches() {
    let mut options = Options::default();
    options.operations = Selection::Named(vec!["GetJobRun".to_owned()]);
    let code = generated(support::GLUE_MODEL, &options);
    assert!(code.contains("pub struct JobRun {"));
    assert!(!code.contains("WorkflowRun"));
    assert!(!code.contains("pub struct Crawl "));
}

#[test]
fn without_docs_every_item_still_has_one() {
    let mut options = Options::default();
    options.without_docs = true;
    let code = generated("tests/fixtures/structures.json", &options);
    assert!(code.contains("/// `Inner`.\n"));
    assert!(!code.contains("What to create."));
}

#[test]
fn derives_are_added_to_every_type() {
    let mut options = Options::default();
    options.derives = vec!["::schemars::JsonSchema".to_owned()];
    let code = generated("tests/fixtures/unions.json", &options);
    // Five structures and unions, one of them nested; enums would count as well.
    assert_eq!(code.matches("#[derive(::schemars::JsonSchema)]").count(), 5);
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let first = generated(support::GLUE_MODEL, &Options::default());
    let second = generated(support::GLUE_MODEL, &Options::default());
    assert_eq!(first, second);
}
