//! Making lists and maps.

use glue_codegen::inspect::{ListForm, MapForm, Value};

use super::distinct::Distinct;
use super::json::Json;
use super::lengths::lengths;
use super::maker::{Aim, Made, Maker, Manner};
use super::site::Step;

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
        let (mut entries, mut distinct) = (Vec::new(), Distinct::default());
        while (entries.len() as u64) < wanted {
            let is_first = entries.is_empty();
            let entry = match unique && !is_first {
                true => self.another(&form.entry, &mut distinct),
                false => self.value(&form.entry, aim.filter(|_| is_first)).map(Some),
            };
            match entry {
                Ok(Some(entry)) => {
                    if unique && is_first {
                        distinct.add(&entry);
                    }
                    entries.push(entry);
                }
                _ if entries.len() as u64 >= needed && aim.is_none() => break,
                Ok(None) => return Err(format!("{needed} distinct entries were not found")),
                Err(reason) => return Err(reason),
            }
        }
        Ok(entries)
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
        let (mut entries, mut distinct) = (Vec::new(), Distinct::default());
        while (entries.len() as u64) < wanted {
            let own = aim.filter(|_| entries.is_empty());
            let key = match own {
                Some(([Step::Key], way)) => match self.broken(&form.key, way)? {
                    Json::Plain(serde_json::Value::String(key)) => {
                        distinct.add_text(&key);
                        Some(key)
                    }
                    _ => None,
                },
                _ => self.another_key(&form.key, &mut distinct),
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
