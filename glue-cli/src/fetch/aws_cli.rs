//! Version 2 of the AWS CLI, which brings its own models.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::python;
use super::release::Release;

/// Where models are from the program's folder, by the kinds of installation.
const PLACES: [&str; 4] = [
    "awscli/botocore/data",
    "aws_cli/botocore/data",
    "_internal/awscli/botocore/data",
    "botocore/data",
];

/// The version of the installed AWS CLI and the folder of its models.
pub(super) fn find() -> Option<(Release, PathBuf)> {
    let program = python::program(if cfg!(windows) { "aws.exe" } else { "aws" })?;
    let folder = program.parent()?;
    let beside = PLACES.iter().map(|place| folder.join(place));
    let data = beside.chain(site_packages(folder)).find(|path| path.is_dir())?;
    Some((version(&program)?, data))
}

/// Where a package manager that builds it from source has them.
fn site_packages(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let library = folder.join("../lib");
    let pythons = fs::read_dir(library).into_iter().flatten().flatten();
    pythons.map(|python| python.path().join("site-packages/awscli/botocore/data"))
}

/// The version that the program says, as in `aws-cli/2.15.30 Python/3.11.8 Linux/6.1`.
fn version(program: &Path) -> Option<Release> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Release::parse(text.strip_prefix("aws-cli/")?.split_whitespace().next()?)
}
