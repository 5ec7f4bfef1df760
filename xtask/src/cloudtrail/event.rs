//! CloudTrail events, with the expected results of reading their parts.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// A call that CloudTrail has recorded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    /// The model, such as `glue`, or `rds/2014-10-31` if botocore has several.
    pub(super) service: String,
    pub(super) operation: String,
    request: Option<Part>,
    response: Option<Part>,
    /// `errorCode` and `errorMessage` of the record.
    error: Option<Map<String, Value>>,
}

/// `requestParameters` or `responseElements`, or the record's members about an error.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    /// The structure to read it as, if it is not the operation's input or output.
    pub(super) shape: Option<String>,
    pub(super) document: Value,
    /// The values that change when they are written again, such as times, by JSON pointer.
    #[serde(default)]
    pub(super) becomes: BTreeMap<String, Value>,
    /// The reasons why members are lost, by JSON pointer.
    #[serde(default)]
    pub(super) lost: BTreeMap<String, String>,
    /// Words of the error, if the part cannot be read.
    pub(super) refused: Option<String>,
    /// The reason why it cannot be read.
    pub(super) reason: Option<String>,
}

/// A part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Request,
    Response,
    Error,
}

/// All events of the repository.
pub(super) fn all() -> serde_json::Result<Vec<Event>> {
    serde_json::from_str(include_str!("../../../tests/data/cloudtrail.json"))
}

impl Event {
    /// The parts that the event has.
    pub(super) fn into_parts(self) -> impl Iterator<Item = (Kind, Part)> {
        let error = self.error.map(|members| Part {
            shape: None,
            document: Value::Object(members),
            becomes: BTreeMap::new(),
            lost: BTreeMap::new(),
            refused: None,
            reason: None,
        });
        [(Kind::Request, self.request), (Kind::Response, self.response), (Kind::Error, error)]
            .into_iter()
            .filter_map(|(kind, part)| Some((kind, part?)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_events_cover_many_services_and_list_every_reason() {
        let events = all().unwrap();
        let services: BTreeSet<&str> = events.iter().map(|event| event.service.as_str()).collect();
        let operations: BTreeSet<(&str, &str)> =
            events.iter().map(|event| (&*event.service, &*event.operation)).collect();
        assert!(services.len() >= 12 && operations.len() >= 40);
        for (_, part) in events.into_iter().flat_map(Event::into_parts) {
            assert_eq!(part.refused.is_some(), part.reason.is_some());
            let pointers = part.becomes.keys().chain(part.lost.keys());
            for pointer in pointers {
                assert!(part.document.pointer(pointer).is_some(), "{pointer}");
            }
        }
    }
}
