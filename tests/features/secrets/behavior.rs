//! What the model calls sensitive is shown by no `Debug`, `Display`, violation or error: every such
//! member of the model, read from right and wrong values.

use std::fmt::{Debug, Write as _};

use generated_tests::secrets::{
    Denied, Either, Everything, Find, FindRequest, Hidden, Leaky, Open, OpenError, OpenRequest,
    Take, TakeRequest, Vault,
};
use glue_runtime::{ErrorEnvelope, Operation, OperationError, ResponseError, Validate};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const SECRET: &str = "hunter2";

/// The secret in all forms of JSON. Numbers that have it show it too.
fn secrets() -> [Value; 6] {
    [
        json!(SECRET),
        json!([SECRET]),
        json!([[SECRET]]),
        json!({SECRET: SECRET}),
        json!([{SECRET: 77_777_777_777_i64}]),
        json!(77_777_777_777_777.5),
    ]
}

#[track_caller]
fn assert_hidden(shown: &str) {
    assert!(!shown.contains(SECRET) && !shown.contains("77777"), "{shown}");
}

/// Everything that is ever printed of a value read from JSON.
fn shown<T: DeserializeOwned + Debug + Validate>(json: &Value) -> String {
    let mut shown = String::new();
    for read in [serde_json::from_value::<T>(json.clone()), serde_json::from_str(&json.to_string())]
    {
        match read {
            Ok(value) => {
                let _ = write!(shown, "{value:?} {value:#?}");
                if let Err(violations) = value.validate_strict() {
                    let as_json = serde_json::to_string(&violations).unwrap();
                    let _ = write!(shown, "{violations} {violations:?} {as_json}");
                }
            }
            Err(error) => {
                let _ = write!(shown, "{error} {error:?}");
            }
        }
    }
    shown
}

fn walk<T: DeserializeOwned + Debug + Validate>(members: &[&str]) {
    for member in members {
        for secret in secrets() {
            assert_hidden(&shown::<T>(&json!({*member: secret})));
        }
    }
}

#[test]
fn no_sensitive_member_is_shown() {
    walk::<Everything>(&[
        "Text", "Pin", "Share", "Flag", "When", "Data", "Kind", "Codes", "Matrix", "ByKey",
        "Vault", "Either",
    ]);
    walk::<Vault>(&["Name", "Depth", "Either"]);
    walk::<Either>(&["secret", "pin"]);
    walk::<Hidden>(&["text", "depth"]);
    walk::<OpenRequest>(&["Key", "Notes"]);
    walk::<FindRequest>(&["Token"]);
    walk::<TakeRequest>(&["Token", "Owner"]);
    walk::<Leaky>(&["Pin"]);
    walk::<Denied>(&["Message"]);
    // Keys of a map are shown where only its values are sensitive.
    for secret in secrets() {
        assert_hidden(&shown::<Everything>(&json!({"ByName": {"key": secret}})));
    }
    // Within others.
    for secret in secrets() {
        assert_hidden(&shown::<OpenRequest>(&json!({"Box": "a", "Body": {"Text": secret}})));
        let entries = json!({"Box": "a", "Body": {"Either": {"depth": secret}}});
        assert_hidden(&shown::<OpenRequest>(&entries));
    }
}

#[test]
fn errors_of_reading_say_where_but_not_what() {
    let error = serde_json::from_str::<Everything>("{\"Pin\": \"hunter2\"}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "a sensitive value does not have the form that the model gives it at line 1 column 18",
    );
    assert!(error.is_data());
    // What is not sensitive is shown.
    let error = serde_json::from_str::<Everything>("{\"Public\": [\"hunter2\"]}").unwrap_err();
    assert_eq!(error.to_string(), "invalid type: sequence, expected a string at line 1 column 11",);
    // Text that ends early is still known as such.
    let error = serde_json::from_str::<Everything>("{\"Text\": \"hunter2").unwrap_err();
    assert!(error.is_eof(), "{error}");
}

