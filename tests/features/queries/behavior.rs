//! Operations of a service that once spoke the query protocol, with AWS JSON.

use generated_tests::queries::{Answer, Ask, AskError, Nonsense, Question, TooHard};
use glue_runtime::{Fault, Operation, OperationError};

use crate::http::{NONE, error, headers, members, output, time};

#[test]
fn aws_json_has_all_members_in_the_body() {
    let question = Question::default().with_text("why").with_at(time());
    let request = Ask::request(&question).unwrap();
    assert_eq!((request.method, request.uri.as_str()), ("POST", "/"));
    let expected = [
        ("Content-Type", "application/x-amz-json-1.0"),
        ("X-Amz-Target", "Queries.Ask"),
        ("X-Amzn-Query-Mode", "true"),
    ];
    assert_eq!(headers(&request), expected);
    assert_eq!(request.body, serde_json::to_vec(&question).unwrap());
    assert_eq!(Ask::request(&Question::default()).unwrap().body, b"{}");
}

#[test]
fn aws_json_reads_the_body() {
    let answer = Answer::default().with_text("t").with_confidence(f64::INFINITY);
    assert_eq!(output::<Ask>(NONE, r#"{"Text": "t", "Confidence": "Infinity"}"#), answer);
    assert_eq!(output::<Ask>(NONE, ""), Answer::default());
    assert_eq!(output::<Ask>(NONE, "null"), Answer::default());
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
