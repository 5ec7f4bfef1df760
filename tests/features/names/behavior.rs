//! Names of the model that Rust keeps for itself.

use generated_tests::names;
use serde_json::json;

use crate::support::{assert_round_trip, read};

#[test]
fn names_that_rust_keeps_for_itself_read_and_write() {
    let value = json!({
        "type": "1", "Type": "2", "self": "3", "crate": "4", "IPv6Address": "5",
        "VPCIds": ["6"], "DPUSeconds": "7", "Self": "8",
    });
    assert_round_trip::<names::Box>(value.clone());
    let item: names::Box = read(value);
    assert_eq!(item.r#type.as_deref(), Some("1"));
    assert_eq!(item.type_2.as_deref(), Some("2"));
    assert_eq!(item.self_.as_deref(), Some("3"));
    assert_eq!(item.ipv6_address.as_deref(), Some("5"));
    assert_eq!(item.vpc_ids.unwrap(), ["6"]);
    let hash: names::Hash = read(json!("None"));
    assert_eq!(hash, names::Hash::None);
}
