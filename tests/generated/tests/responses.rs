//! Responses of generated operations: outputs and errors out of status, headers and body.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use generated_tests::event_streams::{Talk, TalkResponse};
use generated_tests::queries::{Answer, Ask, AskError, Nonsense, TooHard};
use generated_tests::rest::{
    Choice, Choose, Chosen, Describe, Described, Description, Download, Gone, Level, Note, Noted,
    Ping, PingError, Send, SendError, SendResponse, Slow, Upload,
};
use glue_runtime::{
    Blob, Document, ErrorEnvelope, ErrorShape, Fault, NoMembers, Operation, OperationError,
    ResponseError, Timestamp,
};

type Headers<'a> = &'a [(&'a str, &'a str)];

const NONE: Headers<'static> = &[];

fn read<O: Operation>(
    status: u16,
    headers: Headers<'_>,
    body: &str,
) -> Result<O::Output, ResponseError<O::Error>> {
    O::response(status, headers.iter().copied(), body.as_bytes())
}

/// The output of a success.
fn output<O: Operation>(headers: Headers<'_>, body: &str) -> O::Output {
    match read::<O>(200, headers, body) {
        Ok(output) => output,
        Err(error) => panic!("{error}"),
    }
}

fn error<O: Operation>(status: u16, headers: Headers<'_>, body: &str) -> O::Error {
    match read::<O>(status, headers, body) {
        Err(ResponseError::Service(error)) => error,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("a success"),
    }
}

fn time() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 0).unwrap()
}

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
fn streams_of_events_are_left_to_the_receiver() {
    let talk = TalkResponse::default().with_session("s");
    for body in [b"".as_slice(), b"\0\0\0\x10\0\0\0\0\xff"] {
        assert_eq!(Talk::response(200, [("X-Session", "s")], body).unwrap(), talk);
    }
}

#[test]
fn a_body_that_nobody_expects_is_passed_over() {
    for body in ["", "{}", "OK", "<html>", "[1", "\u{0}"] {
        assert_eq!(output::<Ping>(NONE, body), NoMembers::default());
    }
}

