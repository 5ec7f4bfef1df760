//! Checks records of CloudTrail, each as the operation that it names.

use std::collections::{HashMap, HashSet};

use clap::ArgMatches;
use glue_codegen::Selection;
use glue_codegen::inspect::OperationForms;
use glue_model::Plain;

use crate::check::event::{Entry, Event, Events, Part};
use crate::check::findings::{self, Lines, Origin};
use crate::check::problem::{Finding, Severity};
use crate::check::report::Report;
use crate::check::types::Types;
use crate::check::values::errors::Errors;
use crate::failure::Failure;
use crate::model::{self, ModelInput, ModelText};
use crate::model_search::Search;
use crate::subject::{self, Side};

/// The types of the operations that records name, as far as they were met.
pub(super) struct EventTypes {
    search: Search,
    /// The model that is named, for all events.
    named: Option<ModelText>,
    service: Option<String>,
    /// The only operation whose events are checked.
    only: Option<String>,
    sides: Sides,
    models: HashMap<String, Option<ModelText>>,
    operations: HashMap<(String, String), Result<Known, String>>,
    /// The reasons why events are not checked that were told already.
    told: HashSet<String>,
}

/// What is checked of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sides {
    /// Requests and responses.
    Both,
    Input,
    Output,
    Error,
}

impl Sides {
    fn chosen(matches: &ArgMatches) -> Self {
        match subject::named_side(matches) {
            None => Self::Both,
            Some(Side::Input) => Self::Input,
            Some(Side::Output) => Self::Output,
            Some(Side::Error) => Self::Error,
        }
    }

    fn has_requests(self) -> bool {
        matches!(self, Self::Both | Self::Input)
    }

    fn has_responses(self) -> bool {
        matches!(self, Self::Both | Self::Output)
    }
}

/// An operation, with the types that it reaches.
type Known = (&'static Types, &'static OperationForms);

impl EventTypes {
    pub(super) fn new(
        matches: &ArgMatches,
        search: Search,
        only: Option<String>,
    ) -> Result<Self, Failure> {
        let named = matches.get_one::<ModelInput>(model::MODEL);
        // Standard input can be read only once, and was.
        let named = named.filter(|input| input.path().is_some() || only.is_none());
        Ok(Self {
            search,
            named: named.map(ModelInput::read).transpose()?,
            service: subject::service_in_file(matches),
            only,
            sides: Sides::chosen(matches),
            models: HashMap::new(),
            operations: HashMap::new(),
            told: HashSet::new(),
        })
    }

    /// Checks the requests and answers of a document's events.
    pub(super) fn check(
        &mut self,
        (text, events): (&str, Events<'_>),
        origin: &Origin,
        strict: bool,
        report: &mut Report,
    ) -> Result<(), Failure> {
        let mut places = Places { text, lines: Lines::new(text, origin.position), origin };
        for entry in &events.list {
            let event = match entry {
                Entry::Event(event) => event,
                Entry::Other(part) => {
                    report.finding(&other(places.of(part)))?;
                    continue;
                }
            };
            report.event();
            let known = match self.only.as_deref() {
                Some(only) if event.operations().all(|name| name != only) => {
                    report.skip();
                    continue;
                }
                _ => self.known(event)?,
            };
            let (types, operation) = match known {
                Ok(known) => known,
                Err(reason) => {
                    report.skip();
                    if self.told.insert(reason.clone()) {
                        report.finding(&unchecked(reason, places.of(&event.place)))?;
                    }
                    continue;
                }
            };
            if let (Sides::Error, Some(record)) = (self.sides, &event.error) {
                let errors = Errors { types, operation, named: None };
                report.findings(&errors.check(record.text, &places.of(record), strict))?;
            }
            let request = event.request.as_ref().filter(|_| self.sides.has_requests());
            let request = request.map(|part| (part, operation.input));
            let response = event.response.as_ref().filter(|_| self.sides.has_responses());
            let response = response.map(|part| (part, operation.output));
            let mut parts: Vec<_> = [request, response].into_iter().flatten().collect();
            parts.sort_by_key(|(part, _)| places.offset(part));
            for (part, place) in parts {
                let Some(shape) = place.and_then(|place| types.aggregate(place)) else { continue };
                let origin = places.of(part);
                let mut findings = findings::check(part.text, (types, shape), &origin, strict);
                // An answer may be wrapped, and a part may be of members that the model lacks.
                findings.list.retain(|finding| finding.rule != "foreign" || strict);
                report.findings(&findings)?;
            }
        }
        match events.fault {
            None => Ok(()),
            Some(fault) => report.finding(&findings::not_json(&fault, text, origin)),
        }
    }

    /// The operation of an event, or why it is not known.
    fn known(&mut self, event: &Event<'_>) -> Result<Result<Known, String>, Failure> {
        let key = (event.source.clone(), event.name.clone());
        if let Some(known) = self.operations.get(&key) {
            return Ok(known.clone());
        }
        let known = self.find(event)?;
        self.operations.insert(key, known.clone());
        Ok(known)
    }

    fn find(&mut self, event: &Event<'_>) -> Result<Result<Known, String>, Failure> {
        let source = Plain(&event.source).to_string();
        if let Some(reason) = event.own_form() {
            return Ok(Err(format!("{reason} {source}, which is not checked")));
        }
        let name = event.service().to_owned();
        if self.named.is_none() && !self.models.contains_key(&name) {
            let model = self.search.of_service(&name)?;
            self.models.insert(name.clone(), model);
        }
        let model = self.named.as_ref().or(self.models.get(&name).and_then(Option::as_ref));
        let Some(model) = model else {
            return Ok(Err(format!("no model was found for events of {source}")));
        };
        for operation in event.operations() {
            let selection = Selection::Named(vec![operation.to_owned()]);
            let forms = match subject::forms(model, self.service.clone(), selection) {
                Ok(forms) => forms,
                Err(Failure::Unusable(_)) => continue,
                Err(failure) => return Err(failure),
            };
            let names = [&forms.endpoint_prefix, &forms.signing_name];
            if self.named.is_some() && names.iter().all(|own| **own != name) {
                return Ok(Err(format!("the model is not that of events of {source}")));
            }
            let types = Types::new(forms);
            if let Ok(operation) = subject::operation(types.forms(), operation) {
                return Ok(Ok((types, operation)));
            }
        }
        let name = Plain(&event.name);
        Ok(Err(format!("the model for events of {source} has no operation `{name}`")))
    }
}

/// Finds the places of parts, in their order.
struct Places<'t> {
    text: &'t str,
    lines: Lines<'t>,
    origin: &'t Origin,
}

impl Places<'_> {
    /// The offset of a part, which is a piece of the text.
    fn offset(&self, part: &Part<'_>) -> usize {
        (part.text.as_ptr() as usize) - (self.text.as_ptr() as usize)
    }

    fn of(&mut self, part: &Part<'_>) -> Origin {
        let position = self.lines.position(self.offset(part));
        let pointer = format!("{}{}", self.origin.pointer, part.pointer);
        Origin { position, pointer, yaml: None }
    }
}

/// The note that events are not checked.
fn unchecked(message: String, at: Origin) -> Finding {
    let Origin { position, pointer, .. } = at;
    let (severity, rule) = (Severity::Note, "unchecked");
    Finding { severity, rule, message, help: None, position, pointer, shape: None }
}

/// The problem of an entry of the records that is no record.
fn other(at: Origin) -> Finding {
    let message =
        "the entry is no record: it lacks `eventVersion`, `eventSource` or `eventName`".to_owned();
    Finding { severity: Severity::Error, rule: "record", ..unchecked(message, at) }
}
