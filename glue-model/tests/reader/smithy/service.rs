//! The file as a whole and its service.

use glue_model::{Deprecation, PatternAnchoring, Protocol, Source, read_service};

use super::{names, of_shapes, reaching};
use crate::common::{model, try_model, with_shapes};

/// A service without operations.
fn service(traits: &str) -> String {
    of_shapes(&format!(
        r#""t#Toy_2020": {{"type": "service", "version": "2020-02-02", "traits": {{{traits}}}}}"#
    ))
}

#[test]
fn the_service_is_its_traits() {
    let service = model(&service(
        r#"
        "aws.api#service": {"sdkId": "Toy Box", "arnNamespace": "toys", "endpointPrefix": "api.toy", "docId": "toy-2020"},
        "aws.auth#sigv4": {"name": "play"}, "smithy.api#title": "AWS Toys",
        "smithy.api#documentation": "<p>Toys.</p>", "smithy.api#deprecated": {"message": "Use games."}, "aws.protocols#awsJson1_1": {}
        "#,
    ))
    .service;
    assert_eq!(service.id, "Toy Box");
    assert_eq!(service.full_name, "AWS Toys");
    assert_eq!(service.uid.as_deref(), Some("toy-2020"));
    assert_eq!(service.api_version, "2020-02-02");
    assert_eq!(service.protocol, Protocol::AwsJson1_1);
    assert_eq!(service.target_prefix.as_deref(), Some("Toy_2020"));
    assert_eq!(service.signing_name, "play");
    assert_eq!(service.endpoint_prefix, "api.toy");
    assert_eq!(service.documentation.as_deref(), Some("<p>Toys.</p>"));
    let deprecation = Deprecation { message: Some("Use games.".to_owned()), since: None };
    assert_eq!(service.deprecated, Some(deprecation));
    assert_eq!(service.pattern_anchoring, PatternAnchoring::Search);
}

