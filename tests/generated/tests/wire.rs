//! How generated types read and write, feature by feature.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use generated_tests::{
    blobs, collections, enums, names, nesting, recursion, rest, structures, timestamps, unions,
};
use glue_runtime::{Blob, NoMembers, Operation, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn read_error<T: DeserializeOwned + std::fmt::Debug>(value: &Value) -> String {
    serde_json::from_str::<T>(&value.to_string()).unwrap_err().to_string()
}

fn write(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

fn assert_round_trip<T: Serialize + DeserializeOwned>(value: Value) {
    assert_eq!(write(&read::<T>(value.clone())), value);
}

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
fn dense_collections_drop_nulls_and_sparse_ones_keep_them() {
    let value = json!({
        "Names": ["a", null, "b"],
        "Sparse": ["a", null],
        "Lookup": {"x": {"Name": "n"}, "y": null},
        "SparseLookup": {"x": {"Name": "n"}, "y": null},
    });
    let everything: collections::Everything = read(value);
    assert_eq!(
        write(&everything),
        json!({
            "Names": ["a", "b"],
            "Sparse": ["a", null],
            "Lookup": {"x": {"Name": "n"}},
            "SparseLookup": {"x": {"Name": "n"}, "y": null},
        }),
    );
}

#[test]
fn numbers_json_cannot_write_are_strings() {
    let value = json!({"Ratios": ["NaN", "Infinity", "-Infinity", 0.5, 1], "Matrix": [[1.5], []]});
    let everything: collections::Everything = read(value);
    let ratios = everything.ratios.as_ref().unwrap();
    assert!(ratios[0].is_nan());
    assert_eq!(ratios[1..], [f64::INFINITY, f64::NEG_INFINITY, 0.5, 1.0]);
    assert_eq!(
        write(&everything),
        json!({"Ratios": ["NaN", "Infinity", "-Infinity", 0.5, 1.0], "Matrix": [[1.5], []]}),
    );
    let error = read_error::<collections::Everything>(&json!({"Ratios": ["inf"]}));
    assert!(error.contains("invalid value: string \"inf\""), "{error}");
}

#[test]
fn floats_are_read_from_the_map_of_arbitrary_precision() {
    let ratios = |number: &str| json!({"Ratios": [{"$serde_json::private::Number": number}]});
    let everything: collections::Everything = read(ratios("1.5e1"));
    assert_eq!(everything.ratios, Some(vec![15.0]));
    // Without the feature, serde_json refuses a number that no `f64` can hold.
    for number in ["1e999", "-1e999", "inf", "NaN", "x"] {
        let error = read_error::<collections::Everything>(&ratios(number));
        assert!(error.contains("invalid type: map, expected a number"), "{number}: {error}");
    }
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
        assert!(error.contains("expected i32"), "{error}");
    }
    let rest: rest::SendResponse = read(json!({"Count": 2.0, "Status": null}));
    assert_eq!((rest.count, rest.status), (Some(2), None));
}

#[test]
fn maps_may_have_enums_for_keys() {
    let value = json!({"Kind": "G.1X", "Counts": {"STANDARD": 1, "new": 2}});
    let request: enums::GetRequest = read(value.clone());
    assert_eq!(request.counts.as_ref().unwrap()[&enums::Kind::Standard], 1);
    assert_eq!(write(&request), value);
}

#[test]
fn every_value_has_a_variant_of_its_own() {
    for value in enums::Kind::VALUES {
        let kind = enums::Kind::from(*value);
        assert_eq!(kind.as_str(), *value);
        assert!(!matches!(kind, enums::Kind::Unknown(_)), "{value}");
    }
    assert_eq!(enums::Kind::from("Unknown"), enums::Kind::UnknownValue);
    assert_eq!(enums::Kind::from("self"), enums::Kind::SelfValue);
    assert_eq!(enums::Odd::from(""), enums::Odd::Empty);
    assert_eq!(enums::Odd::from("a-b").as_str(), "a-b");
    assert_eq!(enums::Odd::from("a_b").as_str(), "a_b");
}

#[test]
fn timestamps_write_as_member_then_shape_says() {
    let noon = Timestamp::from_unix(1_714_564_800, 500_000_000).unwrap();
    let times = timestamps::Times::default()
        .with_plain(noon)
        .with_iso(noon)
        .with_http(Timestamp::from_unix(1_714_564_800, 0).unwrap())
        .with_epoch(noon)
        .with_history(vec![noon]);
    let value = json!({
        "Plain": 1_714_564_800.5,
        "Iso": "2024-05-01T12:00:00.5Z",
        "Http": "Wed, 01 May 2024 12:00:00 GMT",
        "Epoch": 1_714_564_800.5,
        "History": ["2024-05-01T12:00:00.5Z"],
    });
    assert_eq!(write(&times), value);
    assert_eq!(read::<timestamps::Times>(value), times);
}

#[test]
fn http_dates_at_rest_keep_the_fraction() {
    for (nanoseconds, written) in [
        (0, "Wed, 01 May 2024 12:00:00 GMT"),
        (123_000_000, "Wed, 01 May 2024 12:00:00.123 GMT"),
        (1, "Wed, 01 May 2024 12:00:00.000000001 GMT"),
        (999_999_999, "Wed, 01 May 2024 12:00:00.999999999 GMT"),
    ] {
        let time = Timestamp::from_unix(1_714_564_800, nanoseconds).unwrap();
        let times = timestamps::Times::default().with_http(time);
        assert_eq!(write(&times), json!({"Http": written}));
        assert_eq!(read::<timestamps::Times>(json!({"Http": written})), times);
        let mut cbor = Vec::new();
        ciborium::into_writer(&times, &mut cbor).unwrap();
        assert_eq!(ciborium::from_reader::<timestamps::Times, _>(&*cbor).unwrap(), times);
        let message_pack = rmp_serde::to_vec_named(&times).unwrap();
        assert_eq!(rmp_serde::from_slice::<timestamps::Times>(&message_pack).unwrap(), times);
        // On the wire there is none.
        let request = timestamps::Get::request(&times).unwrap();
        assert_eq!(request.body, br#"{"Http":"Wed, 01 May 2024 12:00:00 GMT"}"#);
        assert_eq!(write(&times), json!({"Http": written}), "after a request as before");
    }
    for (seconds, year) in [(-62_167_219_200, "0000"), (253_402_300_799, "9999")] {
        let time = Timestamp::from_unix(seconds, 500_000_000).unwrap();
        let times = timestamps::Times::default().with_http(time);
        assert!(write(&times)["Http"].as_str().unwrap().contains(year));
        assert_eq!(read::<timestamps::Times>(write(&times)), times);
    }
}

#[test]
fn blobs_are_base64() {
    let upload = blobs::Upload::default().with_data(Blob::from(vec![0xFB, 0xFF]));
    assert_eq!(write(&upload), json!({"Data": "+/8="}));
    assert_eq!(read::<blobs::Upload>(json!({"Data": "+/8="})), upload);
    assert!(read_error::<blobs::Upload>(&json!({"Data": "*"})).contains("base64"));
}

#[test]
fn recursive_types_nest() {
    let value = json!({"Filter": {
        "Not": {"And": [{"Either": {"Name": "x"}}, {"By": {"k": {"Not": {}}}}]},
        "Either": {"Left": {"Not": {}}},
    }});
    assert_round_trip::<recursion::Query>(value);
    let looped: recursion::Loop = read(json!({"Next": {"Back": {}}}));
    assert!(looped.next.unwrap().back.unwrap().next.is_none());
}

#[test]
fn json_that_nests_too_deeply_is_an_error() {
    let text = format!(
        "{}{}{}",
        r#"{"Filter":"#.to_owned() + &r#"{"Not":"#.repeat(10_000),
        "{}",
        "}".repeat(10_001)
    );
    let error = serde_json::from_str::<recursion::Query>(&text).unwrap_err();
    assert!(error.to_string().starts_with("recursion limit exceeded"), "{error}");
}

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
fn names_that_rust_keeps_for_itself_read_and_write() {
    let value = json!({
        "type": "1", "Type": "2", "self": "3", "crate": "4", "IPv6Address": "5",
        "VPCIds": ["6"], "DPUSeconds": "7", "Self": "8",
    });
    assert_round_trip::<names::Box>(value.clone());
    let item: names::Box = read(value);
    assert_eq!(item.r#type.as_deref(), Some("1"));
    assert_eq!(item.type_2.as_deref(), Some("2"));
    assert_eq!(item.self_.as_deref(), Some("3"));
    assert_eq!(item.ipv6_address.as_deref(), Some("5"));
    assert_eq!(item.vpc_ids.unwrap(), ["6"]);
    let hash: names::Hash = read(json!("None"));
    assert_eq!(hash, names::Hash::None);
}

#[test]
fn a_location_name_is_the_key_and_the_member_name_reads_too() {
    let request = rest::PutRequest::default().with_bucket("b").with_display_name("d");
    assert_eq!(write(&request), json!({"Bucket": "b", "displayName": "d"}));
    assert_eq!(read::<rest::PutRequest>(json!({"bucket": "b", "DisplayName": "d"})), request);
    assert_eq!((rest::Put::METHOD, rest::Put::URI), ("PUT", "/things/{bucket}"));
    assert_eq!(rest::Put::TARGET, None);
}

#[test]
fn the_deepest_nesting_reads_writes_and_drops() {
    let nest = |levels: usize, wrap: fn(Value) -> Value| {
        let innermost = json!({"Text": "deep"});
        (1..levels).fold(innermost, |inner, _| json!({"Next": wrap(inner), "Text": "text"}))
    };
    let value = json!({
        "Plain": nest(49, |inner| inner),
        "Boxed": nest(98, |inner| inner),
        "List": nest(32, |inner| json!([inner])),
        "Map": nest(24, |inner| json!({"key": [inner]})),
    });
    assert_round_trip::<nesting::Nested>(value);
}

#[test]
fn types_of_a_folder_have_the_paths_and_forms_of_one_file() {
    use generated_tests::folders;

    let value = json!({"Name": "a", "Size": 3, "Inner": {"Label": "label"}});
    let request: folders::structures::CreateRequest = read(value.clone());
    let inner = folders::structures::Inner::default().with_label("label");
    assert_eq!(request.inner, Some(inner));
    assert_eq!(write(&request), value);
}
