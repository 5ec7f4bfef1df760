//! One of the two models, and what would be generated from it.

use std::collections::HashMap;

use glue_model::{Diagnostics, Member, Model, Shape, ShapeId, Source};
use glue_pattern::Program;
use proc_macro2::Ident;

use super::item;
use crate::lower::closure::{shapes_from, shapes_of};
use crate::plan::Plan;
use crate::{Options, Selection, lower};

/// A model, lowered.
pub(super) struct Side {
    pub(super) model: Model,
    pub(super) plan: Plan,
    /// The shapes that the selected operations reach, by name.
    shapes: HashMap<String, ShapeId>,
    /// The names in the model of the types.
    model_names: HashMap<String, String>,
    /// The places of the patterns in the plan.
    patterns: HashMap<String, usize>,
}

impl Side {
    pub(super) fn new(
        model: Model,
        source: &Source<'_>,
        options: &Options,
    ) -> Result<Self, Diagnostics> {
        let plan = lower::lower(&model, options, source)?;
        let chosen = model.operations.iter().filter(|operation| match &options.operations {
            Selection::All => true,
            Selection::Named(names) => names.contains(&operation.name),
        });
        let reached = shapes_from(&model, chosen.flat_map(shapes_of));
        let is_reached = |id: &ShapeId| reached.get(id.index()) == Some(&true);
        let shapes = model.shapes().filter(|(id, _)| is_reached(id));
        let shapes = shapes.map(|(id, shape)| (shape.name.clone(), id)).collect();
        let model_names = plan
            .types
            .iter()
            .map(|item| (item::name(item).to_string(), item::model_name(item).to_owned()));
        let patterns = plan.patterns.iter().enumerate();
        Ok(Self {
            shapes,
            model_names: model_names.collect(),
            patterns: patterns.map(|(place, pattern)| (pattern.source.clone(), place)).collect(),
            model,
            plan,
        })
    }

    /// The shape of a name, if it is reached.
    pub(super) fn shape(&self, name: &str) -> Option<&Shape> {
        self.shapes.get(name).map(|id| self.model.shape(*id))
    }

    /// The reached shapes, in the order of the model.
    pub(super) fn reached(&self) -> impl Iterator<Item = &Shape> {
        let shapes = self.model.shapes().map(|(_, shape)| shape);
        shapes.filter(|shape| self.shapes.contains_key(&shape.name))
    }

    /// The members of a structure or union, in the order of the plan's fields or variants.
    pub(super) fn members(&self, shape: &str) -> Vec<&Member> {
        self.shape(shape).map(|shape| shape.kind.members().collect()).unwrap_or_default()
    }

    /// The shape that a member targets.
    pub(super) fn target(&self, member: &Member) -> &Shape {
        self.model.shape(member.target)
    }

    /// What the model calls a type.
    pub(super) fn model_name(&self, rust: &Ident) -> Option<&str> {
        self.model_names.get(&rust.to_string()).map(String::as_str)
    }

    /// What a pattern is compiled to.
    pub(super) fn program(&self, pattern: &str) -> Option<&Program> {
        let place = self.patterns.get(pattern)?;
        self.plan.patterns.get(*place).map(|pattern| &pattern.program)
    }
}
