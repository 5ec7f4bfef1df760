//! Errors, by header, by `__type` and by `code`, modeled or not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_types::{
    EntityNotFoundException, ErrorEnvelope, ErrorShape, Fault, GetJobRunError, GetWorkflowRunError,
    InternalServiceException, InvalidInputException, Operation, OperationError,
    OperationTimeoutException,
};

fn envelope(name: &str) -> ErrorEnvelope {
    serde_json::from_str(&support::text(&format!("tests/data/errors/{name}.json"))).unwrap()
}

#[test]
fn the_body_names_the_error() {
    let cases = [
        ("entity_not_found", "EntityNotFoundException"),
        ("entity_not_found.namespaced", "EntityNotFoundException"),
        ("entity_not_found.code", "EntityNotFoundException"),
        ("invalid_input", "InvalidInputException"),
        ("internal_service", "InternalServiceException"),
        ("operation_timeout", "OperationTimeoutException"),
        ("nested_type", "InvalidInputException"),
    ];
    for (file, code) in cases {
        let error = GetWorkflowRunError::from(envelope(file));
        assert_eq!(error.code(), Some(code), "{file}");
        assert!(!matches!(error, GetWorkflowRunError::Unmodeled(_)), "{file}");
    }
}

#[test]
fn modeled_errors_have_their_members() {
    let error = GetJobRunError::from(envelope("invalid_input"));
    let expected = InvalidInputException::default()
        .with_message("The run identifier is longer than 255 characters.")
        .with_from_federation_source(true);
    assert_eq!(error, GetJobRunError::InvalidInputException(expected.into()));
    assert_eq!(
        error.to_string(),
        "InvalidInputException: The run identifier is longer than 255 characters.",
    );
}

#[test]
fn the_message_reads_in_either_case() {
    let upper = GetJobRunError::from(envelope("entity_not_found"));
    let lower = GetJobRunError::from(envelope("entity_not_found.namespaced"));
    assert_eq!(
        upper.message(),
        Some("Job run jr_0 of job orders-stream-to-iceberg does not exist."),
    );
    assert_eq!(lower.message(), Some("Workflow orders-lakehouse does not exist."));
}

#[test]
fn the_header_goes_before_the_body() {
    let header = "aws.glue#EntityNotFoundException:http://internal.amazon.com/coral/";
    let error = GetJobRunError::from(envelope("throttling").with_header(header));
    assert!(matches!(error, GetJobRunError::EntityNotFoundException(_)));
    let error =
        GetJobRunError::from(envelope("nested_type_only").with_header("InvalidInputException"));
    assert_eq!(error.message(), Some("The name of this error is in the header alone."));
    let error = GetJobRunError::from(envelope("invalid_input").with_header(""));
    assert_eq!(error.code(), Some("InvalidInputException"));
}

#[test]
fn an_error_without_a_body_may_have_a_name() {
    let empty = ErrorEnvelope::default().with_header("OperationTimeoutException");
    let error = GetJobRunError::from(empty);
    assert_eq!(
        error,
        GetJobRunError::OperationTimeoutException(OperationTimeoutException::default().into()),
    );
    assert_eq!(error.to_string(), "OperationTimeoutException");
}

#[test]
fn what_the_model_does_not_know_is_kept_whole() {
    let error = GetJobRunError::from(envelope("throttling"));
    assert_eq!(error.code(), Some("ThrottlingException"));
    assert_eq!(error.message(), Some("Rate exceeded"));
    assert_eq!(error.to_string(), "ThrottlingException: Rate exceeded");
    let GetJobRunError::Unmodeled(envelope) = error else { panic!("modeled") };
    assert_eq!(
        serde_json::to_value(envelope.body()).unwrap(),
        serde_json::json!({"__type": "ThrottlingException", "message": "Rate exceeded"}),
    );
}

