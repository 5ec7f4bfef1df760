//! The generated code of every feature, compiled under the lints of the workspace.

pub mod users;

macro_rules! modules {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("Generated from the model `", stringify!($name), "`.")]
            pub mod $name {
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }
        )*

        /// The same again, each generated as a folder of files, and with what keys need derived.
        pub mod folders {
            $(
                #[doc = concat!("Generated from the model `", stringify!($name), "`.")]
                pub mod $name {
                    include!(concat!(env!("OUT_DIR"), "/folders/", stringify!($name), "/mod.rs"));
                }
            )*
        }
    };
}

/// Another path of the runtime, which the code of the feature `facade` names.
pub mod runtimes {
    pub use ::glue_runtime as renamed;
}

/// Names of associated types, functions and macros, in both layouts, with conversions to a stand-in
/// for the official SDK.
pub mod associated_types {
    macro_rules! layouts {
        ($($layout:ident)*) => {
            $(
                #[doc = concat!("As a ", stringify!($layout), ".")]
                pub mod $layout {
                    /// The types.
                    pub mod types {
                        include!(concat!(
                            env!("OUT_DIR"), "/associated_types/", stringify!($layout), "/mod.rs"
                        ));
                    }

                    /// The stand-in.
                    #[allow(missing_docs, unreachable_pub, clippy::all, clippy::unimplemented)]
                    pub mod sdk {
                        include!(concat!(
                            env!("OUT_DIR"), "/associated_types_", stringify!($layout), "_sdk.rs"
                        ));
                    }
                }
            )*
        };
    }

    layouts! { file folder }
}

macro_rules! converted_modules {
    ($($name:ident)*) => {
        /// Features whose members have types of other crates, with conversions to a stand-in for the
        /// official SDK.
        pub mod converted {
            $(
                #[doc = concat!("Generated from the model `", stringify!($name), "`.")]
                pub mod $name {
                    /// The types.
                    pub mod types {
                        include!(concat!(env!("OUT_DIR"), "/converted/", stringify!($name), ".rs"));
                    }

                    /// The stand-in.
                    #[allow(missing_docs, unreachable_pub, clippy::all, clippy::unimplemented)]
                    pub mod sdk {
                        include!(concat!(
                            env!("OUT_DIR"), "/converted/", stringify!($name), "_sdk.rs"
                        ));
                    }
                }
            )*
        }
    };
}

/// In modules that are no part of the crate's interface clippy has more to say of names.
#[allow(dead_code, unreachable_pub)]
mod private {
    mod enums {
        include!(concat!(env!("OUT_DIR"), "/taken_enums.rs"));
    }
    mod errors {
        include!(concat!(env!("OUT_DIR"), "/taken_errors.rs"));
    }
    mod requests {
        include!(concat!(env!("OUT_DIR"), "/taken_requests.rs"));
    }
    mod unions {
        include!(concat!(env!("OUT_DIR"), "/taken_unions.rs"));
    }
    mod alike {
        include!(concat!(env!("OUT_DIR"), "/alike_enums.rs"));
    }
    /// A folder of which few types are used, and a file is called as the module is.
    #[allow(clippy::duplicate_mod)]
    mod a {
        include!(concat!(env!("OUT_DIR"), "/folders/taken_structures/mod.rs"));
    }
}

// Invokes the macros with the names of all models: the features and those that `build.rs` makes.
include!(concat!(env!("OUT_DIR"), "/modules.rs"));
