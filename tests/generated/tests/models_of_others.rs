//! Types of models that are not AWS's: other protocols, errors out of Smithy's framework, several
//! services in a file, names that are no identifiers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use generated_tests::{
    framework_errors, no_protocol, no_service_id, rpc_v2_json, shape_names, two_services,
};
use glue_runtime::{Blob, Operation, Protocol, RequestError, ResponseError, Timestamp, Validate};
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

#[test]
fn an_error_of_the_framework_is_known_without_a_definition_and_others_are_kept() {
    use framework_errors::{GetCurrentWeather, GetCurrentWeatherError};
    let read = |code: &str, body: &str| {
        let headers = [("X-Amzn-Errortype", code)];
        match GetCurrentWeather::response(400, headers, body.as_bytes()) {
            Err(ResponseError::Service(error)) => error,
            other => panic!("{other:?}"),
        }
    };
    let body = r#"{"message": "1 validation error detected.", "fieldList": [{"path": "/location", "message": "m"}]}"#;
    let GetCurrentWeatherError::ValidationException(error) = read("ValidationException", body)
    else {
        panic!("another error");
    };
    assert_eq!(error.message.as_deref(), Some("1 validation error detected."));
    let fields = error.into_inner().field_list.unwrap();
    assert_eq!(fields.len(), 1);
    assert_eq!(
        serde_json::to_value(&fields[0]).unwrap(),
        json!({"path": "/location", "message": "m"})
    );

    let other = read("InternalFailureException", r#"{"message": "m"}"#);
    let GetCurrentWeatherError::Unmodelled(envelope) = other else { panic!("a modeled error") };
    assert_eq!(envelope.code(), Some("InternalFailureException"));
    assert_eq!(envelope.message(), Some("m"));
}

#[test]
fn the_chosen_service_of_a_file_is_generated() {
    assert_eq!(two_services::SERVICE.id, "WeatherService");
    let output: two_services::Out = serde_json::from_str(r#"{"location": "l"}"#).unwrap();
    assert_eq!(output.location.as_deref(), Some("l"));
}

#[test]
fn the_endpoint_prefix_stands_in_for_the_service_id() {
    assert_eq!(no_service_id::SERVICE.id, "x");
    let output = no_service_id::Out::default().with_x_amz_expires(60);
    assert_eq!(serde_json::to_value(output).unwrap(), json!({"X_Amz_Expires": 60}));
}

#[test]
fn names_that_are_no_identifiers_get_one_in_rust_and_stay_in_json() {
    use shape_names::{Asterisk, Get, GetError, Out, XAmzExpires, XAmzExpires2};
    let expires = XAmzExpires::default().with_seconds(0);
    let output = Out::default()
        .with_x_amz_expires(expires.clone())
        .with_other(XAmzExpires2::A)
        .with_odd(Asterisk::AB2(3))
        .with_x_amz_meta_name(vec![expires.clone()])
        .with_fn_f(expires);
    let json = json!({
        "X_Amz_Expires": {"Seconds": 0}, "Other": "a", "Odd": {"a_b": 3},
        "x-amz-meta.Name": [{"Seconds": 0}], "fn f() {}\n": {"Seconds": 0},
    });
    assert_eq!(serde_json::to_value(&output).unwrap(), json);
    assert_eq!(serde_json::from_value::<Out>(json).unwrap(), output);
    assert_eq!(output.validate().unwrap_err().iter().count(), 3);

    let body = br#"{"__type": "Not-Found", "message": "a"}"#;
    let error = Get::response(400, NONE, body).unwrap_err();
    assert!(matches!(error, ResponseError::Service(GetError::NotFound(_))));
}
