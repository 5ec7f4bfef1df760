//! The service, its operations and their errors.

use glue_model::Protocol;
use proc_macro2::Ident;

use super::attributes::Attributes;

/// The metadata of the service.
pub(crate) struct Service {
    pub(crate) full_name: String,
    pub(crate) id: String,
    pub(crate) api_version: String,
    pub(crate) protocol: Protocol,
    pub(crate) signing_name: String,
    pub(crate) endpoint_prefix: String,
    pub(crate) query_compatible: bool,
    /// Why users should stop using it, empty if the model does not say; `None` if it is not
    /// deprecated.
    pub(crate) deprecated: Option<String>,
}

/// An operation: a type without values that names its other types.
pub(crate) struct Operation {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) target: Option<String>,
    pub(crate) method: String,
    pub(crate) uri: String,
    /// The host prefix, with keys of members in braces.
    pub(crate) host_prefix: Option<String>,
    /// `None` if the operation takes or returns nothing.
    pub(crate) input: Option<Ident>,
    pub(crate) output: Option<Ident>,
    pub(crate) error: OperationError,
}

/// The enum of an operation's errors.
pub(crate) struct OperationError {
    pub(crate) name: Ident,
    pub(crate) variants: Vec<ErrorVariant>,
    /// Whether one of the variants may be far larger than the others.
    pub(crate) is_uneven: bool,
}

/// A modeled error of an operation.
pub(crate) struct ErrorVariant {
    /// The variant and the structure it holds.
    pub(crate) variant: Ident,
    pub(crate) structure: Ident,
    /// The name on the wire.
    pub(crate) code: String,
    /// The names that identify it; empty if other errors of the operation have them.
    pub(crate) names: Vec<String>,
}
