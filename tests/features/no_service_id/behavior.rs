//! A service without an identifier.

use generated_tests::no_service_id;
use serde_json::json;

#[test]
fn the_endpoint_prefix_stands_in_for_the_service_id() {
    assert_eq!(no_service_id::SERVICE.id, "x");
    let output = no_service_id::Out::default().with_x_amz_expires(60);
    assert_eq!(serde_json::to_value(output).unwrap(), json!({"X_Amz_Expires": 60}));
}
