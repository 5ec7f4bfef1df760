//! `generate`: what is generated, and what is said where it cannot be.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use glue_codegen::{Extern, Maps, Options, Replacement, Timestamps};

use crate::support::{Playground, Run, TOY, generated, generated_all, named};

#[test]
fn all_goes_to_standard_output_and_nothing_is_said() {
    let playground = Playground::new();
    let expected = Run::fine(generated_all());
    assert_eq!(playground.run(["generate", "--model", "toy.json"]), expected);
    assert_eq!(playground.run(["generate", "--model", "toy.json", "--out", "-"]), expected);
    assert_eq!(playground.names(), ["toy.json"]);
}

#[test]
fn only_the_chosen_operations_are_generated() {
    let playground = Playground::new();
    let run = playground.run(["generate", "--model", "toy.json", "--operation", "WindUp"]);
    let expected = generated(|options| options.operations = named(["WindUp"])).code;
    assert!(expected.contains("pub struct WindUpRequest"));
    assert!(!expected.contains("GetToy"));
    assert_eq!(run, Run::fine(expected));
}

#[test]
fn the_option_for_operations_repeats_and_takes_commas() {
    let model = ["generate", "--model", "toy.json"];
    let repeated = ["--operation", "WindUp", "--operation", "GetToy"];
    let joined = ["--operation", "WindUp,GetToy"];
    let expected = generated(|options| options.operations = named(["GetToy", "WindUp"])).code;
    let command = "// glue-codegen generate --model MODEL --out FILE --operation GetToy,WindUp";
    assert_eq!(expected.lines().nth(2), Some(command));
    // But for its header, it is the text of all operations.
    let items = |code: &str| code.split_once("\n\n").map(|(_, items)| items.to_owned());
    assert_eq!(items(&expected), items(&generated_all()));
    let playground = Playground::new();
    assert_eq!(playground.run(model.into_iter().chain(repeated)), Run::fine(expected.as_str()));
    assert_eq!(playground.run(model.into_iter().chain(joined)), Run::fine(expected));
}

#[test]
fn operations_may_need_a_feature() {
    let arguments = ["generate", "--model", "toy.json", "--operation", "GetToy"];
    let features = ["--feature", "wind-up=WindUp"];
    let expected = generated(|options| {
        let operations = vec!["WindUp".to_owned()];
        options.operations = named(["GetToy"]);
        options.features = vec![glue_codegen::Feature { name: "wind-up".into(), operations }];
    });
    let command = "// glue-codegen generate --model MODEL --out FILE --operation GetToy --feature wind-up=WindUp";
    assert_eq!(expected.code.lines().nth(2), Some(command));
    let playground = Playground::new();
    assert_eq!(playground.run(arguments.into_iter().chain(features)), Run::fine(expected.code));

    let run = playground.run(arguments.into_iter().chain(["--feature", "wind-up"]));
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("no operations: write NAME=OPERATION,OPERATION"), "{}", run.stderr);
}

