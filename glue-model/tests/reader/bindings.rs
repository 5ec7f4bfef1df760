//! Bindings count where Smithy and botocore say so, and everywhere else members are in the body.

use glue_model::{Binding, Member};

use crate::common::{members, model, with_operations};

/// A member's binding, its name there and its name in bodies.
type Bound<'a> = (Binding, Option<&'a str>, Option<&'a str>);

fn bound(member: &Member) -> Bound<'_> {
    (member.binding, member.location_name.as_deref(), member.body_name.as_deref())
}

/// A Smithy model whose operation takes `In`, gives `Out` and fails with `Failed`, each with a
/// member for every binding; `shapes` come after them.
fn smithy(input: &str, output: &str, shapes: &str) -> String {
    let members = r##""members": {
        "header": {"target": "t#S", "traits": {"smithy.api#httpHeader": "X-Toy", "smithy.api#jsonName": "h"}},
        "headers": {"target": "t#M", "traits": {"smithy.api#httpPrefixHeaders": "x-toy-"}},
        "query": {"target": "t#S", "traits": {"smithy.api#httpQuery": "q", "smithy.api#jsonName": "Query"}},
        "params": {"target": "t#M", "traits": {"smithy.api#httpQueryParams": {}}},
        "label": {"target": "t#S", "traits": {"smithy.api#httpLabel": {}}},
        "status": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpResponseCode": {}, "smithy.api#jsonName": "Status"}},
        "body": {"target": "t#S", "traits": {"smithy.api#httpPayload": {}}},
        "plain": {"target": "t#S", "traits": {"smithy.api#jsonName": "Plain"}}
    }"##;
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
        "t#Toy": {{"type": "service", "operations": [{{"target": "t#Go"}}], "traits": {{"aws.protocols#restJson1": {{}}}}}},
        "t#Go": {{"type": "operation", "input": {{"target": "t#{input}"}}, "output": {{"target": "t#{output}"}}, "errors": [{{"target": "t#Failed"}}],
            "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/"}}}}}},
        "t#In": {{"type": "structure", {members}}},
        "t#Out": {{"type": "structure", {members}}},
        "t#Failed": {{"type": "structure", {members}, "traits": {{"smithy.api#error": "client"}}}},
        {shapes}
        "t#S": {{"type": "string"}},
        "t#M": {{"type": "map", "key": {{"target": "t#S"}}, "value": {{"target": "t#S"}}}}
        }}}}"#
    )
}

const PLAIN: Bound<'static> = (Binding::Body, Some("Plain"), None);
const HEADER: Bound<'static> = (Binding::Header, Some("X-Toy"), None);
const HEADERS: Bound<'static> = (Binding::PrefixHeaders, Some("x-toy-"), None);
const PAYLOAD: Bound<'static> = (Binding::Payload, None, None);
const BODY: Bound<'static> = (Binding::Body, None, None);

#[test]
fn smithy_binds_labels_and_parameters_in_requests_and_the_status_in_responses() {
    let model = model(&smithy("In", "Out", ""));
    let bound = |name| members(&model, name).iter().map(bound).collect::<Vec<_>>();
    let request = [
        HEADER,
        HEADERS,
        (Binding::Query, Some("q"), None),
        (Binding::QueryParams, None, None),
        (Binding::Label, None, None),
        (Binding::Body, Some("Status"), None),
        PAYLOAD,
        PLAIN,
    ];
    assert_eq!(bound("In"), request);
    let response = [
        HEADER,
        HEADERS,
        (Binding::Body, Some("Query"), None),
        BODY,
        BODY,
        (Binding::StatusCode, None, None),
        PAYLOAD,
        PLAIN,
    ];
    assert_eq!(bound("Out"), response);
    assert_eq!(bound("Failed"), response);
}

#[test]
fn smithy_binds_nothing_within_a_body() {
    let holder = r#""t#Holder": {"type": "structure", "members": {"held": {"target": "t#Out"}}},"#;
    let model = model(&smithy("In", "Holder", holder));
    let found: Vec<Bound<'_>> = members(&model, "Out").iter().map(bound).collect();
    let named = |name| (Binding::Body, Some(name), None);
    assert_eq!(
        found,
        [named("h"), BODY, named("Query"), BODY, BODY, named("Status"), BODY, named("Plain")]
    );
}

