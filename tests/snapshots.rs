//! What the generator writes, reviewed as code: a small model for each feature, and the real one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_codegen::{Options, Selection, Source, generate};

fn generated(path: &str, options: &Options) -> String {
    let bytes = support::read(path);
    let source = Source { file: path, bytes: &bytes };
    match generate(&source, options) {
        // With the version as it is, every snapshot would change with it.
        Ok(generated) => generated.code.replacen(env!("CARGO_PKG_VERSION"), "X.Y.Z", 1),
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

/// What a fixture is generated with.
fn options(fixture: &str) -> Options {
    let mut options = Options::default();
    options.service = (fixture == "two_services").then(|| "WeatherService".to_owned());
    options.keep_unknown_members = fixture == "unknown_members";
    options
}

macro_rules! snapshots {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let path = concat!("tests/fixtures/", stringify!($name), ".json");
            insta::assert_snapshot!(stringify!($name), generated(path, &options(stringify!($name))));
        })*

        /// The fixtures above, so that no file is forgotten.
        const FIXTURES: &[&str] = &[$(stringify!($name)),*];
    };
}

snapshots! {
    bindings blobs collections command_line constraints deprecated enums errors floats
    framework_errors json_headers names no_protocol no_service_id oddities policies policies_smithy
    queries recursion rest rpc_v2_json secrets sensitive shadowing shape_names smithy structures
    templates timestamps two_services unions uniques unknown_members
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
    let mut options = Options::default();
    options.operations = Selection::Named(["GetJobRun", "GetWorkflowRun"].map(Into::into).into());
    insta::assert_snapshot!("glue", generated(support::GLUE_MODEL, &options));
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
fn standard_derives_are_added_to_types_that_can_have_them() {
    let mut options = Options::default();
    options.derives = ["Eq", "::core::hash::Hash", "PartialOrd", "Ord"].map(str::to_owned).into();
    let derived = |fixture: &str, definition: &str| {
        let code = generated(fixture, &options);
        let (before, _) = code.split_once(&format!("pub {definition} {{")).unwrap();
        let attributes = before.lines().rev().take_while(|line| line.starts_with('#'));
        attributes.filter(|line| line.starts_with("#[derive(")).map(str::to_owned).collect()
    };
    let check = |fixture, definition, expected: &[&str]| {
        let found: Vec<String> = derived(fixture, definition);
        assert_eq!(found, expected, "{definition}");
    };
    let (plain, keys) = ("#[derive(Clone, Debug, Default, PartialEq)]", "Eq, ::core::hash::Hash");
    let all = format!("#[derive({keys}, PartialOrd, Ord)]");
    let keys = format!("#[derive({keys})]");
    check("tests/fixtures/collections.json", "struct Item", &[&all, plain]);
    // Floats.
    check(
        "tests/fixtures/collections.json",
        "struct Everything",
        &["#[derive(PartialOrd)]", plain],
    );
    // It holds a union, which may hold a document.
    check("tests/fixtures/recursion.json", "struct Filter", &[&keys, plain]);
    check("tests/fixtures/recursion.json", "struct Loop", &[&all, plain]);
    // Enums have them all anyway.
    let open = "#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]";
    check("tests/fixtures/enums.json", "enum Kind", &[open]);
    // Floats again, and no order in a union.
    let without_default = "#[derive(Clone, Debug, PartialEq)]";
    check("tests/fixtures/unions.json", "enum Value", &[without_default]);
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let first = generated(support::GLUE_MODEL, &Options::default());
    let second = generated(support::GLUE_MODEL, &Options::default());
    assert_eq!(first, second);
}
