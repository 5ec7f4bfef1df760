//! Errors out of Smithy's framework, which the model does not define.

use generated_tests::framework_errors::{GetCurrentWeather, GetCurrentWeatherError};
use glue_runtime::{Operation, ResponseError};
use serde_json::json;

#[test]
fn an_error_of_the_framework_is_known_without_a_definition_and_others_are_kept() {
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
    let GetCurrentWeatherError::Unmodeled(envelope) = other else { panic!("a modeled error") };
    assert_eq!(envelope.code(), Some("InternalFailureException"));
    assert_eq!(envelope.message(), Some("m"));
}
