//! Values that are all different: drawn, and counted through where draws repeat.

use std::collections::HashSet;

use glue_codegen::inspect::Value;

use super::json::Json;
use super::maker::{Maker, Manner};
use super::text::Demand;

/// How often to draw for a value that is not there yet.
const TRIES: usize = 64;

/// The values that are there.
#[derive(Debug, Default)]
pub(super) struct Distinct {
    /// The texts of them, or they themselves if all are texts.
    seen: HashSet<String>,
    /// The number from which on to count; nothing while draws find values.
    next: Option<u64>,
}

impl Distinct {
    /// Adds a value. Returns whether it is new.
    pub(super) fn add(&mut self, value: &Json) -> bool {
        self.seen.insert(serde_json::to_string(value).unwrap_or_default())
    }

    /// Adds a text, where all values are texts. Returns whether it is new.
    pub(super) fn add_text(&mut self, text: &str) -> bool {
        !self.seen.contains(text) && self.seen.insert(text.to_owned())
    }

    /// The first new value of those that have numbers.
    fn counted<T>(
        &mut self,
        mut nth: impl FnMut(u64) -> Option<T>,
        add: impl Fn(&mut Self, &T) -> bool,
    ) -> Option<T> {
        let mut next = self.next.unwrap_or_default();
        loop {
            let found = nth(next)?;
            next += 1;
            if add(self, &found) {
                self.next = Some(next);
                return Some(found);
            }
        }
    }
}

impl Maker {
    /// A value that is none of those that are there.
    pub(super) fn another(
        &mut self,
        value: &'static Value,
        distinct: &mut Distinct,
    ) -> Result<Option<Json>, String> {
        if distinct.next.is_none() {
            let first = self.value(value, None)?;
            if distinct.add(&first) {
                return Ok(Some(first));
            }
            for _ in 0..TRIES {
                let other = self.in_manner(Manner::Random, |maker| maker.value(value, None))?;
                if distinct.add(&other) {
                    return Ok(Some(other));
                }
            }
        }
        Ok(distinct.counted(|number| self.nth(value, number), Distinct::add))
    }

    /// A key that is none of those that are there.
    pub(super) fn another_key(
        &mut self,
        key: &'static Value,
        distinct: &mut Distinct,
    ) -> Option<String> {
        let demand = Demand::of(key);
        if distinct.next.is_none() {
            let first = match self.manner {
                Manner::Minimal => self.texts.shortest(&demand).ok(),
                _ => None,
            };
            if let Some(first) = first.filter(|text| distinct.add_text(text)) {
                return Some(first);
            }
            let drawn = (0..TRIES).find_map(|_| {
                let text = self.texts.random(&demand, &mut self.random);
                text.filter(|text| distinct.add_text(text))
            });
            if drawn.is_some() {
                return drawn;
            }
        }
        distinct.counted(
            |number| self.texts.nth(&demand, number),
            |distinct, text| distinct.add_text(text),
        )
    }
}