#[test]
fn a_structure_of_several_uses_keeps_its_bindings_and_its_names_in_bodies() {
    let model = model(&smithy("Out", "Out", ""));
    let found: Vec<Bound<'_>> = members(&model, "Out").iter().map(bound).collect();
    assert_eq!(
        found,
        [
            HEADER,
            HEADERS,
            (Binding::Query, Some("q"), Some("Query")),
            (Binding::QueryParams, None, None),
            (Binding::Label, None, None),
            (Binding::StatusCode, None, Some("Status")),
            PAYLOAD,
            PLAIN,
        ]
    );
    let holder = r#""t#Holder": {"type": "structure", "members": {"held": {"target": "t#In"}}},"#;
    let model = crate::common::model(&smithy("In", "Holder", holder));
    let header = members(&model, "In").iter().map(bound).next();
    assert_eq!(header, Some((Binding::Header, Some("X-Toy"), Some("h"))));
}

/// A model in botocore's format, with this output and what its structure `Holder` holds.
fn botocore(output: &str, held: &str) -> String {
    let structure = r#""payload": "body", "type": "structure", "members": {
        "header": {"shape": "S", "location": "header", "locationName": "X-Toy"},
        "headers": {"shape": "M", "location": "headers", "locationName": "x-toy-"},
        "query": {"shape": "S", "location": "querystring", "locationName": "q"},
        "params": {"shape": "M", "location": "querystring"},
        "label": {"shape": "S", "location": "uri", "locationName": "Id"},
        "status": {"shape": "I", "location": "statusCode"},
        "body": {"shape": "S"}}"#;
    with_operations(
        &format!(
            r#""Go": {{"name": "Go", "http": {{"method": "POST", "requestUri": "/"}},
            "input": {{"shape": "In"}}, "output": {{"shape": "{output}"}}}}"#
        ),
        &format!(
            r#""In": {{{structure}}}, "Out": {{{structure}}},
            "Holder": {{"type": "structure", "members": {{"held": {{"shape": "{held}"}}}}}},
            "S": {{"type": "string"}}, "I": {{"type": "integer"}},
            "M": {{"type": "map", "key": {{"shape": "S"}}, "value": {{"shape": "S"}}}}"#
        ),
    )
}

#[test]
fn botocore_binds_by_the_side_and_names_keys_of_the_body_likewise() {
    let model = model(&botocore("Out", "S"));
    let bound = |name| members(&model, name).iter().map(bound).collect::<Vec<_>>();
    assert_eq!(
        bound("In"),
        [
            HEADER,
            HEADERS,
            (Binding::Query, Some("q"), None),
            (Binding::QueryParams, None, None),
            (Binding::Label, Some("Id"), None),
            BODY,
            PAYLOAD,
        ]
    );
    assert_eq!(
        bound("Out"),
        [
            HEADER,
            HEADERS,
            (Binding::Body, Some("q"), None),
            BODY,
            (Binding::Body, Some("Id"), None),
            (Binding::StatusCode, None, None),
            PAYLOAD,
        ]
    );
}

#[test]
fn botocore_binds_nothing_within_a_body() {
    let model = model(&botocore("Holder", "Out"));
    let found: Vec<Bound<'_>> = members(&model, "Out").iter().map(bound).collect();
    let named = |name| (Binding::Body, Some(name), None);
    assert_eq!(found, [named("X-Toy"), named("x-toy-"), named("q"), BODY, named("Id"), BODY, BODY]);
}

#[test]
fn tokens_are_members_of_requests() {
    let structure = r#"{"type": "structure", "members": {"t": {"shape": "S", "idempotencyToken": true}, "u": {"shape": "S"}}}"#;
    let model = model(&with_operations(
        r#""Go": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "In"}, "output": {"shape": "Out"}}"#,
        &format!(r#""In": {structure}, "Out": {structure}, "S": {{"type": "string"}}"#),
    ));
    let tokens = |name| members(&model, name).iter().map(|member| member.idempotency_token);
    assert_eq!(tokens("In").collect::<Vec<_>>(), [true, false]);
    assert_eq!(tokens("Out").collect::<Vec<_>>(), [false, false]);
}
