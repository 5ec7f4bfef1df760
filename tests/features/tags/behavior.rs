//! Types that the features `externs` and `replacements` use.

use generated_tests::tags::{Kind, PutTagsRequest, Tag, TagValue};
use serde_json::json;

use crate::support::{assert_round_trip, paths};

#[test]
fn tags_read_write_and_validate() {
    let tag = json!({"Key": "a", "Kind": "user", "Value": {"Number": 1}});
    assert_round_trip::<PutTagsRequest>(json!({"Tags": [tag]}));
    let tag = Tag::default().with_kind(Kind::User).with_value(TagValue::Text("too long".into()));
    let request = PutTagsRequest::default().with_tags(vec![tag]);
    assert_eq!(paths(&request), ["/Tags/0/Key", "/Tags/0/Value/Text"]);
}
