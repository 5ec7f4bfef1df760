//! Unions: one member, known or not, and the checks of the one that is set.

use generated_tests::unions;
use serde_json::json;

use crate::support::{assert_round_trip, paths, read, read_error};

#[test]
fn unions_have_one_member() {
    for value in [
        json!({"text": "a"}),
        json!({"number": "NaN"}),
        json!({"list": ["a", "b"]}),
        json!({"nested": {"Name": "n"}}),
        json!({"unknown": "a"}),
        json!({"later": {"deep": [1, -2, 3.5, null, "x", true]}}),
    ] {
        assert_round_trip::<unions::Value>(value);
    }
    assert_eq!(
        read::<unions::Value>(json!({"__type": "Value", "text": "a", "number": null})),
        unions::Value::Text("a".to_owned()),
    );
    let two = read_error::<unions::Value>(&json!({"text": "a", "number": 1}));
    assert!(two.starts_with("Value has more than one member set"), "{two}");
    let none = read_error::<unions::Value>(&json!({"text": null}));
    assert!(none.starts_with("Value has no member set"), "{none}");
    let unions::Value::Unknown(member) = read::<unions::Value>(json!({"later": 1})) else {
        panic!("known");
    };
    assert_eq!((member.name(), member.value().as_i64()), ("later", Some(1)));
}

#[test]
fn unions_check_the_member_that_is_set() {
    let request = |value| unions::SetRequest::default().with_value(value);
    assert_eq!(paths(&request(unions::Value::Text("long text".into()))), ["/Value/text"]);
    assert_eq!(
        paths(&request(unions::Value::List(vec!["a".into(), "long text".into()]))),
        ["/Value/list/1"]
    );
    assert_eq!(paths(&request(unions::Value::Number(1.0))), Vec::<String>::new());
}

#[test]
fn of_a_unions_members_one_may_be_checked() {
    let request = |either| {
        unions::SetRequest::default().with_value(unions::Value::Number(1.0)).with_either(either)
    };
    assert_eq!(paths(&request(unions::Either::Text("12345".to_owned()))), ["/Either/text"]);
    assert_eq!(paths(&request(unions::Either::Number(1.0))), Vec::<String>::new());
}
