//! Where models are looked for, by what the arguments or the lock say.

use std::env;
use std::path::Path;

use super::aws_cli;
use super::collection::Collection;
use super::library::Library;
use super::origin::Origin;
use super::python;
use super::release::Release;
use super::search_path;
use crate::failure::Failure;

/// Where models are looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A file or folder.
    Path(String),
    /// A release of botocore: the installed one if it is that, or else from pip's index.
    Release(Release),
    /// An installed AWS CLI.
    AwsCli,
    /// Where botocore searches: the user's folders, and then the release, or else what is installed, or
    /// else the newest release.
    Usual(Option<Release>),
}

impl Place {
    /// Where more of what comes from there is looked for.
    pub(crate) fn of(origin: &Origin) -> Self {
        match origin {
            Origin::Botocore(release) => Self::Release(release.clone()),
            Origin::AwsCli(_) => Self::AwsCli,
            Origin::Path(path) => Self::Path(path.clone()),
        }
    }

    /// Reads the value of `--from`: a version such as `botocore==1.44.5`, or a path.
    pub(crate) fn parse(text: &str) -> Self {
        match Origin::parse(text) {
            Origin::Botocore(release) => Self::Release(release),
            Origin::AwsCli(_) | Origin::Path(_) => Self::Path(text.to_owned()),
        }
    }

    /// Finds the models there.
    pub(crate) fn open(&self) -> Result<Library, Failure> {
        let collections = match self {
            Self::Path(name) => vec![Collection::open(&search_path::expanded(name), name)?],
            Self::Release(release) => vec![of_release(release)?],
            Self::AwsCli => vec![of_aws_cli()?.ok_or_else(no_aws_cli)?],
            Self::Usual(release) => {
                let mut collections = search_path::collections()?;
                collections.push(match release {
                    Some(release) => of_release(release)?,
                    None => of_what_is_there()?,
                });
                collections
            }
        };
        Ok(Library::new(collections))
    }
}

/// A release of botocore.
fn of_release(release: &Release) -> Result<Collection, Failure> {
    match python::installed() {
        Some(found) if found.package == "botocore" && found.release == *release => {
            Ok(Collection::open(&found.data, "")?.from(Origin::Botocore(found.release)))
        }
        _ => downloaded(release),
    }
}

/// A release of botocore from pip's index.
fn downloaded(release: &Release) -> Result<Collection, Failure> {
    let scratch =
        tempfile::tempdir().map_err(|error| Failure::write(env::temp_dir().display(), &error))?;
    let path = python::download(release, scratch.path())?;
    let collection = Collection::open(&path, "")?;
    match collection.origin == Origin::Botocore(release.clone()) {
        true => Ok(collection.keeping(scratch)),
        false => Err(Failure::unusable(
            format!("pip has downloaded something else than botocore=={release}"),
            "check pip's index, or name a wheel with `--from`",
        )),
    }
}

/// The models of a folder, if it has some.
pub(crate) fn folder(path: &Path) -> Result<Option<Library>, Failure> {
    let collection = Collection::of_search_path(path, &path.display().to_string())?;
    Ok(collection.map(|collection| Library::new(vec![collection])))
}

/// The models of the user's folders, and of an installed botocore or AWS CLI, if there are some.
pub(crate) fn installed() -> Result<Option<Library>, Failure> {
    let mut collections = search_path::collections()?;
    if let Some(found) = python::installed() {
        collections.push(Collection::open(&found.data, "")?);
    } else if let Some((release, data)) = aws_cli::find() {
        collections.push(Collection::open(&data, "")?.from(Origin::AwsCli(release)));
    }
    Ok(Some(collections).filter(|all| !all.is_empty()).map(Library::new))
}

/// An installed botocore or AWS CLI, or else the newest botocore.
fn of_what_is_there() -> Result<Collection, Failure> {
    if let Some(found) = python::installed() {
        let origin = match found.package.as_str() {
            "botocore" => Origin::Botocore(found.release),
            _ => Origin::AwsCli(found.release),
        };
        return Ok(Collection::open(&found.data, "")?.from(origin));
    }
    // Python has neither, so that it need not be asked again.
    match aws_cli::find() {
        Some((release, data)) => Ok(Collection::open(&data, "")?.from(Origin::AwsCli(release))),
        None => downloaded(&python::newest()?),
    }
}

fn of_aws_cli() -> Result<Option<Collection>, Failure> {
    let of_python = || {
        let found = python::installed().filter(|found| found.package != "botocore")?;
        Some((found.release, found.data))
    };
    let Some((release, data)) = aws_cli::find().or_else(of_python) else { return Ok(None) };
    Ok(Some(Collection::open(&data, "")?.from(Origin::AwsCli(release))))
}

fn no_aws_cli() -> Failure {
    Failure::unusable(
        "the AWS CLI, which a model in the lock is from, is not installed with models",
        "install it, or fetch the model again from elsewhere with `--from`",
    )
}
