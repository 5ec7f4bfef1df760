//! The types that shapes become: structures, unions and enums.

use proc_macro2::Ident;

use super::attributes::Attributes;
use super::bindings::Binding;
use super::checks::ValueCheck;
use super::types::{Codec, Type};

/// A type made from a shape.
pub(crate) enum TypeItem {
    Structure(Structure),
    Union(Union),
    Enum(Enum),
}

impl TypeItem {
    /// The type's name.
    pub(crate) fn name(&self) -> &Ident {
        match self {
            Self::Structure(structure) => &structure.name,
            Self::Union(union) => &union.name,
            Self::Enum(enumeration) => &enumeration.name,
        }
    }

    pub(crate) fn attributes(&self) -> &Attributes {
        match self {
            Self::Structure(structure) => &structure.attributes,
            Self::Union(union) => &union.attributes,
            Self::Enum(enumeration) => &enumeration.attributes,
        }
    }

    pub(crate) fn attributes_mut(&mut self) -> &mut Attributes {
        match self {
            Self::Structure(structure) => &mut structure.attributes,
            Self::Union(union) => &mut union.attributes,
            Self::Enum(enumeration) => &mut enumeration.attributes,
        }
    }

    /// The attributes of the member or value at a place in the model.
    pub(crate) fn part_attributes_mut(&mut self, place: usize) -> Option<&mut Attributes> {
        match self {
            Self::Structure(structure) => {
                structure.fields.get_mut(place).map(|field| &mut field.attributes)
            }
            Self::Union(union) => {
                union.variants.get_mut(place).map(|variant| &mut variant.attributes)
            }
            Self::Enum(enumeration) => {
                enumeration.variants.get_mut(place).map(|variant| &mut variant.attributes)
            }
        }
    }

    pub(crate) fn derives(&self) -> &Derives {
        match self {
            Self::Structure(structure) => &structure.derives,
            Self::Union(union) => &union.derives,
            Self::Enum(enumeration) => &enumeration.derives,
        }
    }

    pub(crate) fn derives_mut(&mut self) -> &mut Derives {
        match self {
            Self::Structure(structure) => &mut structure.derives,
            Self::Union(union) => &mut union.derives,
            Self::Enum(enumeration) => &mut enumeration.derives,
        }
    }
}

/// The derives of a type, besides those that all types of its kind have.
#[derive(Default)]
pub(crate) struct Derives {
    /// Further derives, as paths.
    pub(crate) further: Vec<String>,
    /// The derives that it does without, although its kind has them.
    pub(crate) skipped: Vec<&'static str>,
}

/// A structure.
pub(crate) struct Structure {
    pub(crate) attributes: Attributes,
    pub(crate) derives: Derives,
    pub(crate) name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) fields: Vec<Field>,
    /// Whether no value may be printed.
    pub(crate) sensitive: bool,
    pub(crate) error: Option<ErrorInfo>,
    /// The members that are not keys of the body.
    pub(crate) bindings: Vec<Binding>,
    /// The field that keeps unknown members, if it is requested.
    pub(crate) unknown_members: Option<UnknownMembers>,
}

/// The field that keeps unknown members.
pub(crate) struct UnknownMembers {
    pub(crate) name: Ident,
    pub(crate) setter: Ident,
}

/// A member of a structure.
pub(crate) struct Field {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) setter: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    /// The key in JSON.
    pub(crate) key: String,
    pub(crate) ty: Type,
    pub(crate) codec: Codec,
    /// Whether its absence is a violation.
    pub(crate) required: bool,
    pub(crate) check: Option<ValueCheck>,
    /// Whether the value must not be printed.
    pub(crate) sensitive: bool,
}

/// The properties that make a structure an error.
pub(crate) struct ErrorInfo {
    pub(crate) code: String,
    /// The status, if the model gives it.
    pub(crate) status: Option<u16>,
    pub(crate) server_fault: bool,
    pub(crate) retryable: bool,
    pub(crate) throttling: bool,
    /// The field that holds the service's message.
    pub(crate) message: Option<Ident>,
    /// Whether the message must not be printed.
    pub(crate) sensitive_message: bool,
}

/// A union.
pub(crate) struct Union {
    pub(crate) attributes: Attributes,
    pub(crate) derives: Derives,
    pub(crate) name: Ident,
    pub(crate) model_name: String,
    pub(crate) variants: Vec<UnionVariant>,
    /// Whether one of the variants may be far larger than the others.
    pub(crate) is_uneven: bool,
    pub(crate) sensitive: bool,
}

/// A member of a union.
pub(crate) struct UnionVariant {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) model_name: String,
    pub(crate) key: String,
    pub(crate) ty: Type,
    pub(crate) codec: Codec,
    pub(crate) check: Option<ValueCheck>,
    pub(crate) sensitive: bool,
}

/// An enum of strings.
pub(crate) struct Enum {
    pub(crate) attributes: Attributes,
    pub(crate) derives: Derives,
    pub(crate) name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) variants: Vec<EnumVariant>,
    pub(crate) sensitive: bool,
}

/// A known value of an enum.
pub(crate) struct EnumVariant {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) value: String,
    /// Whether violations do not list the value.
    pub(crate) internal: bool,
}
