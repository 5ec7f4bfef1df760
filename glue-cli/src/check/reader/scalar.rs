//! Reading and checking numbers and text, by the codecs that generated types use.

use glue_codegen::inspect::{Kind, Length, Range, Value};
use glue_runtime::__private::interpreter::broken;
use glue_runtime::__private::v1::{Codec, Float, Integer, Single};
use glue_runtime::{Blob, Timestamp, ViolationKind};
use serde_core::de::value::StrDeserializer;
use serde_core::de::{Deserialize, Deserializer, IntoDeserializer};

use super::refusal::sentence;
use super::state::{Context, Read, Reader};
use super::value::ValueSeed;
use crate::check::identity::Identity;
use crate::check::problem::{Fault, Problem};

impl ValueSeed<'_> {
    /// Reads a number from a number; `json` is the number's text, for a message.
    pub(super) fn number<'de, D>(self, from: D, json: impl FnOnce() -> String) -> Read
    where
        D: Deserializer<'de, Error = serde_json::Error>,
    {
        let result = match self.value.kind {
            Kind::Byte => Integer::read(from).map(|number: i8| i64::from(number)),
            Kind::Short => Integer::read(from).map(|number: i16| i64::from(number)),
            Kind::Integer => Integer::read(from).map(|number: i32| i64::from(number)),
            Kind::Long => Integer::read(from),
            Kind::Single => return self.float(Single::read(from)),
            Kind::Double => return self.float(Float::read(from)),
            Kind::Timestamp(_) => return self.timestamp(Timestamp::deserialize(from)),
            _ => return self.refuse(&json()),
        };
        match result {
            Ok(number) => self.whole(number),
            Err(error) => self.reader.note_form(self.context, sentence(&error)),
        }
    }

    /// Reads text, or something that travels as text.
    pub(super) fn text(self, text: &str) -> Read {
        let from: StrDeserializer<'_, serde_json::Error> = text.into_deserializer();
        match self.value.kind {
            Kind::String | Kind::Enum(_) => {
                self.reader.check_text(self.value, text, self.context);
                Read::Present(self.context.identify.then(|| Identity::Text(text.to_owned())))
            }
            Kind::Single | Kind::Double => self.float(Float::read(from)),
            Kind::Timestamp(_) => self.timestamp(Timestamp::deserialize(from)),
            Kind::Blob => match Blob::deserialize(from) {
                Ok(blob) => {
                    self.reader.check_length(self.value.length, blob.len(), self.context);
                    Read::Present(self.context.identify.then(|| Identity::Bytes(blob.into_inner())))
                }
                Err(error) => self.reader.note_form(self.context, sentence(&error)),
            },
            _ => self.refuse(&serde_json::Value::from(text).to_string()),
        }
    }

    fn whole(self, number: i64) -> Read {
        let (range, known) = (self.value.range, self.value.known_numbers.as_deref());
        let kinds = broken(|checker| {
            if let Some(Range::Integer { min, max }) = range {
                checker.integer_range(number, min, max);
            }
            if let (Some(known), Ok(number)) = (known, i32::try_from(number)) {
                checker.known_number(number, known);
            }
        });
        self.reader.note_broken(kinds, self.context, None);
        Read::Present(self.context.identify.then_some(Identity::Whole(number)))
    }

    fn float(self, number: serde_json::Result<f64>) -> Read {
        match number {
            Ok(number) => {
                if let Some(Range::Float { min, max }) = self.value.range {
                    let kinds = broken(|checker| checker.float_range(number, min, max));
                    self.reader.note_broken(kinds, self.context, None);
                }
                Read::Present(self.context.identify.then(|| Identity::of_float(number)))
            }
            Err(error) => self.reader.note_form(self.context, sentence(&error)),
        }
    }

    fn timestamp(self, time: serde_json::Result<Timestamp>) -> Read {
        match time {
            Ok(time) => {
                Read::Present(self.context.identify.then(|| Identity::of_time(time, self.value)))
            }
            Err(error) => self.reader.note_form(self.context, sentence(&error)),
        }
    }
}

impl Reader {
    /// Checks a string, or the text of an enum.
    pub(super) fn check_text(&mut self, value: &'static Value, text: &str, context: Context) {
        let pattern = value.pattern.and_then(|place| self.types.pattern(place));
        let known = match value.kind {
            Kind::Enum(place) => self.types.enumeration(place),
            _ => None,
        };
        let unknown = known.filter(|known| !known.knows(text));
        let kinds = broken(|checker| {
            if let Some(Length { min, max, .. }) = value.length {
                checker.text_length(text, min, max);
            }
            if let Some(pattern) = pattern {
                checker.pattern(pattern.program.is_match(text), &pattern.source);
            }
            if let Some(known) = unknown {
                checker.one_of(text, known.values, known.internal);
            }
        });
        if kinds.is_empty() {
            return;
        }
        let close = unknown.filter(|_| !context.hidden).and_then(|known| {
            let shown = known.values.iter().filter(|value| !known.internal.contains(value));
            self.suggester.closest(text, shown.copied())
        });
        let help = close.map(|close| format!("did you mean `{close}`?"));
        self.note_broken(kinds, context, help);
    }

    /// Checks a number of bytes or entries.
    pub(super) fn check_length(&mut self, bounds: Option<Length>, length: usize, context: Context) {
        if let Some(Length { min, max, .. }) = bounds {
            let kinds = broken(|checker| checker.length(length, min, max));
            self.note_broken(kinds, context, None);
        }
    }

    /// Notes broken constraints of the value at hand; the help is for a value of an enum.
    pub(super) fn note_broken(
        &mut self,
        kinds: Vec<ViolationKind>,
        context: Context,
        mut help: Option<String>,
    ) {
        for kind in kinds {
            let fault = match kind {
                ViolationKind::Enum { .. } | ViolationKind::IntegerEnum { .. } => {
                    Fault::UnknownValue { kind, help: help.take() }
                }
                kind => Fault::Constraint(kind),
            };
            self.note(|| Problem::new(fault, context.shape));
        }
    }
}
