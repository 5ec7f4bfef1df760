//! Making values that hold no others.

use glue_codegen::inspect::{Kind, Value};
use glue_runtime::Blob;
use serde_json::json;

use super::json::Json;
use super::lengths::lengths;
use super::maker::{Made, Maker, Manner};
use super::numbers;
use super::text::{Demand, length, words};

/// The years 2020 to 2029, in milliseconds since 1970.
pub(super) const DECADE: (i64, i64) = (1_577_836_800_000, 1_893_455_999_999);

/// How many bytes a random blob has beyond the least.
const BYTES: u64 = 16;

impl Maker {
    /// A value of a form without members and entries.
    pub(super) fn scalar(&mut self, value: &'static Value) -> Made {
        let is_minimal = self.manner == Manner::Minimal;
        let made = match &value.kind {
            Kind::Boolean => Some(json!(!is_minimal && self.random.once_in(2)).into()),
            Kind::String | Kind::Enum(_) => self.text(&Demand::of(value)).map(Json::text),
            Kind::JsonText => self.json_text(value),
            Kind::Blob => {
                let (min, max) = lengths(value.length);
                Some(self.blob(min, max))
            }
            Kind::Timestamp(format) => {
                let time = match is_minimal {
                    true => 0,
                    false => self.random.between(DECADE.0, DECADE.1),
                };
                let is_whole = self.random.once_in(2);
                let time = if is_whole { time / 1_000 * 1_000 } else { time };
                self.spelling.time(time, *format)
            }
            Kind::Document => Some(self.document().into()),
            _ => numbers::number(value, (!is_minimal).then_some(&mut self.random)),
        };
        made.ok_or_else(|| match value.kind {
            Kind::String | Kind::Enum(_) | Kind::JsonText => {
                self.texts.shortest(&Demand::of(value)).err().unwrap_or_default()
            }
            _ => "no number is within the range".to_owned(),
        })
    }

    pub(super) fn text(&mut self, demand: &Demand) -> Option<String> {
        match self.manner {
            Manner::Minimal => {
                // Services take no empty text in a path, whatever the model says.
                let filled = Demand { min: demand.min.max(1), ..*demand };
                self.texts.shortest(&filled).or_else(|_| self.texts.shortest(demand)).ok()
            }
            _ => self.texts.random(demand, &mut self.random),
        }
    }

    /// JSON that is text, or text of the length and pattern where these do not fit JSON.
    fn json_text(&mut self, value: &Value) -> Option<Json> {
        let (demand, document) = (Demand::of(value), self.document());
        match self.texts.is_match(&demand, &document.to_string()) {
            true => Some(self.spelling.json_text(document)),
            false => self.text(&demand).map(Json::text),
        }
    }

    fn document(&mut self) -> serde_json::Value {
        match self.manner {
            Manner::Minimal => json!({}),
            _ => json!({words(1, None, &mut self.random): words(1, None, &mut self.random)}),
        }
    }

    /// Bytes between these numbers.
    pub(super) fn blob(&mut self, min: u64, max: Option<u64>) -> Json {
        let count = match self.manner {
            Manner::Minimal => min,
            _ => length(min, max, &mut self.random).unwrap_or_else(|| {
                (min + self.random.below(BYTES + 1)).min(max.unwrap_or(u64::MAX))
            }),
        };
        let is_minimal = self.manner == Manner::Minimal;
        let bytes: Vec<u8> = (0..count)
            .map(|_| if is_minimal { 0 } else { self.random.bits().to_le_bytes()[0] })
            .collect();
        serde_json::to_value(Blob::from(bytes)).unwrap_or_default().into()
    }
}
