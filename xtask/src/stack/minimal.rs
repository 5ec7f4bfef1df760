//! The smallest JSON that reads as a shape.

use glue_model::{Member, Model, ShapeId, ShapeKind};

/// How deep required members go, where structures require themselves.
const DEEPEST: usize = 16;

/// The JSON of a shape with nothing but what is required.
pub(crate) fn minimal(model: &Model, id: ShapeId) -> String {
    at_depth(model, id, 0)
}

/// The required members of a structure but for one, each with a comma behind.
pub(crate) fn required(model: &Model, members: &[Member], but: &str) -> String {
    let others = members.iter().filter(|member| member.required && member.name != but);
    others.map(|member| entry(model, member, 0) + ",").collect()
}

fn at_depth(model: &Model, id: ShapeId, depth: usize) -> String {
    match &model.shape(id).kind {
        ShapeKind::Boolean => "true".to_owned(),
        ShapeKind::String | ShapeKind::Blob => "\"\"".to_owned(),
        ShapeKind::Enum(values) => {
            let value = values.first().map_or("x", |value| value.value.as_str());
            serde_json::Value::from(value).to_string()
        }
        ShapeKind::List(_) => "[]".to_owned(),
        ShapeKind::Map(_) => "{}".to_owned(),
        ShapeKind::Structure(structure) if depth < DEEPEST => {
            let required = structure.members.iter().filter(|member| member.required);
            let entries: Vec<String> =
                required.map(|member| entry(model, member, depth + 1)).collect();
            format!("{{{}}}", entries.join(","))
        }
        ShapeKind::Structure(_) => "{}".to_owned(),
        // A member that no model has is kept as it came.
        ShapeKind::Union(_) => "{\"a member of tomorrow\":1}".to_owned(),
        _ => "1".to_owned(),
    }
}

fn entry(model: &Model, member: &Member, depth: usize) -> String {
    format!("{:?}:{}", member.name, at_depth(model, member.target, depth))
}
