//! Types of users in place of shapes and members.

use std::collections::BTreeMap;

use glue_model::{Member, Model, ShapeId, ShapeKind};

use super::path;
use crate::lower::closure::{Closure, shapes_of};
use crate::lower::problems::Problems;
use crate::lower::selectors::Selectors;
use crate::options::{self, Options};
use crate::plan::Replaced;

/// A user's type.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::lower) struct Replacement {
    pub(in crate::lower) path: String,
    /// Whether its values are validated.
    pub(in crate::lower) validated: bool,
}

/// The users' types, by what they replace.
#[derive(Default)]
pub(super) struct Replacements {
    shapes: BTreeMap<ShapeId, Replacement>,
    members: BTreeMap<(ShapeId, String), Replacement>,
    /// The types, each with the selectors of what they replace.
    replaced: Vec<(Replacement, Vec<String>)>,
    /// The selectors, each with what it selects.
    selected: Vec<(String, Vec<Place>)>,
}

/// What is replaced.
#[derive(Clone)]
enum Place {
    Shape(ShapeId),
    Member(ShapeId, String),
}

impl Replacements {
    pub(super) fn new(model: &Model, options: &Options, problems: &mut Problems<'_>) -> Self {
        let mut all = Self::default();
        if options.replacements.is_empty() {
            return all;
        }
        let closure = Closure::whole(model, options);
        let selectors = Selectors::new(model, &closure, options.has_more_features);
        let mut selectors = selectors.with_all_shapes();
        // In the order of the command line, which has an option for each.
        let of_kind = |kind| options.replacements.iter().filter(move |one| one.validated == kind);
        for options::Replacement { selector, path, validated } in
            of_kind(false).chain(of_kind(true))
        {
            let path = path::of_type(path, problems);
            let places = places(model, selector, &mut selectors, problems);
            if let Some(path) = path {
                let replacement = Replacement { path, validated: *validated };
                all.add(model, &replacement, &places, problems);
                all.note(selector, replacement, places, &closure);
            }
        }
        all
    }

    /// Adds a replacement, which must be the only one in its places.
    fn add(
        &mut self,
        model: &Model,
        replacement: &Replacement,
        places: &[Place],
        problems: &mut Problems<'_>,
    ) {
        for place in places {
            let other = match place {
                Place::Shape(id) => self.shapes.insert(*id, replacement.clone()),
                Place::Member(id, member) => {
                    self.members.insert((*id, member.clone()), replacement.clone())
                }
            };
            if let Some(other) = other.filter(|other| other != replacement) {
                let (name, path) = (place.name(model), &other.path);
                problems.option(
                    format!("`{name}` is replaced by `{path}` and by `{}`", replacement.path),
                    "leave one of them out, or select less".to_owned(),
                );
            }
        }
    }

    /// Notes what the selector selects of what operations reach, if it is anything.
    fn note(
        &mut self,
        selector: &str,
        replacement: Replacement,
        mut places: Vec<Place>,
        closure: &Closure,
    ) {
        places.retain(|place| closure.contains(place.shape()));
        if places.is_empty() {
            return;
        }
        match self.replaced.iter_mut().find(|(known, _)| *known == replacement) {
            Some((_, selectors)) => selectors.push(selector.to_owned()),
            None => self.replaced.push((replacement, vec![selector.to_owned()])),
        }
        self.selected.push((selector.to_owned(), places));
    }

    /// The type of a member of `holder`, by the member before its shape. Keys of maps stay as they
    /// are.
    pub(super) fn of(
        &self,
        model: &Model,
        holder: ShapeId,
        member: &Member,
    ) -> Option<&Replacement> {
        if self.replaced.is_empty() || is_key(model, holder, member) {
            return None;
        }
        let own = self.members.get(&(holder, member.name.clone()));
        own.or_else(|| self.shapes.get(&member.target))
    }

    /// The shapes that have a type of a user, wherever they are.
    pub(super) fn shapes(&self) -> impl Iterator<Item = (ShapeId, &Replacement)> {
        self.shapes.iter().map(|(id, replacement)| (*id, replacement))
    }

    /// Reports replacements of what is generated anyway, and those that nothing uses. `holders` are
    /// the types that the file defines, and lists and maps.
    pub(super) fn check_used(
        &self,
        model: &Model,
        closure: &Closure,
        holders: &[ShapeId],
        problems: &mut Problems<'_>,
    ) {
        for id in self.shapes.keys() {
            let mut operations = closure.operations(model);
            if let Some(operation) = operations.find(|each| shapes_of(each).any(|one| one == *id)) {
                let name = &model.shape(*id).name;
                problems.option(
                    format!("`{name}` is a structure of the operation `{}`", operation.name),
                    "replace what its members have: inputs, outputs and errors are generated"
                        .to_owned(),
                );
            }
        }
        let is_start = |id: ShapeId| {
            closure.operations(model).any(|one| shapes_of(one).any(|start| start == id))
        };
        let holds = |holder: ShapeId, replaced: ShapeId| {
            let mut members = model.shape(holder).kind.members();
            members.any(|member| member.target == replaced && !is_key(model, holder, member))
        };
        let is_used = |place: &Place| match place {
            Place::Shape(id) => is_start(*id) || holders.iter().any(|one| holds(*one, *id)),
            Place::Member(holder, _) => holders.contains(holder),
        };
        for (selector, places) in &self.selected {
            if !places.iter().any(is_used) {
                problems.option(
                    format!("nothing that is generated uses `{}`", selector.escape_debug()),
                    "leave the replacement out".to_owned(),
                );
            }
        }
    }

    pub(super) fn replaced(&self) -> Vec<Replaced> {
        let replaced = self.replaced.iter().map(|(replacement, selectors)| Replaced {
            path: replacement.path.clone(),
            validated: replacement.validated,
            selectors: selectors.clone(),
        });
        replaced.collect()
    }
}

fn is_key(model: &Model, holder: ShapeId, member: &Member) -> bool {
    matches!(model.shape(holder).kind, ShapeKind::Map(_)) && member.name == "key"
}

impl Place {
    /// The shape, or the one that has the member.
    fn shape(&self) -> ShapeId {
        match self {
            Self::Shape(id) | Self::Member(id, _) => *id,
        }
    }

    fn name(&self, model: &Model) -> String {
        match self {
            Self::Shape(id) => model.shape(*id).name.clone(),
            Self::Member(id, member) => format!("{}.{member}", model.shape(*id).name),
        }
    }
}

/// What a selector selects: shapes, or members of structures, unions, lists and maps.
fn places(
    model: &Model,
    selector: &str,
    selectors: &mut Selectors<'_>,
    problems: &mut Problems<'_>,
) -> Vec<Place> {
    let selected = selectors.select(selector, problems);
    let has_parts = !selected.parts.is_empty();
    let shapes = selected.types.into_iter().map(Place::Shape);
    let members = selected.parts.into_iter().filter_map(|(id, place)| {
        let member = model.shape(id).kind.members().nth(place)?;
        (!is_key(model, id, member)).then(|| Place::Member(id, member.name.clone()))
    });
    let places: Vec<Place> = shapes.chain(members).collect();
    if has_parts && places.is_empty() {
        problems.option(
            format!("`{}` selects keys of maps or values of enums", selector.escape_debug()),
            "these keep their types: replace the map or its values, or the enum".to_owned(),
        );
    }
    places
}
