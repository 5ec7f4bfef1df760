//! CloudTrail's records of calls: in its files, alone, and in EventBridge's events.

use std::collections::BTreeMap;

use serde_core::de::Deserialize;
use serde_json::value::RawValue;

/// The members of an object, each as its text.
type Members<'t> = BTreeMap<String, &'t RawValue>;

/// A record of a call.
#[derive(Debug)]
pub(super) struct Event<'t> {
    /// Who was called, such as `glue.amazonaws.com`.
    pub(super) source: String,
    /// The operation, such as `GetJobRun`.
    pub(super) name: String,
    pub(super) request: Option<Part<'t>>,
    pub(super) response: Option<Part<'t>>,
}

/// A part of an event.
#[derive(Debug)]
pub(super) struct Part<'t> {
    /// Its JSON.
    pub(super) text: &'t str,
    /// Its place in the document, as a JSON pointer.
    pub(super) pointer: String,
}

/// The calls that a document records; none if it is another kind of document.
pub(super) fn events(text: &str) -> Option<Vec<Event<'_>>> {
    if !text.contains("\"eventSource\"") {
        return None;
    }
    let members: Members<'_> = serde_json::from_str(text).ok()?;
    if let Some(records) = members.get("Records") {
        let records: Vec<&RawValue> = serde_json::from_str(records.get()).ok()?;
        let records = records.iter().enumerate();
        let events = records.map(|(index, record)| event(record, &format!("/Records/{index}")));
        return events.collect();
    }
    match (members.get("detail"), members.contains_key("detail-type")) {
        (Some(detail), true) => Some(vec![event(detail, "/detail")?]),
        _ => Some(vec![of_members(&members, "")?]),
    }
}

fn event<'t>(record: &'t RawValue, pointer: &str) -> Option<Event<'t>> {
    of_members(&serde_json::from_str(record.get()).ok()?, pointer)
}

fn of_members<'t>(members: &Members<'t>, pointer: &str) -> Option<Event<'t>> {
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
        request: part("requestParameters"),
        response: part("responseElements"),
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
