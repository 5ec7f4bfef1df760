//! Operations, and the enums of their errors.

use std::collections::HashSet;

use glue_model::{ErrorTrait, Operation, Protocol, Shape, ShapeKind, Structure};

use super::bindings::LabelKeys;
use super::context::Context;
use super::docs;
use super::names::{Taken, identifier};
use crate::bug::bug;
use crate::plan::{self, ErrorVariant, OperationError};

pub(super) fn lower(context: &Context<'_>) -> Vec<plan::Operation> {
    let mut label_keys = LabelKeys::default();
    let operations = context.closure.operations(context.model);
    operations.map(|operation| lower_one(context, &mut label_keys, operation)).collect()
}

fn lower_one(
    context: &Context<'_>,
    label_keys: &mut LabelKeys,
    operation: &Operation,
) -> plan::Operation {
    let name = context.names.operation(operation);
    let fallback = format!("The operation `{}`.", operation.name);
    let service = &context.model.service;
    let fallback = docs::with_reference(fallback, context.options, service, &operation.name);
    let documentation = operation.documentation.as_deref();
    let deprecated = operation.deprecated.as_ref();
    let mut attributes = docs::attributes(context.options, documentation, &fallback, deprecated);
    let named = operation.input.iter().chain(&operation.output).chain(&operation.errors);
    attributes.touches_deprecated |=
        named.into_iter().any(|id| context.model.shape(*id).deprecated.is_some());
    plan::Operation {
        attributes,
        name,
        model_name: operation.name.clone(),
        target: target(context, operation),
        method: operation.http.method.clone(),
        uri: uri(context, operation),
        host_prefix: host_prefix(context, label_keys, operation),
        input: operation.input.map(|id| context.names.shape(context.model, id)),
        output: operation.output.map(|id| context.names.shape(context.model, id)),
        error: operation_error(context, operation),
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

/// The names of an operation's errors, each used at most once.
struct NameSet<'a> {
    codes: HashSet<&'a str>,
    used: HashSet<&'a str>,
}

impl<'a> NameSet<'a> {
    fn new(codes: impl Iterator<Item = &'a str>) -> Self {
        Self { codes: codes.collect(), used: HashSet::new() }
    }

    /// The names of one error: its code, and the name of its shape unless that is the code of
    /// another error. Services that keep the codes of an older protocol send both.
    fn take(&mut self, code: &'a str, shape: &'a str) -> Vec<String> {
        let is_own = code == shape || !self.codes.contains(shape);
        let names = [Some(code), (is_own && code != shape).then_some(shape)].into_iter().flatten();
        names.filter(|name| self.used.insert(name)).map(str::to_owned).collect()
    }
}

/// The header that names the operation; only the awsJson protocols have it.
fn target(context: &Context<'_>, operation: &Operation) -> Option<String> {
    let service = &context.model.service;
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

/// The path, which Smithy's RPC protocol builds from names.
fn uri(context: &Context<'_>, operation: &Operation) -> String {
    let service = &context.model.service;
    match (service.protocol, &service.target_prefix) {
        (Protocol::RpcV2Json, Some(prefix)) => {
            format!("/service/{prefix}/operation/{}", operation.name)
        }
        _ => operation.http.uri.clone(),
    }
}

/// The prefix of the host name, with the keys of members in place of their names.
fn host_prefix(
    context: &Context<'_>,
    label_keys: &mut LabelKeys,
    operation: &Operation,
) -> Option<String> {
    let prefix = operation.host_prefix.as_ref()?;
    let id = operation.input.filter(|_| prefix.contains('{'));
    let Some(id) = id else { return Some(prefix.clone()) };
    let keys = label_keys.of(context, id);
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

fn operation_error(context: &Context<'_>, operation: &Operation) -> OperationError {
    let model = context.model;
    let name = context.names.operation_error(operation);
    let codes = operation.errors.iter().map(|id| error_code(model.shape(*id)));
    let mut names = NameSet::new(codes);
    // The catch-all keeps its name even if a model has an error of that name.
    let mut taken = Taken::default();
    taken.take("Unmodeled".to_owned(), "");
    let variant = |id: &glue_model::ShapeId| {
        let shape = model.shape(*id);
        let structure = context.names.shape(context.model, *id);
        let variant = identifier(&taken.take(structure.to_string(), ""));
        let code = error_code(shape);
        let names = names.take(code, &shape.name);
        ErrorVariant { variant, structure, code: code.to_owned(), names }
    };
    let variants = operation.errors.iter().map(variant).collect();
    let is_uneven = context.layout.are_uneven(operation.errors.iter().copied());
    OperationError { name, variants, is_uneven }
}
