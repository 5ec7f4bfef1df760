//! The items that generated code uses beside the public ones of this crate.
//!
//! People commit generated code, and cargo pairs it with any later runtime. So a module here only
//! grows: an item that has to change gets its new form in a module `v2` beside `v1`.
//!
//! Each addition is a revision, numbered across all modules. Generated code that needs a revision
//! passes its number to the macro `requires`. Code of any version calls that macro by its path in
//! `v1`, so that an older runtime can say what to do.

/// What the command line uses to read and check values as generated code does. It pins this crate's
/// version, so this module may change in every release.
pub mod interpreter {
    pub use crate::pointer::Segment;
    pub use crate::validate::{Path, broken};
    pub use crate::wire::{is_redaction, unexpected_text};
}

/// The first version.
pub mod v1 {
    pub use serde_core::de::MapAccess;
    pub use serde_core::ser::SerializeMap;
    pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

    pub use crate::enumeration::{parse_enum, read_enum, try_parse_enum, write_enum};
    pub use crate::error::{ErrorFacts, describe_error};
    pub use crate::pattern::{Class, Dfa, Run, Step, Transitions, between_steps, matches_steps};
    pub use crate::validate::Checker;
    #[cfg(feature = "bytes")]
    pub use crate::wire::Base64;
    pub use crate::wire::{
        Codec, DateTime, EncodedJson, EpochSeconds, Float, Foreign, Held, HttpDate, Integer, Json,
        List, Map, MemberReader, MemberWriter, Place, Plain, Sensitive, Single, SparseList,
        SparseMap, Structure, Union, VariantReader, VariantWriter, read_structure,
        read_structure_into, read_union, read_union_into, replacement, validated_replacement,
        write_structure, write_union,
    };
    pub use crate::{
        __open_enum as open_enum, __operation_error as operation_error, __requires as requires,
        __structure as structure, __union as union,
    };

    /// The items that the schemas of generated types use.
    #[cfg(feature = "schemars")]
    pub mod schema {
        pub use schemars::{JsonSchema, Schema, SchemaGenerator};

        pub use crate::__schemas as schemas;
        pub use crate::schema::{Form, Member, Of, TypeSchema};
    }

    /// The items that the arbitrary values of generated types use.
    #[cfg(feature = "arbitrary")]
    pub mod arbitrary {
        pub use arbitrary::{Arbitrary, Result, Unstructured};

        pub use crate::sample::{Chars, Draw, Source, Texts, draw};
        pub use crate::{__arbitrary as arbitrary, __arbitrary_type as arbitrary_type};
    }

    /// The items that conversions from and to the official SDK's types use.
    #[cfg(feature = "aws-smithy-types")]
    pub mod sdk {
        pub use aws_smithy_types::error::ErrorMetadata;

        pub use crate::sdk::{
            Built, Counterpart, ErrorCounterpart, Held, Single, Singles, built, decode, encode,
            error_envelope, error_metadata, member, narrow, reported, reported_into_sdk, set,
            set_variant, shape_into_sdk, variant, widen,
        };
    }
}
