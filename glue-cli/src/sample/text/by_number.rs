//! Texts by number.

use glue_codegen::inspect::{Limits, Sampler};

use super::counted::Counted;
use super::{Demand, Texts};

impl Texts {
    /// One of the texts; others have other numbers, from zero on without a gap.
    pub(in crate::sample) fn nth(&mut self, demand: &Demand, number: u64) -> Option<String> {
        let place = usize::try_from(number).ok()?;
        if demand.known.is_some() {
            return self.known(demand).all().get(place).map(|text| (*text).to_owned());
        }
        self.counted(demand, number.saturating_add(1)).get(place).cloned()
    }

    /// How many texts have numbers, at most the given one.
    pub(in crate::sample) fn count(&mut self, demand: &Demand, most: u64) -> u64 {
        let count = match demand.known {
            Some(_) => self.known(demand).all().len(),
            None => self.counted(demand, most).len(),
        };
        most.min(count as u64)
    }

    /// The first texts, so many or all that there are.
    fn counted(&mut self, demand: &Demand, count: u64) -> &[String] {
        if !self.counted.contains_key(demand) {
            let sampler = match self.pattern(demand) {
                Some(pattern) => pattern.sampler(demand.lengths()),
                None => Sampler::new(None, demand.lengths(), &Limits::default()),
            };
            let rest = sampler.ok().flatten().map(Sampler::into_texts);
            // Where nothing can be drawn, a single text may be known.
            let only = if rest.is_none() { self.shortest(demand).ok() } else { None };
            self.counted.insert(*demand, Counted::new(only, rest));
        }
        self.counted.get_mut(demand).map(|counted| counted.first(count)).unwrap_or_default()
    }
}
