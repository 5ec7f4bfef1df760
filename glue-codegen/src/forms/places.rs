//! Where a plan has what it names.

use std::collections::HashMap;

use proc_macro2::Ident;

use crate::plan::{Check, Plan, TypeItem};

/// Where a plan has what it names.
pub(super) struct Places<'a> {
    pub(super) types: HashMap<String, (usize, &'a TypeItem)>,
    pub(super) checks: HashMap<String, &'a Check>,
    /// By the function that matches the pattern.
    pub(super) patterns: HashMap<String, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        let types = plan.types.iter().enumerate();
        let types = types.map(|(place, item)| (item.name().to_string(), (place, item))).collect();
        let checks = plan.checks.iter().map(|check| (check.name.to_string(), check)).collect();
        let patterns = plan.patterns.iter().enumerate().filter_map(|(place, pattern)| {
            pattern.function.as_ref().map(|function| (function.to_string(), place))
        });
        Self { types, checks, patterns: patterns.collect() }
    }

    /// The place of a type among all.
    pub(super) fn place(&self, name: &Ident) -> Option<usize> {
        self.types.get(&name.to_string()).map(|(place, _)| *place)
    }
}
