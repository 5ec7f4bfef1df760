//! What the generator writes, reviewed as code: a small model for each feature, and the real one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::panic::catch_unwind;
use std::path::Path;

use glue_codegen::{Customization, Options, Selection, Source, generate};

use support::features::Feature;

const FEATURES: &str = "tests/features";

fn generated(path: &str, options: &Options) -> String {
    let bytes = support::read(path);
    let source = Source { file: path, bytes: &bytes };
    match generate(&source, options) {
        // With the version as it is, every snapshot would change with it.
        Ok(generated) => generated.code.replacen(env!("CARGO_PKG_VERSION"), "X.Y.Z", 1),
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

/// The path of a feature's model.
fn model(feature: &str) -> String {
    format!("{FEATURES}/{feature}/model.json")
}

fn customizations(pairs: &[(String, String)]) -> Vec<Customization> {
    let of_pair = |(selector, text): &(String, String)| Customization {
        selector: selector.clone(),
        text: text.clone(),
    };
    pairs.iter().map(of_pair).collect()
}

/// Compares the generated code of a feature with `generated.snap` of its folder.
fn compare(feature: &Feature) {
    let mut options = Options::default();
    options.service = feature.service.clone();
    options.keep_unknown_members = feature.keep_unknown_members;
    options.attributes = customizations(&feature.attributes);
    options.derives_for = customizations(&feature.derives_for);
    options.skipped_derives = customizations(&feature.skipped_derives);
    options.renames = customizations(&feature.renames);
    options.runtime_path = feature.runtime_path.clone();
    options.header = feature.header.iter().cloned().collect();
    options.schemars = feature.schemars;
    options.arbitrary = feature.arbitrary;
    options.timestamps = feature.timestamps;
    options.maps = feature.maps;
    options.bytes = feature.bytes;
    options.externs = feature.externs.clone();
    options.replacements = feature.replacements.clone();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("features/{}", feature.name));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let model = feature.model().to_string_lossy();
        insta::assert_snapshot!("generated", generated(&model, &options));
    });
}

#[test]
fn every_feature() {
    let features = support::features::features(Path::new(FEATURES)).unwrap();
    assert!(!features.is_empty());
    let fails = |feature: &&Feature| catch_unwind(|| compare(feature)).is_err();
    let failed: Vec<&str> =
        features.iter().filter(fails).map(|feature| feature.name.as_str()).collect();
    assert!(failed.is_empty(), "the generated code of {failed:?} differs, or there is none");
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
    let code = generated(&model("structures"), &options);
    assert!(code.contains("/// `Inner`.\n"));
    assert!(!code.contains("What to create."));
}

#[test]
fn derives_are_added_to_every_type() {
    let mut options = Options::default();
    options.derives = vec!["::schemars::JsonSchema".to_owned()];
    let code = generated(&model("unions"), &options);
    // Five structures and unions, one of them nested; enums would count as well.
    assert_eq!(code.matches("#[derive(::schemars::JsonSchema)]").count(), 5);
}

#[test]
fn standard_derives_are_added_to_types_that_can_have_them() {
    let mut options = Options::default();
    options.derives = ["Eq", "::core::hash::Hash", "PartialOrd", "Ord"].map(str::to_owned).into();
    let derived = |feature: &str, definition: &str| {
        let code = generated(&model(feature), &options);
        let (before, _) = code.split_once(&format!("pub {definition} {{")).unwrap();
        let attributes = before.lines().rev().take_while(|line| line.starts_with('#'));
        attributes.filter(|line| line.starts_with("#[derive(")).map(str::to_owned).collect()
    };
    let check = |feature, definition, expected: &[&str]| {
        let found: Vec<String> = derived(feature, definition);
        assert_eq!(found, expected, "{definition}");
    };
    let (plain, keys) = ("#[derive(Clone, Debug, Default, PartialEq)]", "Eq, ::core::hash::Hash");
    let all = format!("#[derive({keys}, PartialOrd, Ord)]");
    let keys = format!("#[derive({keys})]");
    check("collections", "struct Item", &[&all, plain]);
    // Floats.
    check("collections", "struct Everything", &["#[derive(PartialOrd)]", plain]);
    // It holds a union, which may hold a document.
    check("recursion", "struct Filter", &[&keys, plain]);
    check("recursion", "struct Loop", &[&all, plain]);
    // Enums have them all anyway.
    let open = "#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]";
    check("enums", "enum Kind", &[open]);
    // Floats again, and no order in a union.
    let without_default = "#[derive(Clone, Debug, PartialEq)]";
    check("unions", "enum Value", &[without_default]);
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let first = generated(support::GLUE_MODEL, &Options::default());
    let second = generated(support::GLUE_MODEL, &Options::default());
    assert_eq!(first, second);
}
