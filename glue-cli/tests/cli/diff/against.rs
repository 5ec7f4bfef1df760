//! `--against`: a file and itself in a revision of a git repository.

use std::io::Write;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::base;
use crate::support::{Playground, Run};

/// The base model with room for less.
fn changed() -> Value {
    let mut model = base();
    model["shapes"]["Count"]["max"] = json!(9);
    model
}

const CHANGE: &str = "\
shape Count, sent by both
  ~ range 1 or more -> 1 to 9 (tighter)

1 change: 0 breaking, 1 behavior, 0 additive
";

/// Runs git in the playground, without what the machine is configured to.
#[track_caller]
fn git(playground: &Playground, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(playground.path(""))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(["-c", "user.name=Toy", "-c", "user.email=toy@example.com"])
        .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A repository whose one commit has the base model at `path`, and whose folder has another now.
fn repository(path: &str, old: impl AsRef<[u8]>, new: impl AsRef<[u8]>) -> Playground {
    let playground = Playground::new();
    std::fs::create_dir_all(playground.path(path).parent().unwrap()).unwrap();
    playground.write(path, old);
    git(&playground, &["init", "--quiet", "."]);
    git(&playground, &["add", path]);
    git(&playground, &["commit", "--quiet", "--message", "Old"]);
    playground.write(path, new);
    playground
}

/// A run in a folder of its own repository, whatever lies around it.
fn run(playground: &Playground, arguments: &[&str]) -> Run {
    let mut command = playground.command(["diff"]);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    // A folder for temporary files may lie in a repository.
    let ceiling = playground.path("").parent().unwrap().parent().unwrap().to_owned();
    command.env("GIT_CEILING_DIRECTORIES", ceiling);
    command.args(arguments).output().unwrap().into()
}

#[test]
fn a_file_is_compared_with_what_it_was() {
    let playground = repository("model.json", base().to_string(), changed().to_string());
    assert_eq!(run(&playground, &["--against", "git:HEAD", "model.json"]), Run::fine(CHANGE));
    let path = playground.path("model.json");
    let path = path.to_str().unwrap();
    assert_eq!(run(&playground, &["--against=git:HEAD", path]), Run::fine(CHANGE));
    git(&playground, &["commit", "--all", "--quiet", "--message", "New"]);
    git(&playground, &["tag", "new"]);
    let none = Run::fine("no changes\n");
    assert_eq!(run(&playground, &["--against", "git:new", "model.json"]), none);
    let run = run(&playground, &["--against", "git:HEAD~1", "--deny", "behavior", "model.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), CHANGE));
    let message = "error: 1 behavior change from HEAD~1:model.json to model.json\n";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
}

#[test]
fn a_compressed_file_in_a_folder_is_decompressed() {
    let packed = |model: Value| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(model.to_string().as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let path = "models/-toy/model.json.gz";
    let playground = repository(path, packed(base()), packed(changed()));
    assert_eq!(run(&playground, &["--against", "git:HEAD", path]), Run::fine(CHANGE));
}

#[test]
fn problems_of_the_old_version_name_the_revision() {
    let playground = repository("model.json", "[]", base().to_string());
    let run = run(&playground, &["--against", "git:HEAD", "model.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("\n  --> HEAD:model.json:1:1\n"), "{}", run.stderr);
}

#[test]
fn what_git_does_not_have_is_told() {
    let playground = repository("model.json", base().to_string(), changed().to_string());
    let failed = |arguments: &[&str], message: &str| {
        assert_eq!(run(&playground, arguments), Run::failed(2, message));
    };
    failed(
        &["--against", "git:v9", "model.json"],
        "\
error: the repository has no revision `v9`
  = help: name a commit, branch or tag; `git fetch` may be needed first
",
    );
    failed(
        &["--against", "git:HEAD", "toy.json"],
        "\
error: cannot read HEAD:toy.json: the revision has no such file
  = help: name a revision in which the file has this path, or both files by their paths
",
    );
    // The folder was there, and is not the file's content.
    failed(
        &["--against", "git:HEAD:model.json", "model.json"],
        "\
error: the repository has no revision `HEAD:model.json`
  = help: name a commit, branch or tag; `git fetch` may be needed first
",
    );
    failed(
        &["--against", "git:HEAD", "-"],
        "\
error: standard input is in no revision
  = help: name the file that `--against` is to look up
",
    );
    let missing = run(&playground, &["--against", "git:HEAD", "nowhere/model.json"]);
    assert_eq!((missing.code, missing.stdout.as_str()), (Some(2), ""));
    assert!(missing.stderr.starts_with("error: cannot read nowhere/model.json: "));
    assert_eq!(missing.stderr.matches("error: ").count(), 1, "{}", missing.stderr);
}

#[test]
fn a_folder_without_a_repository_is_told() {
    let playground = Playground::new();
    let run = run(&playground, &["--against", "git:HEAD", "toy.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("error: git finds no repository at .: "), "{}", run.stderr);
    let help = "\n  = help: run it where the model is under version control\n";
    assert!(run.stderr.ends_with(help), "{}", run.stderr);
}

#[test]
fn a_machine_without_git_is_told() {
    let playground = Playground::new();
    let mut command = playground.command(["diff", "--against", "git:HEAD", "toy.json"]);
    let run = Run::from(command.env("PATH", "").output().unwrap());
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("error: cannot run git: "), "{}", run.stderr);
    let help = "\n  = help: install git, or give both models as files\n";
    assert!(run.stderr.ends_with(help), "{}", run.stderr);
}

#[test]
fn what_is_no_revision_is_wrong_usage() {
    let playground = Playground::new();
    let told = |against: &str, files: &[&str]| {
        let run = run(&playground, &[&["--against", against], files].concat());
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        run.stderr.lines().next().unwrap().to_owned()
    };
    let invalid =
        |value, why| format!("error: invalid value '{value}' for '--against <git:REV>': {why}");
    let one = &["toy.json"];
    let begin = "begin with `git:`, such as git:HEAD~1";
    assert_eq!(told("HEAD", one), invalid("HEAD", begin));
    assert_eq!(told("git:", one), invalid("git:", "name a revision, such as git:HEAD~1"));
    let dash = "a revision does not begin with `-`";
    assert_eq!(told("git:--all", one), invalid("git:--all", dash));
    assert_eq!(
        told("git:HEAD", &["toy.json", "toy.json"]),
        "error: the argument '--against <git:REV>' cannot be used with '[OLD]'"
    );
}

#[test]
fn a_hook_of_git_reads_the_same_file() {
    let model = base().to_string();
    let playground = repository("models/model.json", &model, changed().to_string());
    // With `GIT_DIR`, which git sets for hooks, a path would begin at the top of the repository.
    playground.write("model.json", "{}");
    git(&playground, &["add", "model.json"]);
    git(&playground, &["commit", "--quiet", "--message", "Another file"]);
    let arguments = ["diff", "--deny", "nothing", "--against", "git:HEAD", "models/model.json"];
    let plain = playground.run(arguments);
    assert_eq!(plain.code, Some(0), "{}", plain.stderr);
    let mut hook = playground.command(arguments);
    hook.env("GIT_DIR", playground.path(".git")).env("GIT_PREFIX", "");
    assert_eq!(Run::from(hook.output().unwrap()), plain);
}
