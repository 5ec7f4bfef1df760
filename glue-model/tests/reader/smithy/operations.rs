//! Operations, and the resources they may belong to.

use glue_model::{Deprecation, Model, Protocol, ShapeKind};

use super::{of_shapes, reaching};
use crate::common::{model, shape};

/// A service of the protocol awsJson 1.0 with these properties, and these shapes.
fn json_service(properties: &str, shapes: &str) -> String {
    of_shapes(&format!(
        r#""t#Toy": {{"type": "service", {properties}, "traits": {{"aws.protocols#awsJson1_0": {{}}}}}},
{shapes}"#
    ))
}

fn operations(model: &Model) -> Vec<&str> {
    model.operations.iter().map(|operation| operation.name.as_str()).collect()
}

#[test]
fn operations_keep_their_order_and_name_their_shapes() {
    let model = model(&of_shapes(
        r#"
        "t#Put": {"type": "operation", "input": {"target": "t#PutIn"}, "output": {"target": "t#PutOut"},
            "errors": [{"target": "t#Full"}, {"target": "t#Gone"}, {"target": "t#Full"}], "traits": {
            "smithy.api#documentation": "<p>Puts.</p>", "smithy.api#deprecated": {"message": "Use Add.", "since": "2021"},
            "smithy.api#http": {"method": "PUT", "uri": "/toys/{Id}?x=1", "code": 201}}},
        "t#Toy": {"type": "service", "operations": [{"target": "t#Get"}, {"target": "t#Put"}],
            "traits": {"aws.protocols#restJson1": {}}},
        "t#Get": {"type": "operation", "input": {"target": "smithy.api#Unit"}, "output": {"target": "smithy.api#Unit"},
            "traits": {"smithy.api#http": {"method": "GET", "uri": "/toys"}}},
        "t#PutIn": {"type": "structure"}, "t#PutOut": {"type": "structure", "members": {}},
        "t#Gone": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
        "t#Full": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}}
        "#,
    ));
    assert_eq!(operations(&model), ["Put", "Get"]);
    let name = |id| model.shape(id).name.as_str();
    let put = model.operation("Put").unwrap();
    assert_eq!(put.documentation.as_deref(), Some("<p>Puts.</p>"));
    assert_eq!((put.http.method.as_str(), put.http.uri.as_str()), ("PUT", "/toys/{Id}?x=1"));
    assert_eq!(put.http.status, 201);
    assert_eq!((put.input.map(name), put.output.map(name)), (Some("PutIn"), Some("PutOut")));
    assert_eq!(put.errors.iter().copied().map(name).collect::<Vec<_>>(), ["Full", "Gone"]);
    let deprecation =
        Deprecation { message: Some("Use Add.".to_owned()), since: Some("2021".to_owned()) };
    assert_eq!(put.deprecated, Some(deprecation));
    let get = model.operation("Get").unwrap();
    assert_eq!((get.input, get.output, get.errors.len(), get.http.status), (None, None, 0, 200));
    assert_eq!((get.deprecated.as_ref(), get.documentation.as_ref()), (None, None));
    assert_eq!(super::names(&model), ["PutIn", "PutOut", "Gone", "Full"]);
}

#[test]
fn operations_may_have_hosts_of_their_own() {
    let model = model(&json_service(
        r#""operations": [{"target": "t#Sync"}, {"target": "t#Plain"}]"#,
        r#"
        "t#Sync": {"type": "operation", "traits": {"smithy.api#endpoint": {"hostPrefix": "sync-{Id}."}}},
        "t#Plain": {"type": "operation"}
        "#,
    ));
    let prefix = |name: &str| model.operation(name).unwrap().host_prefix.as_deref();
    assert_eq!((prefix("Sync"), prefix("Plain")), (Some("sync-{Id}."), None));
}

