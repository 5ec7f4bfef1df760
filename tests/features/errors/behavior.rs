//! Errors of operations: their facts, and the forms that they are saved in.

use generated_tests::errors::{Busy, Clash, GetError, ListError, NotFound, Odd, Silent};
use glue_runtime::{ErrorShape, Fault, OperationError};

use crate::support::envelope;

#[test]
fn an_error_has_the_status_the_model_says() {
    assert_eq!((NotFound::STATUS, NotFound::FAULT), (Some(404), Fault::Client));
    assert_eq!((Busy::STATUS, Busy::FAULT), (None, Fault::Server));
    assert_eq!((Busy::RETRYABLE, NotFound::RETRYABLE), (true, false));
}

#[test]
fn a_code_may_differ_from_the_shape() {
    assert_eq!(Silent::CODE, "SilentFailure");
    let error = ListError::from(envelope(r#"{"code":"SilentFailure"}"#));
    assert_eq!(error, ListError::Silent(Silent::default().into()));
    assert_eq!(error.code(), Some("SilentFailure"));
}

#[test]
fn operations_know_their_own_errors_only() {
    let body = r#"{"__type":"NotFound","message":"gone","resource":"r"}"#;
    let error = GetError::from(envelope(body));
    let expected = NotFound::default().with_message("gone").with_resource("r");
    assert_eq!(error, GetError::NotFound(expected.into()));
    assert_eq!(error.to_string(), "NotFound: gone");
    let other = ListError::from(envelope(body));
    assert!(matches!(other, ListError::Unmodeled(_)));
    assert_eq!(other.message(), Some("gone"));
}

#[test]
fn errors_are_made_from_their_shapes() {
    let error = GetError::Busy(Busy::default().with_retry_after(3).into());
    assert_eq!(error.code(), Some("Busy"));
}

#[test]
fn an_error_keeps_what_the_service_says_though_the_model_has_no_member_for_it() {
    for key in ["message", "Message"] {
        let body = format!(r#"{{"__type":"SilentFailure","{key}":"not today"}}"#);
        let error = ListError::from(envelope(&body));
        assert_eq!(error, ListError::Silent(Silent::default().with_message("not today").into()));
        assert_eq!(error.message(), Some("not today"));
        assert_eq!(error.to_string(), "SilentFailure: not today");
    }
    let both = envelope(r#"{"__type":"SilentFailure","message":"a","Message":"b"}"#);
    assert_eq!(ListError::from(both).message(), Some("a"));
    let written = serde_json::to_string(&Silent::default().with_message("not today")).unwrap();
    assert_eq!(written, r#"{"message":"not today"}"#);
}

#[test]
fn the_status_of_the_response_goes_before_what_the_model_leaves_open() {
    let odd = |status| ListError::from(envelope(r#"{"__type":"Odd"}"#).with_status(status));
    assert_eq!((Odd::STATUS, Odd::FAULT), (None, Fault::Client));
    for (status, fault, retryable) in [
        (400, Fault::Client, false),
        (404, Fault::Client, false),
        (500, Fault::Server, true),
        (501, Fault::Server, false),
        (502, Fault::Server, true),
        (503, Fault::Server, true),
        (504, Fault::Server, true),
        (302, Fault::Client, false),
    ] {
        let error = odd(status);
        assert!(matches!(error, ListError::Odd(_)));
        assert_eq!(error.status(), Some(status));
        assert_eq!((error.fault(), error.is_retryable()), (Some(fault), retryable), "{status}");
        assert!(!error.is_throttling());
    }
    let unknown = ListError::from(envelope(r#"{"__type":"Odd"}"#));
    assert_eq!((unknown.status(), unknown.fault()), (None, Some(Fault::Client)));
    assert!(!unknown.is_retryable());
    // What the model says stands: 409 for one, the service's fault for the other.
    let silent = ListError::from(envelope(r#"{"__type":"SilentFailure"}"#));
    assert_eq!((silent.status(), silent.fault()), (Some(409), Some(Fault::Client)));
    let busy = ListError::from(envelope(r#"{"__type":"Busy"}"#).with_status(400));
    assert_eq!((busy.status(), busy.fault()), (Some(400), Some(Fault::Server)));
    assert_eq!(ListError::Busy(Busy::default().into()).fault(), Some(Fault::Server));
}

#[test]
fn a_mistake_of_the_service_s_may_pass_where_no_status_is_known() {
    for (body, fault, retryable) in [
        (r#"{"__type":"X"}"#, None, false),
        (r#"{"errorCode":"Server.X"}"#, Some(Fault::Server), true),
        (r#"{"errorCode":"Client.X"}"#, Some(Fault::Client), false),
        (r#"{"errorCode":"Client.RequestLimitExceeded"}"#, Some(Fault::Client), true),
    ] {
        let error = ListError::from(envelope(body));
        assert_eq!((error.fault(), error.is_retryable()), (fault, retryable), "{body}");
    }
}

#[test]
fn a_reported_error_is_used_as_the_error() {
    fn resource(error: &NotFound) -> Option<&str> {
        error.resource.as_deref()
    }
    let body = r#"{"__type":"NotFound","message":"gone","resource":"r"}"#;
    let GetError::NotFound(mut error) = GetError::from(envelope(body).with_status(404)) else {
        panic!("not modeled")
    };
    assert_eq!((resource(&error), error.message.as_deref()), (Some("r"), Some("gone")));
    assert_eq!(error.to_string(), "NotFound: gone");
    error.resource = None;
    let expected = NotFound::default().with_message("gone");
    assert_eq!(*error, expected);
    assert_ne!(error, expected.clone().into());
    assert_eq!(error.status(), Some(404));
    assert_eq!(
        format!("{:?}", glue_runtime::Reported::from(expected.clone())),
        format!("{expected:?}")
    );
    assert_eq!(error.into_inner(), expected);
}

#[test]
fn botocore_s_errors_are_read() {
    let read = |body| ListError::from(envelope(body));
    // The members are beside the error, and some have names that mean something on the wire.
    let body = r#"{"Error":{"Code":"Clash","Message":"m"},"Code":"Odd","errorCode":"E",
        "ResponseMetadata":{"HTTPStatusCode":503,"RequestId":"r"}}"#;
    let error = read(body);
    let expected = Clash::default().with_code("Odd").with_error_code("E").with_message("m");
    let ListError::Clash(clash) = &error else { panic!("{error:?}") };
    assert_eq!(**clash, expected);
    assert_eq!((error.status(), error.request_id()), (Some(503), Some("r")));
    assert!(error.is_retryable());
    // Also where a header comes with it.
    let error = ListError::from(envelope(body).with_header("Odd").with_status(400));
    let ListError::Odd(odd) = &error else { panic!("{error:?}") };
    assert_eq!((odd.message.as_deref(), odd.status()), (Some("m"), Some(400)));

    // The query protocol's code is the code, and the name is kept beside it.
    let body = r#"{"Error":{"Code":"Odd.Code","Message":"","QueryErrorCode":"Odd","Type":"Receiver"},
        "ResponseMetadata":{"HTTPStatusCode":400},"message":"m"}"#;
    let error = read(body);
    assert!(matches!(&error, ListError::Odd(odd) if odd.message.as_deref() == Some("m")));
    assert_eq!((error.code(), error.fault()), (Some("Odd.Code"), Some(Fault::Server)));

    // Without the metadata too, and what is no model's is kept whole.
    let error = read(r#"{"Error":{"Code":"ThrottlingException","Message":"m"}}"#);
    assert!(matches!(error, ListError::Unmodeled(_)));
    assert_eq!((error.code(), error.message()), (Some("ThrottlingException"), Some("m")));
    assert!(error.is_throttling());
    for body in [
        r#"{"Error":{"Message":"m"},"ResponseMetadata":{}}"#,
        r#"{"Error":{"Code":7},"ResponseMetadata":{}}"#,
        r#"{"Error":{"Code":""},"ResponseMetadata":{}}"#,
        r#"{"Error":[],"ResponseMetadata":{}}"#,
        r#"{"ResponseMetadata":{"HTTPStatusCode":200}}"#,
    ] {
        assert_eq!(read(body).code(), None, "{body}");
    }
    let error =
        read(r#"{"Error":{"Code":"X"},"ResponseMetadata":{"HTTPStatusCode":-1,"RequestId":7}}"#);
    assert_eq!((error.code(), error.status(), error.request_id()), (Some("X"), None, None));
}

#[test]
fn errors_of_step_functions_are_read() {
    for (error, cause, code, message, status, request_id) in [
        (
            "Example.OddException",
            "m (n) (Service: Example, Status Code: 500, Request ID: r-1)",
            "Odd",
            Some("m (n)"),
            Some(500),
            Some("r-1"),
        ),
        (
            "Example.AmazonExampleException",
            "m (Service: Example; Status Code: 400; Error Code: Odd; Request ID: r-2; Proxy: null)",
            "Odd",
            Some("m"),
            Some(400),
            Some("r-2"),
        ),
        ("Example.Odd", "m (Service: Example, Status Code: x", "Odd", Some("m"), None, None),
        ("Example.Busy", "(Service: Example, Request ID: null)", "Busy", None, None, None),
        ("Odd", "m", "Odd", Some("m"), None, None),
        ("States.Timeout", "", "States.Timeout", None, None, None),
        ("java.lang.RuntimeException", "m", "java.lang.RuntimeException", Some("m"), None, None),
    ] {
        for (error_key, cause_key) in [("Error", "Cause"), ("error", "cause")] {
            let body = serde_json::json!({error_key: error, cause_key: cause, "resource": "x"});
            if error_key == "error" && cause.is_empty() {
                continue;
            }
            let read = ListError::from(envelope(&body.to_string()));
            assert_eq!(read.code(), Some(code), "{error}");
            assert_eq!(
                matches!(read, ListError::Unmodeled(_)),
                error.contains("States") || error.contains("java")
            );
            assert_eq!((read.message(), read.request_id()), (message, request_id), "{error}");
            assert_eq!(read.status(), status, "{error}");
        }
    }
    let timeout = envelope(r#"{"Error":"States.Timeout"}"#);
    assert_eq!(timeout.code(), Some("States.Timeout"));
    // OAuth's answers have the one, and no other.
    assert_eq!(envelope(r#"{"error":"invalid_grant"}"#).code(), None);
}

#[test]
fn a_service_s_own_members_are_not_misread() {
    let members = r#""Error":"Example.Odd","Cause":"c","errorCode":"Busy","errorMessage":"e""#;
    let expected = Clash::default()
        .with_error("Example.Odd")
        .with_cause("c")
        .with_error_code("Busy")
        .with_error_message("e");
    let named = envelope(&format!(r#"{{"__type":"Clash",{members}}}"#));
    let header = envelope(&format!("{{{members}}}")).with_status(400).with_header("x#Clash:y");
    let headers = envelope(&format!("{{{members}}}"))
        .with_headers([("X-Amzn-ErrorType", "Clash")])
        .with_status(400);
    for envelope in [named, header, headers] {
        assert_eq!(envelope.message(), None);
        let ListError::Clash(clash) = ListError::from(envelope) else { panic!("not modeled") };
        assert_eq!(*clash, expected);
    }
    // A response that names nothing has no name.
    let body = format!("{{{members}}}");
    let live = envelope(&body).with_headers([("content-type", "application/json")]);
    assert_eq!((live.code(), live.message()), (None, None));
    // At rest it does.
    assert_eq!(envelope(&body).code(), Some("Busy"));
}
