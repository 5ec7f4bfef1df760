//! What shells and the manual need: `completions` and `man`.

use crate::support::{Playground, Run};

#[test]
fn every_shell_completes_commands_and_arguments() {
    let playground = Playground::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let Run { code, stdout, stderr } = playground.run(["completions", shell]);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{shell}");
        for word in ["generate", "keep-unknown-members", "check", "strict"] {
            assert!(stdout.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn a_shell_that_is_not_known_is_named() {
    let run = Playground::new().run(["completions", "bahs"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("error: invalid value 'bahs' for '<SHELL>'"), "{}", run.stderr);
    assert!(run.stderr.contains("similar value exists: 'bash'"), "{}", run.stderr);
}

#[test]
fn the_manual_has_a_page_for_the_program_and_each_command() {
    let playground = Playground::new();
    let page = playground.run(["man"]);
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
    assert!(page.stdout.contains(".TH glue-codegen 1 "), "{}", page.stdout);
    let page = playground.run(["man", "check"]);
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
    assert!(page.stdout.contains(".TH glue-codegen-check 1 "), "{}", page.stdout);
    assert!(page.stdout.contains("\\-\\-strict"), "{}", page.stdout);
    let run = playground.run(["man", "chekc"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
}
