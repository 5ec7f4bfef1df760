//! Compares the results with the list of events, and counts.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use anyhow::Context;
use serde_json::Value;

use super::difference::Difference;
use super::event::{Event, Part};

/// The results of all parts.
#[derive(Debug, Default)]
pub(super) struct Report {
    services: usize,
    operations: usize,
    null: usize,
    whole: usize,
    /// Parts that lack members or cannot be read, as the list of events says.
    listed: usize,
    /// How many of these parts there are for each reason.
    reasons: BTreeMap<String, usize>,
    failures: Vec<String>,
}

impl Report {
    pub(super) fn new(events: &BTreeMap<String, Vec<Event>>) -> Self {
        let operations = events.values().map(|events| {
            let names: BTreeSet<&str> = events.iter().map(|event| &*event.operation).collect();
            names.len()
        });
        Self { services: events.len(), operations: operations.sum(), ..Self::default() }
    }

    /// Counts a null for an operation without a structure.
    pub(super) fn nothing_to_read(&mut self) {
        self.null += 1;
    }

    /// Compares a program's output for a part.
    pub(super) fn check(&mut self, name: &str, part: &Part, printed: &str) -> anyhow::Result<()> {
        let (kind, text) = printed.split_once('\t').context("a line has two parts")?;
        match (kind, &part.refused) {
            ("refused", Some(words)) if text.contains(words) => self.listed(part),
            ("refused", _) => self.failures.push(format!("{name} does not read: {text}")),
            (_, Some(_)) => self.failures.push(format!("{name} reads: {text}")),
            (_, None) => {
                let written: Value = serde_json::from_str(text)?;
                self.compare(name, part, &written);
            }
        }
        Ok(())
    }

    fn compare(&mut self, name: &str, part: &Part, written: &Value) {
        let difference = Difference::between(&part.document, written);
        let listed = Difference {
            becomes: part.becomes.clone(),
            lost: part.lost.keys().cloned().collect(),
            added: BTreeSet::new(),
        };
        if difference != listed {
            let failure = format!("{name}\n  is    {difference:?}\n  lists {listed:?}");
            self.failures.push(failure);
        } else if part.document.is_null() {
            self.null += 1;
        } else if listed.lost.is_empty() {
            self.whole += 1;
        } else {
            self.listed(part);
        }
    }

    fn listed(&mut self, part: &Part) {
        self.listed += 1;
        let reasons: BTreeSet<&String> = part.lost.values().chain(&part.reason).collect();
        for reason in reasons {
            *self.reasons.entry(reason.clone()).or_default() += 1;
        }
    }

    /// Prints the results. The exit code is a failure unless everything was as listed.
    pub(super) fn print(&self) -> ExitCode {
        let Self { services, operations, null, whole, listed, reasons, failures } = self;
        println!("{operations} operations of {services} services");
        println!("{whole} parts read whole, {null} are null, {listed} are listed:");
        for (reason, parts) in reasons {
            println!("{parts:4}  {reason}");
        }
        for failure in failures {
            eprintln!("error: {failure}");
        }
        if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
