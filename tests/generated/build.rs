//! Generates the types of every fixture, as a downstream crate would, and of one more model: a
//! string with each pattern whose verdicts `java.util.regex` gave.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value, json};

const FIXTURES: &str = "../fixtures";
const VERDICTS: &str = "../../glue-pattern/tests/data/verdicts.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FIXTURES}");
    println!("cargo::rerun-if-changed={VERDICTS}");
    for entry in fs::read_dir(FIXTURES)? {
        generate(&entry?.path())?;
    }
    let model = Path::new(&env::var("OUT_DIR")?).join("java_patterns.json");
    fs::write(&model, patterns_model()?.to_string())?;
    generate(&model)
}

fn generate(model: &Path) -> Result<(), Box<dyn Error>> {
    let name = model.file_stem().ok_or("a model has no name")?;
    let output = PathBuf::from(name).with_extension("rs");
    Ok(glue_codegen::Builder::new(model).generate(output)?)
}

/// A structure `Texts` with a member `P0`, `P1` and so on for each pattern.
fn patterns_model() -> Result<Value, Box<dyn Error>> {
    let verdicts: Vec<(String, Value, Value)> =
        serde_json::from_str(&fs::read_to_string(VERDICTS)?)?;
    let mut shapes = Map::new();
    let mut members = Map::new();
    for (index, (pattern, ..)) in verdicts.into_iter().enumerate() {
        let name = format!("P{index}");
        members.insert(name.clone(), json!({"shape": name}));
        shapes.insert(name, json!({"type": "string", "pattern": pattern}));
    }
    shapes.insert("Texts".into(), json!({"type": "structure", "members": members}));
    let fixture: Value = serde_json::from_str(&fs::read_to_string("../fixtures/structures.json")?)?;
    Ok(json!({
        "metadata": fixture["metadata"],
        "operations": {"Match": {
            "name": "Match",
            "http": {"method": "POST", "requestUri": "/"},
            "output": {"shape": "Texts"},
        }},
        "shapes": shapes,
    }))
}
