//! Operations.

use std::collections::HashSet;

use super::super::name;
use super::super::node::{Fields, Node};
use super::super::role::Role;
use super::super::status;
use super::state::Reader;
use crate::model::{Http, Operation, ShapeId};

impl Reader<'_, '_, '_> {
    /// Reads all operations.
    pub(super) fn operations(&mut self, fields: &Fields<'_>) -> Option<Vec<Operation>> {
        let operations = fields.entries();
        // Read every operation before failing, so that all problems are reported.
        let operations: Vec<Option<Operation>> =
            operations.map(|node| self.operation(&node)).collect();
        operations.into_iter().collect()
    }

    /// Reads one operation. Its name is the key; the `name` in it may add a version.
    fn operation(&mut self, node: &Node<'_>) -> Option<Operation> {
        let name = node.key();
        name::check("operation", node, self.report);
        let fields = &node.fields(self.report)?;
        Some(Operation {
            name: name.to_owned(),
            documentation: fields.owned_text("documentation", self.report),
            deprecated: fields.deprecation(self.report),
            input: self.structure_reference(fields, "input", Role::Input(name)),
            output: self.structure_reference(fields, "output", Role::Output(name)),
            errors: self.errors(fields, name),
            host_prefix: self.host_prefix(fields),
            http: self.http(fields)?,
        })
    }

    fn structure_reference(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        role: Role<'_>,
    ) -> Option<ShapeId> {
        let node = fields.field(key)?;
        let reference = node.fields(self.report)?;
        Some(self.reference(&reference, role)?.id)
    }

    /// Reads the list of errors; models list some twice.
    fn errors(&mut self, fields: &Fields<'_>, operation: &str) -> Vec<ShapeId> {
        let Some(node) = fields.field("errors") else {
            return Vec::new();
        };
        let Some(items) = node.items(self.report) else {
            return Vec::new();
        };
        let mut seen = HashSet::new();
        let targets = items.filter_map(|item| {
            let reference = item.fields(self.report)?;
            Some(self.reference(&reference, Role::Error(operation))?.id)
        });
        targets.filter(|&id| seen.insert(id)).collect()
    }

    fn host_prefix(&mut self, fields: &Fields<'_>) -> Option<String> {
        let endpoint = fields.field("endpoint")?;
        endpoint.fields(self.report)?.owned_text("hostPrefix", self.report)
    }

    fn http(&mut self, fields: &Fields<'_>) -> Option<Http> {
        let node = fields.required("http", self.report)?;
        let fields = &node.fields(self.report)?;
        let method = fields.required("method", self.report);
        let method = method.and_then(|method| method.text(self.report));
        let uri = fields.required("requestUri", self.report);
        let uri = uri.and_then(|uri| uri.text(self.report));
        let status = fields.field("responseCode");
        let status = status.and_then(|node| status::read(&node, self.report));
        Some(Http {
            method: method?.to_owned(),
            uri: uri?.to_owned(),
            status: status.unwrap_or(200),
        })
    }
}
