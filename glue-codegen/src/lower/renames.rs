//! Names that the options give to types, members and values.

use std::collections::HashMap;

use glue_model::{Model, ShapeId};

use super::problems::Problems;
use super::selectors::{Selected, Selectors, part_names};
use crate::markdown::code_span;
use crate::options::Customization;
use crate::plan::TypeItem;

/// The names that the options give, without the prefix of raw identifiers.
#[derive(Default)]
pub(super) struct Renames {
    types: HashMap<ShapeId, String>,
    parts: HashMap<(ShapeId, usize), String>,
}

impl Renames {
    /// Resolves the selectors, each of which must select one thing. Texts that are not names are
    /// problems.
    pub(super) fn new(
        options: &[Customization],
        selectors: &mut Selectors<'_>,
        problems: &mut Problems<'_>,
    ) -> Self {
        let mut renames = Self::default();
        for Customization { selector, text } in options {
            let Selected { types, parts } = selectors.select(selector, problems);
            let count = types.len() + parts.len();
            if count > 1 {
                problems.option(
                    format!(
                        "`{}` selects {count} things, and a name is for one",
                        selector.escape_debug()
                    ),
                    "write its name without `*` and groups".to_owned(),
                );
                continue;
            }
            let name = text.strip_prefix("r#").unwrap_or(text);
            if let Some(fault) = fault(name, !types.is_empty()) {
                let message = format!("`{}` cannot be a name: {fault}", text.escape_debug());
                problems.option(message, "choose another name".to_owned());
                continue;
            }
            let earlier = match (types.first(), parts.first()) {
                (Some(id), _) => renames.types.insert(*id, name.to_owned()),
                (None, Some(part)) => renames.parts.insert(*part, name.to_owned()),
                (None, None) => None,
            };
            if earlier.is_some_and(|earlier| earlier != name) {
                problems.option(
                    format!("`{}` is renamed twice", selector.escape_debug()),
                    "leave one of the names out".to_owned(),
                );
            }
        }
        renames
    }

    /// The name of a type.
    pub(super) fn of_type(&self, id: ShapeId) -> Option<&str> {
        self.types.get(&id).map(String::as_str)
    }

    /// The name of a member or value, or else its `usual` name.
    pub(super) fn of_part(&self, holder: ShapeId, place: usize, usual: String) -> String {
        self.parts.get(&(holder, place)).cloned().unwrap_or(usual)
    }

    /// Whether a member or value has another name than usual.
    pub(super) fn has_part(&self, holder: ShapeId, place: usize) -> bool {
        self.parts.contains_key(&(holder, place))
    }

    /// Reports members and values whose new names are taken, and has the documentation of
    /// everything that is renamed give its name in the model.
    pub(super) fn finish(
        &self,
        model: &Model,
        shapes: &[ShapeId],
        types: &mut [TypeItem],
        problems: &mut Problems<'_>,
    ) {
        let places: HashMap<ShapeId, usize> =
            shapes.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        for id in self.types.keys() {
            if let Some(item) = places.get(id).and_then(|place| types.get_mut(*place)) {
                mention(&mut item.attributes_mut().docs, &model.shape(*id).name);
            }
        }
        let mut parts: Vec<(&(ShapeId, usize), &String)> = self.parts.iter().collect();
        parts.sort_unstable();
        for ((id, part), name) in parts {
            let Some(item) = places.get(id).and_then(|place| types.get_mut(*place)) else {
                continue;
            };
            let shape = model.shape(*id);
            let names = part_names(shape);
            let model_name = names.get(*part).copied().unwrap_or_default();
            if let Some(holder) = other_holder(item, *part, name, &names) {
                let place = format!("{}.{}", shape.name, model_name.escape_debug());
                report_taken(&place, name, &holder, problems);
            }
            if let Some(attributes) = item.part_attributes_mut(*part) {
                mention(&mut attributes.docs, model_name);
            }
        }
    }
}

/// Reports a name that something else has.
pub(super) fn report_taken(place: &str, name: &str, holder: &str, problems: &mut Problems<'_>) {
    problems.option(
        format!("`{place}` cannot be named `{name}`: that is the name of {holder}"),
        "choose another name, or rename the other as well".to_owned(),
    );
}

/// What is wrong with a name.
fn fault(name: &str, is_type: bool) -> Option<&'static str> {
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    match name {
        _ if !is_plain || !starts_well || name.bytes().all(|byte| byte == b'_') => {
            Some("it is not an identifier of ASCII letters, digits and `_`")
        }
        "self" | "super" | "crate" | "Self" => Some("it is a keyword that has no raw form"),
        _ if is_type && !name.starts_with(|first: char| first.is_ascii_uppercase()) => {
            Some("types start with a capital letter")
        }
        _ => None,
    }
}

/// What else of a type has the name of the part at a place, in words; `names` are those of its parts
/// in the model.
fn other_holder(item: &TypeItem, place: usize, name: &str, names: &[&str]) -> Option<String> {
    let used: Vec<String> = match item {
        TypeItem::Structure(structure) => {
            let unknown = structure.unknown_members.iter().map(|field| &field.name);
            let fields = structure.fields.iter().map(|field| &field.name);
            fields.chain(unknown).map(ToString::to_string).collect()
        }
        TypeItem::Union(union) => {
            let variants = union.variants.iter().map(|variant| variant.name.to_string());
            variants.chain(["Unknown".to_owned()]).collect()
        }
        TypeItem::Enum(item) => {
            let variants = item.variants.iter().map(|variant| variant.name.to_string());
            variants.chain(["Unknown", "VALUES"].map(str::to_owned)).collect()
        }
    };
    let is_same = |used: &str| used.strip_prefix("r#").unwrap_or(used) == name;
    let mut others =
        used.iter().enumerate().filter(|(other, used)| *other != place && is_same(used));
    let (other, used) = others.next()?;
    Some(match names.get(other) {
        Some(other) => format!("`{}`", other.escape_debug()),
        None => format!("`{used}`, which all of its kind have"),
    })
}

/// Adds the name in the model to documentation.
fn mention(docs: &mut String, name: &str) {
    docs.push_str("\n\nThe model's name is ");
    docs.push_str(&code_span(name));
    docs.push('.');
}
