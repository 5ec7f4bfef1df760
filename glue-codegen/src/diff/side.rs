//! One of the two models, and what would be generated from it.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use glue_model::{Diagnostics, Member, Model, Operation, Shape, ShapeId, Source};
use glue_pattern::Program;
use proc_macro2::Ident;

use super::decided::Decided;
use super::keys::Keys;
use super::labels::Labels;
use super::routes::Routes;
use super::verdict::Direction;
use super::{circle, item};
use crate::lower;
use crate::lower::closure::{shapes_from, shapes_of};
use crate::lower::layout::Layout;
use crate::options::{Options, Selection};
use crate::plan::{Plan, TypeItem};

/// A model, lowered.
pub(super) struct Side {
    pub(super) model: Model,
    pub(super) plan: Plan,
    /// The selected operations.
    selection: Selection,
    /// The paths to the shapes, found on first use.
    routes: OnceCell<Routes>,
    /// The boxes, found on first use.
    layout: OnceCell<Layout>,
    /// The paths from shapes back to themselves, as far as they were requested.
    ways_back: RefCell<HashMap<ShapeId, Option<String>>>,
    /// The labels of paths, found on first use.
    labels: OnceCell<Labels>,
    /// The names by which members are read, by type, found on first use.
    keys: Vec<OnceCell<Keys>>,
    /// The decisions on whether types of this model read those of the other.
    pub(super) read: RefCell<Decided>,
    /// The names of all shapes, reached or not.
    names: HashSet<String>,
    /// The shapes that the selected operations reach, by name.
    shapes: HashMap<String, ShapeId>,
    /// For each shape, whether an input reaches it, and whether an output or an error does.
    sent: [Vec<bool>; 2],
    /// The model's names of the types, and their places in the plan.
    types: HashMap<String, (String, usize)>,
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
        let selection = options.operations.clone();
        let chosen =
            || model.operations.iter().filter(|operation| is_chosen(&selection, operation));
        let reached = shapes_from(&model, chosen().flat_map(shapes_of));
        let given =
            |operation: &Operation| operation.output.into_iter().chain(operation.errors.clone());
        let sent = [
            shapes_from(&model, chosen().filter_map(|operation| operation.input)),
            shapes_from(&model, chosen().flat_map(given)),
        ];
        let is_reached = |id: &ShapeId| reached.get(id.index()) == Some(&true);
        let shapes = model.shapes().filter(|(id, _)| is_reached(id));
        let shapes = shapes.map(|(id, shape)| (shape.name.clone(), id)).collect();
        let types = plan.types.iter().enumerate().map(|(place, item)| {
            (item::name(item).to_string(), (item::model_name(item).to_owned(), place))
        });
        let patterns = plan.patterns.iter().enumerate();
        Ok(Self {
            names: model.shapes().map(|(_, shape)| shape.name.clone()).collect(),
            routes: OnceCell::new(),
            layout: OnceCell::new(),
            ways_back: RefCell::default(),
            labels: OnceCell::new(),
            keys: plan.types.iter().map(|_| OnceCell::new()).collect(),
            read: RefCell::default(),
            selection,
            shapes,
            sent,
            types: types.collect(),
            patterns: patterns.map(|(place, pattern)| (pattern.source.clone(), place)).collect(),
            model,
            plan,
        })
    }

    /// The shape of a name, if it is reached.
    pub(super) fn shape(&self, name: &str) -> Option<&Shape> {
        self.shapes.get(name).map(|id| self.model.shape(*id))
    }

    /// The ID of the shape of a name, if it is reached.
    pub(super) fn shape_id(&self, name: &str) -> Option<ShapeId> {
        self.shapes.get(name).copied()
    }

    /// Whether the model has a shape of a name, reached or not.
    pub(super) fn has_shape(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The paths by which the selected operations reach shapes.
    pub(super) fn routes(&self) -> &Routes {
        let chosen = |operation: &Operation| is_chosen(&self.selection, operation);
        self.routes.get_or_init(|| Routes::new(&self.model, chosen))
    }

    /// The boxes.
    pub(super) fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| Layout::new(&self.model))
    }

    /// The labels of paths.
    pub(super) fn labels(&self) -> &Labels {
        self.labels.get_or_init(|| Labels::new(&self.plan.operations))
    }

    /// The names by which the members of the type at a place are read.
    pub(super) fn keys(&self, place: usize) -> Option<&Keys> {
        let item = self.plan.types.get(place)?;
        self.keys.get(place).map(|keys| keys.get_or_init(|| Keys::of(item)))
    }

    /// The place of the type with a name in Rust.
    pub(super) fn place(&self, rust: &Ident) -> Option<usize> {
        self.types.get(&rust.to_string()).map(|(_, place)| *place)
    }

    /// The members by which a shape leads back to itself.
    pub(super) fn way_back(&self, shape: ShapeId) -> Option<String> {
        let find = || circle::way_back(&self.model, self.layout(), shape);
        self.ways_back.borrow_mut().entry(shape).or_insert_with(find).clone()
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

    /// The model's name of a type.
    pub(super) fn model_name(&self, rust: &Ident) -> Option<&str> {
        self.types.get(&rust.to_string()).map(|(model_name, _)| model_name.as_str())
    }

    /// The type with a name in Rust.
    pub(super) fn item(&self, rust: &Ident) -> Option<&TypeItem> {
        self.plan.types.get(self.place(rust)?)
    }

    /// Who sends values of a shape, according to the operations that reach it.
    pub(super) fn direction(&self, shape: &str) -> Option<Direction> {
        let id = self.shapes.get(shape)?;
        let [client, service] =
            self.sent.each_ref().map(|sent| sent.get(id.index()) == Some(&true));
        Direction::of(client, service)
    }

    /// The program that a pattern is compiled to.
    pub(super) fn program(&self, pattern: &str) -> Option<&Program> {
        let place = self.patterns.get(pattern)?;
        self.plan.patterns.get(*place).map(|pattern| &pattern.program)
    }
}

fn is_chosen(selection: &Selection, operation: &Operation) -> bool {
    selection.named().is_none_or(|names| names.contains(&operation.name))
}
