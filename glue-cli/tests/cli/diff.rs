//! `diff`: each kind of change by itself, with what it means, and what is said where two models
//! cannot be compared.

mod against;
mod allow;
mod causes;
mod costs;
mod derives;
mod keys;
mod markdown;
mod numbers;
mod schema;
mod types;
mod values;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::support::{Playground, Run, TOY};

/// A model with a little of everything.
fn base() -> Value {
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
            "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy",
            "targetPrefix": "Toy"
        },
        "operations": {
            "Get": {
                "name": "Get",
                "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "Request"},
                "output": {"shape": "Response"},
                "errors": [{"shape": "Gone"}]
            },
            "Put": {
                "name": "Put",
                "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "Request"}
            }
        },
        "shapes": {
            "Request": {
                "type": "structure",
                "required": ["Name", "Count"],
                "members": {
                    "Name": {"shape": "Name"},
                    "Count": {"shape": "Count"},
                    "Note": {"shape": "String"}
                }
            },
            "Response": {
                "type": "structure",
                "required": ["Item"],
                "members": {
                    "Item": {"shape": "Item"},
                    "State": {"shape": "State"},
                    "Choice": {"shape": "Choice"},
                    "Since": {"shape": "Time"}
                }
            },
            "Item": {
                "type": "structure",
                "members": {"Names": {"shape": "Names"}, "Ratio": {"shape": "Ratio"}}
            },
            "Gone": {
                "type": "structure",
                "members": {"Message": {"shape": "String"}},
                "error": {"code": "Gone", "httpStatusCode": 404, "senderFault": true},
                "exception": true
            },
            "Choice": {
                "type": "structure",
                "union": true,
                "members": {"Text": {"shape": "String"}, "Number": {"shape": "Count"}}
            },
            "State": {"type": "string", "enum": ["ON", "OFF"]},
            "Count": {"type": "integer", "min": 1},
            "Name": {"type": "string", "min": 1, "max": 10, "pattern": "[a-z]+"},
            "Names": {"type": "list", "member": {"shape": "Name"}, "max": 5},
            "Ratio": {"type": "double", "min": 0.5},
            "String": {"type": "string"},
            "Time": {"type": "timestamp"}
        }
    })
}

/// Compares two models; the program may fail for what it finds.
fn compare(old: &Value, new: &Value) -> Run {
    let playground = Playground::new();
    playground.write("old.json", old.to_string());
    playground.write("new.json", new.to_string());
    playground.run(["diff", "old.json", "new.json"])
}

/// What is told of a change of the base model, without the totals.
fn changes(change: impl FnOnce(&mut Value)) -> String {
    let (old, mut new) = (base(), base());
    change(&mut new);
    told(&old, &new)
}

/// What is told of two models, without the totals; nothing where nothing changed.
fn told(old: &Value, new: &Value) -> String {
    let run = compare(old, new);
    if run == Run::fine("no changes\n") {
        return String::new();
    }
    let (changes, totals) = run.stdout.rsplit_once("\n\n").unwrap();
    assert!(totals.contains(" additive\n"), "{totals}");
    format!("{changes}\n")
}

#[test]
fn nothing_is_told_of_equal_models_and_of_descriptions() {
    assert_eq!(compare(&base(), &base()), Run::fine("no changes\n"));
    let mut described = base();
    described["documentation"] = json!("<p>A service.</p>");
    described["shapes"]["Name"]["documentation"] = json!("<p>A name.</p>");
    described["shapes"]["Request"]["members"]["Name"]["documentation"] = json!("<p>Its name.</p>");
    described["operations"]["Get"]["documentation"] = json!("<p>Gets.</p>");
    assert_eq!(compare(&base(), &described), Run::fine("no changes\n"));
}

#[test]
fn the_precision_of_a_number_is_no_change() {
    let mut single = base();
    single["shapes"]["Ratio"]["type"] = json!("float");
    assert_eq!(compare(&base(), &single), Run::fine("no changes\n"));
}

/// A change of each impact.
fn one_of_each() -> Playground {
    let mut new = base();
    new["shapes"]["State"]["enum"] = json!(["ON", "OFF", "STUCK"]);
    new["shapes"]["Count"]["max"] = json!(9);
    new["shapes"]["Item"]["members"]["Ratio"]["shape"] = json!("Names");
    let playground = Playground::new();
    playground.write("old.json", base().to_string());
    playground.write("new.json", new.to_string());
    playground
}

