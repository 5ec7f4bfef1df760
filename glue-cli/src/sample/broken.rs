//! Making values that break a constraint.

use glue_codegen::inspect::{Kind, Value};
use serde_json::json;

use super::json::Json;
use super::lengths::lengths;
use super::maker::{Made, Maker, Manner};
use super::numbers;
use super::site::Way;
use super::text::Demand;

/// The most characters or bytes of a value that is too long.
const LONGEST: u64 = 100_000;

/// The most entries of a list or map that is too long.
const MOST: u64 = 10_000;

impl Maker {
    /// A value that breaks one constraint of its form, as far as that can be told here.
    pub(super) fn broken(&mut self, value: &'static Value, way: Way) -> Made {
        let (min, max) = lengths(value.length);
        match (way, max) {
            (Way::TooShort, _) => self.of_length(value, (0, min.saturating_sub(1)), false),
            (Way::TooLong, Some(max)) => {
                self.of_length(value, (max.saturating_add(1), max.saturating_mul(2)), true)
            }
            (Way::TooSmall, _) => {
                numbers::beyond(value, true).ok_or_else(|| unreachable("less than the lower"))
            }
            (Way::TooGreat, _) => {
                numbers::beyond(value, false).ok_or_else(|| unreachable("greater than the upper"))
            }
            (Way::Mismatch, _) => self.mismatch(&Demand::of(value)).map(Json::text),
            (Way::Unknown, _) if value.known_numbers.is_some() => {
                numbers::unknown(value).ok_or_else(|| "every number is known".to_owned())
            }
            (Way::Unknown, _) => self.unknown(&Demand::of(value)).map(Json::text),
            (Way::Repeated, _) => self.repeated(value),
            (Way::OtherForm, _) => Ok(other_form(&value.kind)),
            _ => Err("there is no such constraint".to_owned()),
        }
    }

    /// A value whose length is within other bounds than those of its form.
    fn of_length(&mut self, value: &'static Value, (min, max): (u64, u64), is_long: bool) -> Made {
        let most = match value.kind {
            Kind::List(_) | Kind::Map(_) => MOST,
            _ => LONGEST,
        };
        if min > most {
            return Err(format!("a value of {min} characters, bytes or entries is not printed"));
        }
        let count = if is_long { min } else { max };
        match &value.kind {
            Kind::List(form) => self.in_manner(Manner::Minimal, |maker| {
                let made = maker.entries(form, value.unique_items, (count, count), None);
                made.map(Json::List)
            }),
            Kind::Map(form) => self
                .in_manner(Manner::Minimal, |maker| maker.map_entries(form, (count, count), None)),
            Kind::Blob => Ok(self.blob(count, Some(count))),
            _ => {
                let exact = Demand { min: count, max: Some(count), ..Demand::of(value) };
                let any = Demand { min, max: Some(max), ..exact };
                self.texts.shortest(&exact).or_else(|_| self.texts.shortest(&any)).map(Json::text)
            }
        }
    }

    fn repeated(&mut self, value: &'static Value) -> Made {
        let Kind::List(form) = &value.kind else { return Err("there is no list".to_owned()) };
        let (min, max) = lengths(value.length);
        if max.is_some_and(|max| max < 2) {
            return Err("the list cannot have two entries".to_owned());
        }
        let count = min.max(2) - 1;
        let mut entries = self.entries(form, true, (count, count), None)?;
        entries.extend(entries.first().cloned());
        Ok(Json::List(entries))
    }
}

fn unreachable(beyond: &str) -> String {
    format!("no number of its type is {beyond} bound")
}

/// A value of another form.
fn other_form(kind: &Kind) -> Json {
    match kind {
        Kind::String | Kind::Enum(_) | Kind::Blob => json!(1).into(),
        Kind::Structure(_) | Kind::Union(_) | Kind::List(_) | Kind::Map(_) => json!("text").into(),
        Kind::Timestamp(_) => json!(true).into(),
        _ => json!("text").into(),
    }
}
