//! Generates the types of every fixture, as a downstream crate would.

use std::error::Error;
use std::fs;
use std::path::Path;

const FIXTURES: &str = "../fixtures";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FIXTURES}");
    for entry in fs::read_dir(FIXTURES)? {
        let model = entry?.path();
        let output = Path::new(&model).with_extension("rs");
        let output = output.file_name().ok_or("a fixture has no name")?;
        glue_codegen::Builder::new(&model).generate(output)?;
    }
    Ok(())
}
