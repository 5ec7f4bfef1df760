//! The smallest JSON that reads as a shape.

use glue_model::{Member, Model, ShapeId, ShapeKind};

/// The maximum depth of required members, for structures that require themselves.
const DEEPEST: usize = 16;

/// The JSON of a shape with only the required members.
pub(crate) fn minimal(model: &Model, id: ShapeId) -> String {
    at_depth(model, id, 0)
}

/// The required members of a structure except for one, each followed by a comma.
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
        // An unknown member is kept as it is.
        ShapeKind::Union(_) => "{\"a member of tomorrow\":1}".to_owned(),
        _ => "1".to_owned(),
    }
}

fn entry(model: &Model, member: &Member, depth: usize) -> String {
    format!("{:?}:{}", member.name, at_depth(model, member.target, depth))
}
