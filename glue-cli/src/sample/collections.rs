//! Making lists and maps.

use glue_codegen::inspect::{ListForm, MapForm, Value};

use super::json::Json;
use super::lengths::lengths;
use super::maker::{Aim, Made, Maker, Manner};
use super::site::Step;
use super::text::Demand;

/// How often to try for an entry that is not there yet.
const TRIES: usize = 64;

/// The greatest number of entries that random lists and maps reach.
const BOUND: u64 = 8;

impl Maker {
    pub(super) fn list(
        &mut self,
        value: &'static Value,
        form: &'static ListForm,
        aim: Aim<'_>,
    ) -> Made {
        let (min, max) = lengths(value.length);
        let least = min.max(u64::from(aim.is_some()));
        let count = self.entry_count(least, max);
        let entries =
            self.entries(form, value.unique_items, (least, count), aim.and_then(below))?;
        Ok(Json::List(entries))
    }

    /// As many entries as wanted, or at least as needed; the first leads to the aim, if any.
    pub(super) fn entries(
        &mut self,
        form: &'static ListForm,
        unique: bool,
        (needed, wanted): (u64, u64),
        aim: Aim<'_>,
    ) -> Result<Vec<Json>, String> {
        let mut entries: Vec<Json> = Vec::new();
        while (entries.len() as u64) < wanted {
            let is_first = entries.is_empty();
            let entry = match unique && !is_first {
                true => self.another(&form.entry, &entries),
                false => self.value(&form.entry, aim.filter(|_| is_first)).map(Some),
            };
            match entry {
                Ok(Some(entry)) => entries.push(entry),
                _ if entries.len() as u64 >= needed && aim.is_none() => break,
                Ok(None) => return Err(format!("{needed} distinct entries were not found")),
                Err(reason) => return Err(reason),
            }
        }
        Ok(entries)
    }

    /// An entry that is none of these.
    fn another(&mut self, entry: &'static Value, others: &[Json]) -> Result<Option<Json>, String> {
        let first = self.value(entry, None)?;
        if !others.contains(&first) {
            return Ok(Some(first));
        }
        for _ in 0..TRIES {
            let other = self.in_manner(Manner::Random, |maker| maker.value(entry, None))?;
            if !others.contains(&other) {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    pub(super) fn map(
        &mut self,
        value: &'static Value,
        form: &'static MapForm,
        aim: Aim<'_>,
    ) -> Made {
        let (min, max) = lengths(value.length);
        let least = min.max(u64::from(aim.is_some()));
        let count = self.entry_count(least, max);
        self.map_entries(form, (least, count), aim)
    }

    /// As many entries as wanted, or at least as needed; the first leads to the aim, if any.
    pub(super) fn map_entries(
        &mut self,
        form: &'static MapForm,
        (needed, wanted): (u64, u64),
        aim: Aim<'_>,
    ) -> Made {
        let mut entries: Vec<(String, Json)> = Vec::new();
        while (entries.len() as u64) < wanted {
            let own = aim.filter(|_| entries.is_empty());
            let key = match own {
                Some(([Step::Key], way)) => match self.broken(&form.key, way)? {
                    Json::Plain(serde_json::Value::String(key)) => Some(key),
                    _ => None,
                },
                _ => self.key(&form.key, &entries),
            };
            let Some(key) = key else {
                if entries.len() as u64 >= needed && own.is_none() {
                    break;
                }
                return Err(format!("{needed} distinct keys were not found"));
            };
            let within = match own {
                Some(([Step::Value, rest @ ..], way)) => Some((rest, way)),
                _ => None,
            };
            match self.value(&form.value, within) {
                Ok(value) => entries.push((key, value)),
                Err(_) if entries.len() as u64 >= needed && own.is_none() => break,
                Err(reason) => return Err(reason),
            }
        }
        Ok(Json::Object(entries))
    }

    /// A key that is none of these.
    fn key(&mut self, key: &'static Value, others: &[(String, Json)]) -> Option<String> {
        let demand = Demand::of(key);
        let is_new = |text: &String| others.iter().all(|(other, _)| other != text);
        let first = match self.manner {
            Manner::Minimal => self.texts.shortest(&demand).ok(),
            _ => None,
        };
        if let Some(first) = first.filter(is_new) {
            return Some(first);
        }
        (0..TRIES).find_map(|_| self.texts.random(&demand, &mut self.random).filter(is_new))
    }

    /// How many entries there are to be.
    fn entry_count(&mut self, min: u64, max: Option<u64>) -> u64 {
        let most = max.unwrap_or(u64::MAX).max(min);
        match self.manner {
            Manner::Minimal => min,
            Manner::Full => min.max(1).min(most),
            Manner::Random if self.is_enough() => min,
            Manner::Random => match (self.random.below(8), max) {
                (0, _) => min,
                (1, Some(max)) if max <= BOUND => most,
                _ => (min.max(1) + self.random.below(3)).min(most),
            },
        }
    }
}

/// The aim from an entry of the list or map at hand.
fn below<'a>((steps, way): (&'a [Step], super::site::Way)) -> Aim<'a> {
    steps.split_first().map(|(_, rest)| (rest, way))
}
