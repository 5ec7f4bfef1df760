//! Members that the model does not have, where structures keep them.

use std::collections::BTreeMap;

use generated_tests::unknown_members::{
    Drive, DropToy, GetToy, GetToyRequest, Key, PutToy, PutToyError, PutToyRequest, Toy, Vault,
};
use generated_tests::{folders, unknown_members};
use glue_runtime::{
    CommandLine, Document, Known, Operation, RequestError, ResponseError, UnknownMembers, Validate,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const NONE: [(&str, &str); 0] = [];

/// As a service with a newer model writes it, at every depth.
fn newer() -> Value {
    json!({
        "DPUTurns": 3,
        "Drive": {"Sail": {"Area": 2.5}},
        "Key": {"Code": "hunter2", "Pin": "1234"},
        "Parts": [{"Color": "red"}, {"DPUTurns": 1, "Sizes": [1, null, {"Deep": true}]}],
        "Vault": {"Floor": -1, "Room": "a"},
        "__type": "com.amazonaws.toys#Toy",
        "since": 1_714_564_800.25,
    })
}

fn read<T: for<'de> Deserialize<'de>>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

fn keys(members: &UnknownMembers) -> Vec<&str> {
    members.keys().map(String::as_str).collect()
}

fn one(key: &str, value: impl Into<Document>) -> UnknownMembers {
    BTreeMap::from([(key.to_owned(), value.into())]).into()
}

#[test]
fn unknown_members_are_read_and_written_back() {
    let toy: Toy = read(&newer());
    assert_eq!(keys(&toy.unknown_members), ["__type", "since"]);
    let parts = toy.parts.as_ref().unwrap();
    assert_eq!(parts[0].unknown_members, one("Color", "red"));
    assert_eq!(parts[1].dpu_turns, Some(1));
    assert!(matches!(toy.drive.as_deref(), Some(Drive::Unknown(_))));
    assert_eq!(serde_json::to_value(&toy).unwrap(), newer());
}

#[test]
fn files_and_folders_keep_the_same() {
    let toy: folders::unknown_members::Toy = read(&newer());
    assert_eq!(keys(&toy.unknown_members), ["__type", "since"]);
    assert_eq!(serde_json::to_value(&toy).unwrap(), newer());
    // Generated with `Hash`, which structures with documents have.
    fn can_be_a_key<T: Eq + std::hash::Hash>(_: &T) {}
    can_be_a_key(&toy);
}

#[test]
fn all_formats_keep_them() {
    let toy: Toy = read(&newer());
    let mut cbor = Vec::new();
    ciborium::into_writer(&toy, &mut cbor).unwrap();
    assert_eq!(ciborium::from_reader::<Toy, _>(cbor.as_slice()).unwrap(), toy);
    let message_pack = rmp_serde::to_vec_named(&toy).unwrap();
    assert_eq!(rmp_serde::from_slice::<Toy>(&message_pack).unwrap(), toy);
    let yaml = serde_norway::to_string(&toy).unwrap();
    assert_eq!(serde_norway::from_str::<Toy>(&yaml).unwrap(), toy);
    // TOML has no null.
    let toy: Toy = read(&json!({"DPUTurns": 1, "Color": "red", "Parts": [{"Size": {"X": 1}}]}));
    assert_eq!(toml::from_str::<Toy>(&toml::to_string(&toy).unwrap()).unwrap(), toy);
}

/// A newer model has a blob and times, of which these formats have types of their own.
#[test]
fn values_that_json_does_not_have_become_what_reads_as_the_same() {
    #[derive(Serialize)]
    struct Newer<T> {
        #[serde(rename = "New")]
        new: T,
    }
    let text = |toy: Toy| toy.unknown_members["New"].as_str().unwrap().to_owned();
    let mut cbor = Vec::new();
    ciborium::into_writer(&Newer { new: glue_runtime::Blob::from(b"foo".to_vec()) }, &mut cbor)
        .unwrap();
    assert_eq!(text(ciborium::from_reader(cbor.as_slice()).unwrap()), "Zm9v");
    let blob = rmp_serde::to_vec_named(&Newer { new: glue_runtime::Blob::from(b"foo".to_vec()) });
    assert_eq!(text(rmp_serde::from_slice(&blob.unwrap()).unwrap()), "Zm9v");
    let mut cbor = Vec::new();
    let tagged = ciborium::Value::Tag(1, Box::new(1_714_564_800.into()));
    ciborium::into_writer(&Newer { new: tagged }, &mut cbor).unwrap();
    assert_eq!(text(ciborium::from_reader(cbor.as_slice()).unwrap()), "2024-05-01T12:00:00Z");
    // An object of one key, and the extension -1 with four bytes.
    let message_pack = b"\x81\xa3New\xd6\xff\x66\x32\x2e\xc0";
    let text_of_extension = text(rmp_serde::from_slice(message_pack).unwrap());
    assert_eq!(text_of_extension, "2024-05-01T12:00:00Z");
    let toml = "New = 2024-05-01T12:00:00Z";
    assert_eq!(text(toml::from_str(toml).unwrap()), "2024-05-01T12:00:00Z");
}

#[test]
fn a_key_in_another_case_is_known() {
    let toy: Toy = read(&json!({"dPUTurns": 3, "eTag": "e", "color": "red", "Color": "blue"}));
    assert_eq!((toy.dpu_turns, toy.e_tag.as_deref()), (Some(3), Some("e")));
    assert_eq!(keys(&toy.unknown_members), ["Color", "color"]);
}

#[test]
fn null_is_not_set_and_a_key_comes_once() {
    assert_eq!(read::<Toy>(&json!({"Color": null})), Toy::default());
    let twice = r#"{"Color": "red", "DPUTurns": 1, "Color": "red"}"#;
    let error = serde_json::from_str::<Toy>(twice).unwrap_err();
    assert_eq!(error.to_string(), "duplicate field `Color` at line 1 column 47");
}

#[test]
fn what_is_a_member_cannot_be_written_as_unknown() {
    let mut toy = Toy::default();
    toy.unknown_members.insert("dpuTurns".to_owned(), 3_u32.into());
    let error = serde_json::to_string(&toy).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the unknown member `dpuTurns` is a member of Toy: set that instead"
    );
}

