//! Conversions from and to the official SDK's types, as code.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use glue_codegen::{Generated, Options, Source, generate};

fn generated(model: &str, sdk: &str) -> Generated {
    let mut options = Options::default();
    options.aws_sdk = Some(sdk.to_owned());
    let source = Source { file: "model.json", bytes: model.as_bytes() };
    generate(&source, &options).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What comes after the types, their checks and their patterns.
fn conversions(code: &str) -> &str {
    let first = code
        .find("#[allow(deprecated)]\n#[rustfmt::skip]\nimpl ::core::convert::TryFrom<")
        .unwrap();
    code.get(first..).unwrap()
}

/// A model with these operations and shapes.
fn model(operations: &str, shapes: &str) -> String {
    format!(
        r#"{{
            "version": "2.0",
            "metadata": {{
                "apiVersion": "2026-01-01", "endpointPrefix": "toys", "protocol": "rest-json",
                "serviceFullName": "Toys", "serviceId": "Toys", "signatureVersion": "v4",
                "uid": "toys-2026-01-01"
            }},
            "operations": {{{operations}}},
            "shapes": {{{shapes}}}
        }}"#
    )
}

fn operation(name: &str, input: &str, output: &str) -> String {
    format!(
        r#""{name}": {{
            "name": "{name}",
            "http": {{"method": "POST", "requestUri": "/{name}"}},
            "input": {{"shape": "{input}"}},
            "output": {{"shape": "{output}"}},
            "errors": [{{"shape": "BrokenException"}}]
        }}"#
    )
}

const SHAPES: &str = r#"
    "WindToyRequest": {
        "type": "structure",
        "required": ["Type"],
        "members": {"Type": {"shape": "ToyType"}, "Default": {"shape": "Blob"}}
    },
    "Toy": {"type": "structure", "members": {
        "UUIDText": {"shape": "Text"}, "Spring": {"shape": "Spring"}, "Inner": {"shape": "Toy"}
    }},
    "Spring": {"type": "structure", "union": true, "members": {
        "steel": {"shape": "Text"}, "unknown": {"shape": "Text"}, "none": {"shape": "Unit"}
    }},
    "Unit": {"type": "structure", "members": {}},
    "ToyType": {"type": "string", "enum": ["CAR", "TRAIN"]},
    "BrokenException": {"type": "structure", "exception": true, "members": {}},
    "Text": {"type": "string"},
    "Blob": {"type": "blob"}
"#;

#[test]
fn conversions_as_code() {
    let operations = [operation("WindToy", "WindToyRequest", "Toy")];
    let code = generated(&model(&operations.join(","), SHAPES), "aws_sdk_toys").code;
    insta::assert_snapshot!(conversions(&code));
}

#[test]
fn numbers_of_single_precision_are_narrowed() {
    let shapes = r#"
        "Toy": {"type": "structure", "required": ["Mass"], "members": {
            "Mass": {"shape": "Float"}, "Sizes": {"shape": "Sizes"}, "Exact": {"shape": "Double"},
            "Spring": {"shape": "Spring"}
        }},
        "Spring": {"type": "structure", "union": true, "members": {"force": {"shape": "Float"}}},
        "Sizes": {"type": "list", "member": {"shape": "Float"}},
        "BrokenException": {"type": "structure", "exception": true, "members": {}},
        "Double": {"type": "double"},
        "Float": {"type": "float"}
    "#;
    let operations = operation("GetToy", "Toy", "Toy");
    let code = generated(&model(&operations, shapes), "aws_sdk_toys").code;
    for line in [
        r#"mass: sdk::member("Mass", value.mass)?.map(sdk::widen),"#,
        r#"sizes: sdk::member("Sizes", value.sizes)?.map(sdk::widen),"#,
        r#"exact: sdk::member("Exact", value.exact)?,"#,
        r#".set_mass(sdk::set("Mass", value.mass.map(sdk::narrow))?)"#,
        r#".set_sizes(sdk::set("Sizes", value.sizes.map(sdk::narrow))?)"#,
        r#".set_exact(sdk::set("Exact", value.exact)?)"#,
        ".map(::glue_runtime::__private::v1::sdk::widen)",
        "::glue_runtime::__private::v1::sdk::narrow(value)",
    ] {
        assert!(code.contains(line), "{line} is missing from {code}");
    }
}

#[test]
fn policies_of_responses_are_decoded() {
    let shapes = r#"
        "Request": {"type": "structure", "members": {"Policy": {"shape": "policyDocumentType"}}},
        "Response": {"type": "structure", "members": {"Policy": {"shape": "policyDocumentType"}}},
        "BrokenException": {"type": "structure", "exception": true, "members": {}},
        "policyDocumentType": {"type": "string"}
    "#;
    let model = model(&operation("Get", "Request", "Response"), shapes);
    let code =
        generated(&model.replace(r#""serviceId": "Toys""#, r#""serviceId": "IAM""#), "sdk").code;
    for line in [
        r#"policy: sdk::member("Policy", value.policy)?,"#,
        r#"policy: sdk::member("Policy", value.policy)?.map(sdk::decode),"#,
        r#".set_policy(sdk::set("Policy", value.policy)?)"#,
        r#".set_policy(sdk::set("Policy", value.policy.map(sdk::encode))?)"#,
    ] {
        assert_eq!(code.matches(line).count(), 1, "{line} in {code}");
    }
}

#[test]
fn an_input_of_two_operations_is_two_of_the_sdks() {
    let operations = ["WindToy", "StopToy"].map(|name| operation(name, "WindToyRequest", "Toy"));
    let code = generated(&model(&operations.join(","), SHAPES), "crate::sdk").code;
    let targets = [
        "operation::wind_toy::WindToyInput",
        "operation::stop_toy::StopToyInput",
        "operation::wind_toy::WindToyOutput",
        "operation::stop_toy::StopToyOutput",
        "types::Toy",
    ];
    for target in targets {
        assert!(code.contains(&format!("for crate::sdk::{target} {{")), "{target}");
    }
    assert!(!code.contains("types::WindToyRequest"), "only an input");
}

#[test]
fn what_the_sdk_streams_is_left_out_and_named() {
    let shapes = r#"
        "PlayRequest": {"type": "structure", "payload": "Sound", "members": {"Sound": {"shape": "Sound"}}},
        "PlayResponse": {"type": "structure", "payload": "Notes", "members": {"Notes": {"shape": "Notes"}}},
        "Notes": {"type": "structure", "eventstream": true, "members": {"Note": {"shape": "Note"}}},
        "Note": {"type": "structure", "event": true, "members": {"Pitch": {"shape": "Text"}}},
        "BrokenException": {"type": "structure", "exception": true, "members": {}},
        "Sound": {"type": "blob", "streaming": true},
        "Text": {"type": "string"}
    "#;
    let operations = operation("Play", "PlayRequest", "PlayResponse");
    let generated = generated(&model(&operations, shapes), "aws_sdk_toys");
    let left_out = ["Notes", "PlayRequest", "PlayResponse"]
        .map(|name| format!("`{name}` has no conversion: the SDK streams a member of it"));
    assert_eq!(generated.summary.unconverted, left_out);
    assert!(generated.code.contains("for ::aws_sdk_toys::types::Note {"));
    for absent in ["PlayInput", "PlayOutput", "types::Notes"] {
        assert!(!generated.code.contains(absent), "{absent}");
    }
}
