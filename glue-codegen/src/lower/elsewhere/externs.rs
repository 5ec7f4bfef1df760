//! Types that another module has already.

use std::collections::BTreeMap;

use glue_model::{Model, ShapeId, ShapeKind, Suggester};
use proc_macro2::Ident;

use super::path;
use crate::lower::closure::{Closure, shapes_from, shapes_of};
use crate::lower::problems::Problems;
use crate::options::Extern;
use crate::plan::Import;

/// The shapes whose types another module has, each with the path of the module.
pub(super) struct Externs(BTreeMap<ShapeId, String>);

impl Externs {
    pub(super) fn new(model: &Model, given: &[Extern], problems: &mut Problems<'_>) -> Self {
        let mut externs = BTreeMap::new();
        let mut suggester = Suggester::new();
        for Extern { path, shapes } in given {
            let path = path::of_module(path, problems);
            for name in shapes {
                match find(model, name, &mut suggester) {
                    Ok(id) => {
                        let path = path.clone().unwrap_or_default();
                        let other = externs.insert(id, path.clone());
                        let is_other = |other: &String| *other != path;
                        // An empty path is one that was reported.
                        let other = other.filter(|other| is_other(other) && !other.is_empty());
                        if let Some(other) = other.filter(|_| !path.is_empty()) {
                            problems.option(
                                format!("the type of `{name}` is in `{other}` and in `{path}`"),
                                "name it once".to_owned(),
                            );
                        }
                    }
                    Err((message, help)) => problems.option(message, help),
                }
            }
        }
        Self(externs)
    }

    pub(super) fn contains(&self, id: ShapeId) -> bool {
        self.0.contains_key(&id)
    }

    /// The module that has the type of a shape.
    pub(super) fn module(&self, id: ShapeId) -> Option<&str> {
        self.0.get(&id).map(String::as_str)
    }

    /// Reports shapes that no operation reaches. Those that are reached by way of others of another
    /// module are none of this file's, and no problem.
    pub(super) fn check_used(&self, model: &Model, closure: &Closure, problems: &mut Problems<'_>) {
        let reached = shapes_from(model, closure.operations(model).flat_map(shapes_of));
        for id in self.0.keys().filter(|id| !reached[id.index()]) {
            problems.option(
                format!("no operation that is generated reaches `{}`", model.shape(*id).name),
                "leave it out of the external types".to_owned(),
            );
        }
    }

    /// The types that the file uses.
    pub(super) fn imports(
        &self,
        closure: &Closure,
        name: impl Fn(ShapeId) -> Ident,
    ) -> Vec<Import> {
        let mut imports: BTreeMap<&String, Vec<Ident>> = BTreeMap::new();
        for (id, path) in self.0.iter().filter(|(id, _)| closure.contains(**id)) {
            imports.entry(path).or_default().push(name(*id));
        }
        imports.into_iter().map(|(path, names)| Import { path: path.clone(), names }).collect()
    }
}

/// The shape of a name, if it has a type of its own.
fn find(model: &Model, name: &str, suggester: &mut Suggester) -> Result<ShapeId, (String, String)> {
    let has_type = |kind: &ShapeKind| {
        matches!(kind, ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_))
    };
    let shown = name.escape_debug();
    match model.shapes().find(|(_, shape)| shape.name == name) {
        Some((id, shape)) if has_type(&shape.kind) => Ok(id),
        Some(_) => Err((
            format!("the shape `{shown}` has no type of its own"),
            "name structures, unions and enums".to_owned(),
        )),
        None => {
            let typed = model.shapes().filter(|(_, shape)| has_type(&shape.kind));
            let closest = suggester.closest(name, typed.map(|(_, shape)| shape.name.as_str()));
            let help = match closest {
                Some(known) => format!("did you mean `{known}`?"),
                None => "name structures, unions and enums of the model".to_owned(),
            };
            Err((format!("the model has no shape `{shown}`"), help))
        }
    }
}
