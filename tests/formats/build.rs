//! Generates the types of the models in `models/`, and those of AWS Step Functions.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    for name in ["bignumbers", "ecs", "kinds", "ssm"] {
        glue_codegen::Builder::new(format!("models/{name}.json")).generate(format!("{name}.rs"))?;
    }
    glue_codegen::Builder::new("../data/stepfunctions/2016-11-23/service-2.json")
        .operations(["DescribeExecution"])
        .generate("stepfunctions.rs")?;
    Ok(())
}
