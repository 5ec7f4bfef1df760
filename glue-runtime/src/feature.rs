//! The compiler's error for a call that needs a feature that is off.

use std::convert::Infallible;

/// Implemented by nothing: the bound of functions that exist only with the feature `protocol`.
#[diagnostic::on_unimplemented(
    message = "`request` and `response` of an operation need the feature `protocol` of glue-runtime",
    label = "the feature `protocol` is off",
    note = "add `features = [\"protocol\"]` to the dependency on glue-runtime, or to that on the crate \
            that passes the feature on, such as glue-types"
)]
#[allow(unnameable_types, reason = "only the message of a call that misses it shows it")]
pub trait NeedsProtocol {
    /// Has no result, and is never called.
    fn never() -> Infallible;
}
