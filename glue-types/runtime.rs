//! What the types of all services share: checks, times, errors and operations.
//!
//! This is the crate `glue-runtime` without what only generated code calls. Code that works with types
//! of several crates may depend on it by itself, because the items are the same. Its documentation,
//! [`glue_runtime`], says which keys, numbers and formats the types read.

#[doc(inline)]
pub use glue_runtime::*;
// Named once more, so that their documentation says which feature they need.
#[cfg(feature = "command-line")]
#[doc(inline)]
pub use glue_runtime::CommandLine;
#[cfg(feature = "aws-sdk-glue")]
#[doc(inline)]
pub use glue_runtime::{ConversionError, ConversionErrorKind};
#[cfg(feature = "protocol")]
#[doc(inline)]
pub use glue_runtime::{MalformedResponse, Request, RequestError, ResponseError};
