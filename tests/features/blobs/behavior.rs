//! Blobs: base64 at rest, and checked by their bytes.

use generated_tests::blobs;
use glue_runtime::Blob;
use serde_json::json;

use crate::support::{read, read_error, violations, write};

#[test]
fn blobs_are_base64() {
    let upload = blobs::Upload::default().with_data(Blob::from(vec![0xFB, 0xFF]));
    assert_eq!(write(&upload), json!({"Data": "+/8="}));
    assert_eq!(read::<blobs::Upload>(json!({"Data": "+/8="})), upload);
    assert!(read_error::<blobs::Upload>(&json!({"Data": "*"})).contains("base64"));
}

#[test]
fn blobs_count_bytes() {
    let upload = |length| blobs::Upload::default().with_data(Blob::from(vec![0; length]));
    assert_eq!(violations(&upload(4)).len(), 0);
    assert_eq!(
        violations(&upload(5)),
        ["Value with length 5 at '/Data' failed to satisfy constraint: \
          Member must have length between 1 and 4, inclusive"],
    );
}
