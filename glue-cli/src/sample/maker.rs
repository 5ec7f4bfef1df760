//! Making values: structures and unions, and what is in them.

use std::collections::BTreeSet;

use glue_codegen::inspect::{Forms, Kind, Members, ShapeForm, Value};

use super::existence::Depths;
use super::json::Json;
use super::left_out::LeftOut;
use super::random::Random;
use super::site::{Site, Step, Way};
use super::spelling::Spelling;
use super::target::Target;
use super::text::Texts;

/// How much of a type a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Required members alone, and the least of everything.
    Minimal,
    /// Every member.
    Full,
    /// Some members.
    Random,
}

/// How many optional members and further entries a random value has, at most.
const SOME: usize = 100;

/// How many members and entries a full value has before structures that it has already are
/// minimal.
const MANY: usize = 5_000;

/// How deep optional members of random values go. JSON deeper than 128 levels is not read.
const DEEP: usize = 16;

/// The number of members and entries of the largest value that is printed.
pub(super) const MOST: usize = 1_000_000;

/// The way to what is to be broken, if anything, from the value at hand.
pub(super) type Aim<'a> = Option<(&'a [Step], Way)>;

/// A value, or why there is none.
pub(super) type Made = Result<Json, String>;

/// Makes values.
pub(super) struct Maker {
    pub(super) forms: &'static Forms,
    pub(super) depths: Depths,
    pub(super) texts: Texts,
    pub(super) random: Random,
    pub(super) spelling: Spelling,
    /// How much the value at hand has.
    pub(super) manner: Manner,
    /// How many members and entries there were in the value so far.
    pub(super) count: usize,
    /// The structures and unions around the value at hand.
    pub(super) around: Vec<usize>,
    /// The structures and unions in the value so far.
    met: BTreeSet<usize>,
    /// What full values lack.
    pub(super) left_out: LeftOut,
}

impl Maker {
    pub(super) fn new(forms: &'static Forms, spelling: Spelling, seed: u64) -> Self {
        let mut texts = Texts::new(forms);
        Self {
            depths: Depths::new(forms, &mut texts),
            forms,
            texts,
            random: Random::new(seed),
            spelling,
            manner: Manner::Random,
            count: 0,
            around: Vec::new(),
            met: BTreeSet::new(),
            left_out: LeftOut::default(),
        }
    }

    /// A value of a structure or union, broken at a site if one is given. An error says its name.
    pub(super) fn make(&mut self, target: &Target, manner: Manner, site: Option<&Site>) -> Made {
        let place = target.place;
        if self.depths.of(place).is_none() {
            return Err(self.depths.reason(place, &mut self.texts));
        }
        self.manner = manner;
        self.count = 0;
        self.around.clear();
        self.met.clear();
        let made = self.aggregate(place, site.map(|site| (site.steps.as_slice(), site.way)))?;
        Ok(match target.error {
            Some(error) => made.with_type(error.name),
            None => made,
        })
    }

    /// A value of any form.
    pub(super) fn value(&mut self, value: &'static Value, aim: Aim<'_>) -> Made {
        self.count += 1;
        if self.count > MOST {
            return Err(format!("a value of more than {MOST} members and entries is not printed"));
        }
        if let Some(([], way)) = aim
            && !matches!(way, Way::Missing(_))
        {
            return self.broken(value, way);
        }
        match &value.kind {
            Kind::Structure(place) | Kind::Union(place) => self.aggregate(*place, aim),
            Kind::List(form) => self.list(value, form, aim),
            Kind::Map(form) => self.map(value, form, aim),
            _ => self.scalar(value),
        }
    }

    /// Makes something in another manner.
    pub(super) fn in_manner<T>(&mut self, manner: Manner, make: impl FnOnce(&mut Self) -> T) -> T {
        let own = std::mem::replace(&mut self.manner, manner);
        let made = make(self);
        self.manner = own;
        made
    }

