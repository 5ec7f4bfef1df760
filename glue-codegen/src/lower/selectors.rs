//! Selectors: texts of options that choose types, members of structures and unions, and values of
//! enums by their names in the model. [`Builder`](crate::Builder#selectors) documents the syntax.

use std::collections::HashSet;

use glue_model::{Model, Shape, ShapeId, ShapeKind, Suggester};

use super::closure::Closure;
use super::problems::Problems;

mod syntax;

use syntax::{Fault, GROUPS, Group, Selector, TypeSegment, escaped, type_text};

/// What a selector selects: types, or what types have. Types that are not generated, because no
/// chosen operation reaches them, are among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Selected {
    pub(super) types: Vec<ShapeId>,
    /// Members of structures and unions and values of enums, by their places in the model.
    pub(super) parts: Vec<(ShapeId, usize)>,
}

/// The things that selectors can select in a model.
pub(super) struct Selectors<'a> {
    model: &'a Model,
    closure: &'a Closure,
    /// Whether shapes that are no types of their own can be selected, too, and what lists and maps
    /// have.
    has_all_shapes: bool,
    /// Whether more types are generated with other features of the crate, for which selectors may be.
    has_more: bool,
    inputs: HashSet<ShapeId>,
    outputs: HashSet<ShapeId>,
    suggester: Suggester,
}

impl<'a> Selectors<'a> {
    /// Selectors for the types of a model, of which those in `closure` are generated. With
    /// `has_more`, a selector may select only types that are not.
    pub(super) fn new(model: &'a Model, closure: &'a Closure, has_more: bool) -> Self {
        let operations = || model.operations.iter();
        Self {
            model,
            closure,
            has_all_shapes: false,
            has_more,
            inputs: operations().filter_map(|operation| operation.input).collect(),
            outputs: operations().filter_map(|operation| operation.output).collect(),
            suggester: Suggester::new(),
        }
    }

    /// The same for all shapes: a list has a part `member`, and a map `key` and `value`.
    pub(super) fn with_all_shapes(self) -> Self {
        Self { has_all_shapes: true, ..self }
    }

    /// Everything that a selector selects. It is a problem if that is nothing, or nothing that is
    /// generated.
    pub(super) fn select(&mut self, text: &str, problems: &mut Problems<'_>) -> Selected {
        let selector = match Selector::parse(text) {
            Ok(selector) => selector,
            Err(fault) => {
                let (message, help) = self.describe(text, fault);
                problems.option(message, help);
                return Selected::default();
            }
        };
        let selected = self.matching(&selector);
        if !self.is_enough(&selected) {
            let (reason, help) = self.reason(text, &selector, &selected);
            let message = format!("`{}` selects nothing: {reason}", text.escape_debug());
            problems.option(message, help);
        }
        selected
    }

    fn matching(&self, selector: &Selector) -> Selected {
        let types = self.types().filter(|(id, shape)| self.is_in(&selector.types, *id, shape));
        match &selector.parts {
            None => Selected { types: types.map(|(id, _)| id).collect(), parts: Vec::new() },
            Some(pattern) => {
                let parts = types.flat_map(|(id, shape)| {
                    let names = part_names(shape).into_iter().enumerate();
                    names
                        .filter(|(_, name)| pattern.matches(name))
                        .map(move |(index, _)| (id, index))
                });
                Selected { types: Vec::new(), parts: parts.collect() }
            }
        }
    }

