//! The names of types, which do not change when a model or a selection of operations grows.

use std::collections::{HashMap, HashSet};

use glue_model::{Model, Operation, Shape, ShapeId, ShapeKind};
use proc_macro2::Ident;

use super::{Taken, identifier, type_name};
use crate::bug::bug;
use crate::lower::closure::Closure;
use crate::lower::problems::Problems;
use crate::lower::renames::{Renames, report_taken};

/// Items of Rust's prelude for which generated code uses the short names where they are free.
/// `Result` is not among them because many crates have their own and include generated code next to
/// it. Derive macros are among them because a file that imports a type of the name hides them.
const PRELUDE: [&str; 16] = [
    "Option",
    "Some",
    "None",
    "String",
    "Vec",
    "Box",
    "Into",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// The constant of the service's metadata.
const SERVICE: &str = "SERVICE";

/// The names of all types that a model can have. They are assigned over the whole model, so
/// selecting more operations renames nothing.
///
/// Operations come first. A shape with the name of the enum of an operation's errors, such as an
/// entry of `RetrieveResponse` named `RetrieveError`, was made for that operation, so it is the
/// newcomer of the two. In six versions of botocore's models, from 1.29.0 to 1.44.8, such a shape
/// was added to a model that had the operation twice, and such an operation was never added to a
/// model that had the shape.
pub(crate) struct TypeNames {
    /// The name for each shape; only structures, unions and enums have one.
    shapes: Vec<Option<String>>,
    /// The names for each operation, by its name in the model.
    operations: HashMap<String, OperationNames>,
    /// The shapes whose names changed, in words.
    pub(in crate::lower) renamed: Vec<(ShapeId, String)>,
}

/// The types of an operation.
struct OperationNames {
    /// The type that carries its metadata.
    marker: String,
    /// The enum of its errors.
    error: String,
}

impl TypeNames {
    pub(in crate::lower) fn new(model: &Model, closure: &Closure) -> Self {
        let mut taken = Taken::default();
        taken.take(SERVICE.to_owned(), "");
        let operations = operations(model, &mut taken);
        let reserved: HashSet<String> = operations
            .values()
            .flat_map(|names| [names.marker.clone(), names.error.clone()])
            .collect();
        let mut renamed = Vec::new();
        let mut shapes = vec![None; model.shapes().len()];
        for (id, shape) in model.shapes().filter(|(_, shape)| is_item(&shape.kind)) {
            let wanted = type_name(&shape.name);
            let name = match reserved.contains(&wanted) {
                true => taken.take(format!("{wanted}Shape"), ""),
                false => taken.take(wanted.clone(), ""),
            };
            if name != wanted && closure.contains(id) {
                let note = format!("shape `{}` is `{name}`: `{wanted}` is taken", shape.name);
                renamed.push((id, note));
            }
            shapes[id.index()] = Some(name);
        }
        Self { shapes, operations, renamed }
    }

    /// Gives shapes the names that the options choose, after all others have theirs, so that nothing
    /// else changes its name.
    pub(in crate::lower) fn rename(
        &mut self,
        model: &Model,
        renames: &Renames,
        problems: &mut Problems<'_>,
    ) {
        let chosen: Vec<(ShapeId, &str)> =
            model.shapes().filter_map(|(id, _)| Some((id, renames.of_type(id)?))).collect();
        for (id, name) in &chosen {
            self.shapes[id.index()] = Some((*name).to_owned());
        }
        for (id, name) in chosen {
            if let Some(holder) = self.other_holder(model, id, name) {
                report_taken(&model.shape(id).name, name, &holder, problems);
            }
        }
    }

    /// What else has the name of a shape's type, in words.
    fn other_holder(&self, model: &Model, id: ShapeId, name: &str) -> Option<String> {
        let is_other = |(other, _): &(ShapeId, &Shape)| {
            *other != id && self.shapes[other.index()].as_deref() == Some(name)
        };
        if let Some((_, shape)) = model.shapes().find(is_other) {
            return Some(format!("the shape `{}`", shape.name));
        }
        let has_name = |operation: &&Operation| {
            let names = &self.operations[&operation.name];
            names.marker == name || names.error == name
        };
        let operation = model.operations.iter().find(has_name);
        let operation =
            operation.map(|operation| format!("a type of the operation `{}`", operation.name));
        operation.or_else(|| (name == SERVICE).then(|| "the service's constant".to_owned()))
    }

    /// The type of a shape; only structures, unions and enums have one.
    pub(in crate::lower) fn shape(&self, model: &Model, id: ShapeId) -> Ident {
        match &self.shapes[id.index()] {
            Some(name) => identifier(name),
            None => bug!("shape `{}` has no type", model.shape(id).name),
        }
    }

    /// The type that carries an operation's metadata and has its name.
    pub(in crate::lower) fn operation(&self, operation: &Operation) -> Ident {
        identifier(&self.operations[&operation.name].marker)
    }

    /// The enum of an operation's errors: the operation's name followed by `Error`.
    pub(in crate::lower) fn operation_error(&self, operation: &Operation) -> Ident {
        identifier(&self.operations[&operation.name].error)
    }

    /// The names of Rust's prelude that no item of the file takes.
    pub(in crate::lower) fn free_prelude(
        &self,
        model: &Model,
        closure: &Closure,
    ) -> Vec<&'static str> {
        let shapes = model.shapes().filter(|(id, _)| closure.contains(*id));
        let shapes = shapes.filter_map(|(id, _)| self.shapes[id.index()].as_deref());
        let operations = closure.operations(model).flat_map(|operation| {
            let names = &self.operations[&operation.name];
            [names.marker.as_str(), names.error.as_str()]
        });
        let items: HashSet<&str> = shapes.chain(operations).collect();
        PRELUDE.iter().copied().filter(|name| !items.contains(name)).collect()
    }
}

/// Names the operations, and then the enums of their errors, so that operations named `Get` and
/// `GetError` both keep their names.
fn operations(model: &Model, taken: &mut Taken) -> HashMap<String, OperationNames> {
    let markers: Vec<String> = model
        .operations
        .iter()
        .map(|operation| taken.take(type_name(&operation.name), ""))
        .collect();
    let named = model.operations.iter().zip(markers).map(|(operation, marker)| {
        let wanted = format!("{}Error", type_name(&operation.name));
        let error = match taken.contains(&wanted) {
            true => taken.take(format!("{wanted}Enum"), ""),
            false => taken.take(wanted, ""),
        };
        (operation.name.clone(), OperationNames { marker, error })
    });
    named.collect()
}

fn is_item(kind: &ShapeKind) -> bool {
    matches!(kind, ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_))
}
