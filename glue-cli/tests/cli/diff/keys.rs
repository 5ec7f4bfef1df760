//! Keys that another member takes.

use serde_json::{Value, json};

use super::schema::changes_between;
use super::{base, told};

/// The base model with an item or choice of these members.
fn with(holder: &str, members: &Value) -> Value {
    let mut model = base();
    model["shapes"][holder]["members"] = members.clone();
    model
}

/// What is told of an item or choice, and the verdicts and causes in it.
fn taken(holder: &str, old: &Value, new: &Value) -> (String, Vec<Value>) {
    let (old, new) = (with(holder, old), with(holder, new));
    let verdict = |change: Value| {
        let cause = &change["cause"];
        let (reads, valid) = (&change["json"]["reads"], &change["json"]["valid"]);
        json!([change["member"], change["aspect"], reads, valid, cause["kind"], cause["path"]])
    };
    let verdicts = changes_between(&old, &new).into_iter().map(verdict).collect();
    (told(&old, &new), verdicts)
}

fn text(key: &str) -> Value {
    json!({"shape": "String", "locationName": key})
}

#[test]
fn a_key_that_a_new_member_takes_is_not_skipped() {
    let new = json!({"a": text("y"), "b": {"shape": "Count", "locationName": "x"}});
    let (told, verdicts) = taken("Item", &json!({"a": text("x")}), &new);
    assert_eq!(
        told,
        "structure Item, sent by the service\n  \
           ~ a: wire name \"x\" -> \"y\" (old JSON does not read as before; the old key is read as b now)\n  \
           + b: added, Option<i32>\n"
    );
    assert_eq!(
        verdicts,
        [
            json!(["a", "wire-name", "no", "no", "key-taken", "b"]),
            json!(["b", "existence", "yes", "yes", null, null]),
        ]
    );
}

#[test]
fn members_that_swap_their_keys_read_what_the_other_wrote() {
    let old = json!({"a": text("x"), "b": text("y")});
    let new = json!({"a": text("y"), "b": text("x")});
    for holder in ["Item", "Choice"] {
        assert_eq!(
            taken(holder, &old, &new).1,
            [
                json!(["a", "wire-name", "no", "no", "key-taken", "b"]),
                json!(["b", "wire-name", "no", "no", "key-taken", "a"]),
            ]
        );
    }
}

#[test]
fn a_key_counts_more_than_a_name_in_the_model() {
    // `A` still reads its name, unless that is another's key.
    let new = json!({"A": text("x")});
    let kept = taken("Item", &json!({"A": {"shape": "String"}}), &new).1;
    assert_eq!(kept, [json!(["A", "wire-name", "yes", "yes", null, null])]);
    let new = json!({"A": text("x"), "B": text("A")});
    let lost = taken("Item", &json!({"A": {"shape": "String"}}), &new).1;
    assert_eq!(lost.first(), Some(&json!(["A", "wire-name", "no", "no", "key-taken", "B"])));
    // In another case, the member's own name comes first.
    let new = json!({"A": text("x"), "B": text("a")});
    let own = taken("Item", &json!({"A": {"shape": "String"}}), &new).1;
    assert_eq!(own.first(), Some(&json!(["A", "wire-name", "yes", "yes", null, null])));
}

#[test]
fn what_a_union_held_under_a_taken_key_is_not_kept() {
    let old = json!({"a": text("x"), "c": text("c")});
    let new = json!({"b": {"shape": "Count", "locationName": "x"}, "c": text("c")});
    assert_eq!(
        taken("Choice", &old, &new).1,
        [
            json!(["a", "existence", "no", "no", "key-taken", "b"]),
            json!(["b", "existence", "yes", "yes", null, null]),
        ]
    );
    let free = taken("Choice", &old, &json!({"c": text("c")})).1;
    assert_eq!(free, [json!(["a", "existence", "yes", "yes", null, null])]);
}
