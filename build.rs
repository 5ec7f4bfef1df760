//! Generates the types of this crate from the model in `models/`.

#[path = "glue-types/areas.rs"]
mod areas;

fn main() -> Result<(), glue_codegen::Error> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=glue-types/areas.rs");
    let builder = glue_codegen::Builder::new("models/glue/2017-03-31/service-2.json");
    let builder = areas::AREAS
        .into_iter()
        .fold(builder.operations(areas::DEFAULT), |builder, (name, operations)| {
            builder.feature(name, operations.iter().copied())
        });
    #[cfg(feature = "schemars")]
    let builder = builder.schemars();
    #[cfg(feature = "arbitrary")]
    let builder = builder.arbitrary();
    #[cfg(feature = "aws-sdk-glue")]
    let builder = builder.aws_sdk("aws_sdk_glue");
    builder.generate("glue.rs")
}
