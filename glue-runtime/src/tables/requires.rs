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
    (arbitrary) => {
        $crate::__requires_arbitrary! {}
    };
    (jiff) => {
        $crate::__requires_jiff! {}
    };
    (chrono) => {
        $crate::__requires_chrono! {}
    };
    (time) => {
        $crate::__requires_time! {}
    };
    (indexmap) => {
        $crate::__requires_indexmap! {}
    };
    (bytes) => {
        $crate::__requires_bytes! {}
    };
    ($unknown:ident) => {
        $crate::__requires! { $unknown }
    };
}

/// Defines the macro for a feature: nothing where it is on, and the error where it is off.
macro_rules! feature {
    ($name:ident, $feature:literal, $use:literal, $otherwise:literal) => {
        #[cfg(feature = $feature)]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $name {
            () => {};
        }

        #[cfg(not(feature = $feature))]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $name {
            () => {
                ::core::compile_error!(::core::concat!(
                    "this file ",
                    $use,
                    ", which needs the feature `",
                    $feature,
                    "` of glue-runtime: add it to `features` in Cargo.toml, or generate the file ",
                    "without `",
                    $otherwise,
                    "`"
                ));
            };
        }
    };
}

feature! { __requires_aws_smithy_types, "aws-smithy-types", "converts to the official SDK's types", "aws_sdk" }
feature! { __requires_jiff, "jiff", "has times of the crate jiff", "timestamps" }
feature! { __requires_chrono, "chrono", "has times of the crate chrono", "timestamps" }
feature! { __requires_time, "time", "has times of the crate time", "timestamps" }
feature! { __requires_indexmap, "indexmap", "has maps of the crate indexmap", "maps" }
feature! { __requires_bytes, "bytes", "has blobs of the crate bytes", "bytes" }
feature! { __requires_schemars, "schemars", "has JSON Schemas", "schemars" }
feature! { __requires_arbitrary, "arbitrary", "has arbitrary values", "arbitrary" }

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
