//! The places of a type's values where a constraint can be broken, and in which way.

use std::collections::{BTreeSet, VecDeque};

use glue_codegen::inspect::{Forms, Kind, Range, ShapeForm, Value};

use super::existence::Depths;
use super::lengths::lengths;
use super::spelling::Spelling;
use super::text::Texts;

/// A step from a value to one within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A member of a structure or union, by its place.
    Member(usize),
    /// An entry of a list.
    Entry,
    /// A key of a map.
    Key,
    /// A value of a map.
    Value,
}

/// A way to break a constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The member at this place is left out.
    Missing(usize),
    TooShort,
    TooLong,
    TooSmall,
    TooGreat,
    Mismatch,
    Unknown,
    Repeated,
    OtherForm,
}

impl Way {
    /// The name of the constraint, as `check` has it.
    pub(super) fn constraint(self) -> &'static str {
        match self {
            Self::Missing(_) => "required",
            Self::TooShort | Self::TooLong => "length",
            Self::TooSmall | Self::TooGreat => "range",
            Self::Mismatch => "pattern",
            Self::Unknown => "enum",
            Self::Repeated => "uniqueItems",
            Self::OtherForm => "form",
        }
    }
}

/// A place where a constraint can be broken.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The steps from the outermost value.
    pub(super) steps: Vec<Step>,
    /// The same in words, as a JSON pointer.
    pub(super) path: String,
    pub(super) way: Way,
}

/// How far to go for places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The structure or union alone, with its lists and maps.
    Own,
    /// All that is in it; each type once, where it is nearest.
    All,
}

/// All places in the values of a structure or union.
pub(super) fn sites(
    (root, reach): (usize, Reach),
    spelling: Spelling,
    (forms, depths, texts): (&'static Forms, &Depths, &mut Texts),
) -> Vec<Site> {
    let mut finder = Finder {
        sites: Vec::new(),
        open: VecDeque::from([(root, Vec::new(), String::new())]),
        seen: BTreeSet::from([root]),
    };
    while let Some((place, steps, path)) = finder.open.pop_front() {
        let (shape, is_union) = match forms.shapes.get(place) {
            Some(ShapeForm::Structure(shape)) => (shape, false),
            Some(ShapeForm::Union(shape)) => (shape, true),
            _ => continue,
        };
        for (place, member) in shape.members.iter().enumerate() {
            let path = format!("{path}/{}", spelling.key(member));
            if member.required && !is_union {
                let (steps, path) = (steps.clone(), path.clone());
                finder.sites.push(Site { steps, path, way: Way::Missing(place) });
            }
            if depths.of_value(&member.value, texts).is_some() {
                finder.visit(&member.value, [&steps[..], &[Step::Member(place)]].concat(), path);
            }
        }
        if reach == Reach::Own {
            break;
        }
    }
    finder.sites
}

/// Finds places, the nearest first.
struct Finder {
    sites: Vec<Site>,
    /// The types to look into, with the way to them.
    open: VecDeque<(usize, Vec<Step>, String)>,
    seen: BTreeSet<usize>,
}

impl Finder {
    fn visit(&mut self, value: &Value, steps: Vec<Step>, path: String) {
        for way in ways(value) {
            let is_key = steps.last() == Some(&Step::Key);
            if !(is_key && way == Way::OtherForm) {
                self.sites.push(Site { steps: steps.clone(), path: path.clone(), way });
            }
        }
        let mut within = |step, name: &str, value| {
            self.visit(value, [&steps[..], &[step]].concat(), format!("{path}{name}"));
        };
        let is_always_empty = lengths(value.length).1 == Some(0);
        match &value.kind {
            Kind::List(_) | Kind::Map(_) if is_always_empty => {}
            Kind::List(form) => within(Step::Entry, "/0", &form.entry),
            Kind::Map(form) => {
                within(Step::Key, "/(key)", &form.key);
                within(Step::Value, "/(value)", &form.value);
            }
            Kind::Structure(place) | Kind::Union(place) if self.seen.insert(*place) => {
                self.open.push_back((*place, steps, path));
            }
            _ => {}
        }
    }
}

/// The ways in which a value can break constraints of its own.
fn ways(value: &Value) -> Vec<Way> {
    let (min, max) = lengths(value.length);
    let (low, high) = match value.range {
        Some(Range::Integer { min, max }) => (min.is_some(), max.is_some()),
        Some(Range::Float { min, max }) => (min.is_some(), max.is_some()),
        _ => (false, false),
    };
    let is_enum = matches!(value.kind, Kind::Enum(_)) || value.known_numbers.is_some();
    let takes_all =
        matches!(value.kind, Kind::Document | Kind::BigInteger | Kind::BigDecimal | Kind::JsonText);
    let all = [
        (min > 0, Way::TooShort),
        (max.is_some(), Way::TooLong),
        (low, Way::TooSmall),
        (high, Way::TooGreat),
        (value.pattern.is_some(), Way::Mismatch),
        (is_enum, Way::Unknown),
        (value.unique_items, Way::Repeated),
        (!takes_all, Way::OtherForm),
    ];
    all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, way)| way).collect()
}
