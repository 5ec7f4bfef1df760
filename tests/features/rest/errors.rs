//! Errors of operations: what status, headers and body say.

use generated_tests::rest::{Gone, Ping, PingError, Send, SendError, Slow};
use glue_runtime::{Document, ErrorEnvelope, ErrorShape, Fault, OperationError};

use crate::http::{NONE, error, members, time};

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
    let PingError::Unmodeled(envelope) = gateway else { panic!("modeled") };
    assert_eq!((envelope.code(), envelope.status()), (None, Some(503)));
    assert_eq!(envelope.header("server").as_deref(), Some("x"));

    let silent = error::<Ping>(404, NONE, "");
    assert_eq!(silent.to_string(), "unnamed error with status 404");
    assert_eq!(
        (silent.code(), silent.message(), silent.fault()),
        (None, None, Some(Fault::Client))
    );
    let list = error::<Ping>(500, NONE, "[1]");
    let PingError::Unmodeled(envelope) = &list else { panic!("modeled") };
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
        assert!(matches!(error, SendError::Unmodeled(_)), "{body}");
        assert_eq!((error.code(), error.message(), error.status()), (None, None, Some(400)));
    }
}

#[test]
fn a_modeled_error_needs_no_body() {
    for body in ["", "null", "{}", "{\"__type\": \"Other\"}"] {
        let gone = error::<Send>(410, &[("x-amzn-errortype", "Gone")], body);
        assert_eq!(members!(gone, SendError::Gone), Gone::default().with_status(410), "{body}");
    }
    let html = error::<Send>(410, &[("x-amzn-errortype", "Gone")], "<p>");
    let gone = Gone::default().with_status(410).with_message("<p>");
    assert_eq!(members!(html, SendError::Gone), gone);
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

    let unmodeled = |status, code: &str| error::<Ping>(status, &[("x-amzn-errortype", code)], "");
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
        let error = unmodeled(status, code);
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
