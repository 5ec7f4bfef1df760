//! Generates types once and exits, so that its CPU time is the time of generation: glue-codegen
//! from a model, typify from a JSON Schema. Takes the contender, the file to read and the file to
//! write.
//!
//! `prepare` takes a schema and writes it without the patterns that typify refuses.

use std::error::Error;
use std::{env, fs, io};

use schemars::schema::RootSchema;
use serde_json::{Value, json};
use typify::{TypeSpace, TypeSpaceSettings};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [task, from, to] = arguments.as_slice() else {
        return Err("three arguments are needed: a task, a file to read, a file to write".into());
    };
    let bytes = fs::read(from)?;
    let text = match task.as_str() {
        "glue-codegen" => glue_codegen(from, &bytes)?,
        "typify" => typify(serde_json::from_slice(&bytes)?)?,
        "prepare" => prepare(serde_json::from_slice(&bytes)?)?,
        other => return Err(format!("there is no task `{other}`").into()),
    };
    Ok(fs::write(to, text)?)
}

fn glue_codegen(file: &str, bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    let source = glue_codegen::Source { file, bytes };
    let generated = glue_codegen::generate(&source, &glue_codegen::Options::default());
    Ok(generated.map_err(|diagnostics| io::Error::other(diagnostics.to_string()))?.code)
}

fn typify(schema: RootSchema) -> Result<String, Box<dyn Error>> {
    let mut types = TypeSpace::new(&TypeSpaceSettings::default());
    types.add_root_schema(schema)?;
    Ok(prettyplease::unparse(&syn::parse2(types.to_stream())?))
}

/// Drops patterns that typify refuses in a schema of only their definition. Prints how many were
/// dropped and how many were kept.
fn prepare(mut schema: Value) -> Result<String, Box<dyn Error>> {
    let (mut dropped, mut kept) = (0, 0);
    let definitions = schema["definitions"].as_object_mut().ok_or("the schema defines nothing")?;
    for (name, definition) in definitions {
        if definition.get("pattern").is_none() {
            continue;
        }
        let alone = json!({"definitions": {name: &*definition}});
        let mut types = TypeSpace::new(&TypeSpaceSettings::default());
        if types.add_root_schema(serde_json::from_value(alone)?).is_ok() {
            kept += 1;
        } else if let Some(definition) = definition.as_object_mut() {
            definition.remove("pattern");
            dropped += 1;
        }
    }
    println!("{dropped} {kept}");
    Ok(serde_json::to_string(&schema)?)
}
