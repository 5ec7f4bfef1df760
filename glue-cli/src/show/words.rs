//! What is demanded of a value, in words.

use glue_codegen::inspect::{Kind, Length, MemberForm, PatternForm, Range, TimestampFormat, Value};
use glue_model::{Binding, Deprecation, Json, Member, Model, Side};

use super::patterns::Patterns;
use super::said::Said;

/// The word that deprecations begin with.
const DEPRECATED: &str = "deprecated";

/// The words for what a value holds.
const ENTRIES: &str = "entries";
const KEYS: &str = "keys";
const VALUES: &str = "values";

/// The word for a member that must be there.
pub(super) const REQUIRED: &str = "required";

/// The notes on a member: of its presence, of its value and of its place.
pub(super) fn of_member(
    form: &MemberForm,
    (model, member): (&Model, Option<&Member>),
    side: Option<Side>,
    forms: (&mut Patterns, &[PatternForm]),
) -> Vec<String> {
    let mut notes = Vec::new();
    if form.required {
        notes.push(REQUIRED.to_owned());
    }
    if !form.key.eq_ignore_ascii_case(&form.name) {
        notes.push(format!("member {}", form.name));
    }
    let said = member.map(|member| Said::of_member(model, member));
    of_value((&form.value, said), forms, &mut notes);
    if form.sensitive {
        notes.push("sensitive".to_owned());
    }
    if let Some(member) = member {
        notes.extend(side.and_then(|side| place(member, &form.key, side)));
        if member.idempotency_token {
            notes.push("SDKs fill it in".to_owned());
        }
        notes.extend(member.default.as_ref().and_then(default));
        notes.extend(member.deprecated.as_ref().map(deprecated));
    }
    notes
}