#[test]
fn the_gravest_changes_come_first_and_fail() {
    let run = one_of_each().run(["diff", "old.json", "new.json"]);
    assert_eq!(
        run,
        Run {
            code: Some(1),
            stdout: "\
structure Item, sent by the service
  ! Ratio: type Option<f64> -> Option<Vec<String>> (old JSON does not read)
shape Count, sent by both
  ~ range 1 or more -> 1 to 9 (tighter)
enum State, sent by the service
  + \"STUCK\": added, Stuck

3 changes: 1 breaking, 1 behavior, 1 additive
"
            .to_owned(),
            stderr: "\
error: 1 breaking change from old.json to new.json
  = help: `--deny` says which changes make the run fail, and `--allow` which may pass
"
            .to_owned(),
        }
    );
}

#[test]
fn what_fails_can_be_chosen() {
    let playground = one_of_each();
    let run = |deny| playground.run(["diff", "--deny", deny, "old.json", "new.json"]);
    let first_line = |run: Run| (run.code, run.stderr.lines().next().unwrap_or("").to_owned());
    let files = "from old.json to new.json";
    assert_eq!(first_line(run("nothing")), (Some(0), String::new()));
    let breaking = (Some(1), format!("error: 1 breaking change {files}"));
    assert_eq!(first_line(run("breaking")), breaking);
    let behavior = (Some(1), format!("error: 1 breaking, 1 behavior changes {files}"));
    assert_eq!(first_line(run("behavior")), behavior);
    let all = format!("error: 1 breaking, 1 behavior, 1 additive changes {files}");
    assert_eq!(first_line(run("additive")), (Some(1), all));
    assert_eq!(run("never").code, Some(2));

    // Without breaking changes, more than breaking ones must be denied.
    let mut new = base();
    new["shapes"]["Count"]["max"] = json!(9);
    playground.write("new.json", new.to_string());
    assert_eq!(run("breaking").code, Some(0));
    assert_eq!(run("behavior").code, Some(1));
    playground.write("new.json", base().to_string());
    assert_eq!(run("additive"), Run::fine("no changes\n"));
}

#[test]
fn json_has_every_change_and_the_totals() {
    let run = one_of_each().run(["diff", "--json", "--deny", "nothing", "old.json", "new.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    {
      "changes": [
        {
          "accepted_now": null,
          "allowed": null,
          "aspect": "type",
          "cause": null,
          "direction": "service",
          "impact": "breaking",
          "item": "Item",
          "json": {
            "reads": "no",
            "valid": "no"
          },
          "kind": "structure",
          "member": "Ratio",
          "new": "Option<Vec<String>>",
          "note": null,
          "old": "Option<f64>",
          "refused_now": null,
          "source": "breaking"
        },
        {
          "accepted_now": null,
          "allowed": null,
          "aspect": "range",
          "cause": null,
          "direction": "both",
          "impact": "behavior",
          "item": "Count",
          "json": {
            "reads": "yes",
            "valid": "no"
          },
          "kind": "shape",
          "member": null,
          "new": "1 to 9",
          "note": "tighter",
          "old": "1 or more",
          "refused_now": null,
          "source": "compatible"
        },
        {
          "accepted_now": null,
          "allowed": null,
          "aspect": "existence",
          "cause": null,
          "direction": "service",
          "impact": "additive",
          "item": "State",
          "json": {
            "reads": "yes",
            "valid": "yes"
          },
          "kind": "enum",
          "member": "STUCK",
          "new": "Stuck",
          "note": null,
          "old": null,
          "refused_now": null,
          "source": "compatible"
        }
      ],
      "totals": {
        "additive": 1,
        "allowed": 0,
        "behavior": 1,
        "breaking": 1
      }
    }
    "#);
}

#[test]
fn only_what_the_chosen_operations_reach_is_compared() {
    let playground = one_of_each();
    let put = playground.run(["diff", "--operation", "Put", "old.json", "new.json"]);
    assert_eq!(
        put,
        Run::fine(
            "shape Count, sent by the client\n  ~ range 1 or more -> 1 to 9 (tighter)\n\n\
             1 change: 0 breaking, 1 behavior, 0 additive\n"
        )
    );
}

#[test]
fn a_chosen_operation_may_be_in_one_model_alone() {
    let mut without = base();
    without["operations"].as_object_mut().unwrap().remove("Put");
    let playground = Playground::new();
    playground.write("with.json", base().to_string());
    playground.write("without.json", without.to_string());
    let added = playground.run(["diff", "--operation", "Put", "without.json", "with.json"]);
    assert_eq!(
        added,
        Run::fine(
            "+ operation Put: added\n\
             + structure Request: added (Put reaches it now, by input)\n\n\
             2 changes: 0 breaking, 0 behavior, 2 additive\n"
        )
    );
    let removed = playground.run(["diff", "--operation", "Put", "with.json", "without.json"]);
    assert_eq!(removed.code, Some(1));
    assert!(removed.stdout.starts_with("! operation Put: removed\n"), "{}", removed.stdout);

    let unknown = playground.run(["diff", "--operation", "Pt", "with.json", "without.json"]);
    assert_eq!(
        unknown,
        Run::failed(
            2,
            "\
error: the model has no operation `Pt`
  --> without.json:1:1
  = help: it has Get

1 problem in without.json
"
        )
    );
}

#[test]
fn a_model_of_the_repository_is_equal_to_itself_in_any_packing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let model = fs::read(root.join("models/glue/2017-03-31/service-2.json")).unwrap();
    let playground = Playground::new();
    playground.write("model.json", &model);
    let run = playground.run_with_input(&["diff", "-", "model.json"], &model);
    assert_eq!(run, Run::fine("no changes\n"));
}