#[test]
fn messages_of_errors_are_hidden_where_the_model_says_so() {
    let envelope = |json: Value| serde_json::from_value::<ErrorEnvelope>(json).unwrap();
    let body = json!({"__type": "Denied", "Message": "hunter2", "Public": 3});
    let error = OpenError::from(envelope(body));
    assert!(matches!(error, OpenError::Denied(_)));
    assert_eq!(error.to_string(), "Denied: <sensitive>");
    assert_eq!(format!("{error:?}"), "Denied(Denied { message: <sensitive>, public: Some(3) })");
    // Whoever asks for it gets it.
    assert_eq!(error.message(), Some("hunter2"));
    let leaky = OpenError::from(envelope(json!({"__type": "Leaky", "Message": "Public"})));
    assert_eq!(leaky.to_string(), "Leaky: Public");

    // One that does not fit the model is kept whole, and hidden as well.
    let body = json!({"__type": "Denied", "Message": "hunter2", "Public": "no number"});
    let error = OpenError::from(envelope(body));
    assert!(matches!(error, OpenError::Unmodeled(_)));
    assert_eq!(error.to_string(), "Denied: <sensitive>");
    assert_hidden(&format!("{error:?}"));
    for secret in secrets() {
        let body = json!({"__type": "Leaky", "Message": "Public", "Pin": secret});
        let error = OpenError::from(envelope(body));
        assert_hidden(&format!("{error} {error:?}"));
    }
}

#[test]
fn malformed_responses_do_not_show_secrets() {
    let body = json!({"Everything": {"Pin": SECRET}}).to_string();
    let error = Open::response(200, [("x-none", "")], body.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "malformed response with status 200: a sensitive value does not have the form that the \
         model gives it at line 1 column 31",
    );
    assert_hidden(&format!("{error:?}"));
    let error = Open::response(200, [("x-pin", SECRET)], b"{}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "malformed response with status 200: `Pin`: a sensitive value does not have the form that \
         the model gives it",
    );
    assert!(matches!(error, ResponseError::Malformed(_)));
    let body = json!({"Message": SECRET}).to_string();
    let error = Open::response(403, [("x-amzn-errortype", "Denied")], body.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "Denied: <sensitive>");
    assert_hidden(&format!("{error:?}"));
}

#[test]
fn requests_hide_what_is_sensitive_in_them() {
    let input = OpenRequest::default()
        .with_box("box a")
        .with_key(SECRET)
        .with_plain("seen")
        .with_notes([("a".to_owned(), SECRET.to_owned())].into())
        .with_body(Everything::default().with_text(SECRET));
    let mut request = Open::request(&input).unwrap();
    request.headers.push(("authorization".into(), SECRET.into()));
    assert_eq!(
        format!("{request:?}"),
        "Request { method: \"POST\", host_prefix: \"\", uri: \"/boxes/box%20a\", headers: \
         [(\"Content-Type\", \"application/json\"), (\"x-key\", <sensitive>), (\"x-plain\", \
         \"seen\"), (\"x-note-\"<sensitive>, <sensitive>), (\"authorization\", <sensitive>)], body: 27 \
         bytes }",
    );
    assert_eq!(request.header("x-key"), Some(SECRET));
    let request = Find::request(&FindRequest::default().with_token(SECRET)).unwrap();
    assert_eq!(request.uri, "/boxes?token=hunter2");
    assert_eq!(
        format!("{request:?}"),
        "Request { method: \"GET\", host_prefix: \"\", uri: <sensitive>, headers: [], body: 0 bytes }",
    );
    let input = TakeRequest::default().with_token(SECRET).with_owner(SECRET);
    let request = Take::request(&input).unwrap();
    assert_eq!((&*request.host_prefix, &*request.uri), ("hunter2.", "/boxes/hunter2"));
    assert_eq!(
        format!("{request:?}"),
        "Request { method: \"GET\", host_prefix: \"{Owner}.\", uri: <sensitive>, headers: \
         [(\"Content-Type\", \"application/json\")], body: 19 bytes }",
    );
}