/// Adds the notes on a value.
pub(super) fn of_value(
    value: (&Value, Option<Said<'_>>),
    (patterns, known): (&mut Patterns, &[PatternForm]),
    notes: &mut Vec<String>,
) {
    constraints(value, &mut Vec::new(), patterns, known, notes);
}

/// The constraints on a value and on what it holds.
fn constraints(
    (value, said): (&Value, Option<Said<'_>>),
    of: &mut Vec<&'static str>,
    patterns: &mut Patterns,
    known: &[PatternForm],
    notes: &mut Vec<String>,
) {
    let mut own = Vec::new();
    own.extend(form(&value.kind).map(str::to_owned));
    own.extend(value.length.map(|length| length_in_words(length, &value.kind)));
    own.extend(value.range.map(range_in_words));
    let pattern = value.pattern.or_else(|| said?.unchecked(known));
    own.extend(pattern.and_then(|place| patterns.note(place, known)));
    if value.unique_items {
        own.push("no entry twice".to_owned());
    }
    if let Some(numbers) = &value.known_numbers {
        let numbers: Vec<String> = numbers.iter().map(i32::to_string).collect();
        own.push(format!("one of {}", numbers.join(", ")));
    }
    match (own.is_empty(), of.is_empty()) {
        (true, _) => {}
        (false, true) => notes.extend(own),
        (false, false) => {
            let whose: Vec<&str> = of.iter().rev().copied().collect();
            notes.push(format!("{}: {}", whose.join(" of "), own.join(", ")));
        }
    }
    let [first, second] = said.map_or([None, None], Said::held);
    let mut held = |value, word, notes: &mut Vec<String>| {
        of.push(word);
        constraints(value, of, patterns, known, notes);
        of.pop();
    };
    match &value.kind {
        Kind::List(list) => {
            if list.sparse {
                notes.push("entries may be null".to_owned());
            }
            held((&list.entry, first), ENTRIES, notes);
        }
        Kind::Map(map) => {
            held((&map.key, first), KEYS, notes);
            if map.sparse {
                notes.push("values may be null".to_owned());
            }
            held((&map.value, second), VALUES, notes);
        }
        _ => {}
    }
}

/// The form of a value in JSON, where its type does not say it.
fn form(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Timestamp(TimestampFormat::EpochSeconds) => Some("epoch seconds"),
        Kind::Timestamp(TimestampFormat::DateTime) => Some("2024-05-01T12:00:00Z"),
        Kind::Timestamp(TimestampFormat::HttpDate) => Some("Wed, 01 May 2024 12:00:00 GMT"),
        Kind::JsonText => Some("holds JSON"),
        _ => None,
    }
}

fn length_in_words(length: Length, kind: &Kind) -> String {
    let bounds = bounds(length.min, length.max);
    let last = length.max.or(length.min);
    match kind {
        Kind::List(_) | Kind::Map(_) => match last == Some(1) {
            true => format!("{bounds} entry"),
            false => format!("{bounds} entries"),
        },
        Kind::Blob => match last == Some(1) {
            true => format!("{bounds} byte"),
            false => format!("{bounds} bytes"),
        },
        _ => format!("length {bounds}"),
    }
}

fn range_in_words(range: Range) -> String {
    match range {
        Range::Integer { min, max } => bounds(min, max),
        Range::Float { min, max } => bounds(min, max),
        _ => String::new(),
    }
}

fn bounds<T: std::fmt::Display + PartialEq>(min: Option<T>, max: Option<T>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("exactly {min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any".to_owned(),
    }
}

/// Where a member travels that is not in the body.
fn place(member: &Member, key: &str, side: Side) -> Option<String> {
    let name = member.location_name.as_deref().unwrap_or(&member.name);
    let named = |what: &str| match name == key {
        true => what.to_owned(),
        false => format!("{what} {name}"),
    };
    Some(match member.binding {
        binding if !binding.counts_in(side) => return None,
        Binding::Payload => "the whole body".to_owned(),
        Binding::Header => format!("header {name}"),
        Binding::PrefixHeaders => format!("headers {name}*"),
        Binding::Query => named("in the query"),
        Binding::QueryParams => "each entry in the query".to_owned(),
        Binding::Label => named("in the path"),
        Binding::StatusCode => "the status".to_owned(),
        _ => return None,
    })
}

fn default(default: &Json) -> Option<String> {
    let value = match default {
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => format!("{text:?}"),
        // Of anything else, it is the empty one.
        _ => return None,
    };
    Some(format!("default {value}"))
}

/// That something is deprecated, and why.
pub(super) fn deprecated(deprecation: &Deprecation) -> String {
    let message = deprecation.message.iter().map(|message| message.trim().to_owned());
    let since = deprecation.since.iter().map(|since| format!("since {since}"));
    let reasons: Vec<String> = message.chain(since).filter(|text| !text.is_empty()).collect();
    match reasons.is_empty() {
        true => DEPRECATED.to_owned(),
        false => format!("{DEPRECATED}: {}", reasons.join(", ")),
    }
}

/// Notes in their order: on the value itself, on what it holds, and why not to use it. They are
/// parted into words that stay whole.
pub(super) fn joined(mut notes: Vec<String>) -> Vec<String> {
    let rank = |note: &String| {
        let is_held = [ENTRIES, KEYS, VALUES].iter().any(|word| note.starts_with(word));
        if note.starts_with(DEPRECATED) { 2 } else { u8::from(is_held && note.contains(": ")) }
    };
    notes.sort_by_key(rank);
    let ranks: Vec<u8> = notes.iter().map(rank).collect();
    let mut words = Vec::new();
    for (index, mut note) in notes.into_iter().enumerate() {
        match ranks.get(index + 1) {
            Some(0) => note.push(','),
            Some(_) => note.push(';'),
            None => {}
        }
        match ranks.get(index) {
            Some(2) => words.extend(note.split_whitespace().map(str::to_owned)),
            Some(1) => words.extend(note.split_inclusive(", ").map(|one| one.trim().to_owned())),
            _ => words.push(note),
        }
    }
    words
}
