//! Bindings to HTTP at rest, and on the wire in a file each.

#[path = "errors.rs"]
mod errors;
#[path = "requests.rs"]
mod requests;
#[path = "responses.rs"]
mod responses;

use generated_tests::rest;
use glue_runtime::Operation;
use serde_json::json;

use crate::support::{read, write};

#[test]
fn a_location_name_is_the_key_and_the_member_name_reads_too() {
    let request = rest::PutRequest::default().with_bucket("b").with_display_name("d");
    assert_eq!(write(&request), json!({"Bucket": "b", "displayName": "d"}));
    assert_eq!(read::<rest::PutRequest>(json!({"bucket": "b", "DisplayName": "d"})), request);
    assert_eq!((rest::Put::METHOD, rest::Put::URI), ("PUT", "/things/{bucket}"));
    assert_eq!(rest::Put::TARGET, None);
}
