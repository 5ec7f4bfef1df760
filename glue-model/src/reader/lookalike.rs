//! Recognizes files that are often next to API models, or mistaken for them.

use super::node::{Fields, Node};
use super::report::Problem;
use crate::json::Json;

/// Where to find models.
const USE_A_MODEL: &str = "use botocore's `service-2.json` of the service, or its Smithy model as \
                           JSON";

/// A kind of file.
struct Lookalike {
    /// Keys that the root must have, all of them.
    keys: &'static [&'static str],
    name: &'static str,
    /// The way out, if it is not [`USE_A_MODEL`].
    help: Option<&'static str>,
}

impl Lookalike {
    const fn new(keys: &'static [&'static str], name: &'static str) -> Self {
        Self { keys, name, help: None }
    }

    const fn with_help(self, help: &'static str) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// The kinds that are recognized by their keys, starting with widely used standards.
const BY_KEYS: [Lookalike; 19] = [
    Lookalike::new(&["openapi"], "an OpenAPI document"),
    Lookalike::new(&["swagger"], "an OpenAPI document"),
    Lookalike::new(&["asyncapi"], "an AsyncAPI document"),
    Lookalike::new(&["typeName", "properties"], "a schema of a CloudFormation resource"),
    Lookalike::new(
        &["ResourceSpecificationVersion"],
        "CloudFormation's specification of resources",
    ),
    Lookalike::new(&["AWSTemplateFormatVersion"], "a CloudFormation template"),
    Lookalike::new(&["Resources"], "a CloudFormation template"),
    Lookalike::new(&["discoveryVersion"], "a discovery document of Google's"),
    Lookalike::new(&["$schema"], "a JSON schema"),
    Lookalike::new(&["pagination"], "a list of paginators"),
    Lookalike::new(&["waiters"], "a list of waiters"),
    Lookalike::new(&["merge"], "a supplement of botocore's to a model (`sdk-extras`)"),
    Lookalike::new(&["parameters", "rules"], "a set of endpoint rules"),
    Lookalike::new(&["parameters", "nodes"], "a set of endpoint rules"),
    Lookalike::new(&["testCases"], "a list of tests of endpoint rules"),
    Lookalike::new(&["partitions"], "a list of endpoints"),
    Lookalike::new(&["service", "resources"], "boto3's description of resources"),
    Lookalike::new(&["projections"], "a configuration of Smithy's build")
        .with_help("use the model that the build writes, `model/model.json` of a projection"),
    Lookalike::new(&["examples"], "a list of examples"),
];

/// The model of a service in the npm package `aws-sdk`.
const JAVASCRIPT: &str = "the file is a model of the AWS SDK for JavaScript (`.min.json`), which \
                          has neither names of shapes nor constraints";

/// The descriptions that the SDKs for Go and PHP keep next to their models.
const DOCUMENTATION: &str =
    "the file is the documentation of a model (`docs-2.json`), not the model";

/// The kind of a file that is known and is not an API model.
pub(super) fn recognize(root: &Fields<'_>) -> Option<Problem> {
    if root.has("operations") || root.has("shapes") {
        return by_operations(root).map(|message| root.node.problem(message).help(USE_A_MODEL));
    }
    let is_it = |kind: &&Lookalike| kind.keys.iter().all(|key| root.has(key));
    let kind = BY_KEYS.iter().find(is_it)?;
    let message = format_args!("the file is {}, not an API model", kind.name);
    Some(root.node.problem(message).help(kind.help.unwrap_or(USE_A_MODEL)))
}

/// The message for a file with operations like those of a model, but without a model's content.
fn by_operations(root: &Fields<'_>) -> Option<&'static str> {
    let operations = root.field("operations");
    let operations = match operations.as_ref().map(Node::json) {
        Some(Json::Object(operations)) => operations,
        _ => return None,
    };
    let mut values = operations.iter().map(|(_, operation)| operation);
    if root.has("metadata") {
        return values.any(has_inline_shape).then_some(JAVASCRIPT);
    }
    let are_texts = values.all(|operation| matches!(operation, Json::String(_) | Json::Null));
    (are_texts && root.has("service")).then_some(DOCUMENTATION)
}

/// Whether an operation defines a shape where models name one.
fn has_inline_shape(operation: &Json) -> bool {
    let Json::Object(operation) = operation else { return false };
    ["input", "output"].iter().any(|side| match operation.get(side) {
        Some(Json::Object(shape)) => shape.get("type").is_some() && shape.get("shape").is_none(),
        _ => false,
    })
}