    /// The shapes that are types of their own, or all of them.
    fn types(&self) -> impl Iterator<Item = (ShapeId, &'a Shape)> + use<'a> {
        let has_all_shapes = self.has_all_shapes;
        self.model.shapes().filter(move |(_, shape)| has_all_shapes || is_type(shape))
    }

    fn is_in(&self, segment: &TypeSegment, id: ShapeId, shape: &Shape) -> bool {
        match segment {
            TypeSegment::Named(pattern) => pattern.matches(&shape.name),
            TypeSegment::Group(group) => match group {
                Group::Types => is_type(shape),
                Group::Structures => matches!(shape.kind, ShapeKind::Structure(_)),
                Group::Unions => matches!(shape.kind, ShapeKind::Union(_)),
                Group::Enums => matches!(shape.kind, ShapeKind::Enum(_)),
                Group::Inputs => self.inputs.contains(&id),
                Group::Outputs => self.outputs.contains(&id),
                Group::Errors => {
                    matches!(&shape.kind, ShapeKind::Structure(one) if one.error.is_some())
                }
            },
        }
    }

    fn is_enough(&self, selected: &Selected) -> bool {
        let holders = selected.parts.iter().map(|(id, _)| id);
        selected.types.iter().chain(holders).any(|id| self.has_more || self.closure.contains(*id))
    }

    /// What is wrong with a text that is not a selector, and the way out.
    fn describe(&mut self, text: &str, fault: Fault) -> (String, String) {
        let text = text.escape_debug();
        match fault {
            Fault::Empty => (
                format!("`{text}` is not a selector: a name is missing"),
                "write `JobRun` for a type, `JobRun.StartedOn` for a member, or `*` for any name"
                    .to_owned(),
            ),
            Fault::Backslash => (
                format!("`{text}` is not a selector: nothing follows the last backslash"),
                r"write `\\` for a backslash in a name".to_owned(),
            ),
            Fault::Group(name) => {
                let names = || GROUPS.iter().map(|(name, _)| *name);
                let help = match self.suggester.closest(&name, names()) {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => format!("the groups are {}", names().collect::<Vec<_>>().join(", ")),
                };
                (format!("`{text}` is not a selector: there is no group of that name"), help)
            }
        }
    }

    /// Why nothing that is generated is selected, and the way out.
    fn reason(&mut self, text: &str, selector: &Selector, selected: &Selected) -> (String, String) {
        if *selected != Selected::default() {
            return (
                "no selected operation reaches it".to_owned(),
                "leave the option out, or select an operation that reaches it".to_owned(),
            );
        }
        let model = self.model;
        let TypeSegment::Named(types) = &selector.types else {
            return self.no_part(text, selector);
        };
        if self.types().any(|(_, shape)| types.matches(&shape.name)) {
            return self.no_part(text, selector);
        }
        const HELP: &str = "names are those of the model, and `*` stands for any characters";
        let Some(name) = types.name() else {
            return ("no type has such a name".to_owned(), HELP.to_owned());
        };
        if model.shapes().any(|(_, shape)| shape.name == name) {
            return (
                "this shape does not become a type of its own".to_owned(),
                "select a structure, union or enum, or the members that have the shape".to_owned(),
            );
        }
        let known = self.types().map(|(_, shape)| shape.name.as_str());
        let help = match self.suggester.closest(name, known) {
            Some(known) => format!("did you mean `{}`?", escaped(known, true)),
            None => HELP.to_owned(),
        };
        ("the model has no such type".to_owned(), help)
    }

    /// The same, where there are types, but none with such members or values.
    fn no_part(&mut self, text: &str, selector: &Selector) -> (String, String) {
        const HELP: &str =
            "after the dot, write a member's name in the model, or an enum's value as it travels";
        let pattern = selector.parts.as_ref();
        let Some(name) = pattern.and_then(|pattern| pattern.name()) else {
            let reason = match pattern {
                None => "the model has no such types",
                Some(_) => "no member or value of these types has such a name",
            };
            return (reason.to_owned(), HELP.to_owned());
        };
        let holders: Vec<&Shape> = self
            .types()
            .filter(|(id, shape)| self.is_in(&selector.types, *id, shape))
            .map(|(_, shape)| shape)
            .collect();
        let reason = match holders.as_slice() {
            [] => "the model has no such types".to_owned(),
            [Shape { kind: ShapeKind::Enum(_), name: holder, .. }] => {
                format!("`{holder}` has no value `{}`", name.escape_debug())
            }
            [Shape { name: holder, .. }] => {
                format!("`{holder}` has no member `{}`", name.escape_debug())
            }
            _ => "no member or value of these types has that name".to_owned(),
        };
        let names = holders.iter().flat_map(|shape| part_names(shape));
        let help = match self.suggester.closest(name, names) {
            Some(known) => {
                format!("did you mean `{}.{}`?", type_text(text), escaped(known, false))
            }
            None => HELP.to_owned(),
        };
        (reason, help)
    }
}

/// Whether a shape is a type of its own, which selectors can select.
fn is_type(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_))
}

/// The names of members, or the values of an enum, in the model's order.
pub(super) fn part_names(shape: &Shape) -> Vec<&str> {
    match &shape.kind {
        ShapeKind::Enum(values) => values.iter().map(|value| value.value.as_str()).collect(),
        kind => kind.members().map(|member| member.name.as_str()).collect(),
    }
}
