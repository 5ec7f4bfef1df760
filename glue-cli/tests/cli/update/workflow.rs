//! The workflow that projects copy, `examples/update-models.yml`: its steps run in a repository whose
//! remote is a folder, with stand-ins for cargo and GitHub's own program.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{TEXT, shop};
use crate::fetch::Shop;

/// The shell lines of the workflow's steps, in order.
fn steps() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/update-models.yml");
    let text = fs::read_to_string(path).unwrap();
    let mut steps: Vec<String> = Vec::new();
    let mut is_block = false;
    for line in text.lines() {
        match (line.strip_prefix("        run: "), line.strip_prefix("          ")) {
            (Some("|"), _) => {
                steps.push(String::new());
                is_block = true;
            }
            (Some(command), _) => steps.push(format!("{command}\n")),
            (None, Some(command)) if is_block => {
                let step = steps.last_mut().unwrap();
                *step += command;
                *step += "\n";
            }
            _ => is_block = false,
        }
    }
    steps
}

/// A repository on GitHub: a bare one, a clone of it, and the programs of a runner.
struct Project {
    shop: Shop,
}

impl Project {
    fn new() -> Self {
        let shop = shop();
        shop.pip("1.2.4");
        shop.program("cargo", "echo \"cargo $*\" >> \"$RUNNER_TEMP/calls\"\n");
        let gh = "while [ $# -gt 0 ]; do\n case $1 in\n --title) title=$2 ;;\n --body-file) cat \"$2\" \
                  > \"$RUNNER_TEMP/body\" ;;\n --base) base=$2 ;;\n --head) head=$2 ;;\n esac\n shift\n\
                  done\necho \"gh $base <- $head: $title\" >> \"$RUNNER_TEMP/calls\"\n";
        shop.program("gh", gh);
        let own = Path::new(env!("CARGO_BIN_EXE_glue-codegen"));
        std::os::unix::fs::symlink(own, shop.0.path("programs/glue-codegen")).unwrap();
        fs::create_dir(shop.0.path("runner")).unwrap();
        let project = Self { shop };
        project.shell(
            "git init --quiet --bare --initial-branch main origin.git && git init --quiet \
             --initial-branch main clone && mv models clone/ && cd clone && git add . && git commit \
             --quiet --message Models && git remote add origin ../origin.git && git push --quiet \
             origin main",
        );
        project
    }

    /// Runs shell lines in the folder of the shop: what they print.
    #[track_caller]
    fn shell(&self, lines: &str) -> String {
        let programs = self.shop.0.path("programs");
        let path = format!("{}:/usr/bin:/bin", programs.display());
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", lines])
            .current_dir(self.shop.0.path(""))
            .env_clear()
            .envs([("PATH", path.as_str()), ("MODELS", "models"), ("GITHUB_REF_NAME", "main")])
            .envs([("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z"), ("GIT_CONFIG_GLOBAL", "/dev/null")])
            .envs([("GIT_AUTHOR_NAME", "Toy"), ("GIT_AUTHOR_EMAIL", "toy@example.com")])
            .envs([("GIT_COMMITTER_NAME", "Toy"), ("GIT_COMMITTER_EMAIL", "toy@example.com")])
            .env("RUNNER_TEMP", self.shop.0.path("runner"))
            .env("HOME", self.shop.0.path("home"))
            .output()
            .unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{lines}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the workflow in a fresh clone, as a runner does: what the steps print.
    fn workflow(&self) -> String {
        self.shell("rm -rf work && git clone --quiet --branch main origin.git work");
        steps().iter().map(|step| self.shell(&format!("cd work\n{step}"))).collect()
    }

    fn calls(&self) -> String {
        self.shop.0.read("runner/calls")
    }
}

#[test]
fn the_workflow_opens_one_pull_request_for_a_release() {
    let project = Project::new();
    project.workflow();
    assert_eq!(
        project.calls(),
        "cargo install --locked glue-cli\n\
         gh main <- models/botocore-1.2.4: Update models to botocore 1.2.4\n"
    );
    let (title, body) = TEXT.split_once("\n\n").unwrap();
    assert_eq!(title, "# Update models to botocore 1.2.4");
    assert_eq!(project.shop.0.read("runner/body"), body);
    assert_eq!(
        project.shell(
            "cd origin.git && git log --format='%D %s' --name-only models/botocore-1.2.4 -1"
        ),
        "models/botocore-1.2.4 Update models to botocore 1.2.4\n\nmodels/models.lock\n\
         models/requirements.txt\nmodels/toybox/2020-02-02/service-2.json\n\
         models/trains/2021-03-03/service-2.json\n"
    );
    assert_eq!(project.shell("cd origin.git && git log --format=%s main"), "Models\n");

    // The same release again: the branch is there.
    assert_eq!(
        project.workflow(),
        "The branch models/botocore-1.2.4 exists: its pull request is open, or was closed.\n"
    );
    assert_eq!(project.calls().matches("gh ").count(), 1);

    // After the merge there is nothing to do.
    project.shell("cd origin.git && git update-ref refs/heads/main models/botocore-1.2.4");
    project.shell("cd origin.git && git branch --quiet -D models/botocore-1.2.4");
    assert_eq!(project.workflow(), "The models are current.\n");
    assert_eq!(project.calls().matches("gh ").count(), 1);
}
