//! The data that every part of lowering reads and none changes.

use glue_model::Model;

use super::closure::Closure;
use super::elsewhere::Elsewhere;
use super::layout::Layout;
use super::names::TypeNames;
use super::renames::Renames;
use crate::options::Options;

/// The data that every part of lowering reads.
pub(super) struct Context<'a> {
    pub(super) model: &'a Model,
    pub(super) options: &'a Options,
    pub(super) closure: &'a Closure,
    pub(super) elsewhere: &'a Elsewhere,
    pub(super) names: TypeNames,
    pub(super) layout: Layout,
    pub(super) renames: Renames,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        model: &'a Model,
        options: &'a Options,
        closure: &'a Closure,
        elsewhere: &'a Elsewhere,
        renames: Renames,
    ) -> Self {
        let (names, layout) = (TypeNames::new(model, closure), Layout::new(model));
        Self { model, options, closure, elsewhere, names, layout, renames }
    }
}
