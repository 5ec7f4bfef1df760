//! The problems that lowering finds in a model or the options.

use glue_model::{Diagnostic, Diagnostics, Facet, Model, ShapeId, Source};

/// The problems found so far.
pub(super) struct Problems<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) model: &'a Model,
    pub(super) found: Diagnostics,
}

impl<'a> Problems<'a> {
    /// Starts without problems, for a model and the file that it was read from.
    pub(super) fn new(source: &'a Source<'a>, model: &'a Model) -> Self {
        Self { source, model, found: Diagnostics::default() }
    }

    /// Reports a problem with a shape, or with its member of the given name.
    pub(super) fn shape(
        &mut self,
        id: ShapeId,
        member: Option<&str>,
        facet: Facet,
        message: String,
    ) {
        let pointer = self.model.pointer(id, member, facet);
        let shape = &self.model.shape(id).name;
        self.found.push(Diagnostic::new(self.source.file, pointer, message).with_shape(shape));
    }

    /// Reports a problem with the options.
    pub(super) fn option(&mut self, message: String, help: String) {
        self.found.push(Diagnostic::new(self.source.file, "", message).with_help(help));
    }

    /// Stops between stages if there were problems.
    pub(super) fn gate(&mut self) -> Result<(), Diagnostics> {
        if self.found.is_empty() {
            return Ok(());
        }
        let mut found = std::mem::take(&mut self.found);
        found.locate_in(self.source);
        Err(found)
    }
}
