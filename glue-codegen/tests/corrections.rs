//! The catalog of corrections: each applies to the models that it is for, and to these alone.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use glue_codegen::inspect::{Correction, corrections, inventory};
use glue_codegen::{Builder, Diagnostics, Options, Source, generate};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

fn with_corrections(names: &[&str]) -> Options {
    let mut options = Options::default();
    options.corrections = names.iter().map(|name| (*name).to_owned()).collect();
    options
}

/// The code of a model with corrections.
fn corrected(model: &Value, names: &[&str]) -> Result<String, Diagnostics> {
    let bytes = model.to_string().into_bytes();
    let source = Source { file: "toy.json", bytes: &bytes };
    generate(&source, &with_corrections(names)).map(|generated| generated.code)
}

/// A model with these shapes, all of which its only operation reaches.
fn model(mut shapes: Map<String, Value>) -> Value {
    let names: Vec<String> = shapes.keys().cloned().collect();
    let members: Map<String, Value> =
        names.iter().map(|name| (format!("The{name}"), json!({"shape": name}))).collect();
    shapes.insert("GoRequest".into(), json!({"type": "structure", "members": members}));
    shapes.insert("Text".into(), json!({"type": "string"}));
    json!({
        "metadata": {
            "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
            "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy",
        },
        "operations": {
            "Go": {"name": "Go", "http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "GoRequest"}},
        },
        "shapes": shapes,
    })
}

/// A model that is wrong in the way that the correction says.
fn wrong_model(correction: &Correction) -> Value {
    let fixes: Map<String, Value> = serde_json::from_str(correction.text).unwrap();
    let mut shapes = Map::new();
    for fix in fixes.values() {
        let name = fix["shape"].as_str().unwrap();
        if let Some(values) = fix.get("values") {
            let shape = shapes
                .entry(name)
                .or_insert_with(|| json!({"type": "string", "enum": ["Unaffected"]}));
            let from = values["from"].as_array().unwrap();
            shape["enum"].as_array_mut().unwrap().extend(from.iter().cloned());
            continue;
        }
        let member = fix["member"].as_str().unwrap();
        let (from, to) = match fix.get("target") {
            Some(target) => (target["from"].as_str().unwrap(), target["to"].as_str()),
            None => ("Text", None),
        };
        let structure = || json!({"type": "structure", "required": [], "members": {"Other": {"shape": "Text"}}});
        let shape = shapes.entry(name).or_insert_with(structure);
        shape["members"][member] = json!({"shape": from});
        if fix.get("required").is_some() {
            shape["required"].as_array_mut().unwrap().push(member.into());
        }
        for (name, value) in [(Some(from), "Old"), (to, "New")] {
            if let Some(name) = name.filter(|name| *name != "Text") {
                shapes.insert(name.into(), json!({"type": "string", "enum": [value]}));
            }
        }
    }
    model(shapes)
}

#[test]
fn every_file_is_in_the_catalog_with_reasons_and_sources() {
    let corrections = corrections().unwrap();
    let names: Vec<String> = corrections.iter().map(|each| format!("{}.json", each.name)).collect();
    let files = fs::read_dir("corrections").unwrap();
    let mut files: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(names, files);
    for fix in corrections.iter().flat_map(|correction| &correction.fixes) {
        assert!(!fix.shape.is_empty() && fix.reason.ends_with('.'), "{fix:?}");
        assert!(fix.source.starts_with("https://"), "{fix:?}");
    }
}

#[test]
fn every_correction_applies_once() {
    for correction in corrections().unwrap() {
        let name = correction.name;
        let model = wrong_model(&correction);
        let [wrong, right] = [&[][..], &[name]].map(|names| {
            corrected(&model, names).unwrap_or_else(|problems| panic!("{name}: {problems}"))
        });
        let body =
            |code: &str| code.lines().skip_while(|line| line.starts_with("//")).collect::<String>();
        assert_ne!(body(&wrong), body(&right), "{name}");
        let again = corrected(&model, &[name, name]).unwrap_err();
        assert_eq!(
            again.len(),
            again.iter().filter(|problem| problem.message.contains("does not apply")).count(),
            "{again}"
        );
    }
}

#[test]
fn values_members_and_targets_are_corrected() {
    let named = |name: &str| {
        let all = corrections().unwrap();
        let correction = all.into_iter().find(|each| each.name == name).unwrap();
        corrected(&wrong_model(&correction), &[name]).unwrap()
    };
    let code = named("ec2-vpc-endpoint-state");
    assert!(code.contains(r#""pendingAcceptance""#) && !code.contains(r#""PendingAcceptance""#));
    assert!(code.contains("PendingAcceptance"), "the variant has the same name");
    assert!(code.contains("--correction ec2-vpc-endpoint-state\n"), "the header says so");
    let code = named("elasticbeanstalk-environment-health");
    assert!(code.contains("pub status: Option<EnvironmentStatus>,"));
    assert!(!named("batch-job-started-at").contains("Required."));
}

#[test]
fn a_correction_of_another_service_does_not_apply() {
    let shapes = json!({"State": {"type": "string", "enum": ["pendingAcceptance"]}});
    let model = model(shapes.as_object().unwrap().clone());
    let problems = corrected(&model, &["emr-kerberos-attributes"]).unwrap_err();
    let problem = problems.iter().next().unwrap();
    assert_eq!(problem.message, "the model has no shape `KerberosAttributes`");
    assert_eq!(problem.file, "correction emr-kerberos-attributes");
    let help = "leave the correction out: AWS has made it, or it is for another service";
    assert_eq!(problem.help.as_deref(), Some(help));
    assert_eq!(problems.len(), 2);
}

#[test]
fn an_unknown_name_is_an_error_with_the_names() {
    let model = model(Map::new());
    let problems = corrected(&model, &["ec2-vpc-endpont-state", "elephant\u{1b}"]).unwrap_err();
    let names: Vec<&str> = corrections().unwrap().iter().map(|each| each.name).collect();
    let names = names.join(", ");
    assert_eq!(
        problems.to_string(),
        format!(
            "error: the catalog has no correction `ec2-vpc-endpont-state`
  --> toy.json
  = help: did you mean `ec2-vpc-endpoint-state`? there are {names}

error: the catalog has no correction `elephant\\u{{1b}}`
  --> toy.json
  = help: there are {names}

2 problems in toy.json"
        )
    );
}

#[test]
fn a_build_script_names_corrections() {
    let directory = TempDir::new().unwrap();
    let [input, output] = ["toy.json", "toy.rs"].map(|name| directory.path().join(name));
    let all = corrections().unwrap();
    let correction = all.iter().find(|each| each.name == "config-recorder-status").unwrap();
    fs::write(&input, wrong_model(correction).to_string()).unwrap();
    Builder::new(&input).correction(correction.name).generate(&output).unwrap();
    assert!(fs::read_to_string(output).unwrap().contains(r#""NOT_APPLICABLE""#));
}

/// Set `GLUE_MODEL_CORPUS` to a folder laid out as botocore's `data`, of its newest version, to run
/// this.
#[test]
fn every_correction_applies_to_the_newest_model() {
    let Some(folder) = std::env::var_os("GLUE_MODEL_CORPUS") else {
        // Straight to standard error, because the test harness swallows what `eprintln!` prints.
        return io::stderr().write_all(b"skipped: GLUE_MODEL_CORPUS is not set\n").unwrap();
    };
    let folder = PathBuf::from(folder);
    let services = entries(&folder);
    for correction in corrections().unwrap() {
        let is_for = |service: &&PathBuf| {
            let name = service.file_name().unwrap().to_str().unwrap();
            correction.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
        };
        let service = services.iter().filter(is_for).max_by_key(|path| path.as_os_str().len());
        let path = entries(service.unwrap()).pop().unwrap().join("service-2.json");
        let bytes = fs::read(&path).unwrap();
        let source = Source { file: path.to_str().unwrap(), bytes: &bytes };
        let found = inventory(&source, &with_corrections(&[correction.name]));
        assert_eq!(found.err().map(|problems| problems.to_string()), None);
    }
}

/// What is in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
