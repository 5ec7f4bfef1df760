//! Options for selected types, members and values.

use glue_codegen::Customization;

use crate::support::{Playground, Run, generated};

fn pair(selector: &str, text: &str) -> Customization {
    Customization { selector: selector.into(), text: text.into() }
}

/// Checks that the command in the header of a file generates the file again.
#[track_caller]
fn check_repeats(playground: &Playground, code: &str) {
    let lines = code.lines().skip_while(|line| !line.starts_with("// glue-codegen "));
    let lines = lines.take_while(|line| line.starts_with("//"));
    let command: Vec<&str> = lines.filter_map(|line| line.strip_prefix("//")).collect();
    let command = command
        .join("\n")
        .replace(" glue-codegen ", "\"$0\" ")
        .replace("--model MODEL", "--model toy.json")
        .replace("--out FILE", "--out -");
    let output = std::process::Command::new("sh")
        .args(["-c", &command, env!("CARGO_BIN_EXE_glue-codegen")])
        .current_dir(playground.path(""))
        .output()
        .unwrap();
    assert_eq!(Run::from(output), Run::fine(code));
}

#[test]
fn attributes_and_derives_can_be_for_selected_types() {
    let arguments = [
        ["--attribute", "*.Name", "#[doc(alias = \"it's\")] #[cfg_attr(all(), doc = \"A *.\")]"],
        ["--attribute", "ToyState.STILL", "#[default]"],
        ["--derive-for", "@enums", "Default"],
        ["--derive-for", "Get*", "Eq, ::core::hash::Hash"],
        ["--derive-for", "Toy", "Eq,Hash"],
        ["--skip-derive", "@inputs", "Clone,Debug"],
    ];
    let expected = generated(|options| {
        options.attributes = vec![
            pair("*.Name", "#[doc(alias = \"it's\")] #[cfg_attr(all(), doc = \"A *.\")]"),
            pair("ToyState.STILL", "#[default]"),
        ];
        options.derives_for = vec![
            pair("@enums", "Default"),
            pair("Get*", "Eq, ::core::hash::Hash"),
            pair("Toy", "Eq,Hash"),
        ];
        options.skipped_derives = vec![pair("@inputs", "Clone,Debug")];
    })
    .code;
    let playground = Playground::new();
    let generate = ["generate", "--model", "toy.json"].into_iter();
    assert_eq!(playground.run(generate.chain(arguments.concat())), Run::fine(expected.as_str()));
    let request = "#[derive(Default, PartialEq)]\n#[derive(Eq, ::core::hash::Hash)]\n\
                   #[non_exhaustive]\n#[rustfmt::skip]\npub struct GetToyRequest {\n";
    assert!(expected.contains(request), "{expected}");
    check_repeats(&playground, &expected);
}

#[test]
fn all_problems_are_in_one_report() {
    let playground = Playground::new();
    let options = [
        ["--attribute", "Tou", "#[must_use]"],
        ["--derive-for", "Toy.Nam", "Eq"],
        ["--skip-derive", "@union", "Debug"],
    ];
    let generate = ["generate", "--model", "toy.json"].into_iter();
    let run = playground.run(generate.chain(options.concat()));
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: `Toy.Nam` selects nothing: `Toy` has no member `Nam`
      --> toy.json:1:1
      = help: did you mean `Toy.Name`?

    error: `@union` is not a selector: there is no group of that name
      --> toy.json:1:1
      = help: did you mean `@unions`?

    error: `Tou` selects nothing: the model has no such type
      --> toy.json:1:1
      = help: did you mean `Toy`?

    3 problems in toy.json
    ");
}
