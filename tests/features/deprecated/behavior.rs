//! Deprecated members and types, which read and write as others do.

#![allow(deprecated, reason = "they are what is tested")]

use generated_tests::deprecated::Old;
use serde_json::json;

use crate::support::{read, write};

#[test]
fn deprecated_members_are_read_and_written() {
    let value = json!({"Gone": "a", "Here": "b"});
    let old: Old = read(value.clone());
    assert_eq!(old, Old::default().with_gone("a").with_here("b"));
    assert_eq!(write(&old), value);
}
