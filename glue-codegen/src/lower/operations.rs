//! Operations, and the enum of each one's errors.

use glue_model::{Operation, Protocol, ShapeKind};

use super::{Lowering, docs};
use crate::plan::{self, ErrorVariant, OperationError};

pub(super) fn lower(lowering: &mut Lowering<'_>) -> Vec<plan::Operation> {
    let model = lowering.model;
    let closure = lowering.closure;
    closure.operations(model).map(|operation| lower_one(lowering, operation)).collect()
}

fn lower_one(lowering: &mut Lowering<'_>, operation: &Operation) -> plan::Operation {
    let name = lowering.names.operation(operation);
    let fallback = format!("The operation `{}`.", operation.name);
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
        uri: operation.http.uri.clone(),
        input: operation.input.map(|id| lowering.names.shape(id)),
        output: operation.output.map(|id| lowering.names.shape(id)),
        error: operation_error(lowering, operation),
    }
}

/// The header that names the operation; only the awsJson protocols have it.
fn target(lowering: &Lowering<'_>, operation: &Operation) -> Option<String> {
    let service = &lowering.model.service;
    match service.protocol {
        Protocol::AwsJson1_0 | Protocol::AwsJson1_1 => {
            service.target_prefix.as_ref().map(|prefix| format!("{prefix}.{}", operation.name))
        }
        _ => None,
    }
}

fn operation_error(lowering: &mut Lowering<'_>, operation: &Operation) -> OperationError {
    let name = lowering.names.operation_error(operation);
    let variant = |id: &glue_model::ShapeId| {
        let shape = lowering.model.shape(*id);
        let structure = lowering.names.shape(*id);
        let code = match &shape.kind {
            ShapeKind::Structure(glue_model::Structure { error: Some(error), .. }) => {
                error.code.clone()
            }
            _ => None,
        };
        // The catch-all keeps its name even where a model has an error of that name.
        let variant = match structure == "Unmodelled" {
            true => quote::format_ident!("UnmodelledError"),
            false => structure.clone(),
        };
        ErrorVariant { variant, structure, code: code.unwrap_or_else(|| shape.name.clone()) }
    };
    OperationError { name, variants: operation.errors.iter().map(variant).collect() }
}
