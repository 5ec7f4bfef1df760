//! Conversions from and to the types of an SDK's crate.

use proc_macro2::{Ident, TokenStream};

/// The conversions, with the SDK's names.
pub(crate) struct Sdk {
    pub(crate) structures: Vec<SdkStructure>,
    pub(crate) unions: Vec<SdkUnion>,
    pub(crate) enums: Vec<SdkEnum>,
    pub(crate) errors: Vec<SdkOperationError>,
    /// The types that are not converted, and why, in words.
    pub(crate) left_out: Vec<String>,
}

/// A structure, and a type of the SDK that has the same members.
pub(crate) struct SdkStructure {
    pub(crate) name: Ident,
    /// The SDK's type.
    pub(crate) path: TokenStream,
    /// Whether it can be a member or an entry; the SDK's inputs and outputs never can.
    pub(crate) nested: bool,
    /// Whether it is an error, to which the SDK adds more than its members.
    pub(crate) error: bool,
    pub(crate) fields: Vec<SdkField>,
    /// The field for unknown members, which the SDK does not have.
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

/// The form in which the SDK holds a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SdkForm {
    /// As the counterpart of the type.
    Counterpart,
    /// With an `f32` for each number.
    Single,
    /// As percent-encoded text.
    Encoded,
}

/// A union and its SDK counterpart.
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
    /// The value of the structure without members that the SDK's variant omits.
    pub(crate) unit: Option<TokenStream>,
    pub(crate) form: SdkForm,
}

/// An enum and its SDK counterpart.
pub(crate) struct SdkEnum {
    pub(crate) name: Ident,
    pub(crate) path: TokenStream,
}

/// The enum of an operation's errors and its SDK counterpart.
pub(crate) struct SdkOperationError {
    pub(crate) name: Ident,
    pub(crate) path: TokenStream,
    pub(crate) variants: Vec<SdkErrorVariant>,
}

/// A modeled error of an operation.
pub(crate) struct SdkErrorVariant {
    pub(crate) name: Ident,
    pub(crate) sdk_name: Ident,
}
