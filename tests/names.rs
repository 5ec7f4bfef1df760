//! Users of the crate can name all that its functions take and give, without `glue-runtime`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeSet;
use std::time::Duration;

use glue_types::runtime::{Binding, Location, NoMembers, PayloadForm, TextForm};
use glue_types::{
    Document, DocumentError, ErrorEnvelope, GetJobRun, JobRun, Number, Operation,
    OperationMetadata, OutOfRange, ParseEnumError, ParseTimestampError, Timestamp, Validate,
    WorkerType,
};
use serde::Deserialize;
use syn::{Item, UseTree};

fn parse(text: &str) -> Result<Timestamp, ParseTimestampError> {
    text.parse()
}

fn from_seconds(seconds: i64) -> Result<Timestamp, OutOfRange> {
    Timestamp::from_unix(seconds, 0)
}

fn attempts(envelope: &ErrorEnvelope) -> Option<Number> {
    envelope.body().get("Attempts")?.as_number().cloned()
}

fn job_run(document: Document) -> Result<JobRun, DocumentError> {
    JobRun::deserialize(document)
}

fn metadata<O: Operation>() -> OperationMetadata {
    O::METADATA
}

fn worker_type(text: &str) -> Result<WorkerType, ParseEnumError> {
    WorkerType::try_parse(text)
}

fn bindings<O: Operation>() -> &'static [Binding] {
    O::INPUT
}

fn form(binding: &Binding) -> Result<TextForm, PayloadForm> {
    match binding.location {
        Location::Label(_, form) | Location::Query(_, form) | Location::Header(_, form) => Ok(form),
        Location::Payload(form) => Err(form),
        _ => Ok(TextForm::Text),
    }
}

#[test]
fn errors_and_parts_have_names() {
    let time = parse("2024-05-01T12:00:00Z");
    assert_eq!(time.map(Timestamp::unix_seconds).ok(), Some(1_714_564_800));
    assert!(parse("soon").is_err());
    assert!(from_seconds(i64::MAX).is_err());
    let document = Document::Object([("Attempts".to_owned(), 3.into())].into());
    assert_eq!(attempts(&ErrorEnvelope::new(document.clone())), Some(Number::from(3)));
    assert_eq!(job_run(document), Ok(JobRun::default()));
    assert!(job_run(Document::Null).is_err());
    assert_eq!(metadata::<GetJobRun>().name, "GetJobRun");
    assert_eq!(worker_type("G.1X"), Ok(WorkerType::G1X));
    assert!(worker_type("g.1x").is_err());
    assert_eq!(bindings::<GetJobRun>().iter().map(form).count(), 0);
    assert!(NoMembers::default().validate().is_ok());
}

/// The names that `use` takes out of a crate, but for all of them by `*`.
fn imported(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Group(group) => group.items.iter().for_each(|tree| imported(tree, names)),
        UseTree::Name(name) => {
            names.insert(name.ident.to_string());
        }
        UseTree::Path(_) | UseTree::Rename(_) | UseTree::Glob(_) => panic!("not a plain name"),
    }
}

/// What a file of the crate exports of `glue-runtime`.
fn exported(path: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in syn::parse_file(&support::text(path)).unwrap().items {
        if let Item::Use(item) = item
            && let UseTree::Path(path) = &item.tree
            && path.ident == "glue_runtime"
            && !matches!(*path.tree, UseTree::Glob(_))
        {
            imported(&path.tree, &mut names);
        }
    }
    names
}

#[test]
fn all_that_generated_items_name_is_exported() {
    let exported = exported("glue-types/lib.rs");
    let generated = include_str!(concat!(env!("OUT_DIR"), "/glue.rs"));
    let named: BTreeSet<String> = generated
        .split("::glue_runtime::")
        .skip(1)
        .map(|path| path.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect())
        // Modules are for generated code alone.
        .filter(|name: &String| name.starts_with(char::is_uppercase))
        .collect();
    let missing: Vec<&String> = named.difference(&exported).collect();
    assert_eq!(missing, [""; 0], "glue-types/lib.rs does not export these");
    for name in ["ErrorEnvelope", "Reported", "Timestamp", "Unrecognized", "Validate"] {
        assert!(named.contains(name), "{name}");
    }
}

#[test]
fn what_needs_a_feature_is_named_in_both_places() {
    let shown = exported("glue-types/runtime.rs");
    assert!(shown.is_subset(&exported("glue-types/lib.rs")), "{shown:?}");
    assert!(shown.contains("Request") && shown.contains("CommandLine"), "{shown:?}");
}

#[test]
fn how_long_a_run_took_needs_no_other_crate() {
    let saved = r#"{"StartedOn": "2024-05-01T14:00:00+02:00", "CompletedOn": 1714564890.5}"#;
    let run: JobRun = serde_json::from_str(saved).unwrap_or_default();
    let took = run.completed_on.zip(run.started_on).map(|(end, start)| end.duration_since(start));
    assert_eq!(took, Some(Some(Duration::from_millis(90_500))));
}
