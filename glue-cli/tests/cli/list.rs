//! `list`: lines for scripts, and JSON; the table is among the terminal's tests.

use std::process::Stdio;

use crate::support::{Playground, Run, TOY};

#[test]
fn elsewhere_than_on_a_terminal_it_is_names_and_numbers() {
    let playground = Playground::new();
    assert_eq!(
        playground.run(["list", "--model", "toy.json"]),
        Run::fine("GetToy\t6\nWindUp\t3\n")
    );
}

#[test]
fn a_model_without_operations_lists_nothing() {
    let playground = Playground::new();
    let start = TOY.find(r#""GetToy": {"#).unwrap();
    let end = TOY.find("  },\n  \"shapes\"").unwrap();
    playground.write("toy.json", [&TOY[..start], &TOY[end..]].concat());
    assert_eq!(playground.run(["list", "--model", "toy.json"]), Run::fine(""));
}

#[test]
fn json_has_the_totals_too() {
    let run = Playground::new().run(["list", "--model", "toy.json", "--json"]);
    assert_eq!(
        run,
        Run::fine(
            r#"{
  "apiVersion": "2020-02-02",
  "operations": [
    {
      "name": "GetToy",
      "shapes": 6
    },
    {
      "name": "WindUp",
      "shapes": 3
    }
  ],
  "service": "Toy Service",
  "shapes": {
    "model": 10,
    "reached": 9
  }
}
"#
        )
    );
}

#[test]
fn problems_of_the_model_are_told() {
    let playground = Playground::new();
    playground.write("toy.json", "[]");
    let run = playground.run(["list", "--model", "toy.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("\n  --> toy.json:1:1"), "{}", run.stderr);
    assert!(run.stderr.ends_with("\n\n1 problem in toy.json\n"), "{}", run.stderr);
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let playground = Playground::new();
    for arguments in
        [vec!["list", "--model", "toy.json"], vec!["list", "--model", "toy.json", "--json"]]
    {
        let mut command = playground.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(Run::from(child.wait_with_output().unwrap()), Run::fine(""));
    }
}
