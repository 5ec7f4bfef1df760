//! A service of no known protocol.

use generated_tests::no_protocol;
use glue_runtime::{Operation, Protocol, RequestError, Timestamp};
use serde_json::json;

const NONE: [(&str, &str); 0] = [];

fn time() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 500_000_000).unwrap()
}

#[test]
fn a_service_of_no_known_protocol_has_types_and_no_calls() {
    let json = json!({"at": 1_714_564_800.5, "Named": "2024-05-01T12:00:00.5Z", "data": "+/8="});
    let output: no_protocol::Out = serde_json::from_value(json.clone()).unwrap();
    assert_eq!((output.at, output.named), (Some(time()), Some(time())));
    assert_eq!(serde_json::to_value(&output).unwrap(), json);

    let input = serde_json::from_value(json!({"id": "1"})).unwrap();
    let error = no_protocol::Get::request(&input).unwrap_err();
    assert!(matches!(error, RequestError::Protocol(Protocol::Unknown)));
    assert_eq!(
        error.to_string(),
        "the protocol of the service is not known, so that no request can be made"
    );
    let error = no_protocol::Get::response(200, NONE, b"{}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "malformed response with status 200: responses of the protocol Unknown are not supported"
    );
}
