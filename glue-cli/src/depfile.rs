//! `--depfile`: what the generated file is made from, for Make and Ninja.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};
use glue_codegen::{Error, files};

use super::failure::Failure;
use super::model::{self, ModelInput};

const DEPFILE: &str = "depfile";

/// The option that names the file of dependencies.
pub(super) fn argument() -> Arg {
    Arg::new(DEPFILE)
        .long(DEPFILE)
        .value_name("PATH")
        .value_parser(value_parser!(PathBuf))
        .help("A file for Make or Ninja that says which files --out is made from")
}

/// A file of dependencies to write.
pub(super) struct Depfile<'a> {
    path: &'a Path,
    output: PathBuf,
    inputs: Vec<&'a Path>,
}

impl<'a> Depfile<'a> {
    /// The file that the arguments name, if they name one; `output` is the generated file, if one is
    /// written.
    pub(super) fn chosen(
        matches: &'a ArgMatches,
        output: Option<PathBuf>,
    ) -> Result<Option<Self>, Failure> {
        let Some(path) = matches.get_one::<PathBuf>(DEPFILE) else { return Ok(None) };
        let Some(output) = output else {
            return Err(Failure::unusable(
                "`--depfile` needs a generated file",
                "name it with `--out`, and leave out `--check`",
            ));
        };
        let inputs: Option<Vec<&Path>> = model::inputs(matches).map(ModelInput::path).collect();
        match inputs {
            Some(inputs) => Ok(Some(Self { path, output, inputs })),
            None => Err(Failure::unusable(
                "`--depfile` cannot name standard input",
                "give the model and the fixes by their paths",
            )),
        }
    }

    /// Writes the file.
    pub(super) fn write(&self) -> Result<(), Failure> {
        let inputs = self.inputs.iter().copied();
        files::write_depfile(self.path, &self.output, inputs).map_err(|error| match error {
            Error::Foreign { path, .. } => Failure::unusable(
                format!("{} is not a rule for {}", path.display(), self.output.display()),
                "move it, or name another file with `--depfile`",
            ),
            other => Failure::of_files(other),
        })
    }
}
