//! Generates types for the protocol suites that AWS publishes with botocore, and a test for each of
//! their cases. Models that have times are there once more for each date crate.
//!
//! The suites are data from elsewhere and no part of the repository. The variable
//! `GLUE_PROTOCOL_SUITES` names the folder that has them, `tests/unit/protocols` of botocore's
//! source package; otherwise they are where `cargo xtask corpus` puts them. Where they are not there
//! either, there is nothing to test.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use glue_codegen::Timestamps;
use serde_json::Value;

#[path = "build/model.rs"]
mod model;

const VARIABLE: &str = "GLUE_PROTOCOL_SUITES";

/// Where `cargo xtask corpus` unpacks botocore.
const CORPUS: &str = "../../target/corpus";

/// The files with suites of the protocols that the types speak.
const FILES: [&str; 12] = [
    "input/json.json",
    "input/json_1_0.json",
    "input/json_1_0-query-compatible.json",
    "input/rest-json.json",
    "output/json.json",
    "output/json_1_0.json",
    "output/json_1_0-query-compatible.json",
    "output/rest-json.json",
    "legacy/input/json.json",
    "legacy/input/rest-json.json",
    "legacy/output/json.json",
    "legacy/output/rest-json.json",
];

/// The types of times, each with the end of the names of its modules.
const TIMES: [(&str, Timestamps); 4] = [
    ("", Timestamps::Runtime),
    ("_jiff", Timestamps::Jiff),
    ("_chrono", Timestamps::Chrono),
    ("_time", Timestamps::Time),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rustc-check-cfg=cfg(has_suites)");
    let mut generator =
        Generator { out: PathBuf::from(env::var("OUT_DIR")?), ..Generator::default() };
    if let Some(folder) = suites() {
        let folder = fs::canonicalize(folder)?;
        println!("cargo::rustc-cfg=has_suites");
        println!("cargo::rustc-env=PROTOCOL_SUITES={}", folder.display());
        for file in FILES {
            generator.file(&folder, file)?;
        }
    } else {
        // There is no such file, so that this runs again until there are suites.
        println!("cargo::rerun-if-changed={CORPUS}/tests");
    }
    fs::write(generator.out.join("modules.rs"), generator.modules)?;
    fs::write(generator.out.join("cases.rs"), generator.cases)?;
    Ok(())
}

/// The folder with the suites, if it is known.
fn suites() -> Option<PathBuf> {
    let named = env::var_os(VARIABLE).filter(|folder| !folder.is_empty());
    named.map(PathBuf::from).or_else(|| {
        let releases = fs::read_dir(CORPUS).ok()?.filter_map(Result::ok);
        let suites = releases.map(|release| release.path().join("tests/unit/protocols"));
        suites.filter(|folder| folder.is_dir()).max()
    })
}

/// What has been generated so far.
#[derive(Default)]
struct Generator {
    out: PathBuf,
    /// A module for each model.
    modules: String,
    /// A test for each case.
    cases: String,
}

impl Generator {
    fn file(&mut self, folder: &Path, file: &str) -> Result<(), Box<dyn Error>> {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        let suites: Vec<Value> = serde_json::from_str(&fs::read_to_string(path)?)?;
        for (index, suite) in suites.iter().enumerate() {
            self.suite(file, index, suite)?;
        }
        Ok(())
    }

    /// The cases of a suite that call one operation alike share a model.
    fn suite(&mut self, file: &str, index: usize, suite: &Value) -> Result<(), Box<dyn Error>> {
        let mut operations: Vec<&Value> = Vec::new();
        let mut endings: Vec<Vec<&str>> = Vec::new();
        for (number, case) in suite["cases"].as_array().into_iter().flatten().enumerate() {
            let given = &case["given"];
            let known = operations.iter().position(|operation| *operation == given);
            let operation = known.unwrap_or(operations.len());
            let module = format!("{}_{index}_{operation}", snake(file));
            if known.is_none() {
                operations.push(given);
                endings.push(self.modules(&module, suite, given)?);
            }
            for ending in &endings[operation] {
                self.case((file, ending), &format!("{module}{ending}"), (index, number), case)?;
            }
        }
        Ok(())
    }

    /// The modules of a model, by the ends of their names.
    fn modules(
        &mut self,
        name: &str,
        suite: &Value,
        given: &Value,
    ) -> Result<Vec<&'static str>, Box<dyn Error>> {
        let model = self.out.join(format!("{name}.json"));
        fs::write(&model, model::of(suite, given)?.to_string())?;
        let mut endings = Vec::new();
        for (ending, timestamps) in TIMES {
            self.module(&format!("{name}{ending}"), &model, timestamps)?;
            endings.push(ending);
            let code = fs::read_to_string(self.out.join(format!("{name}.rs")))?;
            if !code.contains("::glue_runtime::Timestamp") {
                break;
            }
        }
        Ok(endings)
    }

    fn module(
        &mut self,
        name: &str,
        model: &Path,
        timestamps: Timestamps,
    ) -> Result<(), Box<dyn Error>> {
        let builder = glue_codegen::Builder::new(model).timestamps(timestamps);
        builder.generate(format!("{name}.rs"))?;
        writeln!(
            self.modules,
            "#[allow(missing_docs)]\npub mod {name} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{name}.rs\")); }}"
        )?;
        Ok(())
    }

    fn case(
        &mut self,
        (file, ending): (&str, &str),
        module: &str,
        (suite, number): (usize, usize),
        case: &Value,
    ) -> Result<(), Box<dyn Error>> {
        let operation = case["given"]["name"].as_str().unwrap_or("OperationName");
        let label = case["id"].as_str().unwrap_or_default();
        let name = format!("{}_{suite}_{number}_{}", snake(file), snake(label));
        let place = format!("Case {{ file: {file:?}, suite: {suite}, number: {number} }}");
        let call = match case.get("params") {
            Some(_) => format!("input::<{module}::{operation}>({place})"),
            None if file.contains("input") => format!("input::<{module}::{operation}>({place})"),
            None => {
                let errors = errors(module, operation, &case["given"]);
                format!("output::<{module}::{operation}>({place}, {errors})")
            }
        };
        let name = name.trim_end_matches('_');
        writeln!(self.cases, "#[test]\nfn {name}{ending}() {{ {call} }}")?;
        Ok(())
    }
}

/// A function that shows an operation's errors as JSON.
fn errors(module: &str, operation: &str, given: &Value) -> String {
    let errors = given["errors"].as_array().into_iter().flatten();
    let names = errors.filter_map(|error| error["shape"].as_str());
    let arm =
        |name| format!("{module}::{operation}Error::{name}(error) => json({name:?}, &**error),");
    let arms: String = names.map(arm).collect();
    match arms.as_str() {
        "" => "|_| None".to_owned(),
        arms => format!("|error| match error {{ {arms} _ => None }}"),
    }
}

/// The letters and digits of a text, and an underscore for the rest.
fn snake(text: &str) -> String {
    let replace = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    text.trim_end_matches(".json").chars().map(replace).collect::<String>().to_lowercase()
}
