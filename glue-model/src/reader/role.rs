//! The roles in which shapes are referred to, and their demands.

use std::fmt;

use super::kind::{Category, Kind};
use crate::diagnostic::Quoted;

/// The role of a referenced shape. Names are those of the operation, service or shape that refers
/// to it.
#[derive(Clone, Copy)]
pub(super) enum Role<'a> {
    Member(&'a str),
    ListMember,
    MapKey,
    MapValue,
    Input(&'a str),
    Output(&'a str),
    Error(&'a str),
    ServiceError(&'a str),
    Operation(&'a str),
    Resource(&'a str),
    Mixin(&'a str, Category),
}

impl Role<'_> {
    /// Whether the target must be an error.
    pub(super) fn is_error(self) -> bool {
        matches!(self, Role::Error(_) | Role::ServiceError(_))
    }

    /// What the target must be, if `found` cannot have the role.
    pub(super) fn demand(self, found: Category) -> Option<&'static str> {
        let (fits, demand) = match self {
            Role::Member(_) | Role::ListMember | Role::MapValue => {
                (matches!(found, Category::Data(_)), "a type of values")
            }
            Role::MapKey => {
                (matches!(found, Category::Data(Kind::String | Kind::Enum)), "a string")
            }
            Role::Input(_) | Role::Output(_) | Role::Error(_) | Role::ServiceError(_) => {
                (found == Category::Data(Kind::Structure), "a structure")
            }
            Role::Operation(_) => (found == Category::Operation, "an operation"),
            Role::Resource(_) => (found == Category::Resource, "a resource"),
            Role::Mixin(_, category) => (found == category, category.describe()),
        };
        (!fits).then_some(demand)
    }
}

impl fmt::Display for Role<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Role::Member(name) => write!(f, "member {}", Quoted(name)),
            Role::ListMember => f.write_str("the list's member"),
            Role::MapKey => f.write_str("the map's key"),
            Role::MapValue => f.write_str("the map's value"),
            Role::Input(operation) => write!(f, "the input of operation {}", Quoted(operation)),
            Role::Output(operation) => write!(f, "the output of operation {}", Quoted(operation)),
            Role::Error(operation) => write!(f, "an error of operation {}", Quoted(operation)),
            Role::ServiceError(service) => write!(f, "an error of service {}", Quoted(service)),
            Role::Operation(owner) => write!(f, "an operation of {}", Quoted(owner)),
            Role::Resource(owner) => write!(f, "a resource of {}", Quoted(owner)),
            Role::Mixin(owner, _) => write!(f, "a mixin of {}", Quoted(owner)),
        }
    }
}
