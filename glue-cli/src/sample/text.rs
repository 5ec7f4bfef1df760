//! Texts: of the length, pattern and enum that a form has.

mod by_number;
mod counted;
mod mismatch;
mod words;

use std::collections::BTreeMap;
use std::rc::Rc;

use glue_codegen::inspect::{EnumForm, Forms, Kind, PatternForm, Sampler, ShapeForm, Value};

use super::lengths::lengths;
use super::random::Random;
use crate::quoted::PatternText;
use counted::{Counted, Known};

pub(super) use words::{length, words};

/// What a text must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Demand {
    /// The place of the pattern.
    pub(super) pattern: Option<usize>,
    /// The place of the enum.
    pub(super) known: Option<usize>,
    pub(super) min: u64,
    pub(super) max: Option<u64>,
}

impl Demand {
    /// All that the form of a value demands.
    pub(super) fn of(value: &Value) -> Self {
        let (min, max) = lengths(value.length);
        let known = match value.kind {
            Kind::Enum(place) => Some(place),
            _ => None,
        };
        Self { pattern: value.pattern, known, min, max }
    }

    fn lengths(&self) -> (u64, Option<u64>) {
        (self.min, self.max)
    }

    fn has_length(&self, text: &str) -> bool {
        let length = text.chars().count() as u64;
        length >= self.min && self.max.is_none_or(|max| length <= max)
    }
}

/// Finds texts, and keeps what it learns of patterns.
pub(super) struct Texts {
    forms: &'static Forms,
    /// The shortest texts, or why there are none.
    shortest: BTreeMap<Demand, Result<String, String>>,
    /// What draws random texts.
    samplers: BTreeMap<Demand, Option<Sampler>>,
    /// Texts by number.
    counted: BTreeMap<Demand, Counted>,
    /// The values of enums.
    known: BTreeMap<Demand, Rc<Known>>,
}

impl Texts {
    pub(super) fn new(forms: &'static Forms) -> Self {
        Self {
            forms,
            shortest: BTreeMap::new(),
            samplers: BTreeMap::new(),
            counted: BTreeMap::new(),
            known: BTreeMap::new(),
        }
    }

    /// Whether there is such a text.
    pub(super) fn exists(&mut self, demand: &Demand) -> bool {
        self.shortest(demand).is_ok()
    }

    /// The shortest text, which is made of the letter a if it can be, or why there is none.
    pub(super) fn shortest(&mut self, demand: &Demand) -> Result<String, String> {
        if let Some(found) = self.shortest.get(demand) {
            return found.clone();
        }
        let found = self.find_shortest(demand).ok_or_else(|| self.fault(demand));
        self.shortest.insert(*demand, found.clone());
        found
    }

    fn find_shortest(&mut self, demand: &Demand) -> Option<String> {
        if demand.known.is_some() {
            let known = self.known(demand);
            let shortest = known.usual().iter().min_by_key(|text| text.chars().count());
            return shortest.map(|text| (*text).to_owned());
        }
        let length = usize::try_from(demand.min).ok()?;
        let plain = ["a", "A", "0"].map(|letter| letter.repeat(length));
        let plain = plain.into_iter().find(|text| self.is_match(demand, text));
        let plain = plain.or_else(|| {
            let sampler = self.pattern(demand)?.sampler(demand.lengths()).ok()??;
            Some(sampler.sample(&mut |_| 0))
        });
        // The program may have an example where the automaton would be too large.
        plain.or_else(|| {
            self.pattern(demand)?.program.example().filter(|text| self.is_match(demand, text))
        })
    }

    /// A random text.
    pub(super) fn random(&mut self, demand: &Demand, random: &mut Random) -> Option<String> {
        if demand.known.is_some() {
            return random.pick(self.known(demand).usual()).map(|text| (*text).to_owned());
        }
        // People read words more easily than what an automaton makes.
        let is_plain = demand.pattern.is_none() || !random.once_in(4);
        let plain = is_plain.then(|| words(demand.min, demand.max, random));
        let plain = plain.filter(|text| self.is_match(demand, text));
        plain.or_else(|| self.drawn(demand, random)).or_else(|| self.shortest(demand).ok())
    }

    /// The values of an enum that also have the length and the pattern.
    fn known(&mut self, demand: &Demand) -> Rc<Known> {
        if let Some(known) = self.known.get(demand) {
            return Rc::clone(known);
        }
        let (mut public, mut internal) = (Vec::new(), Vec::new());
        if let Some(form) = self.enumeration(demand) {
            for text in form.values.iter().filter(|text| self.is_match(demand, text)) {
                let is_internal = form.internal.contains(text);
                if is_internal { &mut internal } else { &mut public }.push(text.as_str());
            }
        }
        let known = Rc::new(Known::new(public, internal));
        self.known.insert(*demand, Rc::clone(&known));
        known
    }

    pub(super) fn enumeration(&self, demand: &Demand) -> Option<&'static EnumForm> {
        match self.forms.shapes.get(demand.known?) {
            Some(ShapeForm::Enum(form)) => Some(form),
            _ => None,
        }
    }

    pub(super) fn pattern(&self, demand: &Demand) -> Option<&'static PatternForm> {
        self.forms.patterns.get(demand.pattern?)
    }

    /// Whether a text has the length and matches the pattern.
    pub(super) fn is_match(&self, demand: &Demand, text: &str) -> bool {
        let pattern = self.pattern(demand);
        demand.has_length(text) && pattern.is_none_or(|pattern| pattern.program.is_match(text))
    }

    /// A random text that matches the pattern, now and then as short or as long as it may be.
    fn drawn(&mut self, demand: &Demand, random: &mut Random) -> Option<String> {
        if !self.samplers.contains_key(demand) {
            let pattern = self.pattern(demand)?;
            let sampler = pattern.sampler(demand.lengths()).ok().flatten();
            self.samplers.insert(*demand, sampler);
        }
        let sampler = self.samplers.get(demand)?.as_ref()?;
        let length = length(sampler.shortest(), sampler.longest(), random);
        let mut choose = |bound| random.below_bits(bound);
        let text = length.and_then(|length| sampler.of_length(length, &mut choose));
        Some(text.unwrap_or_else(|| sampler.sample(&mut choose)))
    }

    /// Why there is no such text.
    fn fault(&self, demand: &Demand) -> String {
        let pattern = self.pattern(demand);
        if let (None, Some(pattern), Err(reason)) =
            (demand.known, pattern, pattern.map_or(Ok(None), |one| one.sampler(demand.lengths())))
        {
            let pattern = PatternText(&pattern.source);
            return format!("no text was found for the pattern `{pattern}`: {reason}");
        }
        let known = self.enumeration(demand).map(|form| format!("is a value of {}", form.name));
        let pattern = pattern
            .map(|pattern| format!("matches the pattern `{}`", PatternText(&pattern.source)));
        let characters = |count| if count == 1 { "character" } else { "characters" };
        let length = match demand.lengths() {
            (0, None) => None,
            (min, None) => Some(format!("has at least {min} {}", characters(min))),
            (min, Some(max)) if min == max => Some(format!("has {min} {}", characters(min))),
            (min, Some(max)) => Some(format!("has {min} to {max} {}", characters(max))),
        };
        let all: Vec<String> = [known, pattern, length].into_iter().flatten().collect();
        format!("no text {}", all.join(" and "))
    }
}
