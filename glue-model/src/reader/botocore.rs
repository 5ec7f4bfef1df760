//! botocore's `service-2.json`.
//!
//! There are two passes over the shapes. The first declares each by name and kind, and the second
//! reads its definition, so that references can point forward and are checked where they are.

mod constraint;
mod deprecation;
mod error_trait;
mod kind;
mod member;
mod names;
mod operation;
mod reference;
mod service;
mod shape;
mod state;

use names::Names;
use state::Reader;

use super::node::{Fields, Node};
use super::report::Report;
use super::suggest::Suggester;
use super::{cycle, placement};
use crate::model::{Layout, Model, Operation, Shape, ShapeKind};

/// Reads a model in botocore's format, as far as possible. `service` is the name of the service, if
/// one was chosen.
pub(super) fn read(
    root: &Fields<'_>,
    service: Option<&str>,
    report: &mut Report<'_>,
) -> Option<Model> {
    if !["metadata", "operations", "shapes"].iter().any(|key| root.has(key)) {
        let help = "expected the keys `metadata`, `operations` and `shapes`, as in botocore's \
                    `service-2.json`, or `smithy`";
        report.push(root.node.problem("the file is not an API model").help(help));
        return None;
    }
    let service = service::read(root, service, report);
    let operations = root.required("operations", report);
    let operations = operations.as_ref().and_then(|node| node.fields(report));
    let shapes = root.required("shapes", report)?;
    let shapes = shapes.fields(report)?;
    let nodes: Vec<Node<'_>> = shapes.entries().map(|node| node.as_shape(node.key())).collect();
    let names = Names::declare(&nodes, report);
    let mut reader = Reader { names, report, suggester: Suggester::new() };
    let operations = operations.and_then(|fields| reader.operations(&fields));
    let shapes: Vec<Option<Shape>> = nodes.iter().map(|node| reader.shape(node)).collect();
    cycle::reject(&nodes, &shapes, reader.report);
    let mut shapes: Vec<Shape> = shapes.into_iter().collect::<Option<_>>()?;
    let operations = operations?;
    mark_errors(&operations, &mut shapes);
    let spare_names = placement::settle(&operations, &mut shapes);
    Some(Model::new(service?, operations, shapes, Layout::Botocore, spare_names))
}

/// Makes errors of structures that are errors only because an operation lists them.
fn mark_errors(operations: &[Operation], shapes: &mut [Shape]) {
    for error in operations.iter().flat_map(|operation| &operation.errors) {
        if let Some(Shape { kind: ShapeKind::Structure(structure), .. }) =
            shapes.get_mut(error.index())
        {
            structure.error.get_or_insert(error_trait::unmarked());
        }
    }
}
