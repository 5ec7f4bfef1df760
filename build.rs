//! Generates the types of this crate from the model in `models/`.

fn main() -> Result<(), glue_codegen::Error> {
    println!("cargo::rerun-if-changed=build.rs");
    let builder = glue_codegen::Builder::new("models/glue/2017-03-31/service-2.json")
        .operations(["GetJobRun", "GetWorkflowRun"]);
    #[cfg(feature = "aws-sdk-glue")]
    let builder = builder.aws_sdk("aws_sdk_glue");
    builder.generate("glue.rs")
}
