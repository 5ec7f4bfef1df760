//! Generates the types of every feature, as a downstream crate would, and of a few more models: a
//! string with each pattern whose verdicts `java.util.regex` gave, types that nest as deeply as the
//! generator allows, WAF's statements, which hold themselves and much else, patterns whose first part
//! may end at many places, and names that are taken elsewhere. Lists the features, so that a new one
//! is a new folder and nothing else.

#[path = "build/associated_types.rs"]
mod associated_types;
#[path = "../support/features.rs"]
mod features;
#[path = "build/taken_names.rs"]
mod taken_names;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use features::Feature;
use glue_codegen::{Extern, Replacement};
use serde_json::{Map, Value, json};

const FEATURES: &str = "../features";
/// Smithy's own tests of constraints.
const SMITHY_VALIDATION: &str = "../data/smithy_validation/model.json";
const STATEMENTS: &str = "models/statements.json";
const PLACES: &str = "models/places.json";
const VERDICTS: &str = "../../glue-pattern/tests/data/verdicts.json";

/// Derives for types that are keys, by a path and by a short name.
const KEYS: [&str; 4] = ["::core::cmp::Eq", "Hash", "PartialOrd", "::core::cmp::Ord"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={VERDICTS}");
    let directory = env::var("OUT_DIR")?;
    let features = features::features(Path::new(FEATURES))?;
    let mut modules = Vec::new();
    for feature in &features {
        generate_feature(feature)?;
        modules.push(feature.name.clone());
    }
    fs::write(Path::new(&directory).join("behavior.rs"), behavior(&features)?)?;

    for (name, model) in
        [("smithy_validation", SMITHY_VALIDATION), ("statements", STATEMENTS), ("places", PLACES)]
    {
        generate(name, |_| glue_codegen::Builder::new(model))?;
        modules.push(name.to_owned());
    }
    for (name, model) in [("java_patterns", patterns_model()?), ("nesting", nesting_model()?)] {
        let path = written(Path::new(&directory), name, &model)?;
        generate(name, |_| glue_codegen::Builder::new(&path))?;
        modules.push(name.to_owned());
    }
    for (name, operations, shapes) in taken_names::models() {
        let path = written(Path::new(&directory), name, &model(operations, shapes)?)?;
        generate(name, |_| glue_codegen::Builder::new(&path).schemars().arbitrary())?;
        modules.push(name.to_owned());
    }
    // Types of users have no conversions.
    let converted = |one: &&Feature| one.has_types() && one.replacements.is_empty();
    let converted: Vec<&Feature> = features.iter().filter(converted).collect();
    for feature in &converted {
        generate_converted(Path::new(&directory), feature)?;
    }
    let converted: Vec<&str> = converted.iter().map(|feature| feature.name.as_str()).collect();
    let modules = format!(
        "modules! {{ {} }}\nconverted_modules! {{ {} }}\n",
        modules.join(" "),
        converted.join(" ")
    );
    fs::write(Path::new(&directory).join("modules.rs"), modules)?;
    associated_types(Path::new(&directory))?;
    Ok(())
}

/// The path of a file with the model.
fn written(directory: &Path, name: &str, model: &Value) -> Result<PathBuf, Box<dyn Error>> {
    let path = directory.join(name).with_extension("json");
    fs::write(&path, model.to_string())?;
    Ok(path)
}

fn generate_feature(feature: &Feature) -> Result<(), Box<dyn Error>> {
    generate(&feature.name, |layout| builder(feature, layout))
}

/// With conversions to a stand-in for the official SDK.
fn generate_converted(directory: &Path, feature: &Feature) -> Result<(), Box<dyn Error>> {
    let root = format!("crate::converted::{}::sdk", feature.name);
    let output = directory.join("converted").join(&feature.name).with_extension("rs");
    builder(feature, "").aws_sdk(&root).generate(&output)?;
    let types = format!("crate::converted::{}::types", feature.name);
    let code = fs::read_to_string(&output)?;
    let stand_in = sdk_stand_in::stand_in([code.as_str()], &root, &types)?;
    let output = directory.join("converted").join(format!("{}_sdk.rs", feature.name));
    Ok(fs::write(output, stand_in)?)
}

