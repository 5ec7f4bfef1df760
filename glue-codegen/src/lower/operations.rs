//! Operations, and the enum of each one's errors.

use std::collections::HashSet;

use glue_model::{ErrorTrait, Operation, Protocol, Shape, ShapeKind, Structure};

use super::docs;
use super::lowering::Lowering;
use super::names::{Taken, identifier};
use crate::bug::bug;
use crate::plan::{self, ErrorVariant, OperationError};

pub(super) fn lower(lowering: &mut Lowering<'_>) -> Vec<plan::Operation> {
    let model = lowering.model;
    let closure = lowering.closure;
    closure.operations(model).map(|operation| lower_one(lowering, operation)).collect()
}

fn lower_one(lowering: &mut Lowering<'_>, operation: &Operation) -> plan::Operation {
    let name = lowering.names.operation(operation);
    let fallback = format!("The operation `{}`.", operation.name);
    let service = &lowering.model.service;
    let fallback = docs::with_reference(fallback, lowering.options, service, &operation.name);
    let documentation = operation.documentation.as_deref();
    let deprecated = operation.deprecated.as_ref();
    let mut attributes = docs::attributes(lowering.options, documentation, &fallback, deprecated);
    let named = operation.input.iter().chain(&operation.output).chain(&operation.errors);
    attributes.touches_deprecated |=
        named.into_iter().any(|id| lowering.model.shape(*id).deprecated.is_some());
    plan::Operation {
        attributes,
        name,
        model_name: operation.name.clone(),
        target: target(lowering, operation),
        method: operation.http.method.clone(),
        uri: uri(lowering, operation),
        host_prefix: host_prefix(lowering, operation),
        input: operation.input.map(|id| lowering.names.shape(lowering.model, id)),
        output: operation.output.map(|id| lowering.names.shape(lowering.model, id)),
        error: operation_error(lowering, operation),
    }
}

/// The name of an error on the wire.
fn error_code(shape: &Shape) -> &str {
    match &shape.kind {
        ShapeKind::Structure(Structure {
            error: Some(ErrorTrait { code: Some(code), .. }),
            ..
        }) => code,
        _ => &shape.name,
    }
}

/// The names of an operation's errors, each to be used once.
struct NameSet<'a> {
    codes: HashSet<&'a str>,
    used: HashSet<&'a str>,
}

impl<'a> NameSet<'a> {
    fn new(codes: impl Iterator<Item = &'a str>) -> Self {
        Self { codes: codes.collect(), used: HashSet::new() }
    }

    /// The names of one error: its code, and its shape's name where that is no other's code, for
    /// services that keep the codes of an older protocol send both.
    fn take(&mut self, code: &'a str, shape: &'a str) -> Vec<String> {
        let is_own = code == shape || !self.codes.contains(shape);
        let names = [Some(code), (is_own && code != shape).then_some(shape)].into_iter().flatten();
        names.filter(|name| self.used.insert(name)).map(str::to_owned).collect()
    }
}

/// The header that names the operation; only the awsJson protocols have it.
fn target(lowering: &Lowering<'_>, operation: &Operation) -> Option<String> {
    let service = &lowering.model.service;
    match service.protocol {
        Protocol::AwsJson1_0 | Protocol::AwsJson1_1 => {
            service.target_prefix.as_ref().map(|prefix| format!("{prefix}.{}", operation.name))
        }
        Protocol::RestJson1
        | Protocol::RestXml
        | Protocol::AwsQuery
        | Protocol::Ec2Query
        | Protocol::RpcV2Cbor
        | Protocol::RpcV2Json
        | Protocol::Unknown => None,
        other => bug!("operation `{}` has the unknown protocol {other:?}", operation.name),
    }
}

/// The path, which Smithy's RPC protocol makes of names.
fn uri(lowering: &Lowering<'_>, operation: &Operation) -> String {
    let service = &lowering.model.service;
    match (service.protocol, &service.target_prefix) {
        (Protocol::RpcV2Json, Some(prefix)) => {
            format!("/service/{prefix}/operation/{}", operation.name)
        }
        _ => operation.http.uri.clone(),
    }
}

/// The prefix of the host's name with the keys of members in place of their names.
fn host_prefix(lowering: &mut Lowering<'_>, operation: &Operation) -> Option<String> {
    let prefix = operation.host_prefix.as_ref()?;
    let id = operation.input.filter(|_| prefix.contains('{'));
    let Some(keys) = id.and_then(|id| lowering.label_keys(id)) else { return Some(prefix.clone()) };
    let (mut text, mut rest) = (String::new(), prefix.as_str());
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, label)| Some((before, label.split_once('}')?)))
    {
        let key = keys.get(name).map_or(name, String::as_str);
        text.extend([before, "{", key, "}"]);
        rest = after;
    }
    Some(text + rest)
}

fn operation_error(lowering: &mut Lowering<'_>, operation: &Operation) -> OperationError {
    let model = lowering.model;
    let name = lowering.names.operation_error(operation);
    let codes = operation.errors.iter().map(|id| error_code(model.shape(*id)));
    let mut names = NameSet::new(codes);
    // The catch-all keeps its name even where a model has an error of that name.
    let mut taken = Taken::default();
    taken.take("Unmodelled".to_owned(), "");
    let variant = |id: &glue_model::ShapeId| {
        let shape = model.shape(*id);
        let structure = lowering.names.shape(lowering.model, *id);
        let variant = identifier(&taken.take(structure.to_string(), ""));
        let code = error_code(shape);
        let names = names.take(code, &shape.name);
        ErrorVariant { variant, structure, code: code.to_owned(), names }
    };
    let variants = operation.errors.iter().map(variant).collect();
    let is_uneven = lowering.layout.are_uneven(operation.errors.iter().copied());
    OperationError { name, variants, is_uneven }
}
