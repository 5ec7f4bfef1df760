//! The labels in the paths of all operations.

use std::collections::HashMap;

use crate::plan::{Operation, Structure};

/// The places of a label in the paths of operations: the operations' names in order, each with the
/// number of labels before it.
pub(super) type Places = Vec<(String, usize)>;

/// The labels in the paths of all operations, by the operations' inputs.
#[derive(Default)]
pub(super) struct Labels(HashMap<String, HashMap<String, Places>>);

impl Labels {
    pub(super) fn new(operations: &[Operation]) -> Self {
        let mut labels = Self::default();
        let mut operations: Vec<&Operation> = operations.iter().collect();
        operations.sort_by(|one, other| one.model_name.cmp(&other.model_name));
        for operation in operations {
            let Some(input) = &operation.input else { continue };
            let of_input = labels.0.entry(input.to_string()).or_default();
            let names = operation.uri.split(['{', '}']).skip(1).step_by(2);
            for (place, name) in names.enumerate() {
                let name = name.strip_suffix('+').unwrap_or(name);
                let places = of_input.entry(name.to_owned()).or_default();
                // If a label occurs twice, the first place counts.
                if places.last().is_none_or(|(last, _)| *last != operation.model_name) {
                    places.push((operation.model_name.clone(), place));
                }
            }
        }
        labels
    }

    pub(super) fn places(&self, structure: &Structure, label: &str) -> Option<&Places> {
        self.0.get(&structure.name.to_string())?.get(label)
    }
}
