//! Types of another generated module, which shares them with this one.

use std::any::TypeId;

use generated_tests::externs::{GetShop, GetShopError, GetShopRequest, Mark, PutTags, Shop};
use generated_tests::{externs, tags};
use glue_runtime::{Operation, Validate};
use serde_json::json;

use crate::http;
use crate::support::{assert_round_trip, paths, read, read_error};

#[test]
fn the_types_are_those_of_the_other_module() {
    assert_eq!(TypeId::of::<externs::Tag>(), TypeId::of::<tags::Tag>());
    assert_eq!(TypeId::of::<externs::Kind>(), TypeId::of::<tags::Kind>());
    assert_eq!(TypeId::of::<<PutTags as Operation>::Input>(), TypeId::of::<tags::PutTagsRequest>());
    let tag: tags::Tag = tags::Tag::default().with_key("a").with_kind(tags::Kind::User);
    let shop = Shop::default().with_tag(tag.clone()).with_mark(Mark::Tag(tag));
    assert_eq!(paths(&shop), [""; 0]);
}

#[test]
fn they_are_read_written_and_validated() {
    let tag = json!({"Key": "a", "Kind": "user", "Value": {"Number": 1}});
    assert_round_trip::<Shop>(json!({
        "Name": "n", "Tag": tag, "Tags": [tag], "ByName": {"x": tag}, "Counts": {"user": 1},
        "Mark": {"Kind": "system"},
    }));
    let redacted = json!({"tag": "HIDDEN_DUE_TO_SECURITY_REASONS"});
    assert_eq!(read::<Shop>(redacted), Shop::default());
    let error = read_error::<Shop>(&json!({"Tag": 1}));
    assert!(error.starts_with("invalid type: integer `1`, expected an object for Tag"), "{error}");

    let wrong = json!({"Key": "", "Kind": "new"});
    let shop: Shop = read(json!({
        "Tags": [wrong, wrong, wrong], "ByName": {"x": wrong}, "Mark": {"Tag": wrong},
    }));
    assert_eq!(
        paths(&shop),
        [
            "/Tag",
            "/Tags",
            "/Tags/0/Key",
            "/Tags/1/Key",
            "/Tags/2/Key",
            "/ByName/x/Key",
            "/Mark/Tag/Key"
        ],
    );
    assert_eq!(shop.validate_strict().unwrap_err().into_iter().count(), 12);
}

#[test]
fn operations_take_and_give_them() {
    let request = GetShop::request(&GetShopRequest::default().with_kind(tags::Kind::User));
    assert_eq!(request.unwrap().uri, "/shop?kind=user");
    let headers = [("X-Amzn-Errortype", "Busy")];
    let error = http::error::<GetShop>(400, &headers, r#"{"Tag": {"Key": "a"}}"#);
    let expected = tags::Busy::default().with_tag(tags::Tag::default().with_key("a"));
    assert_eq!(http::members!(error, GetShopError::Busy), expected);
}