#[test]
fn errors_have_codes_where_the_service_keeps_those_of_the_query_protocol() {
    let code = |more: &str| {
        let model = model(&of_shapes(&format!(
            r#"
        "t#Toy": {{"type": "service", "operations": [{{"target": "t#Go"}}],
            "traits": {{"aws.protocols#awsJson1_0": {{}}{more}}}}},
        "t#Go": {{"type": "operation", "errors": [{{"target": "t#Full"}}]}},
        "t#Full": {{"type": "structure", "members": {{}}, "traits": {{"smithy.api#error": "client",
            "aws.protocols#awsQueryError": {{"code": "Toy.Full", "httpResponseCode": 400}}}}}}
        "#
        )));
        match &shape(&model, "Full").kind {
            ShapeKind::Structure(structure) => structure.error.clone().unwrap().code,
            _ => panic!("`Full` is no structure"),
        }
    };
    let compatible = code(r#", "aws.protocols#awsQueryCompatible": {}"#);
    assert_eq!((compatible.as_deref(), code("")), (Some("Toy.Full"), None));
}

#[test]
fn the_service_adds_its_errors_to_every_operation() {
    let model = model(&json_service(
        r#""operations": [{"target": "t#A"}, {"target": "t#B"}], "errors": [{"target": "t#Slow"}, {"target": "t#Gone"}]"#,
        r#"
        "t#A": {"type": "operation", "errors": [{"target": "t#Gone"}]}, "t#B": {"type": "operation"},
        "t#Gone": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
        "t#Slow": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}}
        "#,
    ));
    let errors = |name: &str| -> Vec<&str> {
        let operation = model.operation(name).unwrap();
        operation.errors.iter().map(|&id| model.shape(id).name.as_str()).collect()
    };
    assert_eq!(errors("A"), ["Gone", "Slow"]);
    assert_eq!(errors("B"), ["Slow", "Gone"]);
}

#[test]
fn operations_of_resources_belong_to_the_service() {
    let operation = |name: &str| format!(r#""t#{name}": {{"type": "operation"}}"#);
    let names = [
        "Z", "Create", "Put", "Read", "Update", "Delete", "List", "Own", "Collect", "Deep", "Other",
    ];
    let operations_of_file: Vec<String> = names.map(operation).into();
    let model = model(&json_service(
        r#""operations": [{"target": "t#Z"}], "resources": [{"target": "t#Shelf"}, {"target": "t#Box"}]"#,
        &format!(
            r#"
        "t#Shelf": {{"type": "resource", "identifiers": {{"id": {{"target": "smithy.api#String"}}}},
            "create": {{"target": "t#Create"}}, "put": {{"target": "t#Put"}}, "read": {{"target": "t#Read"}},
            "update": {{"target": "t#Update"}}, "delete": {{"target": "t#Delete"}}, "list": {{"target": "t#List"}},
            "operations": [{{"target": "t#Own"}}, {{"target": "t#Z"}}], "collectionOperations": [{{"target": "t#Collect"}}],
            "resources": [{{"target": "t#Box"}}]}},
        "t#Box": {{"type": "resource", "read": {{"target": "t#Deep"}}}},
        {}"#,
            operations_of_file.join(",")
        ),
    ));
    assert_eq!(
        operations(&model),
        ["Z", "Create", "Put", "Read", "Update", "Delete", "List", "Own", "Collect", "Deep"]
    );
}

#[test]
fn only_some_protocols_heed_the_trait_http() {
    let text = reaching(&[], "")
        .replace(r#""method": "POST", "uri": "/""#, r#""method": "PUT", "uri": "/x", "code": 204"#);
    let http = |protocol: &str| {
        let model = model(&text.replace("restJson1", protocol));
        let http = model.operation("Go").unwrap().http.clone();
        (http.method, http.uri, http.status)
    };
    let put = ("PUT".to_owned(), "/x".to_owned(), 204);
    assert_eq!((http("restJson1"), http("restXml")), (put.clone(), put));
    let post = ("POST".to_owned(), "/".to_owned(), 200);
    for protocol in ["awsJson1_0", "awsJson1_1", "awsQuery", "ec2Query"] {
        assert_eq!(http(protocol), post);
    }
    let without = model(&json_service(
        r#""operations": [{"target": "t#A"}]"#,
        r#""t#A": {"type": "operation"}"#,
    ));
    assert_eq!(without.service.protocol, Protocol::AwsJson1_0);
    assert_eq!(without.operation("A").unwrap().http.uri, "/");
}

#[test]
fn unit_is_an_empty_structure_where_a_member_targets_it() {
    let model = model(&reaching(
        &["t#U"],
        r#""t#U": {"type": "union", "members": {"none": {"target": "smithy.api#Unit"}, "some": {"target": "smithy.api#String"}}}"#,
    ));
    assert_eq!(super::names(&model), ["In", "U", "String", "Unit"]);
    let ShapeKind::Structure(unit) = &shape(&model, "Unit").kind else { panic!("no structure") };
    assert!(unit.members.is_empty() && unit.error.is_none());
}
