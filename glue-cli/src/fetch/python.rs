//! The user's Python: what botocore is installed, and what pip finds and downloads. So it is pip's index,
//! proxies and certificates that count.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use glue_model::Plain;

use super::release::Release;
use crate::failure::Failure;
use crate::progress;

const PACKAGE: &str = "botocore";

/// Arguments of pip in any use.
const PIP: [&str; 4] = ["-m", "pip", "--no-input", "--disable-pip-version-check"];

/// Prints the version and the folder of the models of botocore, or else of the AWS CLI.
const WHERE: &str = "\
import os
try:
    import botocore as package
    print('botocore', package.__version__)
except ImportError:
    import awscli, awscli.botocore as package
    print('aws-cli', awscli.__version__)
print(os.path.join(os.path.dirname(os.path.abspath(package.__file__)), 'data'))";

/// A package with models that Python can import.
pub(super) struct Installed {
    /// `botocore` or `aws-cli`.
    pub(super) package: String,
    pub(super) release: Release,
    pub(super) data: PathBuf,
}

/// What is installed; none where nothing is, or no Python.
pub(super) fn installed() -> Option<Installed> {
    let output = run(&["-c", WHERE]).ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (first, data) = text.trim_end().split_once('\n')?;
    let (package, release) = first.trim_end().split_once(' ')?;
    let data = PathBuf::from(data);
    let release = Release::parse(release)?;
    data.is_dir().then(|| Installed { package: package.to_owned(), release, data })
}

/// The newest release of botocore that pip finds.
pub(crate) fn newest() -> Result<Release, Failure> {
    progress::did("Asking", format_args!("pip for the newest {PACKAGE}"));
    let output = pip(&["index", "versions", "--ignore-requires-python", PACKAGE], PACKAGE)?;
    let text = String::from_utf8_lossy(&output.stdout);
    // The first line is `botocore (1.44.5)`.
    let named = text.lines().find_map(|line| line.strip_prefix(PACKAGE)?.trim().strip_prefix('('));
    named.and_then(|rest| Release::parse(rest.split(')').next()?)).ok_or_else(|| {
        Failure::unusable(
            format!("pip does not say which {PACKAGE} is the newest"),
            "name it, such as 1.44.5",
        )
    })
}

/// Downloads a release of botocore into a folder, and gives the path of the file.
pub(super) fn download(release: &Release, folder: &Path) -> Result<PathBuf, Failure> {
    let requirement = format!("{PACKAGE}=={release}");
    progress::did("Downloading", format_args!("{requirement} with pip"));
    let destination = folder.display().to_string();
    // A wheel is not built, so that nothing of the package runs.
    let arguments = [
        "download",
        "--quiet",
        "--no-deps",
        "--ignore-requires-python",
        "--only-binary",
        ":all:",
        "--dest",
        &destination,
        &requirement,
    ];
    pip(&arguments, &requirement)?;
    let entries = fs::read_dir(folder).map_err(|error| Failure::read(folder, &error))?;
    let file = entries.flatten().map(|entry| entry.path()).next();
    file.ok_or_else(|| {
        Failure::unusable(
            format!("pip has not downloaded {requirement}"),
            "download it yourself, and name the file with `--from`",
        )
    })
}

/// Runs pip to its end; if it fails, its own reason is given.
fn pip(arguments: &[&str], wanted: &str) -> Result<Output, Failure> {
    let arguments: Vec<&str> = PIP.iter().chain(arguments).copied().collect();
    let output = run(&arguments).map_err(|error| {
        Failure::unusable(
            format!("cannot run python3, whose pip is to get {wanted}: {error}"),
            "install Python with pip, or name a wheel or a folder of models with `--from`",
        )
    })?;
    if output.status.success() {
        return Ok(output);
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let reason =
        lines().find_map(|line| line.strip_prefix("ERROR: ")).or_else(|| lines().next_back());
    let reason = reason.unwrap_or("it does not say why");
    Err(Failure::unusable(
        format!("pip cannot get {wanted}: {}", Plain(reason)),
        "check the version and pip's index, or name a wheel or a folder of models with `--from`",
    ))
}

/// Runs Python to its end.
fn run(arguments: &[&str]) -> io::Result<Output> {
    let start = |program: &str| {
        let mut command = Command::new(program);
        // Reasons are shown in English, and text is UTF-8.
        command.args(arguments).stdin(Stdio::null()).env("LC_ALL", "C.UTF-8");
        command.env("PYTHONIOENCODING", "utf-8").output()
    };
    match start("python3") {
        // As Windows calls it.
        Err(error) if error.kind() == ErrorKind::NotFound => start("python").map_err(|_| error),
        output => output,
    }
}

/// A program on the path, with links followed.
pub(super) fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .and_then(|path| path.canonicalize().ok())
}
