//! Operations, and the resources they may belong to.

use glue_model::{Deprecation, Model, Protocol, ShapeKind};

use super::{check, of_shapes, reaching};
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

#[test]
fn dangling_references() {
    check(
        &json_service(
            r#""operations": [{"target": "t#Gett"}, {"target": "t#Get"}, {"target": "t#Missing"}], "resources": [{"target": "t#Shlf"}], "errors": [{"target": "t#Gnoe"}]"#,
            r#""t#Get": {"type": "operation", "input": {"target": "t#GetIn"}, "output": {"target": "smithy.api#Unti"}, "errors": [{}, {"target": 1}, 2]},
"t#GetI": {"type": "structure", "members": {}},
"t#Shelf": {"type": "resource", "read": {"target": "t#Elsewhere"}},
"t#Gone": {"type": "structure", "members": {}}"#,
        ),
        "error: an operation of `Toy` targets shape `t#Gett`, which the model does not define
  --> toy.json:2:56 (/shapes/t#Toy/operations/0/target, shape `Toy`)
  = help: did you mean `t#Get`?

error: an operation of `Toy` targets shape `t#Missing`, which the model does not define
  --> toy.json:2:99 (/shapes/t#Toy/operations/2/target, shape `Toy`)
  = help: define the shape under `/shapes`

error: a resource of `Toy` targets shape `t#Shlf`, which the model does not define
  --> toy.json:2:139 (/shapes/t#Toy/resources/0/target, shape `Toy`)
  = help: did you mean `t#Shelf`?

error: an error of service `Toy` targets shape `t#Gnoe`, which the model does not define
  --> toy.json:2:173 (/shapes/t#Toy/errors/0/target, shape `Toy`)
  = help: define the shape under `/shapes`

error: the input of operation `Get` targets shape `t#GetIn`, which the model does not define
  --> toy.json:3:52 (/shapes/t#Get/input/target, shape `Get`)
  = help: did you mean `t#GetI`?

error: the output of operation `Get` targets shape `smithy.api#Unti`, which the model does not define
  --> toy.json:3:85 (/shapes/t#Get/output/target, shape `Get`)
  = help: define the shape under `/shapes`

error: key `target` is missing
  --> toy.json:3:116 (/shapes/t#Get/errors/0, shape `Get`)

error: expected a string, found a number
  --> toy.json:3:131 (/shapes/t#Get/errors/1/target, shape `Get`)

error: expected an object, found a number
  --> toy.json:3:135 (/shapes/t#Get/errors/2, shape `Get`)

9 problems in toy.json",
    );
}

#[test]
fn targets_that_cannot_play_their_role() {
    check(
        &json_service(
            r#""operations": [{"target": "t#Get"}, {"target": "t#S"}], "resources": [{"target": "t#Get"}]"#,
            r#""t#Get": {"type": "operation", "input": {"target": "t#S"}, "output": {"target": "t#Toy"}, "errors": [{"target": "smithy.api#String"}, {"target": "t#T"}]},
"t#S": {"type": "string"},
"t#T": {"type": "structure", "members": {}}"#,
        ),
        r#"error: an operation of `Toy` is a string, not an operation
  --> toy.json:2:77 (/shapes/t#Toy/operations/1/target, shape `Toy`)

error: a resource of `Toy` is an operation, not a resource
  --> toy.json:2:111 (/shapes/t#Toy/resources/0/target, shape `Toy`)

error: the input of operation `Get` is a string, not a structure
  --> toy.json:3:52 (/shapes/t#Get/input/target, shape `Get`)

error: the output of operation `Get` is a service, not a structure
  --> toy.json:3:81 (/shapes/t#Get/output/target, shape `Get`)

error: an error of operation `Get` is a string, not a structure
  --> toy.json:3:113 (/shapes/t#Get/errors/0/target, shape `Get`)

error: an error of operation `Get` is `t#T`, which has no trait `smithy.api#error`
  --> toy.json:3:146 (/shapes/t#Get/errors/1/target, shape `Get`)
  = help: give it the trait, as `"client"` or `"server"`

6 problems in toy.json"#,
    );
}

#[test]
fn resources_in_a_circle() {
    check(
        &json_service(
            r#""resources": [{"target": "t#A"}]"#,
            r#""t#A": {"type": "resource", "resources": [{"target": "t#B"}]},
"t#B": {"type": "resource", "resources": [{"target": "t#A"}, {"target": "t#B"}]}"#,
        ),
        "error: resource `t#B` belongs to itself
  --> toy.json:4:8 (/shapes/t#B, shape `B`)
  = help: take one of the resources on the way out

1 problem in toy.json",
    );
}

#[test]
fn two_operations_of_one_name() {
    check(
        &json_service(
            r#""operations": [{"target": "t#Get"}, {"target": "u#Get"}]"#,
            r#""t#Get": {"type": "operation"},
"u#Get": {"type": "operation"}"#,
        ),
        "error: another operation is called `Get`
  --> toy.json:4:1 (/shapes/u#Get, shape `Get`)

1 problem in toy.json",
    );
}

#[test]
fn http_of_other_types() {
    let http = r#"{"method": "POST", "uri": "/"}"#;
    check(
        &reaching(&[], "").replace(http, "[]"),
        "error: expected an object, found an array
  --> toy.json:3:90 (/shapes/t#Go/traits/smithy.api#http, shape `Go`)

1 problem in toy.json",
    );
    check(
        &reaching(&[], "").replace(http, r#"{"uri": 1, "code": 700}"#),
        "error: key `method` is missing
  --> toy.json:3:90 (/shapes/t#Go/traits/smithy.api#http, shape `Go`)

error: expected a string, found a number
  --> toy.json:3:98 (/shapes/t#Go/traits/smithy.api#http/uri, shape `Go`)

error: 700 is not an HTTP status
  --> toy.json:3:109 (/shapes/t#Go/traits/smithy.api#http/code, shape `Go`)
  = help: use a whole number from 100 to 599

3 problems in toy.json",
    );
    check(
        &reaching(&[], "").replace("smithy.api#http", "smithy.api#https"),
        "error: operation `Go` has no trait `smithy.api#http`, which its protocol needs
  --> toy.json:3:9 (/shapes/t#Go, shape `Go`)

1 problem in toy.json",
    );
}
