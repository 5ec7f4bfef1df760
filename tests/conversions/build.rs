//! Generates types of a part of Glue's model, with conversions.

#[cfg(feature = "aws-sdk-glue")]
fn main() -> Result<(), glue_codegen::Error> {
    glue_codegen::Builder::new("models/glue.json").aws_sdk("aws_sdk_glue").generate("glue.rs")
}

#[cfg(not(feature = "aws-sdk-glue"))]
fn main() {}