/// `root` is where the modules of the layout are, before their names.
fn builder(feature: &Feature, root: &str) -> glue_codegen::Builder {
    if feature.options != "{}" {
        println!("cargo::rerun-if-changed={}", feature.folder.join("options.json").display());
    }
    let mut builder = glue_codegen::Builder::new(feature.model());
    if let Some(service) = &feature.service {
        builder = builder.service(service);
    }
    if feature.keep_unknown_members {
        builder = builder.keep_unknown_members();
    }
    for (selector, attributes) in &feature.attributes {
        builder = builder.attribute(selector, attributes);
    }
    for (selector, paths) in &feature.derives_for {
        builder = builder.derive_for(selector, paths);
    }
    for (selector, names) in &feature.skipped_derives {
        builder = builder.skip_derive(selector, names);
    }
    for (selector, name) in &feature.renames {
        builder = builder.rename(selector, name);
    }
    if let Some(path) = &feature.runtime_path {
        builder = builder.runtime_path(path);
    }
    if let Some(text) = &feature.header {
        builder = builder.header(text);
    }
    if feature.schemars {
        builder = builder.schemars();
    }
    if feature.arbitrary {
        builder = builder.arbitrary();
    }
    if feature.bytes {
        builder = builder.bytes();
    }
    // Other modules of generated types have what keys need derived in the same layout only.
    let path = |path: &str| path.replace("crate::tags", &format!("crate::{root}tags"));
    for Extern { path: module, shapes } in &feature.externs {
        builder = builder.extern_types(path(module), shapes);
    }
    for Replacement { selector, path: ty, validated } in &feature.replacements {
        builder = match validated {
            true => builder.replace_validated(selector, path(ty)),
            false => builder.replace(selector, path(ty)),
        };
    }
    builder.timestamps(feature.timestamps).maps(feature.maps)
}

/// As one file, and as a folder with what keys need derived.
fn generate(
    name: &str,
    builder: impl Fn(&str) -> glue_codegen::Builder,
) -> Result<(), Box<dyn Error>> {
    builder("").generate(PathBuf::from(name).with_extension("rs"))?;
    let builder = KEYS.into_iter().fold(builder("folders::"), glue_codegen::Builder::derive);
    builder.generate_folder(Path::new("folders").join(name))?;
    Ok(())
}

/// A module of tests for each feature, and the list of features.
fn behavior(features: &[Feature]) -> Result<String, Box<dyn Error>> {
    let mut modules = String::new();
    for feature in features {
        let tests = feature.folder.join("behavior.rs");
        let tests = fs::canonicalize(&tests)
            .map_err(|error| format!("cannot read {}: {error}", tests.display()))?;
        writeln!(modules, "#[path = {tests:?}]\nmod {};", feature.name)?;
    }
    let listed: Vec<_> = features.iter().map(|one| (&one.name, &one.options)).collect();
    writeln!(modules, "const FEATURES: &[(&str, &str)] = &{listed:?};")?;
    Ok(modules)
}

/// In both layouts, with further derives and with conversions to a stand-in for the SDK; the folder's
/// structures keep unknown members.
fn associated_types(directory: &Path) -> Result<(), Box<dyn Error>> {
    let (operations, shapes) = associated_types::model();
    let path = directory.join("associated_types.json");
    fs::write(&path, model(operations, shapes)?.to_string())?;
    let builder = glue_codegen::Builder::new(&path);
    let builder = KEYS.into_iter().fold(builder, glue_codegen::Builder::derive);
    for layout in ["file", "folder"] {
        let root = format!("crate::associated_types::{layout}::sdk");
        let types = format!("crate::associated_types::{layout}::types");
        let builder = builder.clone().aws_sdk(&root);
        let output = directory.join("associated_types").join(layout);
        match layout {
            "file" => builder.generate(output.join("mod.rs"))?,
            _ => builder.keep_unknown_members().generate_folder(&output)?,
        }
        let files = fs::read_dir(&output)?.map(|file| fs::read_to_string(file?.path()));
        let files: Vec<String> = files.collect::<Result<_, _>>()?;
        let stand_in = sdk_stand_in::stand_in(files.iter().map(String::as_str), &root, &types)?;
        fs::write(directory.join(format!("associated_types_{layout}_sdk.rs")), stand_in)?;
    }
    Ok(())
}

