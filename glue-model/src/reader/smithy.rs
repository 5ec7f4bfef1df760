//! Smithy's JSON AST, versions 1.0 and 2.0.
//!
//! A file holds shapes of all kinds, including the service and its operations, and often more than
//! the service needs. So reading follows the service:
//!
//! 1. [`entry`]: each entry of `/shapes` is taken apart, by its form alone. The shapes of
//!    [`framework`] follow, unless the file defines them itself.
//! 2. [`mixin`], [`apply`]: each shape gets the members and traits that mixins and `apply`
//!    statements add.
//! 3. [`service`], [`resource`], [`operation`]: the service's operations and their signatures.
//! 4. [`closure`]: the shapes that these reach; every reference to them is checked.
//! 5. [`naming`]: the reached shapes get names and IDs.
//! 6. [`shape`], [`member`]: their definitions are read.

mod allowance;
mod apply;
mod binding;
mod closure;
mod constraint;
mod default;
mod definition;
mod directory;
mod entry;
mod enumeration;
mod error_trait;
mod framework;
mod member;
mod mixin;
mod naming;
mod operation;
mod prelude;
mod reference;
mod resource;
mod service;
mod shape;
mod state;
mod traits;
mod walk;
mod wire;

use allowance::Allowance;
use definition::Definition;
use directory::{Directory, Place};
use entry::Entry;
use state::{Builder, Reader, Version};
use wire::Wire;

use super::node::{Fields, Node};
use super::report::Report;
use super::suggest::Suggester;
use super::{cycle, name, placement};
use crate::diagnostic::Quoted;
use crate::json::{self, Json};
use crate::model::{Layout, Model, Shape, SmithyLayout};

/// Whether a file without `smithy` is a Smithy model all the same, judging by the names of its
/// shapes.
pub(super) fn resembles(root: &Fields<'_>) -> bool {
    match root.field("shapes").as_ref().map(Node::json) {
        Some(Json::Object(shapes)) => shapes.iter().next().is_some_and(|(id, _)| id.contains('#')),
        _ => false,
    }
}

/// Reads a model in Smithy's JSON AST, as far as possible: the service named `service`, or the only
/// one.
pub(super) fn read(
    root: &Fields<'_>,
    service: Option<&str>,
    report: &mut Report<'_>,
) -> Option<Model> {
    let version = version(root, report);
    let shapes = root.required("shapes", report)?;
    let shapes = shapes.fields(report)?;
    let (framework, _) = json::parse(framework::SHAPES, 0).ok()?;
    let framework = Node::root(&framework);
    let framework = framework.fields(report)?;
    let added = framework.entries().filter(|node| !shapes.has(node.key()));
    let own = shapes.entries().len();
    let nodes: Vec<Node<'_>> = (shapes.entries().chain(added))
        .map(|node| node.as_shape(name::of_shape(node.key())))
        .collect();
    let entries: Vec<Entry<'_>> = nodes.iter().map(|node| Entry::read(node, report)).collect();
    let mut reader = Reader {
        directory: Directory::new(&entries, own),
        allowance: Allowance::new(report.size()),
        report,
        suggester: Suggester::new(),
    };
    let definitions = reader.definitions();
    let service = reader.chosen_service(shapes.node, service)?;
    model(reader, &definitions, service, version.unwrap_or(Version::Two))
}

/// Reads the parts that belong to a service.
fn model<'a>(
    mut reader: Reader<'a, '_, '_>,
    definitions: &'a [Definition<'a>],
    place: Place,
    version: Version,
) -> Option<Model> {
    let definition = definitions.get(place.index())?;
    let service = reader.service(place, definition);
    let renamed = reader.renamed(definition);
    let operations = reader.operations_of(place, definitions);
    let signatures = reader.signatures(definition, &operations, definitions);
    let reached = reader.closure(&signatures, definitions);
    let named = reader.name_shapes(&reached, &renamed);
    let wire = service.as_ref().map_or(Wire::default(), Wire::of);
    let mut builder = Builder {
        reader,
        definitions,
        ids: named.ids,
        version,
        wire,
        layout: SmithyLayout::default(),
    };
    let shapes = builder.shapes(&reached, named.names);
    let operations = builder.operations(&signatures);
    let Builder { reader, layout, .. } = builder;
    let nodes: Vec<Node<'_>> = reached.iter().filter_map(|&place| reader.node(place)).collect();
    cycle::reject(&nodes, &shapes, reader.report);
    let mut shapes: Vec<Shape> = shapes.into_iter().collect::<Option<_>>()?;
    let operations = operations?;
    let spare_names = placement::settle(&operations, &mut shapes);
    Some(Model::new(service?, operations, shapes, Layout::Smithy(layout), spare_names))
}

fn version(root: &Fields<'_>, report: &mut Report<'_>) -> Option<Version> {
    let node = root.required("smithy", report)?;
    match node.text(report)? {
        "1" | "1.0" => Some(Version::One),
        "2" | "2.0" => Some(Version::Two),
        other => {
            let message = format_args!("Smithy version {} is unknown", Quoted(other));
            report.push(node.problem(message).help("use `1.0` or `2.0`"));
            None
        }
    }
}
