//! Names of the model that are not identifiers.

use generated_tests::shape_names::{Asterisk, Get, GetError, Out, XAmzExpires, XAmzExpires2};
use glue_runtime::{Operation, ResponseError, Validate};
use serde_json::json;

const NONE: [(&str, &str); 0] = [];

#[test]
fn names_that_are_no_identifiers_get_one_in_rust_and_stay_in_json() {
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
