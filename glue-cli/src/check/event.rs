//! CloudTrail's records of calls: in its files, alone, and in EventBridge's events.

use std::collections::BTreeMap;
use std::fmt;

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The member of CloudTrail's files with all records.
pub(super) const RECORDS: &str = "Records";

/// The members of an object, each as its text.
type Members<'t> = BTreeMap<String, &'t RawValue>;

/// A record of a call.
#[derive(Debug)]
pub(super) struct Event<'t> {
    /// Who was called, such as `glue.amazonaws.com`.
    pub(super) source: String,
    /// The operation, such as `GetJobRun`.
    pub(super) name: String,
    /// Where it says the operation.
    pub(super) place: Part<'t>,
    pub(super) request: Option<Part<'t>>,
    pub(super) response: Option<Part<'t>>,
    /// The record itself, if it is of a call that failed.
    pub(super) error: Option<Part<'t>>,
}

/// A part of an event.
#[derive(Debug)]
pub(super) struct Part<'t> {
    /// Its JSON.
    pub(super) text: &'t str,
    /// Its place in the document, as a JSON pointer.
    pub(super) pointer: String,
}

/// What a document records.
#[derive(Debug, Default)]
pub(super) struct Events<'t> {
    /// The entries, in order.
    pub(super) list: Vec<Entry<'t>>,
    /// Why the text ends before the document does, if it does.
    pub(super) fault: Option<serde_json::Error>,
}

/// An entry of the records.
#[derive(Debug)]
pub(super) enum Entry<'t> {
    Event(Event<'t>),
    /// Something else, among records.
    Other(Part<'t>),
}

/// The calls that a document records; none if it is another kind of document. A text that is broken
/// further on has those before. `may_be_empty` says whether records may be missing.
pub(super) fn events(text: &str, may_be_empty: bool) -> Option<Events<'_>> {
    let may_be_empty = may_be_empty && text.len() < EMPTY && text.contains("\"Records\"");
    if !may_be_empty && !text.contains("\"eventSource\"") {
        return None;
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let mut document = Document::default();
    let result = document.deserialize(&mut json).and_then(|()| json.end());
    let Document { records, members } = document;
    let Some(records) = records else {
        // What is cut off is no record.
        result.ok()?;
        let event = match (members.get("detail"), members.contains_key("detail-type")) {
            (Some(detail), true) => event(detail.get(), "/detail"),
            _ => of_members(text, &members, ""),
        };
        return Some(Events { list: vec![Entry::Event(event?)], fault: None });
    };
    let entries = records.into_iter().enumerate().map(|(index, record)| {
        let (text, pointer) = (record.get(), format!("/Records/{index}"));
        event(text, &pointer).map_or(Entry::Other(Part { text, pointer }), Entry::Event)
    });
    let list: Vec<Entry<'_>> = entries.collect();
    let has_events = list.iter().any(|entry| matches!(entry, Entry::Event(_)));
    let is_empty = may_be_empty && list.is_empty() && members.is_empty() && result.is_ok();
    (has_events || is_empty).then_some(Events { list, fault: result.err() })
}

/// The bytes of a document that may have no records.
const EMPTY: usize = 1_000;

/// The members of a document, as far as they were read.
#[derive(Default)]
struct Document<'t> {
    /// The entries of `Records`.
    records: Option<Vec<&'t RawValue>>,
    /// All other members.
    members: Members<'t>,
}

impl<'t> DeserializeSeed<'t> for &mut Document<'t> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for &mut Document<'t> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == RECORDS {
                map.next_value_seed(Records(self.records.get_or_insert_default()))?;
            } else {
                self.members.insert(key, map.next_value()?);
            }
        }
        Ok(())
    }
}

/// Reads records, and keeps those before a fault.
struct Records<'a, 't>(&'a mut Vec<&'t RawValue>);

impl<'t> DeserializeSeed<'t> for Records<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'t> Visitor<'t> for Records<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(record) = list.next_element()? {
            self.0.push(record);
        }
        Ok(())
    }
}

fn event<'t>(record: &'t str, pointer: &str) -> Option<Event<'t>> {
    of_members(record, &serde_json::from_str(record).ok()?, pointer)
}

fn of_members<'t>(record: &'t str, members: &Members<'t>, pointer: &str) -> Option<Event<'t>> {
    let text = |key: &str| -> Option<String> {
        let json = members.get(key)?;
        String::deserialize(&mut serde_json::Deserializer::from_str(json.get())).ok()
    };
    members.get("eventVersion")?;
    let part = |key: &str| {
        let text = members.get(key)?.get();
        let pointer = format!("{pointer}/{key}");
        (text != "null").then_some(Part { text, pointer })
    };
    Some(Event {
        source: text("eventSource")?,
        name: text("eventName")?,
        place: part("eventName")?,
        request: part("requestParameters"),
        response: part("responseElements"),
        error: part("errorCode").map(|_| Part { text: record, pointer: pointer.to_owned() }),
    })
}

impl Event<'_> {
    /// The name of the service in its host names.
    pub(super) fn service(&self) -> &str {
        self.source.split('.').next().unwrap_or_default()
    }

    /// The names that the operation may have: Lambda, CloudFront and others add the version of their
    /// API to it, as in `CreateFunction20150331`.
    pub(super) fn operations(&self) -> impl Iterator<Item = &str> {
        let version = self.name.find("20").filter(|start| {
            let rest = self.name.get(*start..).unwrap_or_default();
            rest.len() >= 8
                && rest.bytes().all(|byte| byte.is_ascii_digit() || b"_v".contains(&byte))
        });
        let without = version.and_then(|start| self.name.get(..start));
        [Some(self.name.as_str()), without].into_iter().flatten()
    }

    /// Why its parts have another form than the operation's values, if they have.
    pub(super) fn own_form(&self) -> Option<&'static str> {
        match self.service() {
            "ec2" | "s3" | "dynamodb" => Some("CloudTrail has a form of its own for calls of"),
            _ => None,
        }
    }
}
