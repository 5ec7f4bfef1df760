//! What cargo and other build systems learn of the files that a run reads.

use std::path::{Path, PathBuf};

use super::{Builder, create, output_path};
use crate::error::Error;
use crate::files;

/// What build systems are told.
#[derive(Clone, Debug, Default)]
pub(super) struct BuildSystem {
    /// Whether cargo is not told which files to watch.
    is_unwatched: bool,
    depfile: Option<PathBuf>,
}

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

    /// The files that a run reads.
    fn inputs(&self) -> impl Iterator<Item = &Path> {
        [&self.model].into_iter().chain(&self.fixes).map(PathBuf::as_path)
    }

    /// Tells cargo which files to watch.
    pub(super) fn announce_inputs(&self) -> Result<(), Error> {
        if self.build_system.is_unwatched {
            return Ok(());
        }
        self.inputs().try_for_each(|input| {
            println!("{}", rerun_if_changed(input)?);
            Ok(())
        })
    }

    /// Writes the file of dependencies, if there is to be one.
    pub(super) fn write_depfile(&self, output: &Path) -> Result<(), Error> {
        match &self.build_system.depfile {
            Some(path) => {
                let path = output_path(path)?;
                path.parent().map_or(Ok(()), create)?;
                files::write_depfile(&path, output, self.inputs())
            }
            None => Ok(()),
        }
    }
}

/// The line that tells cargo to watch a file. A line break in the path would end the line, and
/// cargo would obey the rest as another instruction.
fn rerun_if_changed(path: &Path) -> Result<String, Error> {
    let shown = path.display().to_string();
    match shown.contains(['\n', '\r']) {
        true => Err(Error::Path { path: path.to_owned() }),
        false => Ok(format!("cargo::rerun-if-changed={shown}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_line_for_cargo() {
        let line = rerun_if_changed(Path::new("models/glue 1.json")).unwrap();
        assert_eq!(line, "cargo::rerun-if-changed=models/glue 1.json");
        for path in ["x\ncargo::rustc-link-arg=-evil\n.json", "x\r.json"] {
            let error = rerun_if_changed(Path::new(path)).unwrap_err().to_string();
            assert_eq!(error.lines().count(), 1);
            let end = "has a line break, so build systems cannot watch it: rename the file";
            assert!(error.ends_with(end), "{error}");
        }
    }
}
