//! What the parts of lowering share.

use std::collections::HashMap;

use glue_model::{Model, ShapeId};

use super::check_functions::Checks;
use super::closure::Closure;
use super::layout::Layout;
use super::names::TypeNames;
use crate::options::Options;

/// What the parts of lowering share.
pub(super) struct Lowering<'a> {
    pub(super) model: &'a Model,
    pub(super) options: &'a Options,
    pub(super) closure: &'a Closure,
    pub(super) names: TypeNames,
    pub(super) layout: Layout,
    pub(super) checks: Checks,
    pub(super) label_keys: HashMap<ShapeId, HashMap<String, String>>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(
        model: &'a Model,
        options: &'a Options,
        closure: &'a Closure,
        bytes: usize,
    ) -> Self {
        Self {
            model,
            options,
            closure,
            names: TypeNames::new(model, closure),
            layout: Layout::new(model),
            checks: Checks::new(model, bytes),
            label_keys: HashMap::new(),
        }
    }
}
