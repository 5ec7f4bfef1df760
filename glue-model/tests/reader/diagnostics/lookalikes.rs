//! Files that are taken for models, each told to be what it is.

use crate::common::{FILE, try_model};

const HELP: &str = "use botocore's `service-2.json` of the service, or its Smithy model as JSON";

/// What is said of a file.
fn told(text: &str) -> (String, Option<String>) {
    let diagnostics = try_model(text.as_bytes()).unwrap_err();
    let found: Vec<_> = diagnostics.into_iter().collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].file.as_str(), found[0].pointer.as_str()), (FILE, ""));
    (found[0].message.clone(), found[0].help.clone())
}

#[track_caller]
fn check(text: &str, name: &str) {
    let message = format!("the file is {name}, not an API model");
    assert_eq!(told(text), (message, Some(HELP.to_owned())));
}

/// As the npm package `aws-sdk` has them.
#[test]
fn models_of_the_javascript_sdk() {
    for text in [
        r#"{"version": "2.0", "metadata": {"apiVersion": "2016-11-23", "endpointPrefix": "states",
            "jsonVersion": "1.0", "protocol": "json", "serviceFullName": "AWS Step Functions", "serviceId": "SFN"},
            "operations": {"Ping": {}, "Stop": {"input": {"type": "structure", "members": {"arn": {}}}}},
            "shapes": {"S3": {"type": "list", "member": {}}}}"#,
        r#"{"metadata": {}, "operations": {"Get": {"output": {"type": "structure", "members": {}}}}}"#,
    ] {
        let message = "the file is a model of the AWS SDK for JavaScript (`.min.json`), which has neither names of shapes nor constraints";
        assert_eq!(told(text), (message.to_owned(), Some(HELP.to_owned())));
    }
}

#[test]
fn files_beside_models() {
    check(r#"{"pagination": {"GetTags": {"input_token": "NextToken"}}}"#, "a list of paginators");
    check(r#"{"version": 2, "waiters": {}}"#, "a list of waiters");
    check(r#"{"version": "1.0", "examples": {}}"#, "a list of examples");
    check(
        r#"{"version": 1.0, "merge": {"shapes": {}}}"#,
        "a supplement of botocore's to a model (`sdk-extras`)",
    );
    check(r#"{"version": "1.0", "parameters": {}, "rules": []}"#, "a set of endpoint rules");
    check(r#"{"version": "1.0", "testCases": []}"#, "a list of tests of endpoint rules");
    check(r#"{"version": 3, "partitions": []}"#, "a list of endpoints");
    check(r#"{"service": {}, "resources": {}}"#, "boto3's description of resources");
    let docs = r#"{"version": "2.0", "service": "<p>Toys.</p>", "operations": {"Get": "<p>Gets.</p>", "Put": null},
        "shapes": {"Name": {"base": null, "refs": {}}}}"#;
    let message = "the file is the documentation of a model (`docs-2.json`), not the model";
    assert_eq!(told(docs), (message.to_owned(), Some(HELP.to_owned())));
}

#[test]
fn descriptions_of_other_formats() {
    check(r#"{"openapi": "3.1.0", "info": {}, "paths": {}}"#, "an OpenAPI document");
    check(r#"{"swagger": "2.0", "paths": {}}"#, "an OpenAPI document");
    check(r#"{"asyncapi": "3.0.0"}"#, "an AsyncAPI document");
    check(
        r#"{"typeName": "AWS::Glue::Job", "properties": {}, "additionalProperties": false}"#,
        "a schema of a CloudFormation resource",
    );
    check(
        r#"{"ResourceSpecificationVersion": "1", "PropertyTypes": {}, "ResourceTypes": {}}"#,
        "CloudFormation's specification of resources",
    );
    check(
        r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}"#,
        "a CloudFormation template",
    );
    check(r#"{"Resources": {}}"#, "a CloudFormation template");
    check(
        r#"{"kind": "discovery#restDescription", "discoveryVersion": "v1"}"#,
        "a discovery document of Google's",
    );
    check(
        r#"{"$schema": "http://json-schema.org/draft-07/schema#", "examples": []}"#,
        "a JSON schema",
    );
    let (message, help) = told(r#"{"version": "1.0", "projections": {}}"#);
    assert_eq!(message, "the file is a configuration of Smithy's build, not an API model");
    let model = "use the model that the build writes, `model/model.json` of a projection";
    assert_eq!(help.as_deref(), Some(model));
}
