//! Options for cargo and other build systems.

use std::path::PathBuf;

use super::Builder;

impl Builder {
    /// Sets whether cargo is told to run the build script again when the model or a file of fixes
    /// changes. It is by default.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// // A program that is not a build script, such as a task of the repository.
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .rerun_if_changed(false)
    ///     .generate("/repository/src/glue.rs")
    /// # }
    /// ```
    ///
    /// Without any such line from the build script, cargo runs it again when any file of the package
    /// changes.
    #[must_use]
    pub fn rerun_if_changed(mut self, rerun: bool) -> Self {
        self.build_system.is_unwatched = !rerun;
        self
    }

    /// Also writes a file of dependencies for other build systems, such as Make and Ninja: a rule
    /// that says which files the generated one was made from. The path is relative to `OUT_DIR`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .depfile("/build/glue.d") // /build/glue.rs: models/service-2.json
    ///     .generate("/build/glue.rs")
    /// # }
    /// ```
    ///
    /// The output of [`generate_folder`](Self::generate_folder) is its `mod.rs` in the rule. A file
    /// that is there and is not a rule for that output is an error.
    #[must_use]
    pub fn depfile(mut self, path: impl Into<PathBuf>) -> Self {
        self.build_system.depfile = Some(path.into());
        self
    }
}