#[test]
fn patterns_that_are_not_checked_are_named_without_a_terminal() {
    let playground = Playground::new();
    let model =
        TOY.replacen("\"type\": \"string\"", r#""type": "string", "pattern": "([a-z]+)\\1""#, 1);
    assert_ne!(model, TOY);
    playground.write("odd.json", &model);
    let run = playground.run(["generate", "--model", "odd.json", "--out", "odd.rs"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert!(run.stderr.contains(r"Unchecked"), "{}", run.stderr);
    assert!(run.stderr.contains(r"pattern `([a-z]+)\1` of"), "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

#[test]
fn unknown_members_can_be_kept() {
    let arguments = ["generate", "--model", "toy.json", "--keep-unknown-members"];
    let run = Playground::new().run(arguments);
    let expected = generated(|options| options.keep_unknown_members = true).code;
    assert!(expected.contains("    pub unknown_members: ::glue_runtime::UnknownMembers,\n"));
    assert_eq!(run, Run::fine(expected));
}

#[test]
fn descriptions_can_be_left_out() {
    let run = Playground::new().run(["generate", "--model", "toy.json", "--no-docs"]);
    let expected = generated(|options| options.without_docs = true).code;
    assert!(generated_all().contains("Fetches one toy."));
    assert!(!expected.contains("Fetches one toy."));
    assert_eq!(run, Run::fine(expected));
}

#[test]
fn derives_can_be_added() {
    let arguments = ["generate", "--model", "toy.json", "--derive", "::a::B", "--derive", "C"];
    let expected = generated(|options| options.derives = vec!["::a::B".into(), "C".into()]).code;
    assert!(expected.contains("#[derive(::a::B, C)]"));
    assert_eq!(Playground::new().run(arguments), Run::fine(expected.as_str()));
    let commas = ["generate", "--model", "toy.json", "--derive", "::a::B,C"];
    assert_eq!(Playground::new().run(commas), Run::fine(expected));
}

#[test]
fn conversions_from_and_to_the_sdk_can_be_added() {
    let arguments = ["generate", "--model", "toy.json", "--aws-sdk", "aws_sdk_toys"];
    let expected = generated(|options| options.aws_sdk = Some("aws_sdk_toys".into())).code;
    assert!(expected.contains("for ::aws_sdk_toys::operation::wind_up::WindUpInput {"));
    assert!(!generated_all().contains("aws_sdk_toys"));
    assert_eq!(Playground::new().run(arguments), Run::fine(expected));
}

#[test]
fn types_of_members_can_be_chosen() {
    let check = |arguments: &[&str], change: fn(&mut Options), told: &str| {
        let expected = generated(change).code;
        assert!(expected.contains(told), "{told}");
        let arguments =
            ["generate", "--model", "toy.json"].into_iter().chain(arguments.iter().copied());
        assert_eq!(Playground::new().run(arguments), Run::fine(expected));
    };
    let all = ["--timestamps", "jiff", "--maps", "index", "--bytes"];
    let set = |options: &mut Options| {
        options.timestamps = Timestamps::Jiff;
        options.maps = Maps::Index;
        options.bytes = true;
    };
    check(&all, set, " --out FILE --timestamps jiff --maps index --bytes\n");
    check(&["--timestamps", "chrono"], |options| options.timestamps = Timestamps::Chrono, "chrono");
    check(&["--timestamps", "time"], |options| options.timestamps = Timestamps::Time, "time");
    check(&["--maps", "hash"], |options| options.maps = Maps::Hash, "--maps hash");
    check(&["--maps", "btree"], |_| (), "glue-codegen generate --model MODEL --out FILE\n");
}

#[test]
fn types_can_be_those_of_others() {
    let options = generated(|options| {
        let shapes = vec!["GetToyResponse".to_owned()];
        options.externs = vec![Extern { path: "crate::toys".into(), shapes }];
        // In the order that the command line has.
        options.replacements = [("ToyName", true), ("GetToyRequest.Name", false)]
            .map(|(selector, validated)| Replacement {
                selector: selector.into(),
                path: "toys::Name".into(),
                validated,
            })
            .into();
    });
    let arguments = [
        "generate",
        "--model",
        "toy.json",
        "--extern",
        "crate::toys=GetToyResponse",
        "--replace-validated",
        "ToyName",
        "toys::Name",
        "--replace",
        "GetToyRequest.Name",
        "toys::Name",
    ];
    assert_eq!(Playground::new().run(arguments), Run::fine(options.code));
    let run = Playground::new().run(["generate", "--model", "toy.json", "--extern", "crate::toys"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("no names: write PATH=NAME,NAME"), "{}", run.stderr);
}

#[test]
fn the_model_of_the_repository_is_the_default() {
    let playground = Playground::new();
    let model = "models/glue/2017-03-31/service-2.json";
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(model);
    fs::create_dir_all(playground.path(model).parent().unwrap()).unwrap();
    fs::copy(repository, playground.path(model)).unwrap();

    let run = playground.run(["generate"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.contains("\npub struct GetJobRunRequest {\n"));
    assert!(run.stdout.contains("\npub struct GetWorkflowRunResponse {\n"));
}

#[test]
fn every_unknown_operation_is_told_with_the_one_probably_meant() {
    let playground = Playground::new();
    let arguments = ["generate", "--model", "toy.json", "--out", "toy.rs"];
    let operations = ["--operation", "getToy", "--operation", "WnidUp", "--operation", "Throw"];
    assert_eq!(
        playground.run(arguments.into_iter().chain(operations)),
        Run::failed(
            1,
            "\
error: the model has no operation `getToy`
  --> toy.json:1:1
  = help: did you mean `GetToy`?

error: the model has no operation `WnidUp`
  --> toy.json:1:1
  = help: did you mean `WindUp`?

error: the model has no operation `Throw`
  --> toy.json:1:1
  = help: it has GetToy, WindUp

3 problems in toy.json
"
        )
    );
    assert_eq!(playground.names(), ["toy.json"]);
}

#[test]
fn the_name_of_an_sdk_that_is_no_path_is_refused() {
    let playground = Playground::new();
    assert_eq!(
        playground.run(["generate", "--model", "toy.json", "--aws-sdk", "aws-sdk-toys"]),
        Run::failed(
            1,
            "\
error: `aws-sdk-toys` is not the name of a crate
  --> toy.json:1:1
  = help: give the SDK's crate as code names it, such as `aws_sdk_glue`

1 problem in toy.json
"
        )
    );
}

#[test]
fn a_derive_that_is_there_already_is_refused() {
    let playground = Playground::new();
    let derives = ["--derive", "Clone", "--derive", "::serde::Serialize", "--derive", "Hash"];
    let generate = ["generate", "--model", "toy.json"].into_iter().chain(derives);
    assert_eq!(
        playground.run(generate),
        Run::failed(
            1,
            "\
error: `Clone` is implemented by the types already
  --> toy.json:1:1
  = help: leave it out

error: `::serde::Serialize` is implemented by the types already
  --> toy.json:1:1
  = help: leave it out

2 problems in toy.json
"
        )
    );
}

#[test]
fn a_derive_that_is_not_a_path_is_refused() {
    let playground = Playground::new();
    assert_eq!(
        playground.run(["generate", "--model", "toy.json", "--derive", "Clone)] mod x; #[a("]),
        Run::failed(
            1,
            "\
error: `Clone)] mod x; #[a(` is not a trait that can be derived
  --> toy.json:1:1
  = help: give its path, such as `::std::hash::Hash`

1 problem in toy.json
"
        )
    );
}

#[test]
fn text_that_is_not_json_is_told_with_line_and_column() {
    let playground = Playground::new();
    // The comma between the two is missing.
    playground.write("broken.json", "{\n  \"version\": \"2.0\"\n  \"metadata\": {}\n}\n");
    assert_eq!(
        playground.run(["generate", "--model", "broken.json"]),
        Run::failed(
            1,
            "\
error: the file cannot be read as JSON: expected `,` or `}`
  --> broken.json:3:3

1 problem in broken.json
"
        )
    );
}

#[test]
fn all_problems_of_a_model_are_told_in_one_run() {
    let playground = Playground::new();
    let wrong = TOY
        .replace(r#""shape": "ToyState""#, r#""shape": "ToyStat""#)
        .replace(r#""min": 1, "max": 10"#, r#""min": 11, "max": 10"#);
    playground.write("toy.json", wrong);
    let run = playground.run(["generate", "--model", "toy.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: member `State` targets shape `ToyStat`, which the model does not define
      --> toy.json:46:28 (/shapes/Toy/members/State/shape, shape `Toy`)
      = help: did you mean `ToyState`?

    error: `min` is greater than `max`, so that no value fits
      --> toy.json:53:42 (/shapes/ToyName/min, shape `ToyName`)

    2 problems in toy.json
    ");
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let playground = Playground::new();
    let mut command = playground.command(["generate", "--model", "toy.json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(Run::from(child.wait_with_output().unwrap()), Run::fine(""));
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_takes_nothing_is_a_failure() {
    let playground = Playground::new();
    for subcommand in ["generate", "list"] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = playground.command([subcommand, "--model", "toy.json"]);
        let run: Run = command.stdout(full).output().unwrap().into();
        assert_eq!(
            run,
            Run::failed(
                2,
                "error: cannot write to standard output: No space left on device (os error 28)\n"
            )
        );
    }
}
