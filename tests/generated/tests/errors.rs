//! Errors of generated operations.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use generated_tests::errors::{Busy, GetError, ListError, NotFound, Silent};
use glue_runtime::{ErrorEnvelope, ErrorShape, Fault, OperationError};

fn envelope(body: &str) -> ErrorEnvelope {
    serde_json::from_str(body).unwrap()
}

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
    assert!(matches!(other, ListError::Unmodelled(_)));
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
fn of_errors_with_one_code_the_first_is_read() {
    use generated_tests::oddities::{First, GetError, Second, Unmodelled};

    let error = GetError::from(envelope(r#"{"__type":"Same"}"#));
    assert_eq!(error, GetError::First(First::default().into()));
    assert_eq!(GetError::Second(Second::default().into()).code(), Some("Same"));
    let error = GetError::from(envelope(r#"{"__type":"Unmodelled"}"#));
    assert_eq!(error, GetError::Unmodelled2(Unmodelled::default().into()));
    let error = GetError::from(envelope(r#"{"__type":"Other"}"#));
    assert!(matches!(error, GetError::Unmodelled(_)));
}
