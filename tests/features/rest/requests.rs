//! Requests of operations: what goes into URI, headers and body.

use std::collections::BTreeMap;

use generated_tests::queries::{Ask, Question};
use generated_tests::rest::{
    Beam, BeamRequest, Choice, Choose, Chosen, Describe, Described, Description, Level, Note,
    Noted, Ping, Put, PutRequest, SERVICE, Send, SendRequest, Upload, UploadRequest,
};
use glue_runtime::{
    Binding, Blob, Location, NoMembers, Operation, PayloadForm, Protocol, Request, RequestError,
};
use serde_json::{Value, json};

use crate::http::{headers, time};

fn send(request: &SendRequest) -> Request {
    Send::request(request).unwrap()
}

fn box_a() -> SendRequest {
    SendRequest::default().with_box("a").with_path("b")
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn labels_are_encoded_and_greedy_ones_keep_slashes() {
    let request = send(&SendRequest::default().with_box("a/b c").with_path("d/e f/ü?#%"));
    assert_eq!(request.method, "POST");
    assert_eq!(request.uri, "/boxes/a%2Fb%20c/d/e%20f/%C3%BC%3F%23%25?kind=all");
    let kept = "AZaz09-._~";
    assert_eq!(
        send(&SendRequest::default().with_box(kept).with_path("x")).uri,
        format!("/boxes/{kept}/x?kind=all")
    );
    let encoded =
        send(&SendRequest::default().with_box("!$&'()*+,;=:@[]{}\"\\").with_path("x")).uri;
    let expected = "%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40%5B%5D%7B%7D%22%5C";
    assert_eq!(encoded, format!("/boxes/{expected}/x?kind=all"));
}

#[test]
fn a_label_without_text_is_an_error() {
    let error = Send::request(&SendRequest::default().with_box("").with_path("x")).unwrap_err();
    assert!(matches!(error, RequestError::EmptyLabel("box")));
    assert_eq!(error.to_string(), "the URI needs a value for `box`, which must not be empty");
}

#[test]
fn no_label_leads_out_of_its_place_in_the_path() {
    for (text, path) in [(".", "x"), ("..", "x"), ("a", ".."), ("a", "x/../y"), ("a", "./x")] {
        let error =
            Send::request(&SendRequest::default().with_box(text).with_path(path)).unwrap_err();
        let label = if text == "a" { "path" } else { "box" };
        assert!(matches!(error, RequestError::DotSegment(name) if name == label), "{text} {path}");
        let expected = format!("`{label}` must not have `.` or `..` as a segment of the path");
        assert_eq!(error.to_string(), expected);
    }
    // Encoded or longer, they are no segments of their own.
    let uri = send(&SendRequest::default().with_box("../%2e").with_path("...//%2E./.a/..b")).uri;
    assert_eq!(uri, "/boxes/..%2F%252e/...//%252E./.a/..b?kind=all");
}

#[test]
fn parameters_follow_those_of_the_template() {
    let request = box_a()
        .with_max(-3)
        .with_deep(true)
        .with_tags(texts(&["x y", "", "ü&="]))
        .with_since(time())
        .with_until(time());
    let query = "kind=all&max-results=-3&deep=true&tag=x%20y&tag=&tag=%C3%BC%26%3D\
                 &since=2024-05-01T12%3A00%3A00Z&until=1714564800";
    assert_eq!(send(&request).uri, format!("/boxes/a/b?{query}"));
}

#[test]
fn members_of_their_own_go_before_entries_of_maps() {
    // Nor does a map say again what the template says.
    let filters = [("deep", &["no"] as &[_]), ("kind", &["none"]), ("x&", &["1", "2"])];
    let filters: BTreeMap<String, Vec<String>> =
        filters.into_iter().map(|(key, values)| (key.to_owned(), texts(values))).collect();
    let request = box_a().with_filters(filters);
    assert_eq!(send(&request).uri, "/boxes/a/b?kind=all&deep=no&x%26=1&x%26=2");
    let request = request.with_deep(false);
    assert_eq!(send(&request).uri, "/boxes/a/b?kind=all&deep=false&x%26=1&x%26=2");
}

#[test]
fn headers_have_each_type_s_text() {
    let meta = BTreeMap::from([("One".to_owned(), "1".to_owned())]);
    let request = box_a()
        .with_note("n: ü")
        .with_ratio(0.1)
        .with_names(texts(&["a", "b,c", "d \"e\" \\", " f "]))
        .with_days(vec![time(), time()])
        .with_expires(time())
        .with_created(time())
        .with_attributes("{\"a\":\n1}")
        .with_level(Level::from("NEW"))
        .with_meta(meta);
    let request = send(&request);
    let expected = [
        ("Content-Type", "application/json"),
        ("X-Note", "n: ü"),
        ("X-Ratio", "0.1"),
        ("X-Names", r#"a, "b,c", "d \"e\" \\", " f ""#),
        ("X-Days", "Wed, 01 May 2024 12:00:00 GMT, Wed, 01 May 2024 12:00:00 GMT"),
        ("Expires", "Wed, 01 May 2024 12:00:00 GMT"),
        ("X-Created", "2024-05-01T12:00:00Z"),
        ("X-Attributes", "eyJhIjoKMX0="),
        ("X-Level", "NEW"),
        ("X-Meta-One", "1"),
    ];
    assert_eq!(headers(&request), expected);
    assert_eq!(request.body, b"{}");
}

#[test]
fn special_floats_have_names() {
    for (value, name) in
        [(f64::NAN, "NaN"), (f64::INFINITY, "Infinity"), (f64::NEG_INFINITY, "-Infinity")]
    {
        let request = send(&box_a().with_ratio(value).with_weight(value));
        assert_eq!(request.header("x-ratio"), Some(name));
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        assert_eq!(body, json!({"weight": name}));
    }
}

#[test]
fn no_value_can_add_a_header() {
    for text in ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u{7f}"] {
        let error = Send::request(&box_a().with_note(text)).unwrap_err();
        assert!(matches!(error, RequestError::Header("note")), "{text:?}");
        assert_eq!(error.to_string(), "`note` does not make a valid HTTP header");
        let error = Send::request(&box_a().with_names(texts(&["x", text]))).unwrap_err();
        assert!(matches!(error, RequestError::Header("names")), "{text:?}");
    }
    for key in ["a b", "a:b", "a\r\nX-Evil", "ü"] {
        let meta = BTreeMap::from([(key.to_owned(), String::new())]);
        let error = Send::request(&box_a().with_meta(meta)).unwrap_err();
        assert!(matches!(error, RequestError::Header("meta")), "{key:?}");
    }
}

#[test]
fn the_body_has_the_other_members_under_their_own_keys() {
    let request = box_a()
        .with_method("outer")
        .with_inner_method("inner")
        .with_title("t")
        .with_at(time())
        .with_weight(1.1);
    let sent = send(&request);
    let body = r#"{"method":"inner","Title":"t","at":1714564800,"weight":1.1}"#;
    assert_eq!(std::str::from_utf8(&sent.body).unwrap(), body);
    assert_eq!(sent.header("X-Method"), Some("outer"));
    // At rest, all members are there, and two cannot have one key.
    let at_rest = r#"{"box":"a","path":"b","method":"outer","innerMethod":"inner","title":"t"}"#;
    assert_eq!(
        serde_json::from_str::<SendRequest>(at_rest).unwrap(),
        box_a().with_method("outer").with_inner_method("inner").with_title("t")
    );
    let value = serde_json::to_value(&request).unwrap();
    assert_eq!((&value["method"], &value["innerMethod"]), (&json!("outer"), &json!("inner")));
}

#[test]
fn payloads_are_the_whole_body() {
    let request = UploadRequest::default().with_name("n").with_content(Blob::from(b"\0\xff"));
    let request = Upload::request(&request).unwrap();
    assert_eq!((request.method, request.uri.as_str()), ("PUT", "/files/n"));
    assert_eq!(request.body, b"\0\xff");
    assert_eq!(headers(&request), [("Content-Type", "application/octet-stream")]);

    let request = UploadRequest::default().with_name("n").with_content_type("image/png");
    let request = Upload::request(&request).unwrap();
    assert_eq!(headers(&request), [("Content-Type", "image/png")]);
    assert_eq!(request.body, b"");

    let request = Note::request(&Noted::default().with_note("\"ü\"")).unwrap();
    assert_eq!(request.body, "\"ü\"".as_bytes());
    assert_eq!(headers(&request), [("Content-Type", "text/plain")]);

    let described = Described::default().with_version("2");
    let request = Describe::request(&described).unwrap();
    assert_eq!(headers(&request), [("Content-Type", "application/json"), ("X-Version", "2")]);
    assert_eq!(request.body, b"{}");
    let described = described.with_description(Description::default().with_text("t"));
    assert_eq!(Describe::request(&described).unwrap().body, br#"{"text":"t"}"#);

    let request = Choose::request(&Chosen::default().with_choice(Choice::Right(1))).unwrap();
    assert_eq!(request.body, br#"{"Right":1}"#);
    let request = Choose::request(&Chosen::default()).unwrap();
    assert_eq!((headers(&request), request.body.as_slice()), (vec![], b"".as_slice()));
}

#[test]
fn nothing_travels_where_nothing_is_taken() {
    let request = Ping::request(&NoMembers::default()).unwrap();
    assert_eq!((request.method, request.uri.as_str()), ("GET", "/ping"));
    assert_eq!((headers(&request), request.body.as_slice()), (vec![], b"".as_slice()));
}

#[test]
fn hosts_have_prefixes() {
    let request = Beam::request(&BeamRequest::default().with_zone("eu-1")).unwrap();
    assert_eq!(request.host_prefix, "beam-eu-1.");
    assert_eq!(request.body, br#"{"zone":"eu-1"}"#);
    for zone in ["", "a.b", "evil.example/", "a@b", "ü", &"x".repeat(64)] {
        let error = Beam::request(&BeamRequest::default().with_zone(zone)).unwrap_err();
        assert!(matches!(error, RequestError::HostLabel("zone")), "{zone}");
    }
    assert_eq!(
        Put::request(&PutRequest::default().with_bucket("b").with_display_name("d"))
            .unwrap()
            .host_prefix,
        ""
    );
    assert_eq!(Ask::request(&Question::default()).unwrap().host_prefix, "sync-");
}

#[test]
fn operations_know_service_and_bindings() {
    assert_eq!(SERVICE.protocol, Protocol::RestJson1);
    assert_eq!(Put::SERVICE, &SERVICE);
    let queries = Ask::SERVICE;
    assert_eq!((queries.id, queries.api_version), ("Queries", "2026-01-01"));
    assert_eq!((queries.signing_name, queries.endpoint_prefix), ("queries-signing", "queries"));
    assert!(queries.query_compatible && !SERVICE.query_compatible);
    let payload = Location::Payload(PayloadForm::Bytes);
    assert_eq!(Upload::INPUT[0], Binding::label("Name", "name"));
    assert_eq!(Upload::OUTPUT, [Binding::header("ETag", "ETag"), Binding::new("Content", payload)]);
    assert_eq!((Ask::INPUT, Ask::OUTPUT), (&[] as &[Binding], &[] as &[Binding]));
}
