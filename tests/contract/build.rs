//! Generates a folder as the README has it, for a test of warnings.

fn main() -> Result<(), glue_codegen::Error> {
    glue_codegen::Builder::new("../data/stepfunctions/2016-11-23/service-2.json")
        .generate_folder("step_functions")
}
