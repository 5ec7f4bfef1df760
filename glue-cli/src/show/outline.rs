//! The members of structures and unions, nested in place, each shape once.

use std::collections::{HashMap, VecDeque};

use glue_codegen::inspect::{Forms, Kind, MemberForm, Members, ShapeForm, Value};
use glue_model::{Model, Shape, Side};

use super::held;
use super::named;
use super::page::{Look, Page, Row, WIDTH};
use super::patterns::Patterns;
use super::prose;
use super::said::Said;
use super::types::{self, Peeled};
use super::words;
use crate::failure::Failure;

/// How deeply shapes are nested in place; deeper ones follow at the end.
const DEEPEST: usize = 16;

/// How far a shape is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    New,
    /// It is to follow at the end.
    Later,
    /// Its members are being shown.
    Open,
    Shown,
}

/// Shows shapes of a model on a page.
pub(super) struct Outline<'a> {
    pub(super) forms: &'a Forms,
    pub(super) page: Page,
    pub(super) descriptions: bool,
    model: &'a Model,
    shapes: HashMap<&'a str, &'a Shape>,
    pub(super) states: Vec<State>,
    later: VecDeque<usize>,
    patterns: Patterns,
}

/// What is before and after a type, and beside it.
pub(super) struct Around {
    pub(super) label: String,
    pub(super) notes: Vec<String>,
    pub(super) indent: usize,
    pub(super) block: usize,
}

impl<'a> Outline<'a> {
    pub(super) fn new(model: &'a Model, forms: &'a Forms, descriptions: bool) -> Self {
        Self {
            forms,
            page: Page::default(),
            descriptions,
            model,
            shapes: model.shapes().map(|(_, shape)| (shape.name.as_str(), shape)).collect(),
            states: vec![State::New; forms.shapes.len()],
            later: VecDeque::new(),
            patterns: Patterns::default(),
        }
    }

    pub(super) fn into_page(self) -> Page {
        self.page
    }

