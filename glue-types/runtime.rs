//! The types that all services share: checks, times, errors and operations.
//!
//! This is the crate `glue-runtime` without the items that only generated code calls. Code that
//! works with types of several crates can depend on it directly, because the items are the same.
//! The documentation of [`glue_runtime`] describes the keys, numbers and formats that the types
//! read.

#[doc(inline)]
pub use glue_runtime::*;
// Named again, so that their documentation shows the feature they need.
#[cfg(feature = "command-line")]
#[doc(inline)]
pub use glue_runtime::CommandLine;
#[cfg(feature = "aws-sdk-glue")]
#[doc(inline)]
pub use glue_runtime::{ConversionError, ConversionErrorKind};
#[cfg(feature = "protocol")]
#[doc(inline)]
pub use glue_runtime::{MalformedResponse, Request, RequestError, ResponseError};
