//! What was counted, and what was not as it should be.

use std::collections::BTreeSet;

/// Numbers of samples.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) models: usize,
    /// Structures and unions.
    pub(super) structures: usize,
    /// Values that pass.
    pub(super) valid: usize,
    /// Values that break a constraint alone.
    pub(super) broken: usize,
    /// Constraints that cannot be broken alone, or only by a value that is too large.
    pub(super) unbroken: usize,
    /// Values of both kinds in files that `check` has read.
    pub(super) checked: usize,
    /// Requests that botocore has validated.
    pub(super) validated: usize,
    /// Values of both kinds that generated types have read.
    pub(super) read: usize,
    /// Why structures have no values.
    pub(super) reasons: BTreeSet<String>,
    pub(super) faults: Vec<String>,
    /// How many faults say where they are.
    located: usize,
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        self.models += other.models;
        self.structures += other.structures;
        self.valid += other.valid;
        self.broken += other.broken;
        self.unbroken += other.unbroken;
        self.checked += other.checked;
        self.validated += other.validated;
        self.read += other.read;
        self.reasons.extend(other.reasons);
        self.faults.extend(other.faults);
        self.located = self.faults.len();
    }

    /// Says of the faults since the last time in which model they are.
    pub(super) fn locate(&mut self, model: &str) {
        for fault in self.faults.iter_mut().skip(self.located) {
            *fault = format!("{model}: {fault}");
        }
        self.located = self.faults.len();
    }

    pub(super) fn print(&self, shown: usize) {
        for reason in &self.reasons {
            println!("{reason}");
        }
        for fault in self.faults.iter().take(shown) {
            let fault: String = fault.chars().take(2_000).collect();
            println!("== {fault}");
        }
        let Self { models, structures, valid, broken, unbroken, .. } = self;
        println!(
            "{models} models, {structures} structures and unions, {} of them without values\n\
             {valid} valid samples, {broken} broken ones; {unbroken} constraints not broken\n\
             {} samples in files that `check` has read, {} requests that botocore has validated, \
             {} samples that generated types have read\n\
             {} faults",
            self.reasons.len(),
            self.checked,
            self.validated,
            self.read,
            self.faults.len(),
        );
    }
}
