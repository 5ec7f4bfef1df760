//! What cargo and other build systems learn of the files that a run reads.

use std::path::{Path, PathBuf};

use crate::error::Error;

/// What build systems are told.
#[derive(Clone, Debug, Default)]
pub(super) struct BuildSystem {
    /// Whether cargo is not told which files to watch.
    pub(super) is_unwatched: bool,
    /// The file of dependencies to write.
    pub(super) depfile: Option<PathBuf>,
}

impl BuildSystem {
    /// Tells cargo which files to watch.
    pub(super) fn announce<'a>(
        &self,
        mut inputs: impl Iterator<Item = &'a PathBuf>,
    ) -> Result<(), Error> {
        if self.is_unwatched {
            return Ok(());
        }
        inputs.try_for_each(|input| {
            println!("{}", rerun_if_changed(input)?);
            Ok(())
        })
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
