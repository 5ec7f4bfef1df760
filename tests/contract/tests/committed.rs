//! Code that an earlier release generated still does what it did.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use contract_tests::committed_0_1::{depot, glue, roles};
use glue_runtime::{ErrorEnvelope, Operation, OperationError, Validate};
use serde_json::{Value, json};

/// An item with every member, as the service writes it.
fn item() -> Value {
    json!({
        "id": "0123abcd",
        "itemKind": "BOX",
        "old": "o",
        "size": 7,
        "long": 9_007_199_254_740_993_i64,
        "share": 0.25,
        "weight": 1.5,
        "flag": true,
        "made": 1_714_564_800,
        "sold": "2024-05-01T12:00:00Z",
        "seen": "Wed, 01 May 2024 12:00:00 GMT",
        "history": ["2024-05-01T12:00:00Z"],
        "data": "aGk=",
        "settings": {"a": [1, null]},
        "policy": "{}",
        "secret": "hush",
        "pin": 1234,
        "vault": {"code": "open"},
        "names": ["a", "b"],
        "sparse": ["a", null],
        "lookup": {"x": {"id": "00000000", "itemKind": "CRATE"}},
        "sparseLookup": {"x": null},
        "matrix": [[0.5], []],
        "codes": {"x": 1},
        "parts": [{"id": "00000001", "itemKind": "Unknown"}],
        "rule": {"all": [{"upTo": 0.5}, {"not": {"name": "n"}}, {"newer": [1]}]},
        "arn": "arn:aws:depot:eu-1:111111111111:item/7",
        "word": "xxxy",
        "label": "L 1",
        "sentence": "on: the 7.",
        "newer": {"kept": true},
    })
}

#[test]
fn every_member_is_read_checked_and_written() {
    let read: depot::Item = serde_json::from_value(item()).unwrap();
    assert_eq!(read.kind, Some(depot::Kind::Box));
    read.validate().unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), item());
    assert_eq!(read.clone(), read);
}

#[test]
fn every_constraint_is_checked() {
    let mut wrong = item();
    for (key, value) in [
        ("id", json!("x")),
        ("size", json!(0)),
        ("long", json!(-1)),
        ("share", json!(101)),
        ("weight", json!(0)),
        ("data", json!("")),
        ("secret", json!("longer than eight")),
        ("pin", json!(10_000)),
        ("names", json!([])),
        ("sparse", json!(["", null])),
        ("lookup", json!({"": {}})),
        ("sparseLookup", json!({"x": ""})),
        ("matrix", json!([[-1]])),
        ("codes", json!({"x": 10_000})),
        ("rule", json!({"name": ""})),
        ("arn", json!("arn")),
        ("word", json!("no")),
        ("label", json!("!")),
        ("sentence", json!("no")),
    ] {
        wrong[key] = value;
    }
    let wrong: depot::Item = serde_json::from_value(wrong).unwrap();
    let violations = wrong.validate().unwrap_err();
    let paths: Vec<String> = violations.iter().map(|one| one.path().to_string()).collect();
    assert_eq!(
        paths,
        [
            "/id",
            "/size",
            "/long",
            "/share",
            "/weight",
            "/data",
            "/secret",
            "/pin",
            "/names",
            "/sparse/0",
            "/lookup",
            "/lookup//id",
            "/lookup//kind",
            "/sparseLookup/x",
            "/matrix/0/0",
            "/codes/x",
            "/rule/name",
            "/arn",
            "/word",
            "/label",
            "/sentence",
        ]
    );
    assert!(!violations.to_string().contains("longer than eight"));
}

#[test]
fn values_that_are_sensitive_are_hidden() {
    let read: depot::Item = serde_json::from_value(item()).unwrap();
    let shown = format!("{read:?}");
    for secret in ["hush", "1234", "open"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[test]
fn operations_say_where_members_travel() {
    assert_eq!((depot::Store::METHOD, depot::Store::URI), ("PUT", "/boxes/{box}/{path+}?kind=all"));
    assert_eq!(depot::Store::HOST_PREFIX, Some("store-{zone}."));
    assert_eq!((depot::Store::INPUT.len(), depot::Store::OUTPUT.len()), (14, 2));
    assert_eq!((depot::Watch::INPUT.len(), depot::Watch::OUTPUT.len()), (2, 1));
    assert_eq!(depot::SERVICE.id, "Depot");
    assert_eq!(glue::GetJobRun::TARGET, Some("AWSGlue.GetJobRun"));
}

#[test]
fn errors_are_known_by_their_names() {
    let error = |body: Value| -> ErrorEnvelope { serde_json::from_value(body).unwrap() };
    let full = depot::StoreError::from(error(json!({"__type": "x#DepotFull", "left": 3})));
    assert!(matches!(&full, depot::StoreError::Full(full) if full.left == Some(3)), "{full:?}");
    let busy = depot::StoreError::from(error(json!({"code": "Busy", "Message": "later"})));
    assert_eq!((busy.to_string().as_str(), busy.is_retryable()), ("Busy: later", true));
    let gone = glue::GetJobRunError::from(error(json!({"__type": "EntityNotFoundException"})));
    assert!(matches!(gone, glue::GetJobRunError::EntityNotFoundException(_)));
    let other = glue::GetJobRunError::from(error(json!({"__type": "Newer"})));
    assert!(matches!(other, glue::GetJobRunError::Unmodeled(_)));
}

#[test]
fn requests_of_glue_are_checked() {
    let request = glue::GetJobRunRequest::default().with_job_name("").with_run_id("jr_1");
    assert_eq!(
        request.validate().unwrap_err().to_string(),
        "1 validation error detected. Value with length 0 at '/JobName' failed to satisfy \
         constraint: Member must have length between 1 and 255, inclusive",
    );
    let request = request.with_job_name("nightly");
    request.validate().unwrap();
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(text, r#"{"JobName":"nightly","RunId":"jr_1"}"#);
}

#[test]
fn json_in_text_is_read_and_items_are_unique() {
    let text = "%7B%22a%22%3A1%7D";
    let role: roles::Role =
        serde_json::from_value(json!({"AssumeRolePolicyDocument": text})).unwrap();
    let policy = role.assume_role_policy_document.unwrap();
    assert_eq!(policy.as_str(), r#"{"a":1}"#);
    let role: roles::Role = serde_json::from_value(json!({"Tags": ["a", "a"]})).unwrap();
    assert_eq!(
        role.validate().unwrap_err().to_string(),
        "1 validation error detected. Value at '/Tags' failed to satisfy constraint: Member must \
         have unique values",
    );
}
