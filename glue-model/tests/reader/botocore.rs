//! What is read from botocore's format, property by property.

use crate::common::{METADATA, members, model, shape, with_metadata, with_operations, with_shapes};
use glue_model::{
    Binding, Bounds, Constraints, Deprecation, ErrorTrait, Fault, Number, PatternAnchoring,
    Protocol, ShapeKind, TimestampFormat,
};

#[test]
fn the_service_is_its_metadata() {
    let text = with_metadata(&format!(
        "{METADATA}, \"targetPrefix\": \"AWSToy\", \"signingName\": \"play\""
    ));
    let model = model(&text.replacen('{', r#"{"documentation": "<p>Toys.</p>", "deprecated": true, "deprecatedMessage": "Use games.","#, 1));
    assert_eq!(model.service.id, "Toy");
    assert_eq!(model.service.full_name, "Toy Service");
    assert_eq!(model.service.api_version, "2020-02-02");
    assert_eq!(model.service.protocol, Protocol::AwsJson1_1);
    assert_eq!(model.service.target_prefix.as_deref(), Some("AWSToy"));
    assert_eq!(model.service.signing_name, "play");
    assert_eq!(model.service.endpoint_prefix, "toy");
    assert_eq!(model.service.documentation.as_deref(), Some("<p>Toys.</p>"));
    let deprecation = Deprecation { message: Some("Use games.".to_owned()), since: None };
    assert_eq!(model.service.deprecated, Some(deprecation));
    assert_eq!(model.service.pattern_anchoring, PatternAnchoring::Whole);
}

#[test]
fn services_may_keep_the_codes_of_the_query_protocol() {
    let compatible = with_metadata(&format!("{METADATA}, \"awsQueryCompatible\": {{}}"));
    assert!(model(&compatible).service.query_compatible);
    assert!(!model(&with_shapes("")).service.query_compatible);
}

#[test]
fn operations_may_have_hosts_of_their_own() {
    let model = model(&with_operations(
        r#"
        "Sync": {"http": {"method": "POST", "requestUri": "/"}, "endpoint": {"hostPrefix": "sync-{Id}."}},
        "Plain": {"http": {"method": "POST", "requestUri": "/"}, "endpoint": {}}
        "#,
        "",
    ));
    let prefix = |name: &str| model.operation(name).unwrap().host_prefix.as_deref();
    assert_eq!((prefix("Sync"), prefix("Plain")), (Some("sync-{Id}."), None));
}

#[test]
fn what_metadata_leaves_out_has_a_default() {
    let service = model(&with_shapes("")).service;
    assert_eq!(service.target_prefix, None);
    assert_eq!(service.signing_name, "toy");
    assert_eq!(service.documentation, None);
    let metadata = METADATA.replace(r#", "serviceId": "Toy""#, "");
    assert_eq!(model(&with_metadata(&metadata)).service.id, "toy");
}

#[test]
fn shapes_and_members_may_have_any_names() {
    let model = model(&with_shapes(
        r#"
        "X-Amz-Expires": {"type": "structure", "members": {"a.b": {"shape": ""}, "": {"shape": "Größe"}}},
        "": {"type": "string"}, "Größe": {"type": "string"}, "Foo{} mod evil{": {"type": "string"}
        "#,
    ));
    let names: Vec<&str> = model.shapes().map(|(_, shape)| shape.name.as_str()).collect();
    assert_eq!(names, ["X-Amz-Expires", "", "Größe", "Foo{} mod evil{"]);
    let members = members(&model, "X-Amz-Expires").iter();
    let members: Vec<&str> = members.map(|member| member.name.as_str()).collect();
    assert_eq!(members, ["a.b", ""]);
}

#[test]
fn the_protocol_is_the_one_with_json_bodies_where_there_is_a_choice() {
    let protocol = |protocol: &str, more: &str| {
        let metadata = METADATA
            .replace(r#""protocol": "json""#, &format!(r#""protocol": "{protocol}"{more}"#));
        model(&with_metadata(&metadata)).service.protocol
    };
    assert_eq!(protocol("json", ""), Protocol::AwsJson1_1);
    assert_eq!(protocol("rest-json", ""), Protocol::RestJson1);
    assert_eq!(protocol("rest-xml", ""), Protocol::RestXml);
    assert_eq!(protocol("query", ""), Protocol::AwsQuery);
    assert_eq!(protocol("ec2", ""), Protocol::Ec2Query);
    assert_eq!(protocol("smithy-rpc-v2-cbor", ""), Protocol::RpcV2Cbor);
    let several = |list: &str| protocol("smithy-rpc-v2-cbor", &format!(r#", "protocols": {list}"#));
    assert_eq!(several(r#"["smithy-rpc-v2-cbor", "query", "json"]"#), Protocol::AwsJson1_1);
    assert_eq!(several(r#"["smithy-rpc-v2-cbor", "of-tomorrow"]"#), Protocol::RpcV2Cbor);
    assert_eq!(several("[]"), Protocol::Unknown);
    assert_eq!(protocol("of-tomorrow", ""), Protocol::Unknown);
    let metadata = METADATA.replace(r#""protocol": "json", "#, "");
    assert_eq!(model(&with_metadata(&metadata)).service.protocol, Protocol::Unknown);
    let metadata = METADATA.replace("1.1", "1.0");
    assert_eq!(model(&with_metadata(&metadata)).service.protocol, Protocol::AwsJson1_0);
}

#[test]
fn operations_keep_their_order_and_name_their_shapes() {
    let model = model(&with_operations(
        r#"
        "Put": {
            "name": "Put2014_05_31",
            "documentation": "<p>Puts.</p>",
            "http": {"method": "PUT", "requestUri": "/toys/{Id}?x=1", "responseCode": 201},
            "input": {"shape": "PutRequest", "locationName": "ignored"},
            "output": {"shape": "PutResult", "resultWrapper": "ignored"},
            "errors": [{"shape": "Full"}, {"shape": "Gone"}, {"shape": "Full"}],
            "deprecated": true, "deprecatedMessage": "Use Add.", "deprecatedSince": "2021-01-01"
        },
        "Get": {"name": "Get", "http": {"method": "POST", "requestUri": "/"}}
        "#,
        r#"
        "PutRequest": {"type": "structure", "members": {}},
        "PutResult": {"type": "structure", "members": {}},
        "Gone": {"type": "structure", "members": {}, "exception": true},
        "Full": {"type": "structure", "members": {}}
        "#,
    ));
    let names: Vec<&str> =
        model.operations.iter().map(|operation| operation.name.as_str()).collect();
    assert_eq!(names, ["Put", "Get"]);
    let put = model.operation("Put").unwrap();
    let name = |id| model.shape(id).name.as_str();
    assert_eq!(put.documentation.as_deref(), Some("<p>Puts.</p>"));
    assert_eq!(put.http.method, "PUT");
    assert_eq!(put.http.uri, "/toys/{Id}?x=1");
    assert_eq!(put.http.status, 201);
    assert_eq!(put.input.map(name), Some("PutRequest"));
    assert_eq!(put.output.map(name), Some("PutResult"));
    assert_eq!(put.errors.iter().copied().map(name).collect::<Vec<_>>(), ["Full", "Gone"]);
    let deprecation =
        Deprecation { message: Some("Use Add.".to_owned()), since: Some("2021-01-01".to_owned()) };
    assert_eq!(put.deprecated, Some(deprecation));
    let get = model.operation("Get").unwrap();
    assert_eq!(
        (get.http.method.as_str(), get.http.uri.as_str(), get.http.status),
        ("POST", "/", 200)
    );
    assert_eq!((get.input, get.output, get.errors.len()), (None, None, 0));
    assert_eq!(get.deprecated, None);
    assert_eq!(model.operation("get"), None);
    // `Full` is an error by being listed as one.
    let errors = ["Gone", "Full", "PutResult"].map(|name| error(&model, name).is_some());
    assert_eq!(errors, [true, true, false]);
}

#[test]
fn every_type_has_its_kind() {
    let model = model(&with_shapes(
        r#"
        "Bool": {"type": "boolean"}, "Int": {"type": "integer"}, "Long": {"type": "long"},
        "Float": {"type": "float"}, "Double": {"type": "double"}, "Blob": {"type": "blob"},
        "Time": {"type": "timestamp"}, "Text": {"type": "string"},
        "Doc": {"type": "structure", "members": {}, "document": true}
        "#,
    ));
    let kinds: Vec<&ShapeKind> = model.shapes().map(|(_, shape)| &shape.kind).collect();
    assert_eq!(
        kinds,
        [
            &ShapeKind::Boolean,
            &ShapeKind::Integer,
            &ShapeKind::Long,
            &ShapeKind::Float,
            &ShapeKind::Double,
            &ShapeKind::Blob,
            &ShapeKind::Timestamp,
            &ShapeKind::String,
            &ShapeKind::Document,
        ]
    );
}

#[test]
fn shape_ids_are_places_in_the_file() {
    let model = model(&with_shapes(r#""B": {"type": "string"}, "A": {"type": "string"}"#));
    let shapes: Vec<(usize, &str)> =
        model.shapes().map(|(id, shape)| (id.index(), shape.name.as_str())).collect();
    assert_eq!(shapes, [(0, "B"), (1, "A")]);
    assert!(model.shapes().all(|(id, shape)| model.shape(id) == shape));
}

#[test]
fn an_enum_keeps_its_values_in_order() {
    let model = model(&with_shapes(
        r#""E": {"type": "string", "enum": ["b", "a", "", "A", "1.x/y"], "max": 5}"#,
    ));
    let ShapeKind::Enum(values) = &shape(&model, "E").kind else { panic!("not an enum") };
    let spelt: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(spelt, ["b", "a", "", "A", "1.x/y"]);
    assert!(values.iter().all(|value| value.name.is_none() && value.documentation.is_none()));
    assert_eq!(shape(&model, "E").constraints.length, Some(Bounds { min: None, max: Some(5) }));
}

#[test]
fn lists_and_maps_have_members_and_may_be_sparse() {
    let model = model(&with_shapes(
        r#"
        "L": {"type": "list", "member": {"shape": "S", "locationName": "item"}},
        "Sparse": {"type": "list", "member": {"shape": "S"}, "sparse": true},
        "M": {"type": "map", "key": {"shape": "E"}, "value": {"shape": "L"}},
        "Holes": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "L"}, "sparse": true},
        "S": {"type": "string"}, "E": {"type": "string", "enum": ["a"]}
        "#,
    ));
    let name = |id| model.shape(id).name.as_str();
    let ShapeKind::List(list) = &shape(&model, "L").kind else { panic!("not a list") };
    assert_eq!((list.member.name.as_str(), name(list.member.target)), ("member", "S"));
    assert_eq!(list.member.location_name.as_deref(), Some("item"));
    assert!(!list.sparse && !list.member.required);
    let ShapeKind::List(sparse) = &shape(&model, "Sparse").kind else { panic!("not a list") };
    assert!(sparse.sparse);
    let ShapeKind::Map(map) = &shape(&model, "M").kind else { panic!("not a map") };
    assert_eq!((map.key.name.as_str(), name(map.key.target)), ("key", "E"));
    assert_eq!((map.value.name.as_str(), name(map.value.target)), ("value", "L"));
    assert!(!map.sparse);
    let ShapeKind::Map(holes) = &shape(&model, "Holes").kind else { panic!("not a map") };
    assert!(holes.sparse);
}

#[test]
fn members_keep_order_names_and_traits() {
    let model = model(&with_shapes(
        r#"
        "T": {"type": "structure", "required": ["b", "b"], "members": {
            "b": {"shape": "S", "locationName": "B", "documentation": "<p>B.</p>"},
            "a": {"shape": "T", "deprecated": true, "sensitive": true, "documentation": "", "locationName": ""},
            "c": {"shape": "S", "deprecated": false, "deprecatedMessage": "no", "jsonvalue": true, "xmlAttribute": true}
        }},
        "S": {"type": "string"}
        "#,
    ));
    let [b, a, c] = members(&model, "T") else { panic!("three members") };
    assert_eq!((b.name.as_str(), a.name.as_str(), c.name.as_str()), ("b", "a", "c"));
    assert_eq!(model.shape(b.target).name, "S");
    assert_eq!(model.shape(a.target).name, "T");
    assert_eq!((b.required, a.required, c.required), (true, false, false));
    assert_eq!(b.location_name.as_deref(), Some("B"));
    assert_eq!((a.location_name.as_deref(), c.location_name.as_deref()), (None, None));
    assert_eq!(b.documentation.as_deref(), Some("<p>B.</p>"));
    assert_eq!(a.documentation, None);
    assert_eq!((b.sensitive, a.sensitive), (false, true));
    assert_eq!(a.deprecated, Some(Deprecation::default()));
    assert_eq!((b.deprecated.as_ref(), c.deprecated.as_ref()), (None, None));
    assert_eq!((&b.default, b.binding), (&None, Binding::Body));
}

#[test]
fn min_and_max_are_the_length_of_what_has_one_and_the_range_of_numbers() {
    let model = model(&with_shapes(
        r#"
        "S": {"type": "string", "min": 1, "max": 255, "pattern": "a|b"},
        "B": {"type": "blob", "max": 18446744073709551615, "min": 0},
        "L": {"type": "list", "member": {"shape": "S"}, "min": 3, "max": 3},
        "M": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "S"}, "min": 2.0, "max": 1e3},
        "I": {"type": "integer", "min": -5, "max": -5},
        "N": {"type": "long", "max": 9223372036854775807},
        "F": {"type": "float", "min": 0, "max": 0.5},
        "D": {"type": "double", "min": -1.5, "max": 18446744073709551615},
        "Free": {"type": "string"}
        "#,
    ));
    let length =
        |min, max| Constraints { length: Some(Bounds { min, max }), ..Constraints::default() };
    let range =
        |min, max| Constraints { range: Some(Bounds { min, max }), ..Constraints::default() };
    let constraints = |name| shape(&model, name).constraints.clone();
    let text = Constraints { pattern: Some("a|b".to_owned()), ..length(Some(1), Some(255)) };
    assert_eq!(constraints("S"), text);
    assert_eq!(constraints("B"), length(Some(0), Some(u64::MAX)));
    assert_eq!(constraints("L"), length(Some(3), Some(3)));
    assert_eq!(constraints("M"), length(Some(2), Some(1000)));
    assert_eq!(constraints("I"), range(Some(Number::Integer(-5)), Some(Number::Integer(-5))));
    assert_eq!(constraints("N"), range(None, Some(Number::Integer(i64::MAX))));
    assert_eq!(constraints("F"), range(Some(Number::Integer(0)), Some(Number::Float(0.5))));
    let double =
        range(Some(Number::Float(-1.5)), Some(Number::Float(18_446_744_073_709_551_615.0)));
    assert_eq!(constraints("D"), double);
    assert_eq!(constraints("Free"), Constraints::default());
}

#[test]
fn constraints_that_make_no_sense_for_a_kind_are_passed_over() {
    let model = model(&with_shapes(
        r#"
        "B": {"type": "boolean", "min": "x", "pattern": 3},
        "I": {"type": "integer", "pattern": "[0-9]+"},
        "T": {"type": "structure", "members": {"i": {"shape": "I", "pattern": ".*"}}, "min": 3, "max": 2}
        "#,
    ));
    let constrained = model.shapes().any(|(_, shape)| shape.constraints != Constraints::default());
    assert!(!constrained);
    assert_eq!(members(&model, "T")[0].constraints, Constraints::default());
}

#[test]
fn a_member_has_constraints_of_its_own() {
    let model = model(&with_shapes(
        r#"
        "T": {"type": "structure", "members": {"s": {"shape": "S", "max": 9}, "i": {"shape": "I", "max": 9}}},
        "S": {"type": "string", "max": 5}, "I": {"type": "integer"}
        "#,
    ));
    let [s, i] = members(&model, "T") else { panic!("two members") };
    assert_eq!(s.constraints.length, Some(Bounds { min: None, max: Some(9) }));
    assert_eq!(i.constraints.range, Some(Bounds { min: None, max: Some(Number::Integer(9)) }));
}

#[test]
fn timestamps_have_formats_on_shapes_and_members() {
    let model = model(&with_shapes(
        r#"
        "A": {"type": "timestamp", "timestampFormat": "iso8601"},
        "B": {"type": "timestamp", "timestampFormat": "rfc822"},
        "C": {"type": "timestamp", "timestampFormat": "unixTimestamp"},
        "D": {"type": "timestamp"},
        "T": {"type": "structure", "members": {"a": {"shape": "A", "timestampFormat": "rfc822"}, "b": {"shape": "A"}}}
        "#,
    ));
    let formats = ["A", "B", "C", "D"].map(|name| shape(&model, name).timestamp_format);
    let read =
        [TimestampFormat::DateTime, TimestampFormat::HttpDate, TimestampFormat::EpochSeconds];
    assert_eq!(formats, [Some(read[0]), Some(read[1]), Some(read[2]), None]);
    let [a, b] = members(&model, "T") else { panic!("two members") };
    assert_eq!((a.timestamp_format, b.timestamp_format), (Some(TimestampFormat::HttpDate), None));
}

#[test]
fn shapes_may_be_sensitive_deprecated_and_documented() {
    let model = model(&with_shapes(
        r#"
        "A": {"type": "string", "sensitive": true, "documentation": "<p>A.</p>", "deprecated": true, "deprecatedSince": "2020-01-01"},
        "B": {"type": "string", "sensitive": false}
        "#,
    ));
    let (a, b) = (shape(&model, "A"), shape(&model, "B"));
    assert_eq!((a.sensitive, b.sensitive), (true, false));
    assert_eq!((a.documentation.as_deref(), b.documentation.as_deref()), (Some("<p>A.</p>"), None));
    let since = Deprecation { message: None, since: Some("2020-01-01".to_owned()) };
    assert_eq!((a.deprecated.as_ref(), b.deprecated.as_ref()), (Some(&since), None));
}

#[test]
fn unions_and_event_streams_are_unions() {
    let model = model(&with_shapes(
        r#"
        "U": {"type": "structure", "union": true, "members": {"a": {"shape": "S"}, "b": {"shape": "U"}}},
        "E": {"type": "structure", "eventstream": true, "required": ["a"], "members": {"a": {"shape": "V"}}},
        "V": {"type": "structure", "event": true, "members": {}},
        "Blob": {"type": "blob", "streaming": true}, "S": {"type": "string"}
        "#,
    ));
    let is_union = |name| matches!(shape(&model, name).kind, ShapeKind::Union(_));
    assert_eq!(["U", "E", "V"].map(is_union), [true, true, false]);
    assert_eq!(
        ["U", "E", "V", "Blob", "S"].map(|name| shape(&model, name).streaming),
        [false, true, false, true, false]
    );
    let names: Vec<&str> = members(&model, "U").iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    assert!(!members(&model, "E")[0].required, "no member of a union must be there");
}

#[test]
fn errors_have_code_status_and_fault() {
    let model = model(&with_shapes(
        r#"
        "Plain": {"type": "structure", "members": {}, "exception": true},
        "Coded": {"type": "structure", "members": {}, "exception": true,
            "error": {"code": "Other", "httpStatusCode": 404, "senderFault": true}},
        "Same": {"type": "structure", "members": {}, "error": {"code": "Same", "httpStatusCode": 503}},
        "Fault": {"type": "structure", "members": {}, "fault": true, "exception": true, "retryable": {"throttling": false}},
        "Slow": {"type": "structure", "members": {}, "exception": true, "error": {"fault": true}, "retryable": {"throttling": true}},
        "None": {"type": "structure", "members": {}, "exception": false}
        "#,
    ));
    let details = |name| {
        error(&model, name).map(|error| {
            (error.code.as_deref(), error.status, error.fault, error.retryable, error.throttling)
        })
    };
    assert_eq!(details("Plain"), Some((None, None, Fault::Client, false, false)));
    assert_eq!(details("Coded"), Some((Some("Other"), Some(404), Fault::Client, false, false)));
    assert_eq!(details("Same"), Some((None, Some(503), Fault::Server, false, false)));
    assert_eq!(details("Fault"), Some((None, None, Fault::Server, true, false)));
    assert_eq!(details("Slow"), Some((None, None, Fault::Server, true, true)));
    assert_eq!(details("None"), None);
}

#[test]
fn recursion_through_a_structure_reads() {
    let model = model(&with_shapes(
        r#"
        "Node": {"type": "structure", "members": {"children": {"shape": "Nodes"}, "self": {"shape": "Node"}}},
        "Nodes": {"type": "list", "member": {"shape": "Node"}},
        "Deep": {"type": "list", "member": {"shape": "Nodes"}}
        "#,
    ));
    assert_eq!(model.shapes().len(), 3);
}

#[test]
fn unknown_keys_are_passed_over() {
    let plain = model(&with_shapes(r#""S": {"type": "string"}"#));
    let more = model(
        &with_shapes(r#""S": {"type": "string", "box": "yes", "ofTomorrow": [{}]}"#).replacen(
            '{',
            r#"{"version": 2, "examples": {}, "#,
            1,
        ),
    );
    assert_eq!(plain, more);
}

#[test]
fn escapes_in_keys_and_texts_are_resolved() {
    let model = model(&with_shapes(
        r#""\u0053": {"\u0074ype": "str\u0069ng", "pattern": "\\uD800\ud83d\ude00", "documentation": "\u00e9"}"#,
    ));
    let shape = shape(&model, "S");
    assert_eq!(shape.constraints.pattern.as_deref(), Some("\\uD800😀"));
    assert_eq!(shape.documentation.as_deref(), Some("é"));
}

fn error<'m>(model: &'m glue_model::Model, name: &str) -> Option<&'m ErrorTrait> {
    match &shape(model, name).kind {
        ShapeKind::Structure(structure) => structure.error.as_ref(),
        _ => None,
    }
}

#[test]
fn a_location_name_is_told_only_where_it_differs() {
    let model = model(&with_shapes(
        r#"
        "T": {"type": "structure", "members": {"a": {"shape": "S", "locationName": "a"}, "b": {"shape": "S", "locationName": "B"}}},
        "L": {"type": "list", "member": {"shape": "S", "locationName": "member"}}, "S": {"type": "string"}
        "#,
    ));
    let [a, b] = members(&model, "T") else { panic!("two members") };
    assert_eq!((a.location_name.as_deref(), b.location_name.as_deref()), (None, Some("B")));
    let ShapeKind::List(list) = &shape(&model, "L").kind else { panic!("not a list") };
    assert_eq!(list.member.location_name, None);
}

#[test]
fn members_may_be_streamed_or_hold_json() {
    let model = model(&with_shapes(
        r#"
        "T": {"type": "structure", "members": {
            "a": {"shape": "B", "streaming": true}, "b": {"shape": "S", "jsonvalue": true}, "c": {"shape": "B"}}},
        "B": {"type": "blob"}, "S": {"type": "string"}
        "#,
    ));
    let [a, b, c] = members(&model, "T") else { panic!("three members") };
    assert_eq!([a.streaming, b.streaming, c.streaming], [true, false, false]);
    let media = [a, b, c].map(|member| member.media_type.as_deref());
    assert_eq!(media, [None, Some("application/json"), None]);
    assert!([a, b, c].iter().all(|member| !member.client_optional));
    assert!(!shape(&model, "B").streaming);
}
