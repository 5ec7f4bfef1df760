//! Smithy's JSON AST: what is read of it, and that nothing panics. Problems are in `tests/diagnostics`.

mod apply;
mod constraints;
mod enums;
mod errors;
mod framework;
mod hostile;
mod members;
mod mixins;
mod names;
mod operations;
mod service;
mod shapes;
mod version_one;

use glue_model::Model;

/// The start of a model, with a service of one operation.
const START: &str = r#"{"smithy": "2.0", "shapes": {
"t#Toy": {"type": "service", "version": "2020-02-02", "operations": [{"target": "t#Go"}], "traits": {"aws.protocols#restJson1": {}}},
"t#Go": {"type": "operation", "input": {"target": "t#In"}, "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}}},
"#;

/// A model whose only operation takes a structure `In`, which has a member for each of the ids in
/// `reached`; the shapes start on line 5.
pub(crate) fn reaching(reached: &[&str], shapes: &str) -> String {
    let members: Vec<String> = (reached.iter().enumerate())
        .map(|(index, id)| format!(r#""m{index}": {{"target": "{id}"}}"#))
        .collect();
    let members = members.join(", ");
    let comma = if shapes.trim().is_empty() { "" } else { "," };
    let input = format!(r#""t#In": {{"type": "structure", "members": {{{members}}}}}{comma}"#);
    format!("{START}{input}\n{shapes}\n}}}}")
}

/// A model whose only operation takes the structure `In`, given among the shapes, which start on
/// line 4.
pub(crate) fn taking(shapes: &str) -> String {
    format!("{START}{shapes}\n}}}}")
}

/// A model of these shapes, which start on line 2.
pub(crate) fn of_shapes(shapes: &str) -> String {
    format!("{{\"smithy\": \"2.0\", \"shapes\": {{\n{shapes}\n}}}}")
}

/// The names of all shapes, in order.
fn names(model: &Model) -> Vec<&str> {
    model.shapes().map(|(_, shape)| shape.name.as_str()).collect()
}
