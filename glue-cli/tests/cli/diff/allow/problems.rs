//! Lists of allowed changes that are wrong, or name what is not there.

use serde_json::json;

use super::run;
use crate::diff::base;
use crate::support::Playground;

/// What is said of a list, when nothing is compared because of it.
#[track_caller]
fn refused(list: &str) -> String {
    let run = run(list, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    run.stderr
}

#[test]
fn an_entry_that_names_no_change_is_an_error() {
    let list = r#"{
  "ratio": {
    "reason": "Nothing reads the ratio.", "kind": "structure", "item": "Item", "member": "Ratio",
    "aspect": "type", "new": "Option<String>"
  },
  "count": {"reason": "We never count.", "kind": "shape", "item": "Count", "aspect": "length"},
  "stat/e": {"reason": "New.", "kind": "enum", "item": "Stat", "member": "STUCK", "aspect": "existence"},
  "gone": {"reason": "Old.", "kind": "union", "item": "Choice", "aspect": "existence"}
}"#;
    let run = run(list, &[]);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.starts_with("structure Item, sent by the service\n"), "{}", run.stdout);
    insta::assert_snapshot!(run.stderr, @"
    error: allowed change `ratio` is not there
      --> allow.json:2:12 (/ratio)
      = help: it is from `Option<f64>` to `Option<Vec<String>>`: correct the entry, or remove it

    error: allowed change `count` is not there
      --> allow.json:6:12 (/count)
      = help: the changes of shape `Count` are: `range`

    error: allowed change `stat/e` is not there
      --> allow.json:7:13 (/stat~1e)
      = help: did you mean enum `State`?

    error: allowed change `gone` is not there
      --> allow.json:8:11 (/gone)
      = help: nothing changed about union `Choice`: remove the entry

    4 problems in allow.json

    error: 1 breaking change from old.json to new.json
      = help: `--deny` says which changes make the run fail, and `--allow` which may pass
    ");
}

#[test]
fn the_changes_of_an_item_are_listed_up_to_a_number() {
    let mut new = base();
    new["shapes"]["State"]["enum"] = json!(["ON", "OFF", "A", "B", "C", "D", "E", "F"]);
    let playground = Playground::new();
    playground.write("old.json", base().to_string());
    playground.write("new.json", new.to_string());
    let entry = json!({"reason": "-", "kind": "enum", "item": "State", "aspect": "existence"});
    playground.write("allow.json", json!({"state": entry}).to_string());
    let run = playground.run(["diff", "--allow", "allow.json", "old.json", "new.json"]);
    let help = "  = help: the changes of enum `State` are: `existence` of `A`, `existence` of `B`, \
                `existence` of `C`, `existence` of `D`, `existence` of `E` and 1 more\n";
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains(help), "{}", run.stderr);
}

#[test]
fn all_that_is_wrong_with_a_list_is_told() {
    let list = r#"{
  "silent": {"kind": "structure", "item": "Item", "member": "Ratio", "aspect": "type"},
  "empty": {"reason": " ", "kind": "structure", "item": "Item", "member": "Ratio", "aspect": "type"},
  "misspelt": {"reason": "-", "kind": "struct", "item": 7, "membre": "Ratio"},
  "short": "Ratio"
}"#;
    insta::assert_snapshot!(refused(list), @"
    error: key `reason` is missing
      --> allow.json:2:13 (/silent)
      = help: say why the change may pass

    error: the reason is empty
      --> allow.json:3:23 (/empty/reason)
      = help: say why the change may pass

    error: key `membre` is unknown
      --> allow.json:4:70 (/misspelt/membre)
      = help: use `aspect`, `item`, `kind`, `member`, `new`, `old`, `reason`

    error: `struct` is not a kind of item
      --> allow.json:4:39 (/misspelt/kind)
      = help: use `service`, `operation`, `structure`, `union`, `enum`, `shape`

    error: `item` is not a string
      --> allow.json:4:57 (/misspelt/item)
      = help: write it between quotes

    error: key `aspect` is missing
      --> allow.json:4:15 (/misspelt)
      = help: `glue-codegen diff --json` has it for each change

    error: an allowed change is an object
      --> allow.json:5:12 (/short)
      = help: name a change in it by `kind`, `item`, `member` and `aspect`

    7 problems in allow.json
    ");
    insta::assert_snapshot!(refused("{\n  \"twice\": {},\n  \"twice\": {}\n}"), @"
    error: key `twice` is given more than once
      --> allow.json:3:3 (/twice)
      = help: keep only one

    1 problem in allow.json
    ");
}

#[test]
fn a_file_that_is_no_list_is_told() {
    insta::assert_snapshot!(refused("[]"), @"
    error: the list is not an object
      --> allow.json:1:1
      = help: give each allowed change a name

    1 problem in allow.json
    ");
    insta::assert_snapshot!(refused("{\n  \"ratio\": {]\n}"), @"
    error: the file cannot be read as JSON: key must be a string
      --> allow.json:2:13

    1 problem in allow.json
    ");
    insta::assert_snapshot!(refused(""), @"
    error: the file is empty
      --> allow.json:1:1
      = help: check that it was saved whole

    1 problem in allow.json
    ");
}

#[test]
fn an_aspect_that_there_is_not_is_an_error() {
    let list = r#"{
  "ratio": {"reason": "A", "kind": "structure", "item": "Item", "member": "Ratio", "aspect": "tipe"},
  "count": {"reason": "B", "kind": "shape", "item": "Count", "aspect": "whatever it is"}
}"#;
    insta::assert_snapshot!(refused(list), @"
    error: `tipe` is not an aspect of an item
      --> allow.json:2:94 (/ratio/aspect)
      = help: did you mean `type`?

    error: `whatever it is` is not an aspect of an item
      --> allow.json:3:72 (/count/aspect)
      = help: `glue-codegen diff --json` has it for each change

    2 problems in allow.json
    ");
}

#[test]
fn of_very_many_problems_the_first_are_reported() {
    let entry = |aspect: &str| json!({"reason": "None.", "kind": "shape", "item": "Count", "aspect": aspect});
    let list = |aspect: &str, count: usize| {
        let entries = (0..count).map(|number| (format!("change-{number}"), entry(aspect)));
        serde_json::Value::Object(entries.collect()).to_string()
    };
    let told = run(&list("length", 1200), &[]).stderr;
    assert_eq!(told.matches(" is not there\n  --> ").count(), 1000);
    assert!(told.contains("\nerror: 200 more allowed changes are not there\n"), "{told}");
    let told = run(&list("length", 1001), &[]).stderr;
    assert!(told.contains("\nerror: 1 more allowed change is not there\n"), "{told}");
    let told = refused(&list("wrong", 1003));
    assert_eq!(told.matches("error: `wrong` is not an aspect of an item").count(), 1000);
    assert!(told.contains("\nerror: 3 more problems are not shown\n"), "{told}");
}
