//! Members whose HTTP traits have no meaning where they stand travel in the body.

use std::collections::BTreeMap;

use generated_tests::bindings::{
    Echo, Echoed, GetRestApis, GetRestApisError, GetRestApisRequest, RestApi, RestApis, Track,
    Tracked, Tracking,
};
use glue_runtime::{Operation, ResponseError};
use serde_json::{Value, json};

const NONE: [(&str, &str); 0] = [];

/// The facts of API Gateway's `GetRestApis`, whose Smithy model has `httpQuery` on the output too.
#[test]
fn an_output_has_its_query_parameters_in_the_body() {
    let request = GetRestApisRequest::default().with_position("p").with_limit(3);
    assert_eq!(GetRestApis::request(&request).unwrap().uri, "/restapis?position=p&limit=3");
    let body = br#"{"position": "next-page", "item": []}"#;
    let output = GetRestApis::response(200, NONE, body).unwrap();
    assert_eq!(output, RestApis::default().with_position("next-page").with_items(Vec::new()));
    assert_eq!(GetRestApis::OUTPUT, []);
}

#[test]
fn a_structure_in_a_body_is_there_with_all_its_members() {
    let body = br#"{"item": [{"id": "1", "Name": "n"}]}"#;
    let output = GetRestApis::response(200, [("X-Id", "2")], body).unwrap();
    let api = RestApi::default().with_id("1").with_name("n");
    assert_eq!(output.items, Some(vec![api]));
}

#[test]
fn an_error_is_a_response() {
    let headers = [("X-Amzn-Errortype", "TooManyRequestsException"), ("Retry-After", "5")];
    let body = br#"{"Limit": "10", "message": "m", "status": 1}"#;
    let error = GetRestApis::response(429, headers, body).unwrap_err();
    let ResponseError::Service(GetRestApisError::TooManyRequestsException(error)) = error else {
        panic!("another error: {error}");
    };
    assert_eq!(error.limit.as_deref(), Some("10"));
    assert_eq!(error.retry_after_seconds.as_deref(), Some("5"));
    assert_eq!((error.status, error.message.as_deref()), (Some(429), Some("m")));
}

#[test]
fn a_structure_of_both_sides_is_bound_as_each_has_it() {
    let filters = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
    let echoed = Echoed::default()
        .with_name("n")
        .with_page("2")
        .with_filters(filters)
        .with_status(201)
        .with_tag("t")
        .with_text("x");
    let request = Echo::request(&echoed).unwrap();
    assert_eq!(request.uri, "/echo/n?p=2&a=b");
    assert_eq!(request.header("X-Tag"), Some("t"));
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(body, json!({"Status": 201, "text": "x"}));

    let body = br#"{"Name": "n", "page": "2", "filters": {"a": "b"}, "Status": 5, "tag": "no", "text": "x"}"#;
    assert_eq!(Echo::response(201, [("X-Tag", "t")], body).unwrap(), echoed);

    let at_rest = serde_json::to_value(&echoed).unwrap();
    assert_eq!(serde_json::from_value::<Echoed>(at_rest).unwrap(), echoed);
}

#[test]
fn a_structure_that_is_also_within_another_is_bound_where_it_is_whole() {
    let tracked = Tracked::default().with_tag("t").with_status(3);
    let request = Track::request(&tracked).unwrap();
    assert_eq!(request.header("X-Tag"), Some("t"));
    assert_eq!(request.body, br#"{"status":3}"#);
    let body = br#"{"last": {"Tag": "t", "status": 3}, "status": 4}"#;
    let output = Track::response(200, [("X-Tag", "other")], body).unwrap();
    assert_eq!(output, Tracking::default().with_last(tracked).with_status(200));
}
