//! `--derive`: types that lose or gain what the options ask for.

use serde_json::{Value, json};

use super::base;
use crate::support::{Playground, Run};

/// What is told of two models whose types have further derives.
fn told(derives: &str, old: &Value, new: &Value) -> Run {
    told_of_texts(derives, &old.to_string(), &new.to_string())
}

fn told_of_texts(derives: &str, old: &str, new: &str) -> Run {
    let playground = Playground::new();
    playground.write("old.json", old);
    playground.write("new.json", new);
    playground.run(["diff", "--derive", derives, "--deny", "nothing", "old.json", "new.json"])
}

/// The base model without doubles.
fn whole_numbers() -> Value {
    let mut model = base();
    model["shapes"]["Ratio"] = json!({"type": "integer"});
    model
}

#[test]
fn a_double_takes_derives_away() {
    let mut new = whole_numbers();
    new["shapes"]["Item"]["members"]["Weights"] = json!({"shape": "Weights"});
    new["shapes"]["Weights"] = json!({"type": "list", "member": {"shape": "Weight"}});
    new["shapes"]["Weight"] = json!({"type": "double"});
    let lost = "\
structure Item, sent by the service
  ! no longer derives Eq (member Weights cannot have it)
  ! no longer derives Hash (member Weights cannot have it)
  + Weights: added, Option<Vec<f64>>
structure Response, sent by the service
  ! no longer derives Eq (member Item/Weights cannot have it)
  ! no longer derives Hash (member Item/Weights cannot have it)

5 changes: 4 breaking, 0 behavior, 1 additive
";
    assert_eq!(told("Eq,Hash", &whole_numbers(), &new), Run::fine(lost));
    let gained = "\
structure Item, sent by the service
  ! Weights: removed, was Option<Vec<f64>>
  + derives ::std::hash::Hash now
structure Response, sent by the service
  + derives ::std::hash::Hash now

3 changes: 1 breaking, 0 behavior, 2 additive
";
    assert_eq!(told("::std::hash::Hash", &new, &whole_numbers()), Run::fine(gained));
    // Doubles have this one; a union never has, so that `Response` has nothing to lose.
    let kept = "\
structure Item, sent by the service
  + Weights: added, Option<Vec<f64>>

1 change: 0 breaking, 0 behavior, 1 additive
";
    assert_eq!(told("PartialOrd", &whole_numbers(), &new), Run::fine(kept));
}

#[test]
fn a_union_takes_an_order_away() {
    let mut new = whole_numbers();
    new["shapes"]["Item"]["members"]["Choice"] = json!({"shape": "Choice"});
    let lost = "\
structure Item, sent by the service
  ! no longer derives PartialOrd (member Choice cannot have it)
  + Choice: added, Option<Choice>

2 changes: 1 breaking, 0 behavior, 1 additive
";
    assert_eq!(told("PartialOrd", &whole_numbers(), &new), Run::fine(lost));
}

#[test]
fn traits_of_others_are_derived_by_all_types() {
    let told = told("my::Trait", &whole_numbers(), &base());
    let change = "\
structure Item, sent by the service
  ! Ratio: type Option<i32> -> Option<f64> (shape Ratio changed; what was valid may not be)
";
    assert!(!told.stdout.contains("derives"), "{}", told.stdout);
    assert!(told.stdout.starts_with(&change[..change.find('(').unwrap()]), "{}", told.stdout);
}

#[test]
fn what_cannot_be_derived_is_told_once() {
    let run = told("Eq,Clone,not a path", &base(), &base());
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @r"
    error: `Clone` is implemented by the types already
      --> old.json:1:1
      = help: leave it out

    error: `not a path` is not a trait that can be derived
      --> old.json:1:1
      = help: give its path, such as `::std::hash::Hash`

    2 problems in old.json
    ");
}

#[test]
fn members_in_another_order_compare_otherwise_where_an_order_is_derived() {
    let with = |members: &str| {
        // A value would sort its keys.
        let mut model = whole_numbers();
        model["shapes"]["Item"]["members"] = json!("members");
        model.to_string().replacen(r#""members":"members""#, &format!(r#""members":{members}"#), 1)
    };
    let told = told_of_texts;
    let (names, ratio) = (r#""Names": {"shape": "Names"}"#, r#""Ratio": {"shape": "Ratio"}"#);
    let new = r#""Added": {"shape": "String"}"#;
    let old = with(&format!("{{{names}, {ratio}}}"));
    let swapped = with(&format!("{{{ratio}, {names}}}"));
    let changed = "\
structure Item, sent by the service
  ~ order of members changed

1 change: 0 breaking, 1 behavior, 0 additive
";
    for order in ["PartialOrd", "PartialOrd,Eq,Ord", "::std::cmp::PartialOrd"] {
        assert_eq!(told(order, &old, &swapped), Run::fine(changed), "{order}");
    }
    assert_eq!(told("Hash", &old, &swapped), Run::fine("no changes\n"));
    // Old values have nothing there.
    let more = with(&format!("{{{names}, {new}, {ratio}}}"));
    let added = "\
structure Item, sent by the service
  + Added: added, Option<String>

1 change: 0 breaking, 0 behavior, 1 additive
";
    assert_eq!(told("PartialOrd", &old, &more), Run::fine(added));
}