#[test]
fn a_member_of_the_models_own_takes_another_name() {
    let request: PutToyRequest = read(&json!({"UnknownMembers": "text", "New": 1}));
    assert_eq!(request.unknown_members_2.as_deref(), Some("text"));
    assert_eq!(request.unknown_members, one("New", 1_u32));
}

#[test]
fn values_of_unknown_members_are_not_printed() {
    let key = Key::default().with_code("hunter2").with_unknown_members(one("Pin", "1234"));
    assert_eq!(
        format!("{key:?}"),
        r#"Key { code: <sensitive>, teeth: None, unknown_members: {"Pin"} }"#
    );
    let vault: Vault = read(&json!({"Floor": 1}));
    assert_eq!(format!("{vault:?}"), "Vault { room: <sensitive>, unknown_members: <sensitive> }");
    let shown = format!("{:?}", read::<Toy>(&newer()));
    for secret in ["hunter2", "1234", "red", "amazonaws"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn validators_and_known_look_at_the_model_alone() {
    read::<Toy>(&newer()).validate().unwrap();
    let known = serde_json::from_value::<Known<Toy>>(json!({"DPUTurns": 1, "New": 2})).unwrap();
    assert_eq!(known.0.unknown_members, one("New", 2_u32));
    assert!(serde_json::from_value::<Known<Toy>>(json!({"New": 2})).is_err());
}

#[test]
fn the_command_line_prints_them_as_they_came() {
    let toy: Toy = read(&newer());
    assert_eq!(serde_json::to_value(CommandLine(&toy)).unwrap(), newer());
}

#[test]
fn a_request_has_them_in_its_body() {
    let request = PutToyRequest::default().with_name("a").with_unknown_members(one("New", 1_u32));
    let request = PutToy::request(&request).unwrap();
    assert_eq!((request.uri.as_str(), request.body.as_slice()), ("/toys/a", &br#"{"New":1}"#[..]));
}

#[test]
fn a_request_without_keys_in_its_body_has_no_place_for_them() {
    let request = GetToyRequest::default().with_name("a").with_unknown_members(one("New", 1_u32));
    let error = GetToy::request(&request).unwrap_err();
    assert!(matches!(&error, RequestError::UnknownMember(key) if key == "New"));
    assert_eq!(
        error.to_string(),
        "the unknown member `New` has no place in the request, whose body has no members: remove it"
    );
}

#[test]
fn a_response_has_them_in_its_body() {
    let headers = [("ETag", "e")];
    // The key of a member that travels in a header means nothing in a body.
    let body = br#"{"DPUTurns": 2, "New": [1], "etag": "f"}"#;
    let toy = PutToy::response(200, headers, body).unwrap();
    let expected = Toy::default().with_dpu_turns(2).with_e_tag("e");
    assert_eq!(toy, expected.with_unknown_members(one("New", vec![1_u32.into()])));
    // A body that is one member, and one of which the model has no member.
    let response = GetToy::response(200, NONE, br#"{"New": 1}"#).unwrap();
    assert_eq!(response.toy.unwrap().unknown_members, one("New", 1_u32));
    assert!(response.unknown_members.is_empty());
    let response = DropToy::response(200, [("x-tag", "t")], br#"{"New": 1}"#).unwrap();
    assert_eq!((response.tag.as_deref(), response.unknown_members), (Some("t"), one("New", 1_u32)));
    for body in ["", "null", "not JSON", "[1]", "{"] {
        let response = DropToy::response(200, NONE, body.as_bytes()).unwrap();
        assert_eq!(response, unknown_members::DropToyResponse::default(), "{body}");
    }
}

#[test]
fn an_error_keeps_them() {
    let body = br#"{"__type": "ToyBroken", "Message": "snap", "Where": "axle"}"#;
    let error = PutToy::response(409, NONE, body).unwrap_err();
    let ResponseError::Service(PutToyError::ToyBroken(error)) = error else {
        panic!("another error: {error}");
    };
    assert_eq!(error.message.as_deref(), Some("snap"));
    assert_eq!(keys(&error.unknown_members), ["Where", "__type"]);
    let again = serde_json::to_value(error.into_inner()).unwrap();
    assert_eq!(again, serde_json::from_slice::<Value>(body).unwrap());
}

#[test]
fn a_flattened_structure_leaves_them_to_the_one_around_it() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Event {
        time: u32,
        #[serde(flatten)]
        key: Key,
        #[serde(flatten)]
        vault: Vault,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }
    let json = json!({"time": 1, "Teeth": 2, "Room": "a", "New": 3});
    let event: Event = read(&json);
    assert_eq!((event.key.teeth, event.vault.room.as_deref()), (Some(2), Some("a")));
    assert!(event.key.unknown_members.is_empty() && event.vault.unknown_members.is_empty());
    assert_eq!(event.rest, BTreeMap::from([("New".to_owned(), json!(3))]));
    assert_eq!(serde_json::to_value(&event).unwrap(), json);
}

#[test]
fn tagged_and_untagged_enums_keep_them() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        Toy(Box<Toy>),
    }
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(untagged)]
    enum Untagged {
        Number(u32),
        Toy(Box<Toy>),
    }
    let json = json!({"kind": "Toy", "DPUTurns": 1, "New": {"a": [1.5]}});
    let Tagged::Toy(toy) = read(&json);
    assert_eq!(keys(&toy.unknown_members), ["New"]);
    assert_eq!(serde_json::to_value(Tagged::Toy(toy)).unwrap(), json);
    let Untagged::Toy(toy) = read(&json) else { panic!("a number") };
    assert_eq!(keys(&toy.unknown_members), ["New", "kind"]);
    assert_eq!(serde_json::to_value(Untagged::Toy(toy)).unwrap(), json);
}
