//! The amount of text that a model becomes, counted before any of it is made.
//!
//! A model states once what generated code states in many places: the description and the pattern
//! of a shape appear at every member that targets it, and the name of a type appears wherever a
//! member holds a list of it. So a small file could become gigabytes. The types of AWS's models
//! take at most 6 times the bytes of the model, including tables of patterns. A model that far
//! exceeds that is nobody's API.

use glue_model::{Constraints, Facet, Member, Model, Operation, ShapeId, ShapeKind};

use super::checks;
use super::closure::{Closure, shapes_of};
use super::layout::is_aggregate;
use super::problems::Problems;
use crate::options::Options;

/// The limit in bytes of text: for each byte of the model, and for any model.
const MOST_PER_BYTE: usize = 64;
const MOST_ANYWAY: usize = 1 << 20;

/// Rough sizes of an item, and of a member or value of one, without names and descriptions.
const ITEM: usize = 400;
const ROW: usize = 120;

/// Reports a model that would become too much text.
pub(super) fn check(
    model: &Model,
    options: &Options,
    closure: &Closure,
    problems: &mut Problems<'_>,
) {
    let mut volume = Volume { model, options, total: 0, repeated: vec![0; model.shapes().len()] };
    for (id, _) in model.shapes().filter(|(id, _)| closure.contains(*id)) {
        volume.shape(id);
    }
    closure.operations(model).for_each(|operation| volume.operation(operation));
    let size = problems.source.bytes.len();
    let most = size.saturating_mul(MOST_PER_BYTE).saturating_add(MOST_ANYWAY);
    let worst = model.shapes().max_by_key(|(id, _)| volume.repeated[id.index()]);
    if let Some((worst, _)) = worst.filter(|_| volume.total > most) {
        let message = format!(
            "the model would become {} of code, more than {MOST_PER_BYTE} times its size: the \
             description, pattern and name of this shape are repeated most",
            megabytes(volume.total)
        );
        problems.shape(worst, None, Facet::Whole, message);
    }
}

fn megabytes(bytes: usize) -> String {
    format!("{} MB", bytes.div_ceil(1_000_000))
}

/// A count of bytes.
struct Volume<'a> {
    model: &'a Model,
    options: &'a Options,
    total: usize,
    /// The bytes that other shapes and operations repeat, for each shape.
    repeated: Vec<usize>,
}

impl Volume<'_> {
    fn add(&mut self, bytes: usize) {
        self.total = self.total.saturating_add(bytes);
    }

    /// Counts bytes that are repeated because of a shape.
    fn repeat(&mut self, shape: ShapeId, bytes: usize) {
        self.add(bytes);
        let repeated = &mut self.repeated[shape.index()];
        *repeated = repeated.saturating_add(bytes);
    }

    fn docs(&self, documentation: Option<&str>) -> usize {
        let length = documentation.filter(|_| !self.options.without_docs).map_or(0, str::len);
        self.times() * length
    }

    /// How often descriptions, rows and patterns are written: once more for JSON Schemas, and once
    /// more for arbitrary values.
    fn times(&self) -> usize {
        let more = [
            #[cfg(feature = "schemars")]
            self.options.schemars,
            #[cfg(feature = "arbitrary")]
            self.options.arbitrary,
            false,
        ];
        1 + more.iter().filter(|is_on| **is_on).count()
    }

    fn shape(&mut self, id: ShapeId) {
        let shape = self.model.shape(id);
        let name = shape.name.len();
        match &shape.kind {
            ShapeKind::Structure(_) | ShapeKind::Union(_) => {
                self.add(ITEM + 8 * name + self.docs(shape.documentation.as_deref()));
                self.add(if self.options.keep_unknown_members { 2 * ROW } else { 0 });
                shape.kind.members().for_each(|member| self.member(id, member));
            }
            ShapeKind::Enum(values) => {
                self.add(ITEM + 8 * name + self.docs(shape.documentation.as_deref()));
                for value in values {
                    self.add(
                        ROW + 4 * value.value.len() + self.docs(value.documentation.as_deref()),
                    );
                    // The note for a value whose name changes.
                    self.repeat(id, name);
                }
            }
            ShapeKind::List(_) | ShapeKind::Map(_) => {
                shape.kind.members().for_each(|member| self.check(id, member));
            }
            _ => {}
        }
    }

    /// Counts a member of a structure or union.
    fn member(&mut self, holder: ShapeId, member: &Member) {
        self.add(self.times() * ROW + 8 * member.name.len());
        match &member.documentation {
            Some(own) => self.add(self.docs(Some(own))),
            None => {
                let inherited = self.model.shape(member.target).documentation.as_deref();
                self.repeat(member.target, self.docs(inherited));
            }
        }
        self.type_name(member.target, 2);
        self.check(holder, member);
    }

    /// Counts the name of a type, as many times as it is used.
    fn type_name(&mut self, mut target: ShapeId, times: usize) {
        loop {
            self.add(8 * times);
            match &self.model.shape(target).kind {
                ShapeKind::List(list) => target = list.member.target,
                ShapeKind::Map(map) => target = map.value.target,
                ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => {
                    return self.repeat(target, times * self.model.shape(target).name.len());
                }
                _ => return,
            }
        }
    }

    /// Counts the constraints of a member in words, and the function that checks them.
    fn check(&mut self, holder: ShapeId, member: &Member) {
        let target = self.model.shape(member.target);
        let pattern = checks::effective(member, target).pattern.map_or(0, |text| text.len());
        if member.constraints.pattern.is_some() {
            self.add(2 * pattern);
        } else {
            self.repeat(member.target, 2 * pattern);
        }
        match member.constraints == Constraints::default() {
            _ if is_aggregate(self.model, member.target) => {}
            true => self.repeat(member.target, 2 * target.name.len()),
            false => self.repeat(holder, 3 * self.model.shape(holder).name.len()),
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let docs = self.docs(operation.documentation.as_deref());
        self.add(2 * ITEM + 10 * operation.name.len() + docs);
        for shape in shapes_of(operation) {
            self.add(ROW);
            self.repeat(shape, 4 * self.model.shape(shape).name.len());
        }
        #[cfg(feature = "aws-sdk")]
        if self.options.aws_sdk.is_some() {
            // An input is converted to a separate SDK type for each operation that takes it.
            for shape in operation.input.into_iter().chain(operation.output) {
                let members = self.model.shape(shape).kind.members();
                let rows = members.map(|member| ROW + 4 * member.name.len()).sum();
                self.repeat(shape, rows);
            }
        }
    }
}
