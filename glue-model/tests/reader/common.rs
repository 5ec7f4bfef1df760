//! Small models, and short ways to what was read of them.

use glue_model::{Diagnostics, Member, Model, Shape, ShapeKind, Source, read};

/// What the tests call their file.
pub(crate) const FILE: &str = "toy.json";

/// Reads a text, which must have no problem.
#[track_caller]
pub(crate) fn model(text: &str) -> Model {
    try_model(text.as_bytes()).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// Reads bytes.
pub(crate) fn try_model(bytes: &[u8]) -> Result<Model, Diagnostics> {
    read_as(FILE, bytes)
}

/// Reads bytes as a file of this name.
pub(crate) fn read_as(file: &str, bytes: &[u8]) -> Result<Model, Diagnostics> {
    read(&Source { file, bytes })
}

/// A model with these shapes, which start on line 4, and no operations.
pub(crate) fn with_shapes(shapes: &str) -> String {
    with_parts(METADATA, "", shapes)
}

/// A model with these operations, which start on line 3, and these shapes.
pub(crate) fn with_operations(operations: &str, shapes: &str) -> String {
    with_parts(METADATA, &format!("\n{operations}\n"), shapes)
}

/// A model with this metadata, on line 1.
pub(crate) fn with_metadata(metadata: &str) -> String {
    with_parts(metadata, "", "")
}

fn with_parts(metadata: &str, operations: &str, shapes: &str) -> String {
    format!(
        "{{\"metadata\": {{{metadata}}},\n\"operations\": {{{operations}}},\n\"shapes\": {{\n{shapes}\n}}}}"
    )
}

/// Metadata with all that is required.
pub(crate) const METADATA: &str = r#""apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1", "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy""#;

/// The shape called `name`.
#[track_caller]
pub(crate) fn shape<'m>(model: &'m Model, name: &str) -> &'m Shape {
    let found = model.shapes().find(|(_, shape)| shape.name == name);
    found.map(|(_, shape)| shape).unwrap()
}

/// The members of a structure or union.
#[track_caller]
pub(crate) fn members<'m>(model: &'m Model, name: &str) -> &'m [Member] {
    match &shape(model, name).kind {
        ShapeKind::Structure(structure) => &structure.members,
        ShapeKind::Union(union) => &union.members,
        other => panic!("no members in {other:?}"),
    }
}
