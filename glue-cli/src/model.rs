//! The model a subcommand works on: which one, and what is in it.

use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::{FixFile, Source, files};

use super::failure::Failure;

pub(super) const MODEL: &str = "model";
const FIXES: &str = "fixes";

/// Where the project keeps its own model.
const DEFAULT: &str = "models/glue/2017-03-31/service-2.json";

pub(super) const TOO_LARGE: &str = "no API model is that large: check the path";

/// Where a model comes from.
#[derive(Clone, Debug)]
pub(super) enum ModelInput {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A model as read, not compressed any more.
pub(super) struct ModelText {
    name: String,
    bytes: Vec<u8>,
}

/// The option that names the model.
pub(super) fn argument() -> Arg {
    Arg::new(MODEL)
        .long("model")
        .value_name("PATH")
        .value_parser(PathBufValueParser::new().map(ModelInput::from))
        .default_value(DEFAULT)
        .help("The model, .json or .json.gz; - is standard input")
}

/// The option that names the model, where there is another way to find one.
pub(super) fn optional_argument() -> Arg {
    Arg::new(MODEL)
        .long("model")
        .value_name("PATH")
        .value_parser(PathBufValueParser::new().map(ModelInput::from))
        .help("The model, .json or .json.gz [default: the one in models/, or installed, that fits]")
}

/// The option that names files of fixes.
pub(super) fn fixes_argument() -> Arg {
    Arg::new(FIXES)
        .long("fixes")
        .value_name("PATH")
        .action(ArgAction::Append)
        .value_parser(PathBufValueParser::new().map(ModelInput::from))
        .help("A file of named fixes for what the model has wrong; repeat it for more")
}

/// The files of fixes that the arguments name.
pub(super) fn fixes(matches: &ArgMatches) -> Result<Vec<FixFile>, Failure> {
    let inputs = matches.get_many::<ModelInput>(FIXES).unwrap_or_default();
    let read = |input: &ModelInput| {
        let ModelText { name, bytes } = input.read()?;
        Ok(FixFile { file: name, bytes })
    };
    inputs.map(read).collect()
}

/// The model and the files of fixes that the arguments name.
pub(super) fn inputs(matches: &ArgMatches) -> impl Iterator<Item = &ModelInput> {
    let model = matches.get_many::<ModelInput>(MODEL).unwrap_or_default();
    model.chain(matches.get_many::<ModelInput>(FIXES).unwrap_or_default())
}

/// The model that the arguments name. Standard input is refused where it should be fixes as well,
/// for it can be read only once.
pub(super) fn chosen(matches: &ArgMatches) -> Result<ModelInput, Failure> {
    let given = matches.get_one::<ModelInput>(MODEL).cloned();
    let model = given.unwrap_or_else(|| ModelInput::File(DEFAULT.into()));
    // Not every subcommand takes fixes.
    let fixes = matches.try_get_many::<ModelInput>(FIXES).ok().flatten().unwrap_or_default();
    let inputs = fixes.chain([&model]);
    if inputs.filter(|input| matches!(input, ModelInput::Stdin)).count() > 1 {
        return Err(Failure::unusable(
            "standard input cannot be several files",
            "give all but one of them by their paths",
        ));
    }
    Ok(model)
}

impl From<PathBuf> for ModelInput {
    fn from(path: PathBuf) -> Self {
        match path.as_os_str() == "-" {
            true => Self::Stdin,
            false => Self::File(path),
        }
    }
}

impl fmt::Display for ModelInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("<stdin>"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

impl ModelInput {
    /// The file, unless it is standard input.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::File(path) => Some(path),
        }
    }

    /// Reads the model, and decompresses it where its first bytes are gzip's.
    pub(super) fn read(&self) -> Result<ModelText, Failure> {
        let name = self.to_string();
        let read = match self {
            Self::Stdin => files::read_limited(io::stdin().lock()),
            Self::File(path) => File::open(path).and_then(files::read_limited),
        };
        let bytes = read.map_err(|error| unreadable(&name, &error))?;
        ModelText::unpack(name, bytes)
    }
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::NotFound if name == DEFAULT => {
            "that is the default: name your model with `--model`"
        }
        ErrorKind::NotFound => "check the path",
        ErrorKind::IsADirectory => "name a file in it",
        ErrorKind::FileTooLarge => TOO_LARGE,
        _ => "check that it is a file, and that you may read it",
    };
    Failure::unusable(format!("cannot read {name}: {error}"), help)
}

fn undecompressed(name: &str, error: &io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::FileTooLarge => TOO_LARGE,
        _ => "check that the file is whole, with `gzip --test`",
    };
    Failure::unusable(format!("cannot decompress {name}: {error}"), help)
}

impl ModelText {
    /// The bytes of a file, decompressed where the first are gzip's.
    pub(super) fn unpack(name: String, bytes: Vec<u8>) -> Result<Self, Failure> {
        if !files::is_compressed(&bytes) {
            return Ok(Self { name, bytes });
        }
        match files::decompress(&bytes) {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(error) => Err(undecompressed(&name, &error)),
        }
    }

    /// The text, as the library takes it.
    pub(super) fn source(&self) -> Source<'_> {
        Source { file: &self.name, bytes: &self.bytes }
    }
}