    /// The shape of a name in the model.
    pub(super) fn known(&self, name: &str) -> Option<&'a Shape> {
        self.shapes.get(name).copied()
    }

    /// Shows a shape by itself.
    pub(super) fn shape(&mut self, shape: &'a Shape) -> Result<(), Failure> {
        self.page.gap();
        if self.descriptions {
            self.describe(shape.documentation.as_deref(), 0);
        }
        let notes = shape.deprecated.as_ref().map(words::deprecated).into_iter().collect();
        let block = self.page.new_block();
        let mut around = Around { label: String::new(), notes, indent: 0, block };
        let place = types::place(self.forms, &shape.name);
        let form = place.and_then(|place| Some((place, self.forms.shapes.get(place)?)));
        match (form, held::value(self.model, self.forms, shape)) {
            (Some((_, ShapeForm::Enum(item))), _) => {
                let row = Row::new(0).part(Look::Shape, types::shown(&item.name));
                self.page.push(row.part(Look::Plain, " ="));
                self.values(item, 4);
            }
            (Some((place, _)), _) => self.members_of(place, around, "", "", None),
            (None, Some(value)) => {
                around.label = format!("{}: ", types::shown(&shape.name));
                let patterns = (&mut self.patterns, self.forms.patterns.as_slice());
                let said = Some(Said::of_shape(self.model, shape));
                words::of_value((value, said), patterns, &mut around.notes);
                self.value(value, around);
            }
            (None, None) => return Err(named::unreached(&shape.name)),
        }
        self.rest();
        Ok(())
    }

    /// Shows the shapes that were too deep.
    pub(super) fn rest(&mut self) {
        while let Some(place) = self.later.pop_front() {
            if self.states.get(place) == Some(&State::Later) {
                self.page.gap();
                let around =
                    Around { label: String::new(), notes: Vec::new(), indent: 0, block: 0 };
                self.members_of(place, around, "", "", None);
            }
        }
    }

    /// Shows the patterns that are not beside their values.
    pub(super) fn patterns(&mut self) {
        let listed = self.patterns.listed(&self.forms.patterns);
        if listed.is_empty() {
            return;
        }
        self.page.gap();
        self.page.push(Row::new(0).part(Look::Strong, "Patterns"));
        let width = listed.len().to_string().len();
        for (number, pattern) in listed {
            let number = format!("{number:width$}  ");
            self.page.push(Row::new(2).part(Look::Aside, &number).part(Look::Plain, &pattern));
        }
    }

    /// Shows a structure or union with its members, or refers to it if it is shown already.
    pub(super) fn members_of(
        &mut self,
        place: usize,
        around: Around,
        open: &str,
        close: &str,
        side: Option<Side>,
    ) {
        let forms = self.forms;
        let (members, kind) = match forms.shapes.get(place) {
            Some(ShapeForm::Structure(members)) => (members, ""),
            Some(ShapeForm::Union(members)) => (members, "one of "),
            _ => return,
        };
        let Around { label, mut notes, indent, block } = around;
        let head = Row::new(indent).part(Look::Plain, &label);
        let head = head.part(Look::Plain, open).part(Look::Plain, kind);
        let head = head.part(Look::Shape, types::shown(&members.name));
        let is_deep = indent / 2 >= DEEPEST;
        let state = self.states.get(place).copied().unwrap_or(State::Shown);
        let reference = match state {
            State::New | State::Later if is_deep => "below",
            State::New | State::Later => "",
            State::Open => "as above, a circle",
            State::Shown => "as above",
        };
        if members.members.is_empty() {
            let row = head.part(Look::Plain, " {}").part(Look::Plain, close);
            return self.page.push(row.notes(words::joined(notes)).block(block));
        }
        if !reference.is_empty() {
            if state == State::New {
                self.later.push_back(place);
                self.set(place, State::Later);
            }
            notes.push(reference.to_owned());
            let row = head.part(Look::Plain, close).notes(words::joined(notes));
            return self.page.push(row.block(block));
        }
        self.set(place, State::Open);
        self.page.push(head.part(Look::Plain, " {").notes(words::joined(notes)));
        self.members(members, indent + 2, side);
        self.page.push(Row::new(indent).part(Look::Plain, "}").part(Look::Plain, close));
        self.set(place, State::Shown);
    }

    pub(super) fn set(&mut self, place: usize, state: State) {
        if let Some(own) = self.states.get_mut(place) {
            *own = state;
        }
    }

    fn members(&mut self, members: &'a Members, indent: usize, side: Option<Side>) {
        let block = self.page.new_block();
        let shape = self.known(&members.name);
        let known = shape.into_iter().flat_map(|shape| shape.kind.members()).map(Some);
        for (form, member) in members.members.iter().zip(known.chain(std::iter::repeat(None))) {
            if self.descriptions {
                let target = member.map(|member| self.model.shape(member.target));
                let own = member.and_then(|member| member.documentation.as_deref());
                let text = own.or(target.and_then(|target| target.documentation.as_deref()));
                self.describe(text, indent);
            }
            let patterns = (&mut self.patterns, self.forms.patterns.as_slice());
            let mut notes = words::of_member(form, (self.model, member), side, patterns);
            if member.is_some_and(|one| one.streaming || self.model.shape(one.target).streaming) {
                notes.push("streamed".to_owned());
            }
            self.member(form, Around { label: String::new(), notes, indent, block });
        }
    }

    fn member(&mut self, form: &'a MemberForm, mut around: Around) {
        around.label = format!("{}: ", types::key(&form.key));
        self.value(&form.value, around);
    }

    fn value(&mut self, value: &'a Value, around: Around) {
        let Peeled { open, core, close, mut keys } = types::peeled(value, self.forms);
        let indent = around.indent;
        match core {
            Kind::Structure(place) | Kind::Union(place) => {
                self.members_of(*place, around, &open, &close, None);
            }
            Kind::Enum(place) if open.is_empty() => return self.enumeration(*place, around),
            core => {
                if let Kind::Enum(place) = core {
                    keys.push(*place);
                }
                let row = Row::new(indent).part(Look::Plain, &around.label);
                let row = row.part(Look::Plain, &open);
                let row = row.part(Look::Plain, types::plain(core, self.forms));
                let row = row.part(Look::Plain, &close).notes(words::joined(around.notes));
                self.page.push(row.block(around.block));
            }
        }
        for place in keys {
            if let Some(ShapeForm::Enum(item)) = self.forms.shapes.get(place)
                && self.states.get(place) == Some(&State::New)
            {
                self.set(place, State::Shown);
                let row = Row::new(indent + 4).part(Look::Shape, types::shown(&item.name));
                self.page.push(row.part(Look::Plain, " ="));
                self.values(item, indent + 8);
            }
        }
    }

    pub(super) fn describe(&mut self, text: Option<&str>, indent: usize) {
        for line in prose::lines(text.unwrap_or_default(), WIDTH.saturating_sub(indent + 3)) {
            let line = format!("// {line}");
            self.page.push(Row::new(indent).part(Look::Aside, line.trim_end()));
        }
    }
}
