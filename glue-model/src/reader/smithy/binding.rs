//! Which part of a request or response carries a member, and under which name.

use super::definition::MemberDefinition;
use super::state::Builder;
use crate::model::Binding;

/// The part, and the name if it is not the member's.
#[derive(Default)]
pub(super) struct Bound {
    pub(super) binding: Binding,
    pub(super) location_name: Option<String>,
    /// The name in bodies, for uses in which the binding does not count.
    pub(super) body_name: Option<String>,
}

/// The source of a bound member's name.
#[derive(Clone, Copy)]
enum NameFrom {
    /// The trait that binds it.
    Binding,
    /// The trait that names members of bodies.
    Body,
    /// The member itself.
    Member,
}

/// The traits that bind members.
const BINDINGS: [(&str, Binding, NameFrom); 7] = [
    ("smithy.api#httpHeader", Binding::Header, NameFrom::Binding),
    ("smithy.api#httpLabel", Binding::Label, NameFrom::Member),
    ("smithy.api#httpPayload", Binding::Payload, NameFrom::Body),
    ("smithy.api#httpPrefixHeaders", Binding::PrefixHeaders, NameFrom::Binding),
    ("smithy.api#httpQuery", Binding::Query, NameFrom::Binding),
    ("smithy.api#httpQueryParams", Binding::QueryParams, NameFrom::Member),
    ("smithy.api#httpResponseCode", Binding::StatusCode, NameFrom::Member),
];

impl Builder<'_, '_, '_> {
    /// Reads the binding of a member from the traits that the protocol uses.
    pub(super) fn bound(&mut self, member: &MemberDefinition<'_>) -> Bound {
        let traits = &member.traits;
        let report = &mut *self.reader.report;
        let bindings = BINDINGS.iter().filter(|_| self.wire.is_rest);
        let mut found = bindings.filter(|(id, ..)| traits.get(id).is_some());
        let (id, binding, from) = match found.next() {
            Some((id, binding, from)) => (*id, *binding, *from),
            None => ("", Binding::Body, NameFrom::Body),
        };
        let own = |name: Option<&str>| {
            let name = name.filter(|name| !name.is_empty() && *name != member.name());
            name.map(str::to_owned)
        };
        let body_name = own(self.wire.name_trait.and_then(|id| traits.text(id, report)));
        let location_name = match from {
            NameFrom::Binding => own(traits.text(id, report)),
            NameFrom::Body => body_name.clone(),
            NameFrom::Member => None,
        };
        let body_name = body_name.filter(|_| binding != Binding::Body);
        Bound { binding, location_name, body_name }
    }
}
