//! Members of structures, unions, lists and maps.

use std::collections::HashSet;

use super::super::kind::Kind;
use super::super::node::{Fields, Node};
use super::super::role::Role;
use super::state::Reader;
use crate::diagnostic::Quoted;
use crate::model::{Binding, Constraints, Member};

impl Reader<'_, '_, '_> {
    /// Reads the `members` of a structure or union.
    pub(super) fn members(&mut self, fields: &Fields<'_>) -> Option<Vec<Member>> {
        let node = fields.required("members", self.report)?;
        let members = node.fields(self.report)?.entries();
        let read = members.map(|node| self.member(&node, Role::Member(node.key())));
        // Read every member before failing, so that all problems are reported.
        let members: Vec<Option<Member>> = read.collect();
        members.into_iter().collect()
    }

    /// Reads one member; `None` if its target is unknown.
    pub(super) fn member(&mut self, node: &Node<'_>, role: Role<'_>) -> Option<Member> {
        let fields = &node.fields(self.report)?;
        let target = self.reference(fields, role);
        let kind = target.and_then(|target| target.kind);
        let constraints = match kind {
            Some(kind) => self.constraints(fields, kind),
            None => Constraints::default(),
        };
        let name = match role {
            Role::ListMember => "member",
            Role::MapKey => "key",
            Role::MapValue => "value",
            _ => node.key(),
        };
        let location_name =
            fields.owned_text("locationName", self.report).filter(|location| location != name);
        let binding = self.binding(fields, kind);
        Some(Member {
            name: name.to_owned(),
            required: false,
            client_optional: false,
            documentation: fields.owned_text("documentation", self.report),
            constraints,
            sensitive: fields.flag("sensitive", self.report),
            deprecated: fields.deprecation(self.report),
            // One key gives both the location and the key in the body.
            body_name: location_name.clone().filter(|_| binding != Binding::Body),
            location_name,
            binding,
            timestamp_format: self.timestamp_format(fields),
            media_type: fields
                .flag("jsonvalue", self.report)
                .then(|| "application/json".to_owned()),
            streaming: fields.flag("streaming", self.report),
            default: None,
            idempotency_token: fields.flag("idempotencyToken", self.report),
            target: target?.id,
        })
    }

    /// Reads `location`; a map as `querystring` is a parameter for each of its entries.
    fn binding(&mut self, fields: &Fields<'_>, kind: Option<Kind>) -> Binding {
        let Some(node) = fields.field("location") else {
            return Binding::Body;
        };
        match node.text(self.report) {
            Some("header") => Binding::Header,
            Some("headers") => Binding::PrefixHeaders,
            Some("querystring") if kind == Some(Kind::Map) => Binding::QueryParams,
            Some("querystring") => Binding::Query,
            Some("statusCode") => Binding::StatusCode,
            Some("uri") => Binding::Label,
            Some(other) => {
                let message = format_args!("location {} is unknown", Quoted(other));
                let help = "use one of `header`, `headers`, `querystring`, `statusCode`, `uri`";
                self.report.push(node.problem(message).help(help));
                Binding::Body
            }
            None => Binding::Body,
        }
    }

    /// Marks the members that a structure's `required` lists.
    pub(super) fn apply_required(&mut self, fields: &Fields<'_>, members: &mut [Member]) {
        let Some(node) = fields.field("required") else {
            return;
        };
        let Some(items) = node.items(self.report) else {
            return;
        };
        let known: HashSet<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let mut required = HashSet::new();
        for item in items {
            let Some(name) = item.text(self.report) else {
                continue;
            };
            required.insert(name);
            if !known.contains(name) {
                self.report_absent(&item, "required member", name, members);
            }
        }
        for member in members {
            member.required = required.contains(member.name.as_str());
        }
    }

    /// Binds the member that a structure's `payload` names.
    pub(super) fn apply_payload(&mut self, fields: &Fields<'_>, members: &mut [Member]) {
        let Some(node) = fields.field("payload") else {
            return;
        };
        let Some(name) = node.text(self.report) else {
            return;
        };
        match members.iter_mut().find(|member| member.name == name) {
            Some(member) => {
                member.binding = Binding::Payload;
                member.body_name.clone_from(&member.location_name);
            }
            None => self.report_absent(&node, "payload member", name, members),
        }
    }

    fn report_absent(&mut self, node: &Node<'_>, what: &str, name: &str, members: &[Member]) {
        let names = members.iter().map(|member| member.name.as_str());
        let message = format_args!("{what} {} is not one of the members", Quoted(name));
        let problem = node.problem(message);
        self.report.push(match self.suggester.closest(name, names) {
            Some(close) => problem.help(format_args!("did you mean {}?", Quoted(close))),
            None => problem,
        });
    }
}
