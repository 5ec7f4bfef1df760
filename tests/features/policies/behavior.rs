//! Policies: read from text and from JSON, written as text, printed as JSON.

use generated_tests::{policies, policies_smithy};
use glue_runtime::{CommandLine, JsonText, Validate};
use serde_json::{Value, json};

use crate::support::read_text;

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[]}"#;
const ENCODED: &str = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D";

fn role(policy: Value) -> policies::Role {
    read_text(json!({"AssumeRolePolicyDocument": policy}))
}

#[test]
fn a_policy_reads_either_way_into_the_same_value() {
    let policy: Value = serde_json::from_str(POLICY).unwrap();
    let spaced = serde_json::to_string_pretty(&policy).unwrap();
    let expected = Some(JsonText::from(POLICY));
    for form in [json!(ENCODED), json!(POLICY), json!(spaced), policy] {
        assert_eq!(role(form).assume_role_policy_document, expected);
    }
    let smithy: policies_smithy::Role = read_text(json!({"AssumeRolePolicyDocument": ENCODED}));
    assert_eq!(smithy.assume_role_policy_document, expected);
    let smithy: policies_smithy::Role =
        serde_json::from_str(&format!(r#"{{"AssumeRolePolicyDocument":{POLICY}}}"#)).unwrap();
    assert_eq!(smithy.assume_role_policy_document, expected);
}

#[test]
fn a_response_is_written_encoded_and_printed_decoded() {
    let role = policies::Role::default().with_assume_role_policy_document(POLICY);
    let written = format!(r#"{{"AssumeRolePolicyDocument":"{ENCODED}"}}"#);
    assert_eq!(serde_json::to_string(&role).unwrap(), written);
    let printed = format!(r#"{{"AssumeRolePolicyDocument":{POLICY}}}"#);
    assert_eq!(serde_json::to_string(&CommandLine(&role)).unwrap(), printed);
}

#[test]
fn a_request_has_plain_text_and_its_constraints() {
    let request: policies::CreateRoleRequest =
        read_text(json!({"RoleName": "r", "AssumeRolePolicyDocument": POLICY}));
    assert_eq!(request.assume_role_policy_document.as_deref(), Some(POLICY));
    let written = serde_json::to_value(&request).unwrap();
    assert_eq!(written["AssumeRolePolicyDocument"], json!(POLICY));
    let printed = serde_json::to_value(CommandLine(&request)).unwrap();
    assert_eq!(printed["AssumeRolePolicyDocument"], json!(POLICY));
    assert!(request.validate().is_ok());

    let from_json: policies::CreateRoleRequest = read_text(
        json!({"RoleName": "r", "AssumeRolePolicyDocument": {"Statement": [], "Version": "2012-10-17"}}),
    );
    assert_eq!(from_json, request);
    // Escapes are of no meaning in a request.
    let escaped: policies::CreateRoleRequest =
        read_text(json!({"RoleName": "r", "AssumeRolePolicyDocument": ENCODED}));
    assert_eq!(escaped.assume_role_policy_document.as_deref(), Some(ENCODED));

    for (policy, complaint) in [
        ("", "Member must have length between 1 and 131072, inclusive"),
        ("\u{100}", "Member must satisfy regular expression pattern"),
    ] {
        let request = policies::CreateRoleRequest::default()
            .with_role_name("r")
            .with_assume_role_policy_document(policy);
        let violations = request.validate().unwrap_err().to_string();
        assert!(violations.contains("'/AssumeRolePolicyDocument'"), "{violations}");
        assert!(violations.contains(complaint), "{violations}");
    }
    let list = vec![JsonText::from("")];
    let request = policies::SimulateCustomPolicyRequest::default()
        .with_policy_input_list(list)
        .with_action_names(vec!["a:b".to_owned()]);
    let violations = request.validate().unwrap_err().to_string();
    assert!(violations.contains("'/PolicyInputList/0'"), "{violations}");
}

#[test]
fn a_policy_that_is_not_json_reads_and_comes_back() {
    for (text, plain, written) in [
        ("", "", ""),
        ("{", "{", "%7B"),
        ("no%20policy", "no policy", "no%20policy"),
        ("100%", "100%", "100%25"),
        ("%FF", "%FF", "%25FF"),
        ("null", "null", "null"),
        ("{\"a\": 1}}", "{\"a\": 1}}", "%7B%22a%22%3A%201%7D%7D"),
    ] {
        let read = role(json!(text));
        assert_eq!(read.assume_role_policy_document.as_deref(), Some(plain));
        let value = serde_json::to_value(&read).unwrap();
        assert_eq!(value, json!({"AssumeRolePolicyDocument": written}));
        assert_eq!(serde_json::to_value(CommandLine(&read)).unwrap(), value);
        assert_eq!(serde_json::from_value::<policies::Role>(value).unwrap(), read);
    }
    for (value, text) in [(json!(1.5), "1.5"), (json!(true), "true"), (json!([null]), "[null]")] {
        assert_eq!(role(value).assume_role_policy_document.as_deref(), Some(text));
    }
    assert_eq!(role(Value::Null).assume_role_policy_document, None);
}

#[test]
fn other_formats_read_either_form() {
    let role = policies::Role::default().with_assume_role_policy_document(POLICY);
    let mut bytes = Vec::new();
    ciborium::into_writer(&role, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<policies::Role, _>(&bytes[..]).unwrap(), role);
    let mut bytes = Vec::new();
    ciborium::into_writer(&CommandLine(&role), &mut bytes).unwrap();
    let read: policies::Role = ciborium::from_reader(&bytes[..]).unwrap();
    assert_eq!(read, role);
    assert_eq!(read.assume_role_policy_document.as_deref(), Some(POLICY));
}