#[test]
fn both_models_problems_are_told_in_one_run() {
    let playground = Playground::new();
    playground.write("old.json", TOY.replace(r#""shape": "ToyState""#, r#""shape": "ToyStat""#));
    playground.write("new.json", TOY.replace(r#""min": 1, "max": 10"#, r#""min": 11, "max": 10"#));
    let run = playground.run(["diff", "old.json", "new.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: member `State` targets shape `ToyStat`, which the model does not define
      --> old.json:46:28 (/shapes/Toy/members/State/shape, shape `Toy`)
      = help: did you mean `ToyState`?

    error: `min` is greater than `max`, so that no value fits
      --> new.json:53:42 (/shapes/ToyName/min, shape `ToyName`)

    2 problems in several files
    ");

    // What is found while reading one model does not hide what is found later in the other.
    let pattern = r#""min": 1, "max": 10, "pattern": "a(""#;
    for (broken, unreadable) in [("old.json", "new.json"), ("new.json", "old.json")] {
        playground.write(broken, TOY.replace(r#""min": 1, "max": 10"#, pattern));
        playground.write(unreadable, "[]");
        let run = playground.run(["diff", "old.json", "new.json"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(run.stderr.contains(&format!("--> {broken}:")), "{}", run.stderr);
        assert!(run.stderr.contains(&format!("--> {unreadable}:1:1")), "{}", run.stderr);
    }

    // Nor does one problem of that kind hide another.
    playground.write("old.json", TOY.replace(r#""min": 1, "max": 10"#, pattern));
    playground.write("new.json", TOY.replace(r#""min": 1, "max": 10"#, pattern));
    let run = playground.run(["diff", "old.json", "new.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(run.stderr.matches("error: the pattern cannot be read: ").count(), 2);
    assert!(run.stderr.ends_with("\n2 problems in several files\n"), "{}", run.stderr);
}

#[test]
fn a_missing_file_does_not_hide_the_other_s_problems() {
    let playground = Playground::new();
    let run = playground.run(["diff", "old.json", "new.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(run.stderr.matches("error: cannot read ").count(), 2, "{}", run.stderr);

    playground.write("new.json", "[]");
    let run = playground.run(["diff", "old.json", "new.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("error: cannot read old.json: "), "{}", run.stderr);
    assert!(run.stderr.contains("\n\nerror: "), "{}", run.stderr);
    assert!(run.stderr.ends_with("\n\n1 problem in new.json\n"), "{}", run.stderr);
}

#[test]
fn wrong_usage_is_told() {
    let playground = Playground::new();
    assert_eq!(
        playground.run(["diff", "-", "-"]),
        Run::failed(
            2,
            "\
error: standard input cannot be both models
  = help: give at least one of them as a file
"
        )
    );
    let run = playground.run(["diff", "toy.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("<NEW>"), "{}", run.stderr);
}

#[test]
fn a_reader_that_has_enough_does_not_hide_breaking_changes() {
    let playground = one_of_each();
    let mut command = playground.command(["diff", "old.json", "new.json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.starts_with("error: 1 breaking change "), "{}", run.stderr);
}

#[test]
fn the_readme_s_example_tells_what_an_update_brings() {
    let versions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/versions");
    let file = |name| versions.join(name).to_str().unwrap().to_owned();
    let run =
        Playground::new().run(["diff", "--deny", "nothing", &file("old.json"), &file("new.json")]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    structure WindUpRequest, sent by the client
      ~ Turns: presence required -> optional (looser)
      + Direction: added, Option<Direction>
    shape ToyName, sent by the client
      ~ length 1 to 20 -> 1 to 40 (looser)
      ~ pattern [a-z]+ -> [a-z-]+ (looser; "-" was refused and is accepted now)
    + enum Direction: added
    enum State, sent by the service
      + "BROKEN": added, Broken

    6 changes: 0 breaking, 3 behavior, 3 additive
    "#);
}
