//! What is checked: one function for each distinct set of constraints on a type.

use std::collections::{HashMap, HashSet};

use glue_model::{Bounds, Constraints, Facet, Member, Model, Number, Shape, ShapeId, ShapeKind};

use super::docs::Demands;
use super::names::{Taken, identifier, snake_name};
use super::patterns::Patterns;
use super::recursion::is_aggregate;
use super::{Lowering, Problems};
use crate::plan::{Check, CheckCall, FloatBound, Pattern, PatternUser, Step, Type, ValueCheck};

/// The checks made so far.
pub(super) struct Checks {
    /// For each shape, whether constraints of anything in its values are checked.
    needed: Vec<bool>,
    /// For each shape, whether its values are or hold any of an enum.
    has_enums: Vec<bool>,
    by_steps: HashMap<(Type, Vec<Step>), usize>,
    /// The shapes that each check serves, by its place.
    served: HashSet<(usize, String)>,
    checks: Vec<Check>,
    taken: Taken,
    patterns: Patterns,
}

impl Checks {
    /// No checks yet, for a model from a file of so many bytes.
    pub(super) fn new(model: &Model, bytes: usize) -> Self {
        Self {
            needed: shapes_with_checks(model),
            has_enums: shapes_with_enums(model),
            by_steps: HashMap::new(),
            served: HashSet::new(),
            checks: Vec::new(),
            taken: Taken::default(),
            patterns: Patterns::new(bytes),
        }
    }

    /// The checks, and the patterns they use.
    pub(super) fn finish(self) -> (Vec<Check>, Vec<Pattern>) {
        (self.checks, self.patterns.compiled)
    }

    /// Whether the constraints have a pattern that no check asks for, in a place that was checked.
    pub(super) fn has_unchecked_pattern(&self, constraints: &Constraints) -> bool {
        constraints.pattern.as_deref().is_some_and(|source| self.patterns.is_unchecked(source))
    }

    /// The function for these steps on this type, made where there is none yet.
    fn function(&mut self, shape: &str, subject: Type, steps: Vec<Step>) -> CheckCall {
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

/// A member's constraints: its own, and those of its target that it does not supersede (Smithy,
/// constraint traits).
pub(crate) fn effective(member: &Member, target: &Shape) -> Constraints {
    let (own, base) = (&member.constraints, &target.constraints);
    Constraints {
        length: own.length.or(base.length),
        range: own.range.or(base.range),
        pattern: own.pattern.clone().or_else(|| base.pattern.clone()),
        unique_items: own.unique_items || base.unique_items,
    }
}

impl Lowering<'_> {
    /// What checks the values of a member of the structure or union `holder`; none where nothing
    /// can be wrong with them.
    pub(super) fn check_of(
        &mut self,
        holder: ShapeId,
        member: &Member,
        problems: &mut Problems<'_>,
    ) -> Option<ValueCheck> {
        let target = self.model.shape(member.target);
        if is_aggregate(self.model, member.target) {
            let place = member.target.index();
            let (needed, has_enums) = (self.checks.needed[place], self.checks.has_enums[place]);
            let check = ValueCheck { call: CheckCall::Validate, strict: !needed };
            return (needed || has_enums).then_some(check);
        }
        let constraints = effective(member, target);
        let steps = self.steps(holder, member, &constraints, problems);
        match steps.as_slice() {
            [] => return None,
            [Step::Known] => return Some(ValueCheck { call: CheckCall::Known, strict: true }),
            _ => {}
        }
        let name = match constraints == target.constraints {
            true => target.name.clone(),
            false => format!("{}_{}", self.model.shape(holder).name, member.name),
        };
        let strict = steps.iter().all(Step::is_strict);
        let call = self.checks.function(&name, self.held_type(holder, member), steps);
        Some(ValueCheck { call, strict })
    }

    /// What the documentation of a member says of its constraints, once it has its check.
    pub(super) fn demands<'c>(&self, member: &Member, constraints: &'c Constraints) -> Demands<'c> {
        let has_unchecked_pattern = self.checks.has_unchecked_pattern(constraints);
        Demands { required: member.required, constraints, has_unchecked_pattern }
    }

    fn steps(
        &mut self,
        holder: ShapeId,
        member: &Member,
        constraints: &Constraints,
        problems: &mut Problems<'_>,
    ) -> Vec<Step> {
        let target = self.model.shape(member.target);
        let mut steps = Vec::new();
        steps.extend(constraints.length.filter(|_| has_length(&target.kind)).and_then(length_step));
        steps.extend(constraints.range.and_then(|range| range_step(&target.kind, range)));
        if matches!(target.kind, ShapeKind::String | ShapeKind::Enum(_)) {
            steps.extend(self.pattern_step(holder, member, constraints, problems));
        }
        match &target.kind {
            ShapeKind::Enum(_) => steps.push(Step::Known),
            ShapeKind::IntEnum(values) => {
                steps.push(Step::KnownNumber(values.iter().map(|value| value.value).collect()));
            }
            ShapeKind::List(list) => {
                let ordered = is_ordered(&self.model.shape(list.member.target).kind);
                let unique = constraints.unique_items;
                steps.extend(unique.then_some(Step::UniqueItems { ordered }));
                let entry = self.check_of(member.target, &list.member, problems);
                steps.extend(entry.map(Step::Entries));
            }
            ShapeKind::Map(map) => {
                let key = self.check_of(member.target, &map.key, problems);
                let value = self.check_of(member.target, &map.value, problems);
                steps.extend(key.map(Step::Keys));
                let hidden = self.model.shape(holder).sensitive
                    || member.sensitive
                    || target.sensitive
                    || self.is_sensitive(&map.key);
                steps.extend(value.map(|check| Step::Values { check, hidden }));
            }
            _ => {}
        }
        steps
    }

    fn pattern_step(
        &mut self,
        holder: ShapeId,
        member: &Member,
        constraints: &Constraints,
        problems: &mut Problems<'_>,
    ) -> Option<Step> {
        let source = constraints.pattern.as_ref()?;
        let target = self.model.shape(member.target);
        let own = member.constraints.pattern.is_some();
        let user = match own {
            true => PatternUser {
                shape: self.model.shape(holder).name.clone(),
                member: Some(member.name.clone()),
            },
            false => PatternUser { shape: target.name.clone(), member: None },
        };
        let anchoring = self.model.service.pattern_anchoring;
        match self.checks.patterns.function(source, anchoring, user) {
            Ok(function) => {
                function.map(|function| Step::Pattern { function, source: source.clone() })
            }
            Err(error) => {
                let message = format!("the pattern cannot be read: {error}");
                match own {
                    true => problems.shape(holder, Some(&member.name), Facet::Pattern, message),
                    false => problems.shape(member.target, None, Facet::Pattern, message),
                }
                None
            }
        }
    }
}

