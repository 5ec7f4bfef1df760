//! `generate --check`: fresh, stale and missing files.

use std::process::Stdio;

use crate::support::{Playground, Run, generated_all};

const CHECK: [&str; 6] = ["generate", "--model", "toy.json", "--out", "toy.rs", "--check"];

#[test]
fn a_fresh_file_passes_in_silence() {
    let playground = Playground::new();
    playground.write("toy.rs", generated_all());
    assert_eq!(playground.run(CHECK), Run::fine(""));
}

#[test]
fn a_stale_file_fails_with_a_diff_and_stays_as_it_is() {
    let playground = Playground::new();
    let fresh = generated_all();
    let lines: Vec<&str> = fresh.lines().collect();
    let at = lines.iter().position(|line| *line == "/// Fetches one toy.").unwrap();
    let stale = fresh.replacen(lines[at], "/// Fetches toys.", 1);
    playground.write("toy.rs", &stale);

    let context =
        |lines: &[&str]| lines.iter().map(|line| format!(" {line}\n")).collect::<String>();
    let (before, after) = (context(&lines[at - 3..at]), context(&lines[at + 1..at + 4]));
    let start = at - 3 + 1;
    assert_eq!(
        playground.run(CHECK),
        Run {
            code: Some(1),
            stdout: format!(
                "\
--- toy.rs
+++ toy.rs
@@ -{start},7 +{start},7 @@
{before}-/// Fetches toys.
+/// Fetches one toy.
{after}"
            ),
            stderr: "\
error: toy.rs is stale: it is not what is generated from the model now
  = help: to generate it, run the same command without `--check`
"
            .to_owned(),
        }
    );
    assert_eq!(playground.read("toy.rs"), stale);
}

#[test]
fn a_missing_line_end_shows_in_the_diff() {
    let playground = Playground::new();
    playground.write("toy.rs", generated_all().trim_end());
    let run = playground.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.ends_with("\n-}\n\\ No newline at end of file\n+}\n"), "{}", run.stdout);
}

#[test]
fn a_missing_file_fails_with_all_of_it_and_is_not_created() {
    let playground = Playground::new();
    let added: String = generated_all().lines().map(|line| format!("+{line}\n")).collect();
    let lines = generated_all().lines().count();
    assert_eq!(
        playground.run(CHECK),
        Run {
            code: Some(1),
            stdout: format!("--- /dev/null\n+++ toy.rs\n@@ -0,0 +1,{lines} @@\n{added}"),
            stderr: "\
error: toy.rs does not exist
  = help: to generate it, run the same command without `--check`
"
            .to_owned(),
        }
    );
    assert_eq!(playground.names(), ["toy.json"]);
}

#[test]
fn a_file_in_a_missing_directory_is_missing() {
    let playground = Playground::new();
    let run = playground.run(["generate", "--model", "toy.json", "--out", "src/toy.rs", "--check"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.starts_with("error: src/toy.rs does not exist\n"), "{}", run.stderr);
    assert_eq!(playground.names(), ["toy.json"]);
}

#[test]
fn line_ends_that_git_changed_are_called_by_name() {
    let playground = Playground::new();
    playground.write("toy.rs", generated_all().replace('\n', "\r\n"));
    assert_eq!(
        playground.run(CHECK),
        Run::failed(
            1,
            "\
error: toy.rs has other line ends than what is generated
  = help: set the file's attribute `eol=lf` in .gitattributes if git changed them
"
        )
    );
}

#[test]
fn a_file_that_is_not_text_is_stale() {
    let playground = Playground::new();
    playground.write("toy.rs", [0xff, 0xfe, b'\n']);
    let run = playground.run(CHECK);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("\n-\u{fffd}\u{fffd}\n"), "{}", run.stdout);
}

#[test]
fn problems_of_the_model_come_before_the_comparison() {
    let playground = Playground::new();
    playground.write("toy.rs", "stale");
    let run = playground.run(CHECK.into_iter().chain(["--operation", "Nope"]));
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.starts_with("error: the model has no operation `Nope`\n"));
}

#[test]
fn standard_output_cannot_be_checked() {
    let expected = Run::failed(
        2,
        "\
error: `--check` needs a file to check
  = help: name the generated file with `--out`
",
    );
    let playground = Playground::new();
    assert_eq!(playground.run(["generate", "--model", "toy.json", "--check"]), expected);
    let explicit = ["generate", "--model", "toy.json", "--check", "--out", "-"];
    assert_eq!(playground.run(explicit), expected);
}

#[test]
fn a_reader_that_has_enough_of_the_diff_does_not_hide_it() {
    let playground = Playground::new();
    let mut command = playground.command(CHECK);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.starts_with("error: toy.rs does not exist\n"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_device_cannot_be_checked() {
    let arguments = ["generate", "--model", "toy.json", "--out", "/dev/null", "--check"];
    assert_eq!(
        Playground::new().run(arguments),
        Run::failed(
            2,
            "\
error: cannot check /dev/null: it is not a file
  = help: name the generated file with `--out`
"
        )
    );
}
