//! Which two versions are compared: two files, or a file with itself in a revision.

use std::path::Path;

use clap::builder::{PathBufValueParser, StringValueParser, TypedValueParser};
use clap::{Arg, ArgMatches};
use glue_codegen::Options;

use crate::failure::Failure;
use crate::git::Revision;
use crate::model::{ModelInput, ModelText};
use crate::selection;

const OLD: &str = "OLD";
const NEW: &str = "NEW";
const AGAINST: &str = "against";

/// What comes before a revision.
const GIT: &str = "git:";

/// The arguments that name the versions.
pub(super) fn arguments() -> [Arg; 3] {
    let input = |id| {
        Arg::new(id).value_name(id).value_parser(PathBufValueParser::new().map(ModelInput::from))
    };
    [
        input(OLD)
            .required_unless_present(AGAINST)
            .help("The old version, .json or .json.gz; - is standard input"),
        input(NEW).required(true).help("The new version"),
        Arg::new(AGAINST)
            .long("against")
            .value_name("git:REV")
            .conflicts_with(OLD)
            .value_parser(StringValueParser::new().try_map(|text| revision(&text)))
            .help("Compare NEW with what the file was in a revision of its git repository"),
    ]
}

fn revision(text: &str) -> Result<Revision, String> {
    match text.strip_prefix(GIT) {
        Some(name) => Revision::new(name),
        None => Err("begin with `git:`, such as git:HEAD~1".to_owned()),
    }
}

/// Where a version comes from.
enum Version<'a> {
    Input(&'a ModelInput),
    /// A file in a revision.
    Git(&'a Revision, &'a Path),
}

impl Version<'_> {
    fn name(&self) -> String {
        match self {
            Self::Input(input) => input.to_string(),
            Self::Git(revision, path) => revision.name_of(path),
        }
    }

    fn read(&self) -> Result<ModelText, Failure> {
        match self {
            Self::Input(input) => input.read(),
            Self::Git(revision, path) => ModelText::unpack(self.name(), revision.read(path)?),
        }
    }
}

/// The two versions that are compared.
pub(super) struct Versions<'a> {
    old: Version<'a>,
    new: Version<'a>,
}

impl<'a> Versions<'a> {
    /// The versions that the arguments name; `others` are files that the run reads beside them.
    pub(super) fn chosen(
        matches: &'a ArgMatches,
        others: impl Iterator<Item = &'a ModelInput>,
    ) -> Result<Self, Failure> {
        let new = matches.get_one::<ModelInput>(NEW).unwrap_or(&ModelInput::Stdin);
        let old = match matches.get_one::<Revision>(AGAINST) {
            None => {
                Version::Input(matches.get_one::<ModelInput>(OLD).unwrap_or(&ModelInput::Stdin))
            }
            Some(revision) => match new.path() {
                Some(path) => Version::Git(revision, path),
                None => {
                    return Err(Failure::unusable(
                        "standard input is in no revision",
                        "name the file that `--against` is to look up",
                    ));
                }
            },
        };
        let is_stdin = |input: &&ModelInput| matches!(input, ModelInput::Stdin);
        let given = match &old {
            Version::Input(old) => Some(*old),
            Version::Git(..) => None,
        };
        match (given.filter(is_stdin).is_some(), is_stdin(&new), others.filter(is_stdin).count()) {
            (true, true, _) => Err(Failure::unusable(
                "standard input cannot be both models",
                "give at least one of them as a file",
            )),
            (true, _, 1..) | (_, true, 1..) | (_, _, 2..) => Err(Failure::unusable(
                "standard input cannot be several files",
                "give all but one of them by their paths",
            )),
            _ => Ok(Self { old, new: Version::Input(new) }),
        }
    }

    /// How messages name them: the old one, then the new one.
    pub(super) fn names(&self) -> (String, String) {
        (self.old.name(), self.new.name())
    }

    /// Reads both models. Where one cannot be read, the other's problems are reported as well.
    pub(super) fn read(&self, matches: &ArgMatches) -> Result<(ModelText, ModelText), Failure> {
        let new = match (&self.old, self.new.read()) {
            // Git would only say once more that the path is wrong.
            (Version::Git(..), Err(failure)) => return Err(failure),
            (_, new) => new,
        };
        match (self.old.read(), new) {
            (Ok(old), Ok(new)) => Ok((old, new)),
            (old, new) => {
                let mut options = Options::default();
                options.service = selection::service(matches);
                let problem = |text: Result<ModelText, Failure>| match text {
                    // Whatever is found on the way to the patterns.
                    Ok(text) => glue_codegen::inspect::patterns(&text.source(), &options)
                        .err()
                        .map(Failure::from),
                    Err(failure) => Some(failure),
                };
                Err(Failure::Incomparable([old, new].into_iter().filter_map(problem).collect()))
            }
        }
    }
}