/// Whether the type of the shape's values can be sorted: plain values can but for floats, which also
/// structures may hold.
fn is_ordered(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::Boolean
            | ShapeKind::Byte
            | ShapeKind::Short
            | ShapeKind::Integer
            | ShapeKind::IntEnum(_)
            | ShapeKind::Long
            | ShapeKind::String
            | ShapeKind::Enum(_)
            | ShapeKind::Blob
            | ShapeKind::Timestamp
    )
}

/// Whether values of the kind have a length.
pub(crate) fn has_length(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::String
            | ShapeKind::Enum(_)
            | ShapeKind::Blob
            | ShapeKind::List(_)
            | ShapeKind::Map(_)
    )
}

/// A minimum of nothing forbids nothing, but is named beside a maximum, as Smithy's servers do.
fn length_step(length: Bounds<u64>) -> Option<Step> {
    let Bounds { min, max, .. } = length;
    (max.is_some() || min.is_some_and(|min| min > 0)).then_some(Step::Length { min, max })
}

fn range_step(kind: &ShapeKind, range: Bounds<Number>) -> Option<Step> {
    match kind {
        ShapeKind::Float | ShapeKind::Double => Some(Step::FloatRange {
            min: range.min.map(|bound| FloatBound::new(as_float(bound))),
            max: range.max.map(|bound| FloatBound::new(as_float(bound))),
        }),
        ShapeKind::Byte
        | ShapeKind::Short
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::IntEnum(_) => Some(Step::IntegerRange {
            min: range.min.map(|bound| as_integer(bound, f64::ceil)),
            max: range.max.map(|bound| as_integer(bound, f64::floor)),
        }),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bound beyond 2^53 is met by the nearest double")]
fn as_float(number: Number) -> f64 {
    match number {
        Number::Integer(value) => value as f64,
        Number::Float(value) => value,
    }
}

/// A bound for whole numbers; a fraction is rounded inwards.
#[expect(clippy::cast_possible_truncation, reason = "casts from floats saturate, as bounds should")]
fn as_integer(number: Number, inwards: fn(f64) -> f64) -> i64 {
    match number {
        Number::Integer(value) => value,
        Number::Float(value) => inwards(value) as i64,
    }
}

/// Marks the shapes in whose values something can be wrong: those with constraints or required
/// members of their own, and those that hold one of these.
fn shapes_with_checks(model: &Model) -> Vec<bool> {
    shapes_that_hold(model, |shape| {
        let is_structure = matches!(shape.kind, ShapeKind::Structure(_));
        shape.constraints != Constraints::default()
            || shape.kind.members().any(|member| {
                member.constraints != Constraints::default() || is_structure && member.required
            })
    })
}

/// Marks enums, and the shapes that hold one.
fn shapes_with_enums(model: &Model) -> Vec<bool> {
    shapes_that_hold(model, |shape| {
        matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_))
    })
}

/// Marks the shapes that are something themselves, and those that hold one of these.
fn shapes_that_hold(model: &Model, is: impl Fn(&Shape) -> bool) -> Vec<bool> {
    let mut held_by = vec![Vec::new(); model.shapes().len()];
    let mut marked = vec![false; model.shapes().len()];
    let mut open = Vec::new();
    for (id, shape) in model.shapes() {
        for member in shape.kind.members() {
            held_by[member.target.index()].push(id);
        }
        if is(shape) {
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