#[test]
fn aws_json_reads_the_body() {
    let answer = Answer::default().with_text("t").with_confidence(f64::INFINITY);
    assert_eq!(output::<Ask>(NONE, r#"{"Text": "t", "Confidence": "Infinity"}"#), answer);
    assert_eq!(output::<Ask>(NONE, ""), Answer::default());
    assert_eq!(output::<Ask>(NONE, "null"), Answer::default());
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
                    `Count`: invalid type: string \"many\", expected i32";
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

/// The members of a modelled error.
macro_rules! members {
    ($error:expr, $variant:path) => {
        match $error {
            $variant(error) => error.into_inner(),
            other => panic!("{other:?}"),
        }
    };
}

#[test]
fn errors_read_from_status_header_and_body() {
    let headers = [("X-Amzn-ErrorType", "t#Gone:u"), ("expires", "Wed, 01 May 2024 12:00:00 GMT")];
    let body = r#"{"__type": "Slow", "Message": "other", "message": "m", "Status": 7}"#;
    let gone = Gone::default().with_message("m").with_until(time()).with_status(410);
    let error = error::<Send>(410, &headers, body);
    let SendError::Gone(reported) = &error else { panic!("{error:?}") };
    assert_eq!(**reported, gone);
    assert_eq!((reported.status(), error.status()), (Some(410), Some(410)));
    assert_eq!(reported.header("X-AMZN-ERRORTYPE").as_deref(), Some("t#Gone:u"));
    assert_eq!((reported.request_id(), error.request_id()), (None, None));

    let body = r#"{"code": "Slow", "message": "m"}"#;
    let slow = Slow::default().with_message("m").with_after(30);
    let headers = [("retry-after", "30"), ("x-amzn-requestid", "r-1")];
    let error = self::error::<Send>(429, &headers, body);
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(members!(error, SendError::Slow), slow);
}

#[test]
fn an_error_s_message_reads_in_either_case() {
    let header = [("x-amzn-errortype", "Gone")];
    // As the front ends of services write it, whose own models say `message`.
    for body in [r#"{"Message": "m"}"#, r#"{"message": null, "Message": "m"}"#] {
        let gone = error::<Send>(410, &header, body);
        assert_eq!(gone.message(), Some("m"), "{body}");
        let expected = Gone::default().with_status(410).with_message("m");
        assert_eq!(members!(gone, SendError::Gone), expected, "{body}");
    }
    let gone = error::<Send>(410, &header, r#"{"Message": {"text": "m"}}"#);
    assert_eq!(members!(gone, SendError::Gone), Gone::default().with_status(410));
    for body in [r#"{"Message": "m"}"#, r#"{"message": null, "Message": "m"}"#] {
        assert_eq!(error::<Ping>(410, NONE, body).message(), Some("m"), "{body}");
    }
}

#[test]
fn errors_without_a_name_or_json_are_kept() {
    let gateway = error::<Ping>(503, &[("Server", "x")], "<html>\u{2026}</html>");
    assert_eq!(gateway.to_string(), "unnamed error with status 503: <html>\u{2026}</html>");
    let PingError::Unmodelled(envelope) = gateway else { panic!("modelled") };
    assert_eq!((envelope.code(), envelope.status()), (None, Some(503)));
    assert_eq!(envelope.header("server").as_deref(), Some("x"));

    let silent = error::<Ping>(404, NONE, "");
    assert_eq!(silent.to_string(), "unnamed error with status 404");
    assert_eq!(
        (silent.code(), silent.message(), silent.fault()),
        (None, None, Some(Fault::Client))
    );
    let list = error::<Ping>(500, NONE, "[1]");
    let PingError::Unmodelled(envelope) = &list else { panic!("modelled") };
    assert_eq!(envelope.body(), &Document::from(vec![1.into()]));
}

/// In a response, what other programs would have kept is the service's own.
#[test]
fn a_response_has_its_name_where_the_protocol_says() {
    for body in [
        r#"{"Error": "Example.Gone", "Cause": "c"}"#,
        r#"{"errorCode": "Gone", "errorMessage": "e"}"#,
        r#"{"Error": {"Code": "Gone", "Message": "m"}}"#,
        r#"{"Error": {"Code": "Gone"}, "ResponseMetadata": {"HTTPStatusCode": 503}}"#,
    ] {
        let error = error::<Send>(400, NONE, body);
        assert!(matches!(error, SendError::Unmodelled(_)), "{body}");
        assert_eq!((error.code(), error.message(), error.status()), (None, None, Some(400)));
    }
}

#[test]
fn a_modelled_error_needs_no_body() {
    for body in ["", "null", "{}", "{\"__type\": \"Other\"}"] {
        let gone = error::<Send>(410, &[("x-amzn-errortype", "Gone")], body);
        assert_eq!(members!(gone, SendError::Gone), Gone::default().with_status(410), "{body}");
    }
    let html = error::<Send>(410, &[("x-amzn-errortype", "Gone")], "<p>");
    let gone = Gone::default().with_status(410).with_message("<p>");
    assert_eq!(members!(html, SendError::Gone), gone);
}

#[test]
fn codes_of_the_query_protocol_count_most() {
    let body = r#"{"__type": "queries#TooHard", "message": "m"}"#;
    let too_hard = TooHard::default().with_message("m");
    for (header, code, fault) in [
        ("Query.TooHard;Sender", "Query.TooHard", Fault::Client),
        (" Query.TooHard ; Receiver ", "Query.TooHard", Fault::Server),
        // As botocore has it.
        ("Unheard.Of;Sender", "Unheard.Of", Fault::Client),
        ("", "Query.TooHard", Fault::Client),
    ] {
        let error = error::<Ask>(400, &[("x-amzn-query-error", header)], body);
        assert_eq!((error.code(), error.fault()), (Some(code), Some(fault)), "{header}");
        assert_eq!(error.to_string(), format!("{code}: m"));
        assert_eq!(members!(error, AskError::TooHard), too_hard, "{header}");
    }
    assert_eq!(members!(error::<Ask>(400, NONE, body), AskError::TooHard), too_hard);
    // Two errors go by one name: the one that it is the code of comes first.
    let nonsense = error::<Ask>(400, NONE, r#"{"__type": "Nonsense"}"#);
    assert_eq!(members!(nonsense, AskError::Nonsense), Nonsense::default());

    let unknown = error::<Ask>(500, &[("x-amzn-query-error", "New.Code;Sender")], "{}");
    assert_eq!((unknown.code(), unknown.fault()), (Some("New.Code"), Some(Fault::Client)));
}

#[test]
fn errors_know_whose_fault_they_are_and_whether_to_try_again() {
    assert_eq!((Slow::THROTTLING, Gone::THROTTLING), (true, false));
    let slow = SendError::Slow(Slow::default().into());
    assert_eq!(slow.fault(), Some(Fault::Client));
    assert!(slow.is_throttling() && slow.is_retryable());
    let gone = SendError::Gone(Gone::default().into());
    assert_eq!(gone.fault(), Some(Fault::Client));
    assert!(!gone.is_throttling() && !gone.is_retryable());

    let unmodelled = |status, code: &str| error::<Ping>(status, &[("x-amzn-errortype", code)], "");
    for (status, code, throttling, retryable) in [
        (400, "ThrottlingException", true, true),
        (400, "ProvisionedThroughputExceededException", true, true),
        (400, "RequestTimeout", false, true),
        (400, "ValidationException", false, false),
        (429, "Whatever", true, true),
        (500, "InternalFailure", false, true),
        (501, "NotImplemented", false, false),
        (503, "SlowDown", true, true),
        (504, "", false, true),
    ] {
        let error = unmodelled(status, code);
        assert_eq!(
            (error.is_throttling(), error.is_retryable()),
            (throttling, retryable),
            "{code}"
        );
        let fault = if status < 500 { Fault::Client } else { Fault::Server };
        assert_eq!(error.fault(), Some(fault), "{code}");
    }
    let unknown = PingError::from(ErrorEnvelope::default());
    assert_eq!((unknown.fault(), unknown.is_retryable()), (None, false));
}

#[test]
fn a_body_that_is_not_json_is_shown_by_its_start() {
    let page = format!("<html>\r\n\u{1b}[31m{}", "x".repeat(5_000));
    let error = error::<Ping>(502, NONE, &page);
    let shown =
        format!("unnamed error with status 502: <html>\\r\\n\\u{{1b}}[31m{}…", "x".repeat(287));
    assert_eq!(error.to_string(), shown);
    assert_eq!(error.message(), Some(page.as_str()), "what asks for it gets all");
}

#[test]
fn what_services_say_cannot_change_a_log() {
    let body = r#"{"__type": "Odd\nname\u202e", "message": "one\ntwo \u001b[2J\u2066é"}"#;
    let error = error::<Ping>(400, NONE, body);
    assert_eq!(error.to_string(), "Odd\\nname\\u{202e}: one\\ntwo \\u{1b}[2J\\u{2066}é");
    assert_eq!(error.message(), Some("one\ntwo \u{1b}[2J\u{2066}é"));
}

#[test]
fn a_malformed_response_repeats_little_of_itself() {
    let error = read::<Send>(200, &[("X-Count", &"x".repeat(5_000))], "{}").unwrap_err();
    assert!(error.to_string().chars().count() < 400, "{error}");
}
