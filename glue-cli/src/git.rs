//! Files as they are in a revision of a git repository, by git itself.

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use super::failure::Failure;
use glue_codegen::files::read_limited;

use super::model::TOO_LARGE;

/// A revision by any name that git has for it, such as `HEAD~1`, `v1.2` or a hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Revision(String);

impl Revision {
    /// Refuses what git would take for an option.
    pub(super) fn new(name: &str) -> Result<Self, String> {
        match name {
            "" => Err("name a revision, such as git:HEAD~1".to_owned()),
            _ if name.starts_with('-') => Err("a revision does not begin with `-`".to_owned()),
            _ => Ok(Self(name.to_owned())),
        }
    }

    /// How messages name a file in the revision.
    pub(super) fn name_of(&self, path: &Path) -> String {
        format!("{}:{}", self.0, path.display())
    }

    /// What a file holds in the revision.
    pub(super) fn read(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        let Some(file) = path.file_name() else {
            let message = format!("cannot read {}: it is not a file's path", self.name_of(path));
            return Err(Failure::unusable(message, "name the file as it is now"));
        };
        let folder = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let commit = self.commit(folder)?;
        let mut object = OsString::from(commit);
        object.push(":./");
        object.push(file);
        self.blob(folder, &object, path)
    }

    /// The hash of the commit.
    fn commit(&self, folder: &Path) -> Result<String, Failure> {
        let output = run(folder, &["rev-parse".as_ref(), "--git-dir".as_ref()])?;
        if !output.status.success() {
            let message = format!("git finds no repository at {}", folder.display());
            let help = match reason(&output).contains("dubious ownership") {
                true => {
                    "tell git to trust it, with `git config --global --add safe.directory PATH`"
                }
                false => "run it where the model is under version control",
            };
            return Err(refused(message, &output, help));
        }
        let name = OsString::from(format!("{}^{{commit}}", self.0));
        let arguments = ["rev-parse".as_ref(), "--verify".as_ref(), "--quiet".as_ref(), &*name];
        let output = run(folder, &arguments)?;
        match String::from_utf8(output.stdout) {
            Ok(hash) if output.status.success() => Ok(hash.trim_end().to_owned()),
            _ => Err(Failure::unusable(
                format!("the repository has no revision `{}`", self.0.escape_debug()),
                "name a commit, branch or tag; `git fetch` may be needed first",
            )),
        }
    }

    /// The bytes of a file in the repository.
    fn blob(&self, folder: &Path, object: &OsStr, path: &Path) -> Result<Vec<u8>, Failure> {
        let name = self.name_of(path);
        let mut child = command(folder, &["cat-file".as_ref(), "blob".as_ref(), object])
            .spawn()
            .map_err(|error| not_started(&error))?;
        let bytes = child.stdout.take().map(read_limited).unwrap_or_else(|| Ok(Vec::new()));
        if bytes.is_err() {
            stop(&mut child);
        }
        match (bytes, child.wait_with_output()) {
            (Err(error), _) => {
                let help = match error.kind() {
                    ErrorKind::FileTooLarge => TOO_LARGE,
                    _ => "check the repository, with `git fsck`",
                };
                Err(Failure::unusable(format!("cannot read {name}: {error}"), help))
            }
            (Ok(bytes), Ok(output)) if output.status.success() => Ok(bytes),
            (Ok(_), Ok(output)) if !has_no_file(&output) => Err(refused(
                format!("cannot read {name}"),
                &output,
                "check the repository, with `git fsck`",
            )),
            _ => Err(Failure::unusable(
                format!("cannot read {name}: the revision has no such file"),
                "name a revision in which the file has this path, or both files by their paths",
            )),
        }
    }
}

/// Stops git where it has more to say than anyone reads.
fn stop(child: &mut Child) {
    // If it has ended by itself, all the better.
    let _ = child.kill();
}

/// What git sets for the programs of hooks. The file's own repository is meant, and its path in that.
const HOOKS: [&str; 5] =
    ["GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"];

fn command(folder: &Path, arguments: &[&OsStr]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped());
    // Reasons are looked at, and shown, in English.
    command.stderr(Stdio::piped()).env("LC_ALL", "C");
    HOOKS.iter().for_each(|variable| {
        command.env_remove(variable);
    });
    command
}

/// Runs git to its end.
fn run(folder: &Path, arguments: &[&OsStr]) -> Result<Output, Failure> {
    command(folder, arguments).output().map_err(|error| not_started(&error))
}

fn not_started(error: &std::io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::NotFound => "install git, or give both models as files",
        _ => "check that `git --version` runs, or give both models as files",
    };
    Failure::unusable(format!("cannot run git: {error}"), help)
}

/// A failure for which git has a reason.
fn refused(message: String, output: &Output, help: &str) -> Failure {
    match reason(output).as_str() {
        "" => Failure::unusable(message, help),
        reason => {
            let reason = glue_model::Plain(reason);
            Failure::unusable(format!("{message}: {reason}"), help)
        }
    }
}

/// The first line of what git says about a failure.
fn reason(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("fatal: ").unwrap_or(line).to_owned()
}

/// Whether git finds no file of the name in the revision.
fn has_no_file(output: &Output) -> bool {
    let reason = reason(output);
    ["does not exist in", "exists on disk, but not in", "Not a valid object name"]
        .iter()
        .any(|words| reason.contains(words))
}
