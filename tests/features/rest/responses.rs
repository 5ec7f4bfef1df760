//! Responses of operations: outputs out of status, headers and body.

use std::collections::BTreeMap;

use generated_tests::queries::Ask;
use generated_tests::rest::{
    Choice, Choose, Chosen, Describe, Described, Description, Download, Level, Note, Noted, Ping,
    Send, SendError, SendResponse, Upload,
};
use glue_runtime::{Blob, ErrorEnvelope, NoMembers, Operation, ResponseError};

use crate::http::{NONE, output, read, time};

#[test]
fn members_come_from_everywhere() {
    let headers = [
        ("x-count", " 3 "),
        ("X-RATIO", "0.1"),
        ("X-Done", "True"),
        ("X-Names", "a,  \"b,c\", \"d \\\"e\\\" \\\\\" , "),
        ("X-Names", "f"),
        ("X-Days", "Wed, 01 May 2024 12:00:00 GMT,Wed, 01 May 2024 12:00:00 GMT"),
        ("X-Attributes", "eyJhIjoKMX0="),
        ("X-Level", "HIGH"),
        ("X-Meta-One", "1"),
        ("x-meta-two", ""),
        ("X-Method", "outer"),
    ];
    let read = read::<Send>(202, &headers, r#"{"message": "m", "method": "inner"}"#).unwrap();
    let meta = [("One", "1"), ("two", "")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    let expected = SendResponse::default()
        .with_status(202)
        .with_count(3)
        .with_ratio(0.1)
        .with_done(true)
        .with_names(["a", "b,c", "d \"e\" \\", "f"].map(str::to_owned).to_vec())
        .with_days(vec![time(), time()])
        .with_attributes("{\"a\":\n1}")
        .with_level(Level::High)
        .with_meta(BTreeMap::from(meta))
        .with_method("outer")
        .with_inner_method("inner")
        .with_message("m");
    assert_eq!(read, expected);
}

#[test]
fn what_is_not_there_is_not_set() {
    let bare = SendResponse::default().with_status(200).with_meta(BTreeMap::new());
    for body in ["", "{}", "null", " \n", r#"{"message": null, "Other": [1]}"#] {
        assert_eq!(output::<Send>(&[("X-Count", ""), ("X-Done", "")], body), bare, "{body}");
    }
    // A key of the body is no header's member, even under its name.
    assert_eq!(output::<Send>(NONE, r#"{"Count": 1, "status": 2, "X-Count": 3}"#), bare);
}

#[test]
fn headers_of_one_name_are_one_value() {
    let headers =
        [("X-Meta-One", "a"), ("X-Level", "HIGH"), ("X-Meta-Two", "b"), ("x-meta-one", "c")];
    let meta =
        [("One", "a, c"), ("Two", "b")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(output::<Send>(&headers, "{}").meta, Some(BTreeMap::from(meta)));
    let many = vec![("X-Names", "a"); 3];
    let names = output::<Send>(&many, "{}").names;
    assert_eq!(names, Some(vec!["a".to_owned(); 3]));
}

#[test]
fn headers_of_the_crate_http_fit() {
    let mut headers = http::HeaderMap::new();
    headers.append("X-Names", http::HeaderValue::from_static("a"));
    headers.append("X-Names", http::HeaderValue::from_static("b"));
    headers.insert("X-Meta-One", http::HeaderValue::from_bytes(b"\xc3\xbc").unwrap());
    headers.insert("X-Amzn-Errortype", http::HeaderValue::from_static("Gone"));
    let output = Send::response(200, &headers, b"{}").unwrap();
    assert_eq!(output.names, Some(vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(output.meta, Some(BTreeMap::from([("one".to_owned(), "\u{fc}".to_owned())])));
    let error = Send::response(410, headers.iter(), b"").unwrap_err();
    assert!(matches!(error, ResponseError::Service(SendError::Gone(_))));
    let envelope = ErrorEnvelope::default().with_headers(&headers);
    assert_eq!(envelope.code(), Some("Gone"));
}

#[test]
fn payloads_are_the_whole_body() {
    let download = Download::default().with_e_tag("t");
    assert_eq!(output::<Upload>(&[("etag", "t")], ""), download);
    let content = download.with_content(Blob::from(b" \0"));
    assert_eq!(output::<Upload>(&[("etag", "t")], " \0"), content);
    let bytes = Upload::response(200, [("ETag", b"t")], b"\xff").unwrap();
    assert_eq!(bytes.content.as_deref(), Some(b"\xff".as_slice()));

    assert_eq!(output::<Note>(NONE, " \"n\" "), Noted::default().with_note(" \"n\" "));
    assert_eq!(output::<Note>(NONE, ""), Noted::default());
    let described = Described::default().with_description(Description::default().with_text("t"));
    assert_eq!(output::<Describe>(NONE, r#"{"text": "t"}"#), described);
    assert_eq!(output::<Describe>(NONE, ""), Described::default());
    assert_eq!(output::<Describe>(NONE, "null"), Described::default());
    let chosen = Chosen::default().with_choice(Choice::Left("l".to_owned()));
    assert_eq!(output::<Choose>(NONE, r#"{"Left": "l"}"#), chosen);
    assert_eq!(output::<Choose>(NONE, ""), Chosen::default());
    assert_eq!(output::<Choose>(NONE, " \r\n"), Chosen::default());
}

#[test]
fn a_body_that_nobody_expects_is_passed_over() {
    for body in ["", "{}", "OK", "<html>", "[1", "\u{0}"] {
        assert_eq!(output::<Ping>(NONE, body), NoMembers::default());
    }
}

#[test]
fn a_success_that_does_not_fit_is_malformed() {
    let message = |error: ResponseError<SendError>| match error {
        ResponseError::Malformed(malformed) => {
            assert_eq!(malformed.status(), 200);
            malformed.to_string()
        }
        ResponseError::Service(error) => panic!("{error}"),
    };
    let error = message(read::<Send>(200, NONE, "<html>").unwrap_err());
    let expected = "malformed response with status 200: expected value at line 1 column 1";
    assert_eq!(error, expected);
    let error = message(read::<Send>(200, &[("X-Count", "many")], "").unwrap_err());
    let expected = "malformed response with status 200: \
                    `Count`: invalid type: string \"many\", expected an integer from -2147483648 to 2147483647";
    assert_eq!(error, expected);
    for body in ["{} x", "[]", "\"\"", "{\"message\": 1}", "{\"message\": \"m\""] {
        message(read::<Send>(200, NONE, body).unwrap_err());
    }
    for body in ["[]", "{\"Text\": 1}", "{"] {
        assert!(matches!(read::<Ask>(200, NONE, body), Err(ResponseError::Malformed(_))), "{body}");
    }
    let bytes = Note::response(200, [("", ""); 0], b"\xff").unwrap_err();
    assert!(matches!(bytes, ResponseError::Malformed(_)));
}

#[test]
fn a_malformed_response_repeats_little_of_itself() {
    let error = read::<Send>(200, &[("X-Count", &"x".repeat(5_000))], "{}").unwrap_err();
    assert!(error.to_string().chars().count() < 400, "{error}");
}