#[test]
fn a_nested_type_names_nothing() {
    let error = GetJobRunError::from(envelope("nested_type_only"));
    assert_eq!(error.code(), None);
    assert!(matches!(error, GetJobRunError::Unmodeled(_)));
}

#[test]
fn a_modeled_error_that_does_not_fit_is_kept_whole() {
    let body = r#"{"__type":"InvalidInputException","Message":["not","text"]}"#;
    let error = GetJobRunError::from(serde_json::from_str::<ErrorEnvelope>(body).unwrap());
    assert!(matches!(error, GetJobRunError::Unmodeled(_)));
    assert_eq!(error.code(), Some("InvalidInputException"));
    let list: ErrorEnvelope = serde_json::from_str("[1]").unwrap();
    assert_eq!(list.code(), None);
}

#[test]
fn errors_have_a_status_and_a_fault() {
    assert_eq!(EntityNotFoundException::STATUS, Some(400));
    assert_eq!(InvalidInputException::STATUS, Some(400));
    assert_eq!(OperationTimeoutException::STATUS, Some(400));
    assert_eq!(InternalServiceException::STATUS, Some(500));
    assert_eq!(EntityNotFoundException::FAULT, Fault::Client);
    assert_eq!(InternalServiceException::FAULT, Fault::Server);
    assert_eq!(EntityNotFoundException::CODE, "EntityNotFoundException");
}

/// As botocore, CloudTrail, Step Functions and Lambda keep one and the same error.
#[test]
fn saved_errors_are_read() {
    let message = "Job run jr_0 of job orders-stream-to-iceberg does not exist.";
    let from_federation_source = |error: &GetJobRunError| match error {
        GetJobRunError::EntityNotFoundException(error) => error.from_federation_source,
        other => panic!("{other:?}"),
    };
    for (file, status, request_id, federated) in [
        ("saved.botocore", Some(400), Some("11111111-2222-3333-4444-555555555555"), Some(true)),
        ("saved.cloudtrail", None, Some("11111111-2222-3333-4444-555555555555"), None),
        ("saved.step_functions", Some(400), Some("11111111-2222-3333-4444-555555555555"), None),
        ("saved.lambda_java", Some(400), Some("11111111-2222-3333-4444-555555555555"), None),
        ("saved.lambda_python", None, None, None),
    ] {
        let error = GetJobRunError::from(envelope(file));
        assert_eq!(error.to_string(), format!("EntityNotFoundException: {message}"), "{file}");
        assert_eq!(error.message(), Some(message), "{file}");
        assert_eq!(
            (error.status(), error.request_id()),
            (status.or(Some(400)), request_id),
            "{file}"
        );
        let GetJobRunError::EntityNotFoundException(reported) = &error else { panic!("{error:?}") };
        assert_eq!(reported.status(), status, "{file}");
        assert_eq!(reported.message.as_deref(), Some(message), "{file}");
        assert_eq!(from_federation_source(&error), federated, "{file}");
        assert_eq!((error.fault(), error.is_retryable()), (Some(Fault::Client), false), "{file}");
    }
}

#[test]
fn operations_know_their_names_and_types() {
    fn target<O: Operation>() -> (&'static str, Option<&'static str>, &'static str, &'static str) {
        (O::NAME, O::TARGET, O::METHOD, O::URI)
    }
    assert_eq!(
        target::<glue_types::GetJobRun>(),
        ("GetJobRun", Some("AWSGlue.GetJobRun"), "POST", "/"),
    );
    assert_eq!(
        target::<glue_types::GetWorkflowRun>(),
        ("GetWorkflowRun", Some("AWSGlue.GetWorkflowRun"), "POST", "/"),
    );
    fn fails_as<O: Operation>(body: &str) -> Option<String> {
        let envelope: ErrorEnvelope = serde_json::from_str(body).unwrap();
        O::Error::from(envelope).code().map(str::to_owned)
    }
    assert_eq!(fails_as::<glue_types::GetJobRun>(r#"{"code":"X"}"#).as_deref(), Some("X"));
}
