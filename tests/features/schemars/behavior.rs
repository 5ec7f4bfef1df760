//! JSON Schemas: what they say, and that a validator gives the verdict of reading and `validate()`.

use std::path::Path;

use generated_tests::schemars::{Payment, PutOrderInput};
use glue_runtime::{Blob, Document, JsonText, Timestamp, Validate};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn compare(name: &str, schema: &Schema) {
    let mut settings = insta::Settings::clone_current();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../features/schemars");
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::assert_snapshot!(name, serde_json::to_string_pretty(schema).unwrap());
    });
}

#[test]
fn schemas_have_all_that_the_model_says() {
    let schema = schema_for!(PutOrderInput);
    assert!(jsonschema::draft202012::meta::is_valid(schema.as_value()));
    compare("to_read", &schema);
}

#[test]
fn what_is_written_has_one_form() {
    let (read, written) = (schema_for!(PutOrderInput), written::<PutOrderInput>());
    assert!(jsonschema::draft202012::meta::is_valid(written.as_value()));
    let member = |schema: &Schema, name: &str| schema.as_value()["properties"][name].clone();
    let end = 253_402_300_800_i64;
    let number = json!({"type": "number", "minimum": -62_167_219_200_i64, "exclusiveMaximum": end});
    assert_eq!(member(&written, "Sent"), number);
    assert_eq!(member(&written, "Paid"), json!({"type": "string", "format": "date-time"}));
    assert_eq!(member(&written, "Seen"), json!({"type": "string"}));
    // Times are all that differs.
    for name in ["Id", "Items", "Words", "Weights", "Picture", "Policy", "Level", "High"] {
        assert_eq!(member(&read, name), member(&written, name), "{name}");
    }
}

/// The verdict of a validator, after that of reading and `validate()`.
fn verdicts<T: DeserializeOwned + Validate + JsonSchema>(value: &Value) -> (bool, bool) {
    let ours = T::deserialize(value).is_ok_and(|value| value.validate().is_ok());
    let schema = schema_for!(T).to_value();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    (ours, validator.is_valid(value))
}

fn order(member: &str, value: Value) -> Value {
    let mut order = json!({"Id": "1234-é", "Items": [{"Name": "a"}]});
    order[member] = value;
    order
}

