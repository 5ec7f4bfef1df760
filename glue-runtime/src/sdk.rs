//! Conversions from and to the types of the official SDK's crates.
//!
//! All crates of the SDK share the value types of `aws-smithy-types`, which are converted here. The
//! structures, unions and enums of a service are converted by generated code, member by member,
//! with [`Counterpart`].

mod counterpart;
mod error;
mod operation_error;
mod single;
mod values;

pub use counterpart::{Built, Counterpart, Held, built, member, set, set_variant, variant};
pub use error::{ConversionError, ConversionErrorKind};
pub use operation_error::{
    ErrorCounterpart, error_envelope, error_metadata, reported, reported_into_sdk, shape_into_sdk,
};
pub use single::{Single, Singles, narrow, widen};
pub use values::{decode, encode};
