//! Texts by number.

use std::rc::Rc;

use glue_codegen::inspect::{Limits, SampledTexts, Sampler};

use super::{Demand, Texts};

/// The values of an enum that also have the length and the pattern.
#[derive(Debug)]
pub(super) struct Known {
    /// Those that messages list, then the others.
    all: Vec<&'static str>,
    /// How many of them messages list.
    public: usize,
}

impl Known {
    /// The values that messages list, or the others if there are none.
    pub(super) fn usual(&self) -> &[&'static str] {
        match self.all.get(..self.public) {
            Some(public) if self.public > 0 => public,
            _ => &self.all,
        }
    }
}

/// The texts that a demand has, as far as they were counted.
pub(super) struct Counted {
    found: Vec<String>,
    rest: Option<SampledTexts>,
}

impl Counted {
    /// Finds so many texts, if there are.
    fn find(&mut self, count: u64) {
        while (self.found.len() as u64) < count
            && let Some(rest) = &mut self.rest
        {
            match rest.next() {
                Some(text) => self.found.push(text),
                None => self.rest = None,
            }
        }
    }
}

impl Texts {
    /// One of the texts; others have other numbers, from zero on without a gap.
    pub(in crate::sample) fn nth(&mut self, demand: &Demand, number: u64) -> Option<String> {
        let place = usize::try_from(number).ok()?;
        if demand.known.is_some() {
            return self.known(demand).all.get(place).map(|text| (*text).to_owned());
        }
        self.counted(demand, number.saturating_add(1)).found.get(place).cloned()
    }

    /// How many texts have numbers, at most the given one.
    pub(in crate::sample) fn count(&mut self, demand: &Demand, most: u64) -> u64 {
        let count = match demand.known {
            Some(_) => self.known(demand).all.len(),
            None => self.counted(demand, most).found.len(),
        };
        most.min(count as u64)
    }

    fn counted(&mut self, demand: &Demand, count: u64) -> &Counted {
        if !self.counted.contains_key(demand) {
            let sampler = match self.pattern(demand) {
                Some(pattern) => pattern.sampler(demand.lengths()),
                None => Sampler::new(None, demand.lengths(), &Limits::default()),
            };
            let rest = sampler.ok().flatten().map(Sampler::into_texts);
            // Where nothing can be drawn, a single text may be known.
            let only = if rest.is_none() { self.shortest(demand).ok() } else { None };
            let found = only.into_iter().collect();
            self.counted.insert(*demand, Counted { found, rest });
        }
        let counted = self.counted.entry(*demand).or_insert(Counted { found: vec![], rest: None });
        counted.find(count);
        counted
    }

    /// The values of an enum that also have the length and the pattern.
    pub(super) fn known(&mut self, demand: &Demand) -> Rc<Known> {
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
        let count = public.len();
        let known = Rc::new(Known { all: [public, internal].concat(), public: count });
        self.known.insert(*demand, Rc::clone(&known));
        known
    }
}
