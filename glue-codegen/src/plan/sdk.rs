//! Conversions from and to the types of an SDK's crate.

use proc_macro2::{Ident, TokenStream};

/// What is converted, and what the SDK calls it.
pub(crate) struct Sdk {
    pub(crate) structures: Vec<SdkStructure>,
    pub(crate) unions: Vec<SdkUnion>,
    pub(crate) enums: Vec<SdkEnum>,
    pub(crate) errors: Vec<SdkOperationError>,
    /// What is not converted, and why, in words.
    pub(crate) left_out: Vec<String>,
}

/// A structure, and one of the SDK's that has the same members.
pub(crate) struct SdkStructure {
    pub(crate) name: Ident,
    /// The SDK's type.
    pub(crate) path: TokenStream,
    /// Whether it may be a member or an entry; the SDK's inputs and outputs never are.
    pub(crate) nested: bool,
    /// Whether it is an error, which the SDK gives more than its members.
    pub(crate) error: bool,
    pub(crate) fields: Vec<SdkField>,
    /// The field for members that the model does not have, which the SDK does not know.
    pub(crate) unknown_members: Option<Ident>,
}

/// A member of a structure.
pub(crate) struct SdkField {
    pub(crate) name: Ident,
    /// The SDK's field.
    pub(crate) sdk_name: Ident,
    /// The method of the SDK's builder that takes an `Option`.
    pub(crate) setter: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) form: SdkForm,
}

/// How the SDK holds a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SdkForm {
    /// As the type's counterpart.
    Counterpart,
    /// With an `f32` for each number.
    Single,
    /// As text that is percent-encoded.
    Encoded,
}

/// A union and the SDK's.
pub(crate) struct SdkUnion {
    pub(crate) name: Ident,
    pub(crate) path: TokenStream,
    pub(crate) variants: Vec<SdkVariant>,
}

/// A member of a union.
pub(crate) struct SdkVariant {
    pub(crate) name: Ident,
    pub(crate) sdk_name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    /// The value of the structure without members that the SDK's variant leaves out.
    pub(crate) unit: Option<TokenStream>,
    pub(crate) form: SdkForm,
}

/// An enum and the SDK's.
pub(crate) struct SdkEnum {
    pub(crate) name: Ident,
    pub(crate) path: TokenStream,
}

/// The enum of an operation's errors and the SDK's.
pub(crate) struct SdkOperationError {
    pub(crate) name: Ident,
    pub(crate) path: TokenStream,
    pub(crate) variants: Vec<SdkErrorVariant>,
}

/// A modelled error of an operation.
pub(crate) struct SdkErrorVariant {
    pub(crate) name: Ident,
    pub(crate) sdk_name: Ident,
}
