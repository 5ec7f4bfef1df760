//! An operation: how it is called, its request, its answer and its errors.

use glue_codegen::inspect::OperationForms;
use glue_model::{Model, Operation, Protocol, Service, Side};

use super::errors;
use super::outline::{Around, Outline};
use super::page::{Look, Row, WIDTH, filled};
use super::{prose, words};
use crate::failure::Failure;
use crate::subject;

pub(super) fn show<'a>(
    outline: &mut Outline<'a>,
    model: &'a Model,
    operation: &'a Operation,
) -> Result<(), Failure> {
    let forms = subject::operation(outline.forms, &operation.name)?;
    outline.page.gap();
    head(outline, &model.service, operation);
    body(outline, operation, forms);
    outline.rest();
    errors::show(outline, forms);
    Ok(())
}

fn head(outline: &mut Outline<'_>, service: &Service, operation: &Operation) {
    let of = format!(" of {} {}", service.full_name, service.api_version);
    let row = Row::new(0).part(Look::Strong, &operation.name);
    outline.page.push(row.part(Look::Aside, &of));
    let call = call(service, operation);
    if !call.is_empty() {
        outline.page.push(Row::new(0).part(Look::Aside, &call));
    }
    if let Some(deprecation) = &operation.deprecated {
        let note = words::deprecated(deprecation);
        for line in filled(&note.split_whitespace().collect::<Vec<_>>(), WIDTH) {
            outline.page.push(Row::new(0).part(Look::Strong, &line));
        }
    }
    let text = operation.documentation.as_deref().unwrap_or_default();
    let lines = match outline.descriptions {
        true => prose::lines(text, WIDTH),
        false => prose::summary(text, WIDTH),
    };
    for line in lines {
        outline.page.push(Row::new(0).part(Look::Plain, &line));
    }
}

/// The method and path of a request, or what else tells the service which operation is called.
fn call(service: &Service, operation: &Operation) -> String {
    let (method, name) = (&operation.http.method, &operation.name);
    let call = match (service.protocol, &service.target_prefix) {
        (Protocol::AwsJson1_0 | Protocol::AwsJson1_1, Some(prefix)) => {
            format!("{method} / with X-Amz-Target: {prefix}.{name}")
        }
        (Protocol::AwsQuery | Protocol::Ec2Query, _) => {
            format!("{method} / with Action={name}&Version={}", service.api_version)
        }
        (Protocol::RpcV2Cbor | Protocol::RpcV2Json, Some(prefix)) => {
            format!("{method} /service/{prefix}/operation/{name}")
        }
        (Protocol::Unknown, _) => return String::new(),
        _ => format!("{method} {}", operation.http.uri),
    };
    match &operation.host_prefix {
        Some(prefix) => format!("{call}, host {prefix}*"),
        None => call,
    }
}

fn body(outline: &mut Outline<'_>, operation: &Operation, forms: &OperationForms) {
    let answer = match operation.http.status {
        200 => "Answer".to_owned(),
        status => format!("Answer, status {status}"),
    };
    for (label, place, side) in
        [("Request".to_owned(), forms.input, Side::Input), (answer, forms.output, Side::Output)]
    {
        outline.page.gap();
        match place {
            None => {
                let row = Row::new(0).part(Look::Strong, &label);
                outline.page.push(row.part(Look::Plain, ": nothing"));
            }
            Some(place) => {
                let label = format!("{label}: ");
                let around = Around { label, notes: Vec::new(), indent: 0, block: 0 };
                outline.members_of(place, around, "", "", Some(side));
            }
        }
    }
}
