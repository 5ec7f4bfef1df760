//! The functions that check values: one for each distinct set of constraints on a type.

use std::collections::{HashMap, HashSet};

use glue_model::{Constraints, Member, Model, Shape, ShapeId, ShapeKind};

use super::elsewhere::Elsewhere;
use super::names::{Taken, identifier, snake_name};
use super::patterns::Patterns;
use crate::plan::{Check, CheckCall, Pattern, Step, Type};

/// The functions made so far.
pub(super) struct CheckFunctions {
    /// For each shape, whether constraints of anything in its values are checked.
    pub(super) needed: Vec<bool>,
    /// For each shape, whether its values are or contain values of an enum.
    pub(super) has_enums: Vec<bool>,
    by_steps: HashMap<(Type, Vec<Step>), usize>,
    /// The shapes that each check serves, by the check's place.
    served: HashSet<(usize, String)>,
    checks: Vec<Check>,
    taken: Taken,
    pub(super) patterns: Patterns,
}

impl CheckFunctions {
    /// Starts without checks, for a model whose file has this many bytes.
    pub(super) fn new(model: &Model, elsewhere: &Elsewhere, bytes: usize) -> Self {
        Self {
            needed: shapes_with_checks(model, elsewhere),
            has_enums: shapes_with_enums(model),
            by_steps: HashMap::new(),
            served: HashSet::new(),
            checks: Vec::new(),
            taken: Taken::default(),
            patterns: Patterns::new(bytes),
        }
    }

    /// The functions, and the patterns they use.
    pub(super) fn finish(self) -> (Vec<Check>, Vec<Pattern>) {
        (self.checks, self.patterns.compiled)
    }

    /// Whether the constraints have a pattern that is not checked. Their checks must exist already.
    pub(super) fn has_unchecked_pattern(&self, constraints: &Constraints) -> bool {
        constraints.pattern.as_deref().is_some_and(|source| self.patterns.is_unchecked(source))
    }

    /// Returns the function for these steps on this type, and makes it if there is none yet.
    pub(super) fn function(&mut self, shape: &str, subject: Type, steps: Vec<Step>) -> CheckCall {
        let key = (subject, steps);
        let place = self.by_steps.get(&key).copied().unwrap_or(self.checks.len());
        let is_new_shape = self.served.insert((place, shape.to_owned()));
        if let Some(check) = self.checks.get_mut(place) {
            check.shapes.extend(is_new_shape.then(|| shape.to_owned()));
            return CheckCall::Function(check.name.clone());
        }
        let name = identifier(&self.taken.take(snake_name(shape), "_"));
        self.by_steps.insert(key.clone(), place);
        let (subject, steps) = key;
        let shapes = vec![shape.to_owned()];
        self.checks.push(Check { name: name.clone(), shapes, subject, steps });
        CheckCall::Function(name)
    }
}

/// Marks the shapes whose values can be invalid: shapes with constraints or required members of
/// their own, and shapes that hold one of these.
fn shapes_with_checks(model: &Model, elsewhere: &Elsewhere) -> Vec<bool> {
    let is_validated = |id, member: &Member| {
        elsewhere.replacement(model, id, member).is_some_and(|replacement| replacement.validated)
    };
    shapes_that_hold(model, |id, shape| {
        let is_structure = matches!(shape.kind, ShapeKind::Structure(_));
        shape.constraints != Constraints::default()
            || shape.kind.members().any(|member| {
                member.constraints != Constraints::default()
                    || is_structure && member.required
                    || is_validated(id, member)
            })
    })
}

/// Marks enums, and the shapes that hold one.
fn shapes_with_enums(model: &Model) -> Vec<bool> {
    shapes_that_hold(model, |_, shape| {
        matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_))
    })
}

/// Marks the shapes that satisfy `is` themselves, and those that hold one of these.
fn shapes_that_hold(model: &Model, is: impl Fn(ShapeId, &Shape) -> bool) -> Vec<bool> {
    let mut held_by = vec![Vec::new(); model.shapes().len()];
    let mut marked = vec![false; model.shapes().len()];
    let mut open = Vec::new();
    for (id, shape) in model.shapes() {
        for member in shape.kind.members() {
            held_by[member.target.index()].push(id);
        }
        if is(id, shape) {
            open.push(id);
        }
    }
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut marked[id.index()], true) {
            open.extend(&held_by[id.index()]);
        }
    }
    marked
}
