//! The types of a model as checks need them: with tables for the keys. They live as long as the
//! program, as the names and patterns in generated code do.

use std::collections::HashSet;

use glue_codegen::inspect::{Forms, MemberForm, Members, PatternForm, ShapeForm};

use super::keys::Keys;

/// The types of the chosen operations.
#[derive(Debug)]
pub(super) struct Types {
    forms: &'static Forms,
    shapes: Vec<Shape>,
}

/// A type that has a name.
#[derive(Debug)]
pub(super) enum Shape {
    /// A structure or union.
    Aggregate(Aggregate),
    /// An enum.
    Enum(Enum),
}

/// A structure or union.
#[derive(Debug)]
pub(super) struct Aggregate {
    pub(super) name: &'static str,
    pub(super) is_union: bool,
    pub(super) members: &'static [MemberForm],
    pub(super) keys: Keys,
    /// The members whose absence is a violation, by their places.
    pub(super) required: Vec<usize>,
}

/// An enum of strings.
#[derive(Debug)]
pub(super) struct Enum {
    /// The values, in the order of the model.
    pub(super) values: &'static [&'static str],
    /// The values that messages do not list.
    pub(super) internal: &'static [&'static str],
    known: HashSet<&'static str>,
}

impl Enum {
    /// Whether the model has the value.
    pub(super) fn knows(&self, value: &str) -> bool {
        self.known.contains(value)
    }
}

impl Types {
    /// Makes the tables, and keeps everything for good.
    pub(super) fn new(forms: Forms) -> &'static Self {
        let forms: &'static Forms = Box::leak(Box::new(forms));
        Box::leak(Box::new(Self { forms, shapes: forms.shapes.iter().map(Shape::new).collect() }))
    }

    /// The forms that the types are made of.
    pub(super) fn forms(&self) -> &'static Forms {
        self.forms
    }

    /// The structure or union at a place.
    pub(super) fn aggregate(&self, place: usize) -> Option<&Aggregate> {
        match self.shapes.get(place)? {
            Shape::Aggregate(aggregate) => Some(aggregate),
            Shape::Enum(_) => None,
        }
    }

    /// The enum at a place.
    pub(super) fn enumeration(&self, place: usize) -> Option<&Enum> {
        match self.shapes.get(place)? {
            Shape::Enum(item) => Some(item),
            Shape::Aggregate(_) => None,
        }
    }

    /// The pattern at a place.
    pub(super) fn pattern(&self, place: usize) -> Option<&'static PatternForm> {
        self.forms.patterns.get(place)
    }
}

impl Shape {
    fn new(form: &'static ShapeForm) -> Self {
        match form {
            ShapeForm::Structure(members) => Self::Aggregate(Aggregate::new(members, false)),
            ShapeForm::Union(members) => Self::Aggregate(Aggregate::new(members, true)),
            ShapeForm::Enum(form) => Self::Enum(Enum {
                values: leaked(&form.values),
                internal: leaked(&form.internal),
                known: form.values.iter().map(String::as_str).collect(),
            }),
            // The library may learn of more.
            _ => Self::Enum(Enum { values: &[], internal: &[], known: HashSet::new() }),
        }
    }
}

impl Aggregate {
    fn new(form: &'static Members, is_union: bool) -> Self {
        let members = form.members.iter().enumerate();
        let required = members.filter(|(_, member)| member.required).map(|(place, _)| place);
        Self {
            name: &form.name,
            is_union,
            members: &form.members,
            keys: Keys::new(&form.members),
            required: required.collect(),
        }
    }

    /// The names that reports use for the members.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.members.iter().map(|member| member.key.as_str())
    }
}

fn leaked(texts: &'static [String]) -> &'static [&'static str] {
    Vec::leak(texts.iter().map(String::as_str).collect())
}
