//! Members and their traits.

use glue_model::{Binding, Deprecation, Json, JsonNumber, Member, TimestampFormat};

use super::{names, taking};
use crate::common::{members, model};

/// Every trait that binds a member.
const BOUND: &str = r#"
    "t#In": {"type": "structure", "members": {
        "header": {"target": "t#S", "traits": {"smithy.api#httpHeader": "X-Toy", "smithy.api#jsonName": "ignored"}},
        "headers": {"target": "t#M", "traits": {"smithy.api#httpPrefixHeaders": "x-toy-"}},
        "anyHeaders": {"target": "t#M", "traits": {"smithy.api#httpPrefixHeaders": ""}},
        "query": {"target": "t#S", "traits": {"smithy.api#httpQuery": "q"}},
        "params": {"target": "t#M", "traits": {"smithy.api#httpQueryParams": {}}},
        "label": {"target": "t#S", "traits": {"smithy.api#httpLabel": {}, "smithy.api#jsonName": "ignored"}},
        "status": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpResponseCode": {}}},
        "body": {"target": "t#S", "traits": {"smithy.api#httpPayload": {}, "smithy.api#xmlName": "Body"}},
        "json": {"target": "t#S", "traits": {"smithy.api#jsonName": "Json", "smithy.api#xmlName": "Xml"}},
        "same": {"target": "t#S", "traits": {"smithy.api#jsonName": "same", "smithy.api#xmlName": "same"}}
    }},
    "t#S": {"type": "string"},
    "t#M": {"type": "map", "key": {"target": "t#S"}, "value": {"target": "t#S"}}
    "#;

/// How the members of `In` travel.
fn bound(protocol: &str) -> Vec<(Binding, Option<String>)> {
    let model = model(&taking(BOUND).replace("aws.protocols#restJson1", protocol));
    let bound = |member: &Member| (member.binding, member.location_name.clone());
    members(&model, "In").iter().map(bound).collect()
}

#[test]
fn traits_bind_members_where_the_protocol_has_parameters() {
    let named = |binding, name: &str| (binding, Some(name.to_owned()));
    let rest = |payload: Option<&str>, body: &str| {
        vec![
            named(Binding::Header, "X-Toy"),
            named(Binding::PrefixHeaders, "x-toy-"),
            (Binding::PrefixHeaders, None),
            named(Binding::Query, "q"),
            (Binding::QueryParams, None),
            (Binding::Label, None),
            // Requests have no status.
            (Binding::Body, None),
            (Binding::Payload, payload.map(str::to_owned)),
            named(Binding::Body, body),
            (Binding::Body, None),
        ]
    };
    assert_eq!(bound("aws.protocols#restJson1"), rest(None, "Json"));
    assert_eq!(bound("aws.protocols#restXml"), rest(Some("Body"), "Xml"));
}

#[test]
fn other_protocols_have_bodies_alone() {
    let body = |names: [Option<&str>; 10]| {
        names.map(|name| (Binding::Body, name.map(str::to_owned))).to_vec()
    };
    let mut names = [None; 10];
    for protocol in [
        "aws.protocols#awsJson1_0",
        "aws.protocols#awsJson1_1",
        "smithy.protocols#rpcv2Cbor",
        "smithy.protocols#rpcv2Json",
    ] {
        assert_eq!(bound(protocol), body(names));
    }
    let mut json = names;
    (json[0], json[5], json[8]) = (Some("ignored"), Some("ignored"), Some("Json"));
    assert_eq!(bound("alloy#simpleRestJson"), body(json));
    (names[7], names[8]) = (Some("Body"), Some("Xml"));
    for protocol in ["aws.protocols#awsQuery", "aws.protocols#ec2Query"] {
        assert_eq!(bound(protocol), body(names));
    }
}

#[test]
fn members_keep_order_names_and_traits() {
    let model = model(&taking(
        r#"
        "t#In": {"type": "structure", "members": {
            "b": {"target": "t#S", "traits": {"smithy.api#required": {}, "smithy.api#clientOptional": {},
                "smithy.api#documentation": "<p>B.</p>", "smithy.api#idempotencyToken": {}, "smithy.api#mediaType": "text/css"}},
            "a": {"target": "t#In", "traits": {"smithy.api#deprecated": {"message": "No."}, "smithy.api#sensitive": {}}},
            "at": {"target": "t#At", "traits": {"smithy.api#timestampFormat": "date-time"}},
            "in": {"target": "t#At"}
        }},
        "t#S": {"type": "string"},
        "t#At": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "epoch-seconds"}}
        "#,
    ));
    assert_eq!(names(&model), ["In", "S", "At"]);
    let [b, a, at, implied] = members(&model, "In") else { panic!("four members") };
    let spelled = [b, a, at, implied].map(|member| member.name.as_str());
    assert_eq!(spelled, ["b", "a", "at", "in"]);
    assert_eq!(
        (model.shape(b.target).name.as_str(), model.shape(a.target).name.as_str()),
        ("S", "In")
    );
    assert_eq!((b.required, a.required), (true, false));
    assert_eq!((b.client_optional, a.client_optional), (true, false));
    assert_eq!((b.documentation.as_deref(), a.documentation.as_deref()), (Some("<p>B.</p>"), None));
    assert_eq!((b.idempotency_token, a.idempotency_token), (true, false));
    assert_eq!((b.media_type.as_deref(), a.media_type.as_deref()), (Some("text/css"), None));
    assert_eq!((b.sensitive, a.sensitive), (false, true));
    let message = Deprecation { message: Some("No.".to_owned()), since: None };
    assert_eq!((b.deprecated.as_ref(), a.deprecated.as_ref()), (None, Some(&message)));
    assert_eq!(at.timestamp_format, Some(TimestampFormat::DateTime));
    assert_eq!((implied.timestamp_format, implied.streaming), (None, false));
}

#[test]
fn a_default_is_any_json_but_null() {
    let model = model(&taking(
        r#"
        "t#In": {"type": "structure", "members": {
            "a": {"target": "smithy.api#Integer", "traits": {"smithy.api#default": 5}},
            "b": {"target": "smithy.api#Boolean", "traits": {"smithy.api#default": false}},
            "c": {"target": "smithy.api#String", "traits": {"smithy.api#default": ""}},
            "d": {"target": "t#L", "traits": {"smithy.api#default": []}},
            "e": {"target": "t#Zero", "traits": {"smithy.api#default": null}},
            "f": {"target": "t#Zero"},
            "g": {"target": "smithy.api#PrimitiveInteger"}
        }},
        "t#L": {"type": "list", "member": {"target": "smithy.api#String"}},
        "t#Zero": {"type": "integer", "traits": {"smithy.api#default": 0}}
        "#,
    ));
    let defaults: Vec<Option<&Json>> =
        members(&model, "In").iter().map(|member| member.default.as_ref()).collect();
    assert_eq!(
        defaults,
        [
            Some(&Json::Number(JsonNumber::Integer(5))),
            Some(&Json::Bool(false)),
            Some(&Json::String(String::new())),
            Some(&Json::Array(Vec::new())),
            None,
            None,
            None
        ]
    );
}
