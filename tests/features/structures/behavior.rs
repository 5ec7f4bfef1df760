//! Structures: members that are required, absent, in any order, and read from a whole number.

use generated_tests::{folders, rest, structures};
use glue_runtime::{NoMembers, Operation};
use serde_json::{Value, json};

use crate::support::{assert_round_trip, read, write};

#[test]
fn required_members_read_and_write_as_others_do() {
    let inner = structures::Inner::default().with_label("label");
    let request = structures::CreateRequest::default()
        .with_name("a")
        .with_size(3)
        .with_inner(inner)
        .with_tags(vec!["t".to_owned()]);
    let value = json!({"Name": "a", "Size": 3, "Tags": ["t"], "Inner": {"Label": "label"}});
    assert_eq!(write(&request), value);
    assert_eq!(read::<structures::CreateRequest>(value), request);
}

#[test]
fn missing_members_never_stop_a_read() {
    assert_eq!(read::<structures::CreateResponse>(json!({})), Default::default());
    let whole = json!({"Name": "a", "Size": 3, "Inner": {"Label": "l"}});
    for name in ["Name", "Size", "Inner"] {
        let mut part = whole.clone();
        part.as_object_mut().unwrap().remove(name);
        let absent: structures::CreateRequest = read(part.clone());
        assert_eq!(write(&absent), part);
        part[name] = Value::Null;
        assert_eq!(read::<structures::CreateRequest>(part), absent);
    }
    assert_round_trip::<structures::CreateRequest>(json!({"Inner": {}}));
}

#[test]
fn members_come_in_any_order_and_only_once() {
    let request: structures::CreateRequest =
        serde_json::from_str(r#"{"Inner":{"Label":"l"},"x":[{}],"Size":1,"Name":"a"}"#).unwrap();
    assert_eq!((request.name.as_deref(), request.size), (Some("a"), Some(1)));
    for text in [r#"{"Size":1,"Size":1}"#, r#"{"Note":"a","Name":"b","Note":"c"}"#] {
        let error = serde_json::from_str::<structures::CreateRequest>(text).unwrap_err();
        assert!(error.to_string().starts_with("duplicate field"), "{error}");
    }
}

#[test]
fn operations_may_take_and_give_nothing() {
    fn nothing<O: Operation<Input = NoMembers, Output = NoMembers>>() -> &'static str {
        O::NAME
    }
    assert_eq!(nothing::<structures::Ping>(), "Ping");
    assert_round_trip::<NoMembers>(json!({}));
    assert_round_trip::<structures::Nothing>(json!({}));
    assert_eq!(read::<NoMembers>(json!({"more": 1})), NoMembers::default());
}

#[test]
fn whole_numbers_may_have_a_fraction_of_zero() {
    let size = |number: &str| {
        let text = format!(r#"{{"Name": "a", "Size": {number}, "Inner": {{"Label": "l"}}}}"#);
        serde_json::from_str::<structures::CreateRequest>(&text).map(|request| request.size)
    };
    for (number, expected) in
        [("3", 3), ("3.0", 3), ("-3e0", -3), ("2147483647.0", i32::MAX), ("-0.0", 0)]
    {
        assert_eq!(size(number).unwrap(), Some(expected), "{number}");
    }
    for number in ["3.5", "2147483648", "2147483648.0", "-2147483649", "1e300", "\"3\"", "true"] {
        let error = size(number).unwrap_err().to_string();
        assert!(error.contains("expected an integer from -2147483648 to 2147483647"), "{error}");
    }
    let rest: rest::SendResponse = read(json!({"Count": 2.0, "Status": null}));
    assert_eq!((rest.count, rest.status), (Some(2), None));
}

#[test]
fn types_of_a_folder_have_the_paths_and_forms_of_one_file() {
    let value = json!({"Name": "a", "Size": 3, "Inner": {"Label": "label"}});
    let request: folders::structures::CreateRequest = read(value.clone());
    let inner = folders::structures::Inner::default().with_label("label");
    assert_eq!(request.inner, Some(inner));
    assert_eq!(write(&request), value);
}
