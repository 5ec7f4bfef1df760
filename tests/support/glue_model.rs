//! The model that `glue-types` comes from, read without this project's reader.

use std::collections::BTreeSet;

use serde_json::Value;

use super::areas;

/// The model's JSON.
pub(crate) struct GlueModel(Value);

impl GlueModel {
    pub(crate) fn read() -> Self {
        Self(serde_json::from_str(&super::text(super::GLUE_MODEL)).unwrap())
    }

    /// The definition of a shape.
    pub(crate) fn shape(&self, name: &str) -> &Value {
        &self.0["shapes"][name]
    }

    /// The names of a structure's members; none for other shapes.
    pub(crate) fn members(&self, shape: &str) -> impl Iterator<Item = &String> {
        self.shape(shape)["members"].as_object().into_iter().flat_map(serde_json::Map::keys)
    }

    /// The names of the shapes that the default operations reach from these parts of theirs, such
    /// as `output`.
    pub(crate) fn reached(&self, parts: &[&str]) -> BTreeSet<&str> {
        let operations = areas::DEFAULT.iter().map(|name| &self.0["operations"][*name]);
        let starts = operations.flat_map(|one| parts.iter().map(|part| &one[*part]));
        let mut open: Vec<&str> = starts.flat_map(shapes_named_in).collect();
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            if reached.insert(name) {
                open.extend(shapes_named_in(self.shape(name)));
            }
        }
        reached
    }
}

/// The shapes that a definition names, as the value of a key `shape` anywhere within it.
fn shapes_named_in(definition: &Value) -> Vec<&str> {
    match definition {
        Value::Object(object) => {
            let own = object.get("shape").and_then(Value::as_str);
            own.into_iter().chain(object.values().flat_map(shapes_named_in)).collect()
        }
        Value::Array(entries) => entries.iter().flat_map(shapes_named_in).collect(),
        _ => Vec::new(),
    }
}
