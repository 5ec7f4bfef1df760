//! What the values are checked against: a side of an operation or a shape, and for records of
//! CloudTrail the operation that each names.

pub(super) mod errors;
mod events;

use std::collections::BTreeMap;

use clap::ArgMatches;
use serde_core::de::IgnoredAny;
use serde_json::value::RawValue;

use super::event;
use super::findings::{self, Origin};
use super::report::Report;
use super::types::{Aggregate, Types};
use crate::failure::Failure;
use crate::model_search::Search;
use crate::subject::{self, Side, Subject};
use errors::Errors;
use events::EventTypes;

/// What the values are checked against.
pub(super) struct Values {
    aim: Option<Aim>,
    /// The other side of the operation, with the option that names it.
    other: Option<(&'static str, &'static Aggregate)>,
    /// The types of recorded calls; none where a shape is named, because it may have such members.
    events: Option<EventTypes>,
    /// Whether the values have a member that is called as that of CloudTrail's files.
    takes_records: bool,
    strict: bool,
}

/// The types of values that are no records.
enum Aim {
    Shape(&'static Types, &'static Aggregate),
    Errors(Errors),
}

impl Values {
    /// What the arguments name.
    pub(super) fn chosen(matches: &ArgMatches, strict: bool) -> Result<Self, Failure> {
        let mut search = Search::default();
        let subject = Subject::chosen(matches);
        let service = subject::service_in_file(matches);
        let aim = match &subject {
            None => None,
            Some(subject) => {
                let model = subject::found_model(matches, Some(subject), &mut search)?;
                let types = Types::new(subject.forms(&model, service.clone())?);
                Some(Aim::new(matches, subject, types)?)
            }
        };
        let events = match &subject {
            Some(Subject::Shape(_)) => None,
            Some(Subject::Operation(name, _)) => {
                Some(EventTypes::new(matches, search, Some(name.clone()))?)
            }
            None => Some(EventTypes::new(matches, search, None)?),
        };
        let other = match (&subject, &aim) {
            (Some(subject), Some(Aim::Shape(types, _))) => other_side(subject, types),
            _ => None,
        };
        let takes_records = match &aim {
            Some(Aim::Shape(_, shape)) => shape.keys.find(0, event::RECORDS).is_some(),
            _ => false,
        };
        Ok(Self { aim, other, events, takes_records, strict })
    }

    /// Checks the text of a value. Returns whether it is JSON.
    pub(super) fn check(
        &mut self,
        text: &str,
        origin: &Origin,
        report: &mut Report,
    ) -> Result<bool, Failure> {
        if let Some(types) = &mut self.events
            && let Some(events) = event::events(text, !self.takes_records)
        {
            types.check((text, events), origin, self.strict, report)?;
            return Ok(true);
        }
        let mut findings = match &self.aim {
            Some(Aim::Shape(types, shape)) => {
                findings::check(text, (types, shape), origin, self.strict)
            }
            Some(Aim::Errors(errors)) => errors.check(text, origin, self.strict),
            None => match serde_json::from_str::<IgnoredAny>(text) {
                Ok(_) => return Err(unnamed(&report.place(origin.position))),
                Err(error) => findings::unread(&error, text, origin),
            },
        };
        if let Some((option, shape)) = self.other
            && let Some(foreign) = findings.list.iter_mut().find(|one| one.rule == "foreign")
            && has_keys_of(text, shape)
        {
            foreign.help =
                Some(format!("it has members of {}: say so with `{option}`", shape.name));
        }
        report.findings(&findings)?;
        Ok(!findings.is_broken)
    }
}

impl Aim {
    fn new(
        matches: &ArgMatches,
        subject: &Subject,
        types: &'static Types,
    ) -> Result<Self, Failure> {
        let shape = subject.place(types.forms())?.and_then(|place| types.aggregate(place));
        match (subject, shape) {
            (_, Some(shape)) => Ok(Self::Shape(types, shape)),
            (Subject::Operation(name, _), None) => {
                let operation = subject::operation(types.forms(), name)?;
                let named = match subject::error_name(matches) {
                    Some(_) => subject::errors(matches, types.forms(), operation)?.pop(),
                    None => None,
                };
                Ok(Self::Errors(Errors { types, operation, named }))
            }
            // A shape has a place, or there is an error.
            (Subject::Shape(name), None) => Err(unnamed(name)),
        }
    }
}

/// The side of the operation that is not meant.
fn other_side(
    subject: &Subject,
    types: &'static Types,
) -> Option<(&'static str, &'static Aggregate)> {
    let Subject::Operation(name, side) = subject else { return None };
    let operation = subject::operation(types.forms(), name).ok()?;
    let (option, place) = match side {
        Side::Input => ("--output", operation.output),
        Side::Output => ("--input", operation.input),
        Side::Error => return None,
    };
    Some((option, types.aggregate(place?)?))
}

/// Whether a document has a key of a structure.
fn has_keys_of(text: &str, shape: &Aggregate) -> bool {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    members.keys().any(|key| shape.keys.find(0, key).is_some())
}

fn unnamed(place: &str) -> Failure {
    Failure::unusable(
        format!("{place}: it is no record of CloudTrail, and it is not said what it is"),
        "name its operation with `--operation`, or its structure with `--shape`",
    )
}