/// A structure `Texts` with a member `P0`, `P1` and so on for each pattern.
fn patterns_model() -> Result<Value, Box<dyn Error>> {
    let mut recorded: Value = serde_json::from_str(&fs::read_to_string(VERDICTS)?)?;
    let verdicts: Vec<(String, Value, Value)> =
        serde_json::from_value(recorded["verdicts"].take())?;
    let mut shapes = Map::new();
    let mut members = Map::new();
    for (index, (pattern, ..)) in verdicts.into_iter().enumerate() {
        let name = format!("P{index}");
        members.insert(name.clone(), json!({"shape": name}));
        shapes.insert(name, json!({"type": "string", "pattern": pattern}));
    }
    shapes.insert("Texts".into(), json!({"type": "structure", "members": members}));
    model(answering("Texts"), shapes)
}

/// Structures that hold the next one, as many as may nest.
struct Chain {
    name: &'static str,
    length: usize,
    /// What the last one holds.
    last: &'static str,
    /// What is between a structure and the next, from the inside.
    collections: &'static [&'static str],
}

const CHAINS: [Chain; 4] = [
    Chain { name: "Plain", length: 49, last: "Text", collections: &[] },
    Chain { name: "Boxed", length: 49, last: "Boxed0", collections: &[] },
    Chain { name: "List", length: 32, last: "Text", collections: &["List"] },
    Chain { name: "Map", length: 24, last: "Text", collections: &["List", "Map"] },
];

/// A structure `Nested` that holds every chain.
fn nesting_model() -> Result<Value, Box<dyn Error>> {
    let mut shapes = Map::new();
    shapes.insert("Text".into(), json!({"type": "string", "max": 5}));
    let mut members = Map::new();
    for chain in CHAINS {
        members.insert(chain.name.into(), json!({"shape": format!("{}0", chain.name)}));
        for level in 0..chain.length {
            insert_link(&chain, level, &mut shapes);
        }
    }
    shapes.insert("Nested".into(), json!({"type": "structure", "members": members}));
    model(answering("Nested"), shapes)
}

fn insert_link(chain: &Chain, level: usize, shapes: &mut Map<String, Value>) {
    let name = format!("{}{level}", chain.name);
    let mut held = match level + 1 == chain.length {
        true => chain.last.to_owned(),
        false => format!("{}{}", chain.name, level + 1),
    };
    for kind in chain.collections {
        let collection = match *kind {
            "Map" => json!({"type": "map", "key": {"shape": "Text"}, "value": {"shape": held}}),
            _ => json!({"type": "list", "member": {"shape": held}}),
        };
        held = format!("{name}{kind}");
        shapes.insert(held.clone(), collection);
    }
    let members = json!({"Next": {"shape": held}, "Text": {"shape": "Text"}});
    shapes.insert(name, json!({"type": "structure", "members": members}));
}

/// One operation, which answers with the shape `output`.
fn answering(output: &str) -> Value {
    json!({"Get": {
        "name": "Get",
        "http": {"method": "POST", "requestUri": "/"},
        "output": {"shape": output},
    }})
}

fn model(operations: Value, shapes: Map<String, Value>) -> Result<Value, Box<dyn Error>> {
    let feature: Value =
        serde_json::from_str(&fs::read_to_string("../features/structures/model.json")?)?;
    Ok(json!({"metadata": feature["metadata"], "operations": operations, "shapes": shapes}))
}
