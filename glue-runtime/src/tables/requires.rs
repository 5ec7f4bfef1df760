//! The requirements of a generated file, and the errors if they are not met.

/// Compiles to nothing where this runtime has what a generated file needs: a revision of
/// `__private::v1`, and features by their names. Otherwise it is an error that says what to do.
#[doc(hidden)]
#[macro_export]
macro_rules! __requires {
    (0 $($feature:ident)*) => {
        $($crate::__requires_feature! { $feature })*
    };
    ($($unknown:tt)*) => {
        ::core::compile_error!(
            "this file was generated for a newer glue-runtime: run `cargo update -p glue-runtime`, \
             or generate the file again with the glue-codegen of this glue-runtime's version"
        );
    };
}

/// A feature that a generated file needs.
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_feature {
    (aws_smithy_types) => {
        $crate::__requires_aws_smithy_types! {}
    };
    (schemars) => {
        $crate::__requires_schemars! {}
    };
    ($unknown:ident) => {
        $crate::__requires! { $unknown }
    };
}

/// The feature `aws-smithy-types` is on.
#[cfg(feature = "aws-smithy-types")]
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_aws_smithy_types {
    () => {};
}

/// The feature `aws-smithy-types` is off.
#[cfg(not(feature = "aws-smithy-types"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_aws_smithy_types {
    () => {
        ::core::compile_error!(
            "this file converts to the official SDK's types, which needs the feature \
             `aws-smithy-types` of glue-runtime: add it to `features` in Cargo.toml, or generate \
             the file without `aws_sdk`"
        );
    };
}

/// The feature `schemars` is on.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_schemars {
    () => {};
}

/// The feature `schemars` is off.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_schemars {
    () => {
        ::core::compile_error!(
            "this file has JSON Schemas, which needs the feature `schemars` of glue-runtime: add it \
             to `features` in Cargo.toml, or generate the file without `schemars`"
        );
    };
}

/// The error of a table that its macro cannot read.
#[doc(hidden)]
#[macro_export]
macro_rules! __unreadable {
    ($kind:literal) => {
        ::core::compile_error!(::core::concat!(
            "this table of ",
            $kind,
            " is not one that this glue-runtime reads: if the file was edited, generate it again; \
             if a newer glue-codegen generated it, run `cargo update -p glue-runtime`"
        ));
    };
}
