//! Reading members from headers and statuses.

use std::collections::BTreeMap;

use base64::engine::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Binding, Location, TextForm};
use crate::document::Document;
use crate::headers::{self, Headers};
use crate::timestamp::TimestampFormat;

impl Binding {
    /// The member's value in the form of the data at rest, if a response has it outside its body.
    pub(crate) fn read(&self, status: Option<u16>, headers: &Headers) -> Option<Document> {
        match self.location {
            Location::Header(name, form) => {
                headers.get(name).and_then(|text| read_header(form, &text))
            }
            Location::PrefixHeaders(prefix) => Some(read_prefixed(prefix, headers)),
            Location::StatusCode => status.map(|status| u32::from(status).into()),
            _ => None,
        }
    }
}

/// A header's value. An empty one is not a number, boolean or time, so the member is not set.
fn read_header(form: TextForm, text: &str) -> Option<Document> {
    match form {
        TextForm::List(entry) => Some(read_list(*entry, text)),
        TextForm::Text | TextForm::Base64 => Some(read_text(form, text)),
        _ if text.is_empty() => None,
        _ => Some(read_text(form, text)),
    }
}

/// A single value. Text of another form stays text, which the type refuses.
fn read_text(form: TextForm, text: &str) -> Document {
    let read = match form {
        // Not as text, which is a date at some lengths.
        TextForm::Number | TextForm::Timestamp(TimestampFormat::EpochSeconds) => read_number(text),
        TextForm::Boolean if text.eq_ignore_ascii_case("true") => Some(true.into()),
        TextForm::Boolean if text.eq_ignore_ascii_case("false") => Some(false.into()),
        TextForm::Base64 => {
            let bytes = STANDARD.decode(text).ok();
            bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map(Document::from)
        }
        _ => None,
    };
    read.unwrap_or_else(|| text.into())
}

fn read_number(text: &str) -> Option<Document> {
    let starts_number = text.starts_with(|first: char| matches!(first, '0'..='9' | '-' | '+'));
    if !starts_number {
        return None;
    }
    let integer = text.parse::<i64>().map(Document::from);
    let integer = integer.or_else(|_| text.parse::<u64>().map(Document::from));
    let number = integer.ok().or_else(|| text.parse::<f64>().ok().map(Document::from));
    // JSON has no number for infinity, which stays text.
    number.filter(|number| number.as_number().is_some())
}

/// Entries separated by commas. Those with a comma of their own are in quotes, except HTTP dates,
/// all of which have one.
fn read_list(form: TextForm, text: &str) -> Document {
    let entries = match form {
        TextForm::Timestamp(TimestampFormat::HttpDate) => split_http_dates(text),
        _ => split_list(text),
    };
    let entries = entries.iter().map(|entry| read_text(form, entry));
    entries.collect::<Vec<Document>>().into()
}

fn split_list(text: &str) -> Vec<String> {
    let mut entries = Vec::new();
    let mut rest = text.trim_ascii_start();
    while !rest.is_empty() {
        let after = match rest.strip_prefix('"') {
            Some(quoted) => {
                let (entry, after) = split_quoted(quoted);
                entries.push(entry);
                after
            }
            None => {
                let (entry, after) = rest.split_once(',').unwrap_or((rest, ""));
                // Empty entries do not count (RFC 9110, section 5.6.1).
                let entry = Some(entry.trim_ascii_end()).filter(|entry| !entry.is_empty());
                entries.extend(entry.map(str::to_owned));
                after
            }
        };
        rest = after.trim_ascii_start();
    }
    entries
}

/// The text up to the closing quote, without the backslashes before characters, and the text after
/// the next comma.
fn split_quoted(text: &str) -> (String, &str) {
    let mut entry = String::new();
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => {
                let after = text.get(index + 1..).unwrap_or_default();
                return (entry, after.split_once(',').map_or("", |(_, after)| after));
            }
            '\\' => entry.extend(characters.next().map(|(_, escaped)| escaped)),
            other => entry.push(other),
        }
    }
    (entry, "")
}

/// `Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT` has two entries.
fn split_http_dates(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(',').collect();
    let dates = parts.chunks(2).map(|date| date.join(",").trim_ascii().to_owned());
    dates.filter(|date| !date.is_empty()).collect()
}

/// Headers of one name are one entry, with the key as the first of them spells it.
fn read_prefixed(prefix: &str, headers: &Headers) -> Document {
    let mut entries: BTreeMap<String, (&str, String)> = BTreeMap::new();
    for (name, value) in headers.all() {
        if let Some((start, key)) = name.split_at_checked(prefix.len())
            && start.eq_ignore_ascii_case(prefix)
        {
            let entry = entries.entry(key.to_ascii_lowercase());
            entry
                .and_modify(|(_, joined)| headers::join(joined, value))
                .or_insert_with(|| (key, value.to_owned()));
        }
    }
    let entries = entries.into_values().map(|(key, value)| (key.to_owned(), value.into()));
    entries.collect::<BTreeMap<String, Document>>().into()
}
