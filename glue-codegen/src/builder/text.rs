//! Options for the text of the whole file.

use super::Builder;

impl Builder {
    /// Has generated code name `glue-runtime` by another path than `::glue_runtime`: a dependency
    /// that is renamed, or a crate or module that re-exports it.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .runtime_path("facade::glue_runtime") // where `facade` has `pub use glue_runtime;`
    ///     .generate("glue.rs")
    /// # }
    /// ```
    ///
    /// The path starts with the name of a crate, with `::` before it or not, or with `crate`. The
    /// crate or module must have everything that `glue-runtime` has, as with
    /// `pub use glue_runtime;`. Attributes and derives that the options add and that name
    /// `::glue_runtime` name the other path as well.
    #[must_use]
    pub fn runtime_path(mut self, path: impl Into<String>) -> Self {
        self.options.runtime_path = Some(path.into());
        self
    }

    /// Puts comments before everything else in generated files, such as a license: a text of one
    /// line or more. Called again, that text as well.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .header("Copyright 2026 Example Corp.\nSPDX-License-Identifier: MIT")
    ///     .generate("glue.rs")
    /// # }
    /// ```
    ///
    /// Each line becomes a comment. One that starts with `//` stays as it is. Lines with control
    /// characters or marks of direction are errors.
    #[must_use]
    pub fn header(mut self, text: impl Into<String>) -> Self {
        self.options.header.push(text.into());
        self
    }
}
