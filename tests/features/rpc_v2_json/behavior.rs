//! The protocol `smithy.protocols#rpcv2Json`.

use generated_tests::rpc_v2_json;
use glue_runtime::{Blob, Operation, ResponseError, Timestamp};
use serde_json::json;

const NONE: [(&str, &str); 0] = [];

fn time() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 500_000_000).unwrap()
}

/// Every time is in seconds, and members have their own names: the protocol heeds neither
/// `timestampFormat` nor `jsonName`.
#[test]
fn rpc_v2_json_has_epoch_seconds_and_base64() {
    let output = rpc_v2_json::Out::default()
        .with_at(time())
        .with_named(time())
        .with_data(Blob::from(b"\xfb\xff"));
    let json = json!({"at": 1_714_564_800.5, "named": 1_714_564_800.5, "data": "+/8="});
    assert_eq!(serde_json::to_value(&output).unwrap(), json);
    assert_eq!(serde_json::from_value::<rpc_v2_json::Out>(json).unwrap(), output);
}

#[test]
fn rpc_v2_json_is_called_by_the_names_of_service_and_operation() {
    let input = serde_json::from_value(json!({"id": "1"})).unwrap();
    let request = rpc_v2_json::Get::request(&input).unwrap();
    assert_eq!((request.method, request.uri.as_str()), ("POST", "/service/S/operation/Get"));
    assert_eq!(request.header("Smithy-Protocol"), Some("rpc-v2-json"));
    assert_eq!(request.header("Content-Type"), Some("application/json"));
    assert_eq!(request.header("Accept"), Some("application/json"));
    assert_eq!(request.body, br#"{"id":"1"}"#);
    let output = rpc_v2_json::Get::response(200, NONE, br#"{"at": 1714564800.5}"#).unwrap();
    assert_eq!(output.at, Some(time()));

    let request = rpc_v2_json::Ping::request(&Default::default()).unwrap();
    assert_eq!((request.header("Content-Type"), request.body.len()), (None, 0));
    let body = br#"{"__type": "ex#Gone", "message": "m"}"#;
    let error = rpc_v2_json::Ping::response(400, NONE, body).unwrap_err();
    let ResponseError::Service(rpc_v2_json::PingError::Gone(gone)) = error else {
        panic!("another error: {error}");
    };
    assert_eq!(gone.message.as_deref(), Some("m"));
}
