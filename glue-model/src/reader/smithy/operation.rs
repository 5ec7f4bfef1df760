//! Operations.

use std::collections::HashSet;

use super::super::report::{Problem, Report};
use super::super::role::Role;
use super::super::status;
use super::definition::Definition;
use super::directory::Place;
use super::entry::local_name;
use super::prelude;
use super::state::{Builder, Reader};
use crate::diagnostic::Quoted;
use crate::model::{Http, Operation, ShapeId};

/// The shapes of an operation.
pub(super) struct Signature {
    operation: Place,
    pub(super) input: Option<Place>,
    pub(super) output: Option<Place>,
    pub(super) errors: Vec<Place>,
}

impl<'a> Reader<'a, '_, '_> {
    /// The signatures of a service's operations; every operation has the service's own errors too.
    pub(super) fn signatures(
        &mut self,
        service: &Definition<'a>,
        operations: &[Place],
        definitions: &[Definition<'a>],
    ) -> Vec<Signature> {
        let name = service.lineage.last().map_or("", |fields| local_name(fields.node.key()));
        let common = self.errors(service, Role::ServiceError(name), definitions);
        self.check_operation_names(operations);
        let mut signatures = Vec::with_capacity(operations.len());
        for &operation in operations {
            let Some(definition) = definitions.get(operation.index()) else {
                continue;
            };
            signatures.push(self.signature(operation, definition, &common, definitions));
        }
        signatures
    }

    fn signature(
        &mut self,
        operation: Place,
        definition: &Definition<'a>,
        common: &[Place],
        definitions: &[Definition<'a>],
    ) -> Signature {
        let name = local_name(self.directory.id(operation));
        let mut errors = self.errors(definition, Role::Error(name), definitions);
        if self.grants(common.len(), operation) {
            errors.extend(common);
        }
        let mut seen = HashSet::new();
        errors.retain(|error| seen.insert(self.directory.id(*error)));
        Signature {
            operation,
            input: self.structure(definition, "input", Role::Input(name)),
            output: self.structure(definition, "output", Role::Output(name)),
            errors,
        }
    }

    /// The structure that a request or response holds; `None` for the prelude's unit.
    fn structure(
        &mut self,
        definition: &Definition<'a>,
        key: &'static str,
        role: Role<'_>,
    ) -> Option<Place> {
        let place = self.target(definition, key, role)?;
        (self.directory.id(place) != prelude::UNIT).then_some(place)
    }

    fn errors(
        &mut self,
        definition: &Definition<'a>,
        role: Role<'_>,
        definitions: &[Definition<'a>],
    ) -> Vec<Place> {
        self.checked_targets(definition, "errors", role, &|reader, error| {
            let target = definitions.get(error.index())?;
            if target.traits.get(ERROR).is_some() {
                return None;
            }
            let message = format_args!(
                "{role} is {}, which has no trait {}",
                Quoted(reader.directory.id(error)),
                Quoted(ERROR)
            );
            let help = "give it the trait, as `\"client\"` or `\"server\"`";
            Some(Problem::of_file(message).help(help))
        })
    }

    /// Reports operations that have the same name in two namespaces.
    fn check_operation_names(&mut self, operations: &[Place]) {
        let mut taken = HashSet::new();
        for &place in operations {
            let Some(entry) = self.directory.entry(place) else {
                continue;
            };
            if !taken.insert(entry.name()) {
                let message = format_args!("another operation is called {}", Quoted(entry.name()));
                self.report.push(entry.node.key_problem(message));
            }
        }
    }
}

/// The trait that makes a structure an error.
pub(super) const ERROR: &str = "smithy.api#error";

fn host_prefix(definition: &Definition<'_>, report: &mut Report<'_>) -> Option<String> {
    let endpoint = definition.traits.get("smithy.api#endpoint")?.fields(report)?;
    endpoint.owned_text("hostPrefix", report)
}

impl Builder<'_, '_, '_> {
    /// Reads all operations.
    pub(super) fn operations(&mut self, signatures: &[Signature]) -> Option<Vec<Operation>> {
        // Read every operation before failing, so that all problems are reported.
        let operations: Vec<Option<Operation>> =
            signatures.iter().map(|signature| self.operation(signature)).collect();
        operations.into_iter().collect()
    }

    fn operation(&mut self, signature: &Signature) -> Option<Operation> {
        let http = self.http(signature.operation);
        let definition = self.definitions.get(signature.operation.index())?;
        let report = &mut *self.reader.report;
        let id = |place: Place| self.ids.get(place.index()).copied().flatten();
        let errors: Option<Vec<ShapeId>> = signature.errors.iter().copied().map(id).collect();
        Some(Operation {
            name: local_name(self.reader.directory.id(signature.operation)).to_owned(),
            documentation: definition.traits.documentation(report),
            deprecated: definition.traits.deprecation(report),
            host_prefix: host_prefix(definition, report),
            http: http?,
            input: signature.input.and_then(id),
            output: signature.output.and_then(id),
            errors: errors?,
        })
    }

    /// Reads the trait `http`, which only some protocols use.
    fn http(&mut self, operation: Place) -> Option<Http> {
        const ID: &str = "smithy.api#http";
        if !self.wire.is_rest {
            return Some(Http { method: "POST".to_owned(), uri: "/".to_owned(), status: 200 });
        }
        let definition = self.definitions.get(operation.index())?;
        let report = &mut *self.reader.report;
        let Some(node) = definition.traits.get(ID) else {
            let entry = self.reader.directory.entry(operation)?;
            let message = format_args!(
                "operation {} has no trait {}, which its protocol needs",
                Quoted(entry.name()),
                Quoted(ID)
            );
            report.push(entry.node.problem(message));
            return None;
        };
        let fields = node.fields(report)?;
        let method = fields.required("method", report).and_then(|node| node.text(report));
        let uri = fields.required("uri", report).and_then(|node| node.text(report));
        let status = fields.field("code").and_then(|node| status::read(&node, report));
        Some(Http {
            method: method?.to_owned(),
            uri: uri?.to_owned(),
            status: status.unwrap_or(200),
        })
    }
}
