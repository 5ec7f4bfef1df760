//! The generated code of every fixture, compiled under the lints of the workspace.

macro_rules! fixtures {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("Generated from `", stringify!($name), ".json`.")]
            pub mod $name {
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }
        )*
    };
}

fixtures! {
    blobs collections constraints deprecated enums errors java_patterns names nesting queries
    recursion rest sensitive shadowing smithy structures timestamps unions
}
