//! How a model's file is made of what a source has.

use super::library::Original;
use super::tree::Tree;
use super::{corrected, descriptions, extras, reach};
use crate::failure::Failure;
use glue_model::{Source, read_json};

/// What becomes of a model between its source and its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipe {
    /// Whether it keeps its descriptions.
    pub(crate) docs: bool,
    /// Whether botocore's extras are merged into it.
    pub(crate) extras: bool,
    /// The operations that it keeps; all where there are none.
    pub(crate) operations: Vec<String>,
    /// The corrections that are written into it, in order.
    pub(crate) corrections: Vec<String>,
}

/// A model's file, and what is not in it.
pub(crate) struct Made {
    /// The text of the file.
    pub(crate) text: String,
    /// The places, as JSON pointers, that are left out because they are in the extras alone.
    pub(crate) left_out: Vec<String>,
}

impl Recipe {
    /// Makes the file of a model that is called `name`.
    pub(crate) fn make(&self, name: &str, original: &Original) -> Result<Made, Failure> {
        let mut model = read(&original.file, &original.model)?;
        let mut left_out = Vec::new();
        if let Some((file, bytes)) = &original.extras {
            let extras = read(file, bytes)?;
            match self.extras {
                true => extras::apply(&mut model, extras),
                false => left_out = extras::places(&model, extras),
            }
        }
        require_model(&original.file, &model)?;
        if !self.corrections.is_empty() {
            corrected::apply(&mut model, name, &self.corrections)?;
        }
        if !self.docs {
            descriptions::remove(&mut model);
        }
        if !self.operations.is_empty() {
            reach::keep(&mut model, name, &self.operations)?;
        }
        Ok(Made { text: model.to_text(), left_out })
    }
}

fn read(file: &str, bytes: &[u8]) -> Result<Tree, Failure> {
    Ok((&read_json(&Source { file, bytes })?).into())
}

/// Refuses a file that is called like a model and is none.
fn require_model(file: &str, model: &Tree) -> Result<(), Failure> {
    let has = |key| matches!(model.get(key), Some(Tree::Object(_)));
    match has("metadata") && has("operations") && has("shapes") {
        true => Ok(()),
        false => Err(Failure::unusable(
            format!("{file} is not a model: it lacks `metadata`, `operations` or `shapes`"),
            "check the source; a model of botocore's has all three",
        )),
    }
}
