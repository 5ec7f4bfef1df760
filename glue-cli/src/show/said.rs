//! What the model says of a value, beside its form: the patterns that are not checked.

use glue_codegen::inspect::{PatternForm, Program};
use glue_model::{Member, Model, Shape, ShapeKind};

/// A value in the model: that of a shape, or of a member, which may have a pattern of its own.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    model: &'a Model,
    shape: &'a Shape,
    pattern: Option<&'a str>,
}

impl<'a> Said<'a> {
    pub(super) fn of_shape(model: &'a Model, shape: &'a Shape) -> Self {
        Self { model, shape, pattern: shape.constraints.pattern.as_deref() }
    }

    pub(super) fn of_member(model: &'a Model, member: &'a Member) -> Self {
        let of_shape = Self::of_shape(model, model.shape(member.target));
        Self { pattern: member.constraints.pattern.as_deref().or(of_shape.pattern), ..of_shape }
    }

    /// The entries of a list, or the keys and values of a map.
    pub(super) fn held(self) -> [Option<Self>; 2] {
        let of_member = |member| Some(Self::of_member(self.model, member));
        match &self.shape.kind {
            ShapeKind::List(list) => [of_member(&list.member), None],
            ShapeKind::Map(map) => [of_member(&map.key), of_member(&map.value)],
            _ => [None, None],
        }
    }

    /// The place of a pattern of text that is not checked.
    pub(super) fn unchecked(self, patterns: &[PatternForm]) -> Option<usize> {
        let is_text = matches!(self.shape.kind, ShapeKind::String | ShapeKind::Enum(_));
        let source = self.pattern.filter(|_| is_text)?;
        let is_it = |pattern: &PatternForm| {
            pattern.source == source && matches!(pattern.program, Program::Unchecked(_))
        };
        patterns.iter().position(is_it)
    }
}
