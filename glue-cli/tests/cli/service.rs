//! `--service`: files that hold several services.

use crate::support::{Playground, Run};

/// Two services in one file, each with an operation.
const TWO: &str = r#"{"smithy": "2.0", "shapes": {
"a#Left": {"type": "service", "operations": [{"target": "a#Go"}], "traits": {"aws.protocols#awsJson1_0": {}}},
"a#Go": {"type": "operation", "input": {"target": "a#In"}},
"a#In": {"type": "structure", "members": {"Name": {"target": "a#Name"}}},
"a#Name": {"type": "string", "traits": {"smithy.api#pattern": "^a$"}},
"b#Right": {"type": "service", "operations": [{"target": "b#Stop"}], "traits": {"aws.protocols#awsJson1_0": {}}},
"b#Stop": {"type": "operation"}}}"#;

const SEVERAL: &str = "\
error: the model has 2 services: `a#Left`, `b#Right`
  --> two.json:6:1 (/shapes/b#Right, shape `Right`)
  = help: choose one, with `--service NAME` on the command line or `Builder::service` in a build script

1 problem in two.json
";

fn playground() -> Playground {
    let playground = Playground::new();
    playground.write("two.json", TWO);
    playground
}

#[test]
fn every_subcommand_asks_for_the_service() {
    let playground = playground();
    for subcommand in ["generate", "list", "patterns"] {
        let run = playground.run([subcommand, "--model", "two.json"]);
        assert_eq!(run, Run::failed(1, SEVERAL), "{subcommand}");
    }
    let run = playground.run(["diff", "two.json", "two.json"]);
    assert_eq!((run.code, run.stderr.matches("has 2 services").count()), (Some(2), 2));
}

#[test]
fn every_subcommand_takes_the_service() {
    let playground = playground();
    let run = |subcommand, service| {
        playground.run([subcommand, "--model", "two.json", "--service", service])
    };
    assert_eq!(run("list", "Right"), Run::fine("Stop\t0\n"));
    assert_eq!(run("list", "a#Left"), Run::fine("Go\t2\n"));
    let generated = run("generate", "Left");
    assert_eq!(generated.code, Some(0));
    assert!(generated.stdout.contains("pub struct Go;") && !generated.stdout.contains("Stop"));
    assert!(run("patterns", "Left").stdout.contains("^a$"));
    let diff = playground.run(["diff", "--service", "Left", "two.json", "two.json"]);
    assert_eq!(diff, Run::fine("no changes\n"));
}

#[test]
fn another_service_is_not_there() {
    let run = playground().run(["list", "--model", "two.json", "--service", "Up"]);
    let expected = "\
error: the model has no service `Up`
  --> two.json:1:29 (/shapes)
  = help: choose `a#Left` or `b#Right`

1 problem in two.json
";
    assert_eq!(run, Run::failed(1, expected));
}
