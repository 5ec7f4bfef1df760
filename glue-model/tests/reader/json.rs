//! JSON files that are not models.

use glue_model::{Json, Source, read_json};

fn read(text: &str) -> Result<Json, String> {
    read_json(&Source { file: "list.json", bytes: text.as_bytes() })
        .map_err(|problems| problems.to_string())
}

#[test]
fn a_tree_is_read_in_the_order_of_the_text() {
    let Ok(Json::Object(object)) = read(r#"{"b": [1], "a": null}"#) else {
        panic!("it is an object");
    };
    let keys: Vec<&str> = object.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["b", "a"]);
    assert_eq!(object.get("a"), Some(&Json::Null));
    assert_eq!(read("7").map(|json| json == Json::Null), Ok(false));
}

#[test]
fn every_repeated_key_is_told_with_its_place() {
    let problems = read("{\"a\": {\"b\": 1, \"b\": 2},\n \"a\": 3}").unwrap_err();
    assert_eq!(
        problems,
        "\
error: key `b` is given more than once
  --> list.json:1:16 (/a/b)
  = help: keep only one

error: key `a` is given more than once
  --> list.json:2:2 (/a)
  = help: keep only one

2 problems in list.json"
    );
}

#[test]
fn text_that_is_not_json_is_told_with_its_place() {
    let problems = read("{\"a\": 1,\n \"b\" 2}").unwrap_err();
    assert!(problems.contains("\n  --> list.json:2:"), "{problems}");
    assert!(problems.ends_with("\n1 problem in list.json"), "{problems}");
}
