//! `models.lock`: where each model comes from, and what was made of it.

use std::collections::BTreeMap;

use glue_model::{Diagnostic, Diagnostics, Json, Source, read_json};

use super::model_id::ModelId;
use super::origin::Origin;
use super::recipe::Recipe;
use super::release::Release;
use super::tree::Tree;

/// The file's name.
pub(crate) const FILE: &str = "models.lock";

/// The version of the format.
const VERSION: &str = "1";

/// The models of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    /// What is known of each, in order.
    pub(crate) models: BTreeMap<ModelId, Locked>,
}

/// What the lock knows of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Locked {
    /// Where it comes from.
    pub(crate) origin: Origin,
    /// Its file in the source.
    pub(crate) file: String,
    /// How its file was made.
    pub(crate) recipe: Recipe,
    /// Names other than its own by which it was asked for, such as `states`.
    pub(crate) names: Vec<String>,
    /// The hash of its file.
    pub(crate) sha256: String,
}

impl Lock {
    /// The releases of botocore that models come from, without repetition.
    pub(crate) fn releases(&self) -> Vec<&Release> {
        let mut releases: Vec<&Release> =
            self.models.values().filter_map(|locked| locked.origin.botocore()).collect();
        releases.sort();
        releases.dedup();
        releases
    }

    /// The model that is meant by `NAME` or `NAME/VERSION`, as far as the lock knows: the newest.
    pub(crate) fn find(&self, text: &str) -> Option<(&ModelId, &Locked)> {
        let is_meant = |id: &ModelId, locked: &Locked| {
            id.service == text
                || id.to_string() == text
                || locked.names.iter().any(|name| name == text)
        };
        self.models.iter().rev().find(|(id, locked)| is_meant(id, locked))
    }

    /// Reads the text of the file.
    pub(crate) fn parse(source: &Source<'_>) -> Result<Self, Diagnostics> {
        let reader = Reader { file: source.file };
        if source.bytes.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"<<<<<<< ")) {
            let help = "take either side whole, and run `glue-codegen fetch`";
            return Err(reader.problem_with("", "the lock has the marks of a conflict", help));
        }
        reader.lock(&read_json(source)?).map_err(|mut problems| {
            problems.locate_in(source);
            problems
        })
    }

    /// The text of the file.
    pub(crate) fn to_text(&self) -> String {
        let models = self.models.iter().map(|(id, locked)| (id.to_string(), locked.to_tree()));
        let members = [
            ("version".to_owned(), Tree::Word(VERSION.to_owned())),
            ("models".to_owned(), Tree::Object(models.collect())),
        ];
        Tree::Object(members.into()).to_text()
    }
}

impl Locked {
    fn to_tree(&self) -> Tree {
        let text = |text: &str| Tree::String(text.to_owned());
        let flag = |value: bool| Tree::Word(value.to_string());
        let list = |texts: &[String]| Tree::Array(texts.iter().map(|item| text(item)).collect());
        let mut members = vec![
            ("source", text(&self.origin.to_string())),
            ("file", text(&self.file)),
            ("docs", flag(self.recipe.docs)),
            ("extras", flag(self.recipe.extras)),
        ];
        if !self.recipe.operations.is_empty() {
            members.push(("operations", list(&self.recipe.operations)));
        }
        if !self.recipe.corrections.is_empty() {
            members.push(("corrections", list(&self.recipe.corrections)));
        }
        if !self.names.is_empty() {
            members.push(("names", list(&self.names)));
        }
        members.push(("sha256", text(&self.sha256)));
        Tree::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

/// Reads the values of a file, and tells the first that is wrong.
struct Reader<'a> {
    file: &'a str,
}

type Read<T> = Result<T, Diagnostics>;

impl Reader<'_> {
    fn lock(&self, json: &Json) -> Read<Lock> {
        let Json::Object(root) = json else {
            return Err(self.problem("", "the lock is not an object"));
        };
        match root.get("version") {
            Some(Json::Number(version)) if version.to_string() == VERSION => {}
            _ => {
                let help = "use the version of glue-codegen that wrote it, or a newer one";
                let place = if root.get("version").is_some() { "/version" } else { "" };
                return Err(self.problem_with(place, "the lock has another format", help));
            }
        }
        let Some(Json::Object(models)) = root.get("models") else {
            return Err(self.problem("", "the lock has no object `models`"));
        };
        let models = models.iter().map(|(key, value)| {
            let pointer = format!("/models/{}", key.replace('~', "~0").replace('/', "~1"));
            let id = ModelId::parse(key).ok_or_else(|| {
                self.problem(&pointer, "the name of a model is not SERVICE/VERSION")
            })?;
            Ok((id, self.locked(value, &pointer)?))
        });
        Ok(Lock { models: models.collect::<Read<_>>()? })
    }

    fn locked(&self, json: &Json, pointer: &str) -> Read<Locked> {
        let recipe = Recipe {
            docs: self.flag(json, pointer, "docs")?,
            extras: self.flag(json, pointer, "extras")?,
            operations: self.list(json, pointer, "operations")?,
            corrections: self.list(json, pointer, "corrections")?,
        };
        Ok(Locked {
            origin: Origin::parse(&self.text(json, pointer, "source")?),
            file: self.text(json, pointer, "file")?,
            recipe,
            names: self.list(json, pointer, "names")?,
            sha256: self.text(json, pointer, "sha256")?,
        })
    }

    fn text(&self, json: &Json, pointer: &str, key: &str) -> Read<String> {
        match member(json, key) {
            Some(Json::String(text)) => Ok(text.clone()),
            _ => Err(self.problem(pointer, &format!("the model has no text `{key}`"))),
        }
    }

    fn flag(&self, json: &Json, pointer: &str, key: &str) -> Read<bool> {
        match member(json, key) {
            Some(Json::Bool(value)) => Ok(*value),
            _ => Err(self.problem(pointer, &format!("the model has no `{key}` of true or false"))),
        }
    }

    fn list(&self, json: &Json, pointer: &str, key: &str) -> Read<Vec<String>> {
        let wrong =
            || self.problem(pointer, &format!("the model's `{key}` is not a list of texts"));
        match member(json, key) {
            None => Ok(Vec::new()),
            Some(Json::Array(values)) => values
                .iter()
                .map(|value| match value {
                    Json::String(text) => Ok(text.clone()),
                    _ => Err(wrong()),
                })
                .collect(),
            Some(_) => Err(wrong()),
        }
    }

    fn problem(&self, pointer: &str, message: &str) -> Diagnostics {
        let help = "restore the file from version control, or remove it and fetch the models again";
        self.problem_with(pointer, message, help)
    }

    fn problem_with(&self, pointer: &str, message: &str, help: &str) -> Diagnostics {
        [Diagnostic::new(self.file, pointer, message).with_help(help)].into_iter().collect()
    }
}

fn member<'a>(json: &'a Json, key: &str) -> Option<&'a Json> {
    match json {
        Json::Object(object) => object.get(key),
        _ => None,
    }
}
