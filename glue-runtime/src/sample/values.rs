//! Enums, documents and JSON in text.

use std::collections::BTreeMap;

use super::source::Source;
use super::text::Texts;
use crate::document::Document;
use crate::enumeration::{OpenEnum, parse_enum};
use crate::json_text::JsonText;

/// How many levels a document has.
const MOST_LEVELS: u32 = 3;

impl Source<'_, '_> {
    /// A value of an enum, mostly a known one.
    pub fn open_enum<E: OpenEnum>(&mut self) -> E {
        let is_known = self.is_minimal() || self.choose(32) < 31;
        let known = if is_known { self.one_of(E::VALUES).copied() } else { None };
        match known {
            Some(value) => parse_enum(value),
            None => parse_enum(self.any_text(Some(1), Some(12)).unwrap_or_default()),
        }
    }

    /// One of these values of an enum.
    pub fn value<E: OpenEnum>(&mut self, values: &[&str]) -> Option<E> {
        self.one_of(values).map(|value| parse_enum(*value))
    }

    /// A value of an enum by its pattern.
    pub fn unknown<E: OpenEnum>(&mut self, texts: &'static Texts) -> Option<E> {
        self.text(texts).map(parse_enum)
    }

    /// Any JSON but null.
    pub fn document(&mut self) -> Option<Document> {
        Some(self.json_value(MOST_LEVELS))
    }

    fn json_value(&mut self, levels: u32) -> Document {
        let kinds = if levels == 0 { 4 } else { 6 };
        match self.choose(kinds) {
            _ if self.is_minimal() => Document::Object(BTreeMap::new()),
            0 => self.choose(2).eq(&1).into(),
            1 => self.between(i64::MIN, i64::MAX).into(),
            2 => self.float(None, None).unwrap_or_default().into(),
            3 => self.any_text(None, None).unwrap_or_default().into(),
            4 => {
                let count = self.choose(4);
                Document::Array((0..count).map(|_| self.json_entry(levels - 1)).collect())
            }
            _ => {
                let count = self.choose(4);
                let name = |from: &mut Self| from.any_text(None, None).unwrap_or_default();
                let members =
                    (0..count).map(|_| (name(self), self.json_entry(levels.saturating_sub(1))));
                Document::Object(members.collect())
            }
        }
    }

    /// A value in a document, which may be null.
    fn json_entry(&mut self, levels: u32) -> Document {
        if self.choose(8) == 7 { Document::Null } else { self.json_value(levels) }
    }

    /// JSON in text, if there is a value of the length, or else any text of it.
    pub fn json(&mut self, min: Option<u64>, max: Option<u64>) -> Option<JsonText> {
        let text = JsonText::from(self.document()?);
        let length = text.as_str().chars().count() as u64;
        if min.is_none_or(|min| min <= length) && max.is_none_or(|max| length <= max) {
            return Some(text);
        }
        self.any_text(min, max).map(JsonText::from)
    }

    /// JSON in text that matches a pattern.
    pub fn json_text(&mut self, texts: &'static Texts) -> Option<JsonText> {
        self.text(texts).map(JsonText::from)
    }
}