#[test]
fn services_may_keep_the_codes_of_the_query_protocol() {
    let compatible = |traits: &str| model(&service(traits)).service.query_compatible;
    let json = r#""aws.protocols#awsJson1_0": {}"#;
    assert!(compatible(&format!(r#"{json}, "aws.protocols#awsQueryCompatible": {{}}"#)));
    assert!(!compatible(json));
}

#[test]
fn what_traits_leave_out_has_a_default() {
    let bare = model(&service(r#""aws.protocols#restJson1": {}"#)).service;
    assert_eq!((bare.id.as_str(), bare.full_name.as_str()), ("Toy_2020", "Toy_2020"));
    assert_eq!(
        (bare.endpoint_prefix.as_str(), bare.signing_name.as_str()),
        ("toy_2020", "toy_2020")
    );
    assert_eq!((bare.target_prefix, bare.documentation, bare.deprecated), (None, None, None));
    assert_eq!(bare.uid, None);
    let named = model(&service(
        r#""aws.protocols#restJson1": {}, "aws.api#service": {"sdkId": "Toy", "arnNamespace": "toys"}"#,
    ))
    .service;
    assert_eq!((named.id.as_str(), named.full_name.as_str()), ("Toy", "Toy"));
    assert_eq!((named.endpoint_prefix.as_str(), named.signing_name.as_str()), ("toys", "toys"));
    let unversioned =
        service(r#""aws.protocols#restJson1": {}"#).replace(r#""version": "2020-02-02", "#, "");
    assert_eq!(model(&unversioned).service.api_version, "");
}

#[test]
fn the_protocol_is_the_one_with_json_bodies_where_there_is_a_choice() {
    let protocol = |ids: &[&str]| {
        let traits: Vec<String> = ids.iter().map(|id| format!("\"{id}\": {{}}")).collect();
        let service = model(&service(&traits.join(", "))).service;
        (service.protocol, service.target_prefix.is_some())
    };
    assert_eq!(protocol(&["aws.protocols#awsJson1_0"]), (Protocol::AwsJson1_0, true));
    assert_eq!(protocol(&["aws.protocols#awsJson1_1"]), (Protocol::AwsJson1_1, true));
    assert_eq!(protocol(&["aws.protocols#restJson1"]), (Protocol::RestJson1, false));
    assert_eq!(protocol(&["aws.protocols#restXml"]), (Protocol::RestXml, false));
    assert_eq!(protocol(&["aws.protocols#awsQuery"]), (Protocol::AwsQuery, false));
    assert_eq!(protocol(&["aws.protocols#ec2Query"]), (Protocol::Ec2Query, false));
    assert_eq!(protocol(&["smithy.protocols#rpcv2Cbor"]), (Protocol::RpcV2Cbor, true));
    assert_eq!(protocol(&["smithy.protocols#rpcv2Json"]), (Protocol::RpcV2Json, true));
    let both = ["smithy.protocols#rpcv2Cbor", "smithy.protocols#rpcv2Json"];
    assert_eq!(protocol(&both), (Protocol::RpcV2Json, true));
    let several =
        ["smithy.protocols#rpcv2Cbor", "aws.protocols#awsQuery", "aws.protocols#awsJson1_0"];
    assert_eq!(protocol(&several), (Protocol::AwsJson1_0, true));
    let several = ["smithy.protocols#rpcv2Cbor", "aws.protocols#restJson1", "t#ofTomorrow"];
    assert_eq!(protocol(&several), (Protocol::RestJson1, false));
}

#[test]
fn the_version_is_spelled_in_several_ways() {
    for version in ["1", "1.0", "2", "2.0"] {
        model(&reaching(&[], "").replace("\"2.0\"", &format!("\"{version}\"")));
    }
}

#[test]
fn a_file_holds_more_than_the_service_needs() {
    let model = model(&reaching(
        &["b#Used"],
        r#"
        "b#unused": {"type": "structure", "members": {"x": {"target": "nowhere#Gone"}}, "traits": {"smithy.api#trait": {}}},
        "a#Unused": {"type": "list", "member": {"target": "a#Unused"}},
        "b#Used": {"type": "list", "member": {"target": "a#Also"}},
        "a#Also": {"type": "string"},
        "a#Idle": {"type": "operation", "input": {"target": "nowhere#Gone"}},
        "a#Shelf": {"type": "resource", "operations": [{"target": "nowhere#Gone"}]}
        "#,
    ));
    assert_eq!(names(&model), ["In", "Used", "Also"]);
}

#[test]
fn unknown_traits_and_keys_are_passed_over() {
    let plain = model(&reaching(&["t#S"], r#""t#S": {"type": "string"}"#));
    let more = reaching(
        &["t#S"],
        r#""t#S": {"type": "string", "traits": {"t#of": [{}], "smithy.api#tags": 1}, "members": 3}"#,
    );
    let more = more.replacen('{', r#"{"metadata": {"suppressions": []}, "more": 1, "#, 1);
    assert_eq!(plain, model(&more));
}

/// Two services beside `t#Toy`, one of its name and one with a name for SDKs.
const SERVICES: &str = r#"
    "b#Box": {"type": "service", "version": "1", "traits": {"aws.api#service": {"sdkId": "Toy Box"}}},
    "b#Toy": {"type": "service", "version": "2"}"#;

fn chosen(text: &str, name: &str) -> Result<String, String> {
    let source = Source { file: "toy.json", bytes: text.as_bytes() };
    match read_service(&source, name) {
        Ok(model) => Ok(model.service.api_version),
        Err(diagnostics) => Err(diagnostics.to_string()),
    }
}

#[test]
fn one_of_several_services_is_chosen_by_a_name() {
    let text = reaching(&[], SERVICES);
    assert_eq!(chosen(&text, "t#Toy").as_deref(), Ok("2020-02-02"));
    assert_eq!(chosen(&text, "b#Toy").as_deref(), Ok("2"));
    assert_eq!(chosen(&text, "Box").as_deref(), Ok("1"));
    assert_eq!(chosen(&text, "Toy Box").as_deref(), Ok("1"));
    let only = reaching(&[], "");
    assert_eq!(chosen(&only, "Toy").as_deref(), Ok("2020-02-02"));
    // botocore's format has one service.
    let other = with_shapes("");
    assert_eq!(chosen(&other, "Toy").as_deref(), Ok("2020-02-02"));
    assert_eq!(
        chosen(&other, "Glue").unwrap_err(),
        "error: the model has no service `Glue`
  --> toy.json:1:14 (/metadata)
  = help: choose `Toy`

1 problem in toy.json"
    );
}

#[test]
fn several_services_and_none_chosen() {
    let services: Vec<String> =
        (0..9).map(|index| format!(r#""t#S{index}": {{"type": "service"}}"#)).collect();
    let text = of_shapes(&services.join(","));
    let diagnostics = try_model(text.as_bytes()).unwrap_err();
    let messages: Vec<&str> = diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        messages,
        ["the model has 9 services: `t#S0`, `t#S1`, `t#S2`, `t#S3`, `t#S4`, `t#S5` and others"]
    );
    let error = chosen(&text, "S9").unwrap_err();
    assert!(error.contains("help: choose one of `t#S0`, `t#S1`"), "{error}");
}

#[test]
fn a_service_that_is_not_there_or_not_the_only_one_of_its_name() {
    assert_eq!(
        chosen(&reaching(&[], r#""b#Box": {"type": "service"}"#), "Games").unwrap_err(),
        "error: the model has no service `Games`
  --> toy.json:1:29 (/shapes)
  = help: choose `t#Toy` or `b#Box`

1 problem in toy.json"
    );
    assert_eq!(
        chosen(&reaching(&[], SERVICES), "Toy").unwrap_err(),
        "error: 2 services are called `Toy`: `t#Toy`, `b#Toy`
  --> toy.json:7:5 (/shapes/b#Toy, shape `Toy`)
  = help: choose one by its whole id

1 problem in toy.json"
    );
}

#[test]
fn a_service_may_have_no_known_protocol() {
    let service = model(&service(r#""aws.protocols#carrierPigeon": {}"#)).service;
    assert_eq!((service.protocol, service.target_prefix), (Protocol::Unknown, None));
    // What the model says of JSON is heeded, of HTTP nothing.
    let text = reaching(&[], "").replace("aws.protocols#restJson1", "alloy#simpleRestJson");
    assert_eq!(model(&text).operations[0].http.uri, "/");
}
