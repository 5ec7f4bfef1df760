//! Text of the media type JSON: read from text and from JSON, printed as text.

use generated_tests::policies_smithy;
use glue_runtime::{CommandLine, Validate};
use serde_json::json;

use crate::support::read_text;

#[test]
fn media_types_read_either_way_and_are_printed_as_text() {
    let text = json!({"Settings": "{\"a\":1}", "History": ["[]"], "Note": "{}", "Table": "a,b"});
    let value = json!({"Settings": {"a": 1}, "History": [[]], "Note": {}, "Table": "a,b"});
    let response: policies_smithy::GetRoleResponse = read_text(text.clone());
    assert_eq!(read_text::<policies_smithy::GetRoleResponse>(value), response);
    assert_eq!(serde_json::to_value(&response).unwrap(), text);
    assert_eq!(serde_json::to_value(CommandLine(&response)).unwrap(), text);
    let twice = response.with_history(vec!["{}".into(), "{ }".into()]);
    let violations = twice.validate().unwrap_err().to_string();
    assert!(violations.contains("/History"), "{violations}");
    let error = serde_json::from_str::<policies_smithy::GetRoleResponse>(r#"{"Table": {}}"#);
    assert!(error.is_err(), "another media type");
}