#[test]
fn a_validator_gives_the_same_verdict() {
    for (member, valid, broken) in [
        (
            "Id",
            vec![json!("1234-ab"), json!("1234-ÄÖ")],
            vec![json!(null), json!("1234-"), json!("x1234-ab"), json!("1234-abcdefghi"), json!(1)],
        ),
        (
            "Items",
            vec![json!([{"Name": "a"}, {"Name": "b"}])],
            vec![
                json!([]),
                json!([{}]),
                json!([{"Name": ""}]),
                json!({}),
                json!([{"Name": "a"}, {"Name": "a"}]),
            ],
        ),
        ("Kind", vec![json!("post"), json!("new")], vec![json!(1), json!({})]),
        ("Old", vec![json!("a"), json!("abc")], vec![json!("abcd")]),
        ("Words", vec![json!(["a", null, " b"])], vec![json!(["a", "-"])]),
        (
            "Weights",
            vec![json!({"post": 99, "x": -5})],
            vec![json!({"post": 100}), json!({"a": 1, "b": 2, "c": 3})],
        ),
        ("Gifts", vec![json!({"a": null, "b": ["2024-05-01T00:00:00Z"]})], vec![json!({"a": 1})]),
        (
            "Payment",
            vec![json!({"Cash": 5}), json!({"New": 5})],
            vec![
                json!({}),
                json!({"Cash": 5, "Points": 5}),
                json!({"Cash": 100}),
                json!({"Card": {}}),
            ],
        ),
        (
            "Picture",
            vec![json!("Zg=="), json!("Zg="), json!("Zg"), json!("Zm9v")],
            vec![json!(""), json!("Zh=="), json!("Zm9vYmFyYg=="), json!("Z"), json!("Z!==")],
        ),
        ("Extra", vec![json!({"a": [1]}), json!("x")], vec![]),
        ("Policy", vec![json!("{}"), json!("no JSON")], vec![json!("x".repeat(101))]),
        (
            "Sent",
            vec![json!(1.5), json!(-1), json!("2024-05-01T00:00:00Z")],
            vec![json!(true), json!(1e18), json!(-1e12)],
        ),
        ("Seen", vec![json!(0), json!("Thu, 01 Jan 1970 00:00:00 GMT")], vec![json!([])]),
        (
            "Count",
            vec![json!(1), json!(2_147_483_647), json!(3.0)],
            vec![json!(0), json!(2_147_483_648_i64), json!(1.5), json!("1")],
        ),
        ("Level", vec![json!(1), json!(5)], vec![json!(1.5), json!("LOW")]),
        ("Tiny", vec![json!(-128), json!(127)], vec![json!(-129), json!(128)]),
        ("Large", vec![json!(i64::MIN), json!(i64::MAX)], vec![json!(u64::MAX)]),
        ("Share", vec![json!(0), json!(1.0)], vec![json!(-0.1), json!(1.1), json!("NaN")]),
        ("Free", vec![json!(1e300), json!("NaN"), json!("Infinity")], vec![json!("1")]),
        ("High", vec![json!(0.5), json!("Infinity")], vec![json!("-Infinity"), json!("NaN")]),
        ("Yes", vec![json!(true)], vec![json!("true"), json!(1)]),
        ("Nested", vec![json!([[{"Name": "a"}], []])], vec![json!([{"Name": "a"}])]),
        (
            "Parent",
            vec![json!({"Children": [{"Children": []}]})],
            vec![json!({"Children": [{"Children": [{}, {}, {}, {}]}]})],
        ),
        ("Unknown", vec![json!(1)], vec![]),
    ] {
        let sets = [(true, valid), (false, broken)];
        for (expected, value) in sets
            .into_iter()
            .flat_map(|(is, values)| values.into_iter().map(move |value| (is, value)))
        {
            let found = verdicts::<PutOrderInput>(&order(member, value.clone()));
            assert_eq!(found, (expected, expected), "{member}: {value}");
        }
    }
    assert_eq!(verdicts::<PutOrderInput>(&json!({})), (false, false));
    assert_eq!(verdicts::<Payment>(&json!({"Points": 1})), (true, true));
}

#[test]
fn the_differences_are_those_that_the_documentation_lists() {
    for (member, value, expected) in [
        // The schema accepts.
        ("Sent", json!("yesterday"), (false, true)),
        ("Picture", json!("Zm9vYmFy"), (false, true)),
        ("Atomic", json!("anything"), (false, true)),
        // The schema refuses.
        ("Kind", json!(null), (true, false)),
        ("Policy", json!({"a": 1}), (true, false)),
        ("Count", json!("HIDDEN_DUE_TO_SECURITY_REASONS"), (true, false)),
        ("Payment", json!({"Cash": 5, "__type": "x"}), (true, false)),
    ] {
        let found = verdicts::<PutOrderInput>(&order(member, value.clone()));
        assert_eq!(found, expected, "{member}: {value}");
    }
    let other_case = json!({"id": "1234-ab", "items": [{"name": "a"}]});
    assert_eq!(verdicts::<PutOrderInput>(&other_case), (true, false));
}

#[test]
fn types_of_the_runtime_have_schemas_too() {
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its schema is used")]
    struct Own {
        blob: Blob,
        document: Document,
        text: JsonText,
        time: Timestamp,
        payment: Payment,
    }

    let schema = schema_for!(Own).to_value();
    assert_eq!(schema["properties"]["blob"], json!({"$ref": "#/$defs/Blob"}));
    assert_eq!(schema["properties"]["document"], json!(true));
    assert_eq!(schema["properties"]["text"]["type"], "string");
    assert_eq!(schema["properties"]["time"]["anyOf"][0]["type"], "number");
    assert_eq!(schema["properties"]["payment"], json!({"$ref": "#/$defs/Payment"}));
}
