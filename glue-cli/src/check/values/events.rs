//! Checks records of CloudTrail, each as the operation that it names.

use std::collections::{HashMap, HashSet};

use clap::ArgMatches;
use glue_codegen::inspect::OperationForms;
use glue_codegen::{Position, Selection};
use glue_model::Plain;

use crate::check::event::{Event, Part};
use crate::check::findings::{self, Lines, Origin};
use crate::check::problem::{Finding, Severity};
use crate::check::report::Report;
use crate::check::types::Types;
use crate::failure::Failure;
use crate::model::{self, ModelInput, ModelText};
use crate::model_search::Search;
use crate::subject;

/// The types of the operations that records name, as far as they were met.
pub(super) struct EventTypes {
    search: Search,
    /// The model that is named, for all events.
    named: Option<ModelText>,
    service: Option<String>,
    /// The only operation whose events are checked.
    only: Option<String>,
    models: HashMap<String, Option<ModelText>>,
    operations: HashMap<(String, String), Result<Known, String>>,
    /// The reasons why events are not checked that were told already.
    told: HashSet<String>,
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
            models: HashMap::new(),
            operations: HashMap::new(),
            told: HashSet::new(),
        })
    }

    /// Checks the requests and answers of a document's events.
    pub(super) fn check(
        &mut self,
        (text, events): (&str, &[Event<'_>]),
        origin: &Origin,
        strict: bool,
        report: &mut Report,
    ) -> Result<(), Failure> {
        let mut lines = Lines::new(text, origin.position);
        for event in events {
            report.event();
            let offset = |part: &Part<'_>| (part.text.as_ptr() as usize) - (text.as_ptr() as usize);
            let mut parts: Vec<(usize, bool, &Part<'_>)> = [&event.request, &event.response]
                .into_iter()
                .zip([true, false])
                .filter_map(|(part, is_request)| part.as_ref().map(|part| (part, is_request)))
                .map(|(part, is_request)| (offset(part), is_request, part))
                .collect();
            parts.sort_by_key(|(offset, ..)| *offset);
            let first = parts.first().map_or(0, |(offset, ..)| *offset);
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
                        let position = lines.position(first);
                        report.finding(&unchecked(reason, position))?;
                    }
                    continue;
                }
            };
            for (offset, is_request, part) in parts {
                let place = if is_request { operation.input } else { operation.output };
                let Some(shape) = place.and_then(|place| types.aggregate(place)) else { continue };
                let position = lines.position(offset);
                let pointer = format!("{}{}", origin.pointer, part.pointer);
                let origin = Origin { position, pointer, yaml: None };
                let mut findings = findings::check(part.text, (types, shape), &origin, strict);
                // An answer may be wrapped, and a part may be of members that the model lacks.
                findings.list.retain(|finding| finding.rule != "foreign" || strict);
                report.findings(&findings)?;
            }
        }
        Ok(())
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

/// The note that events are not checked.
fn unchecked(reason: String, position: Position) -> Finding {
    Finding {
        severity: Severity::Note,
        rule: "unchecked",
        message: reason,
        help: None,
        position,
        pointer: String::new(),
        shape: None,
    }
}