    /// A structure or union. One within itself is minimal, so that no value is endless.
    pub(super) fn aggregate(&mut self, place: usize, aim: Aim<'_>) -> Made {
        let is_met = !self.met.insert(place);
        let manner = match self.manner {
            Manner::Full if self.around.contains(&place) => Manner::Minimal,
            Manner::Full if is_met && self.count > MANY => Manner::Minimal,
            Manner::Random if self.is_enough() => Manner::Minimal,
            manner => manner,
        };
        self.around.push(place);
        let made = self.in_manner(manner, |maker| match maker.forms.shapes.get(place) {
            Some(ShapeForm::Structure(shape)) => maker.structure(shape, aim),
            Some(ShapeForm::Union(shape)) => maker.union(shape, aim),
            _ => Err("the model has no such type".to_owned()),
        });
        self.around.pop();
        made
    }

    /// Whether a random value should not become any larger.
    pub(super) fn is_enough(&self) -> bool {
        self.count > SOME || self.around.len() > DEEP
    }

    fn structure(&mut self, shape: &'static Members, aim: Aim<'_>) -> Made {
        let (chosen, rest) = split(aim);
        let missing = match aim {
            Some(([], Way::Missing(place))) => Some(place),
            _ => None,
        };
        // The outermost structure has a member, because an empty one is of little use.
        let is_outermost = self.around.len() == 1 && self.manner == Manner::Random;
        let sure = is_outermost.then(|| self.random.index(shape.members.len()));
        let mut members = Vec::new();
        for (place, member) in shape.members.iter().enumerate() {
            let is_aim = chosen == Some(place);
            // The choice is made in any case, so that one member does not change the others.
            let is_wanted = self.is_wanted() || sure == Some(place);
            if missing == Some(place) || !(member.required || is_aim || is_wanted) {
                continue;
            }
            if !member.required && self.depths.of_value(&member.value, &mut self.texts).is_none() {
                if self.manner == Manner::Full {
                    let reason = || self.depths.reason_of_member(member, &mut self.texts);
                    self.left_out.add(&shape.name, &member.name, reason);
                }
                continue;
            }
            let made = self.value(&member.value, rest.filter(|_| is_aim));
            match made {
                Ok(value) => members.push((self.spelling.key(member).to_owned(), value)),
                Err(reason) if !member.required && !is_aim => {
                    if self.manner == Manner::Full {
                        self.left_out.add(&shape.name, &member.name, || reason);
                    }
                }
                Err(reason) => return Err(reason),
            }
        }
        Ok(Json::Object(members))
    }

    /// Whether an optional member is to be in the structure at hand.
    fn is_wanted(&mut self) -> bool {
        match self.manner {
            Manner::Minimal => false,
            Manner::Full => true,
            Manner::Random => {
                let depth = self.around.len() as u64;
                self.random.below(depth + 2) < 2 && !self.is_enough()
            }
        }
    }

    fn union(&mut self, shape: &'static Members, aim: Aim<'_>) -> Made {
        let (chosen, rest) = split(aim);
        let mut places: Vec<(u32, usize)> = Vec::new();
        for (place, member) in shape.members.iter().enumerate() {
            let depth = self.depths.of_value(&member.value, &mut self.texts);
            places.extend(depth.map(|depth| (depth, place)));
        }
        let place = match (chosen, self.manner) {
            (Some(place), _) => Some(place),
            (None, Manner::Minimal) => places.iter().min().map(|(_, place)| *place),
            (None, _) => self.random.pick(&places).map(|(_, place)| *place),
        };
        let member = place.and_then(|place| shape.members.get(place));
        let member = member.ok_or_else(|| format!("the union `{}` has no member", shape.name))?;
        let value = self.value(&member.value, rest)?;
        Ok(Json::Object(vec![(self.spelling.key(member).to_owned(), value)]))
    }
}

/// The member that the aim goes through, and the aim from there.
fn split(aim: Aim<'_>) -> (Option<usize>, Aim<'_>) {
    match aim {
        Some(([Step::Member(place), rest @ ..], way)) => (Some(*place), Some((rest, way))),
        _ => (None, None),
    }
}
