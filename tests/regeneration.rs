//! A downstream crate with a model and a build script of its own gets new types when the model
//! changes, and nothing is generated when it does not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::{Value, json};
use support::downstream::{Downstream, target};

const MANIFEST: &str = r#"
[package]
name = "downstream"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
glue-runtime = { path = "ROOT/glue-runtime" }
serde_json = "1"

[build-dependencies]
glue-codegen = { path = "ROOT/glue-codegen" }
"#;

const BUILD_SCRIPT: &str = r#"
fn main() -> Result<(), glue_codegen::Error> {
    glue_codegen::Builder::new("model.json").generate("types.rs")
}
"#;

/// Reads a `Thing`, writes it back, and says which colors it knows.
const MAIN: &str = r#"
include!(concat!(env!("OUT_DIR"), "/types.rs"));

fn main() -> Result<(), serde_json::Error> {
    let text = std::env::args().nth(1).unwrap_or_default();
    let thing: Thing = serde_json::from_str(&text)?;
    println!("{}", serde_json::to_string(&thing)?);
    println!("{}", Color::VALUES.join(" "));
    println!("{}", concat!(env!("OUT_DIR"), "/types.rs"));
    Ok(())
}
"#;

fn model() -> Value {
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "things", "jsonVersion": "1.1",
            "protocol": "json", "serviceFullName": "Things", "serviceId": "Things",
            "signatureVersion": "v4", "targetPrefix": "Things", "uid": "things-2026-01-01",
        },
        "operations": {"GetThing": {
            "name": "GetThing",
            "http": {"method": "POST", "requestUri": "/"},
            "output": {"shape": "Thing"},
        }},
        "shapes": {
            "Thing": {"type": "structure", "members": {"Color": {"shape": "Color"}}},
            "Color": {"type": "string", "enum": ["RED"]},
        },
    })
}

fn downstream() -> Downstream {
    Downstream::new(
        MANIFEST,
        &[("build.rs", BUILD_SCRIPT), ("src/main.rs", MAIN), ("model.json", &model().to_string())],
    )
}

fn build(downstream: &Downstream) -> String {
    downstream.succeed(&["build", "--verbose"])
}

/// What the program makes of a thing: the thing written back, the colors it knows, and the path of
/// the generated file.
fn run(thing: &str) -> (String, String, PathBuf) {
    let program =
        target().join("debug").join(format!("downstream{}", std::env::consts::EXE_SUFFIX));
    let output = Command::new(program).arg(thing).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    (lines[0].to_owned(), lines[1].to_owned(), PathBuf::from(lines[2]))
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn a_changed_model_gives_new_types_and_an_unchanged_one_nothing() {
    let downstream = downstream();
    let thing = r#"{"Color":"BLUE","Size":3}"#;
    build(&downstream);
    let (written, colors, generated) = run(thing);
    assert_eq!(written, r#"{"Color":"BLUE"}"#, "the first model knows no size");
    assert_eq!(colors, "RED");

    let before = modified(&generated);
    let log = build(&downstream);
    assert!(log.contains("Fresh downstream"), "{log}");
    assert_eq!(modified(&generated), before);

    // The same model with other white space makes the script run, and the file stays.
    downstream.write("model.json", &serde_json::to_string_pretty(&model()).unwrap());
    let log = build(&downstream);
    assert!(log.contains("build-script-build"), "{log}");
    assert_eq!(modified(&generated), before);

    let mut changed = model();
    changed["shapes"]["Thing"]["members"]["Size"] = json!({"shape": "Size"});
    changed["shapes"]["Size"] = json!({"type": "integer"});
    changed["shapes"]["Color"]["enum"] = json!(["RED", "BLUE"]);
    downstream.write("model.json", &changed.to_string());
    build(&downstream);
    let (written, colors, _) = run(thing);
    assert_eq!(written, thing);
    assert_eq!(colors, "RED BLUE");

    // A broken model fails the build with its place, and leaves the generated file alone.
    let last = fs::read(&generated).unwrap();
    let mut broken = model();
    broken["shapes"]["Thing"]["members"]["Color"]["shape"] = json!("Colr");
    downstream.write("model.json", &serde_json::to_string_pretty(&broken).unwrap());
    let output = downstream.cargo(&["build"]);
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(log.contains("Error: nothing was generated\n"), "{log}");
    assert!(log.contains("`Color` targets shape `Colr`, which the model does not define"), "{log}");
    assert!(log.contains("--> model.json:"), "{log}");
    assert!(log.contains("did you mean `Color`?"), "{log}");
    assert_eq!(fs::read(&generated).unwrap(), last);
}
