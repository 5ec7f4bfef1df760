//! The service, from `metadata`.

use super::super::name;
use super::super::node::Fields;
use super::super::report::Report;
use crate::diagnostic::Quoted;
use crate::model::{PatternAnchoring, Protocol, Service};

/// Reads the service's own properties, and checks that it is the chosen one, if one was chosen.
pub(super) fn read(
    root: &Fields<'_>,
    chosen: Option<&str>,
    report: &mut Report<'_>,
) -> Option<Service> {
    let documentation = root.owned_text("documentation", report);
    let deprecated = root.deprecation(report);
    let node = root.required("metadata", report)?;
    let metadata = &node.fields(report)?;
    let mut required = |key| metadata.required(key, report)?.text(report).map(str::to_owned);
    let full_name = required("serviceFullName");
    let api_version = required("apiVersion");
    let endpoint_prefix = required("endpointPrefix");
    let uid = name::uid(metadata, "uid", report);
    let protocol = protocol(metadata, report);
    let target_prefix = metadata.owned_text("targetPrefix", report);
    let signing_name = metadata.owned_text("signingName", report);
    // Older models do not have a name for SDKs.
    let id = match metadata.field("serviceId") {
        Some(node) => node.text(report).map(str::to_owned),
        None => endpoint_prefix.clone(),
    };
    let (id, endpoint_prefix) = (id?, endpoint_prefix?);
    if let Some(name) = chosen.filter(|name| *name != id) {
        let message = format_args!("the model has no service {}", Quoted(name));
        report.push(node.problem(message).help(format_args!("choose {}", Quoted(&id))));
    }
    Some(Service {
        id,
        full_name: full_name?,
        api_version: api_version?,
        uid,
        protocol: protocol?,
        target_prefix,
        signing_name: signing_name.unwrap_or_else(|| endpoint_prefix.clone()),
        endpoint_prefix,
        documentation,
        deprecated,
        query_compatible: metadata.field("awsQueryCompatible").is_some(),
        pattern_anchoring: PatternAnchoring::Whole,
    })
}

/// The protocols by botocore's names, in order of preference: first those with JSON bodies, which
/// the types are made for. The version of `json` is under another key.
const PROTOCOLS: [(&str, Protocol); 6] = [
    ("json", Protocol::AwsJson1_0),
    ("rest-json", Protocol::RestJson1),
    ("rest-xml", Protocol::RestXml),
    ("query", Protocol::AwsQuery),
    ("ec2", Protocol::Ec2Query),
    ("smithy-rpc-v2-cbor", Protocol::RpcV2Cbor),
];

/// Chooses among `protocols`, or uses `protocol` in models that are older than services with
/// several protocols.
fn protocol(metadata: &Fields<'_>, report: &mut Report<'_>) -> Option<Protocol> {
    let several = metadata.field("protocols");
    let offered: Vec<Option<&str>> = match (&several, metadata.field("protocol")) {
        (Some(several), _) => several.items(report)?.map(|item| item.text(report)).collect(),
        (None, Some(single)) => vec![single.text(report)],
        (None, None) => Vec::new(),
    };
    // Read every protocol before failing, so that all problems are reported.
    let offered: Vec<&str> = offered.into_iter().collect::<Option<_>>()?;
    match PROTOCOLS.iter().find(|(name, _)| offered.contains(name)) {
        Some((_, Protocol::AwsJson1_0)) => json_version(metadata, report),
        Some((_, protocol)) => Some(*protocol),
        None => Some(Protocol::Unknown),
    }
}

fn json_version(metadata: &Fields<'_>, report: &mut Report<'_>) -> Option<Protocol> {
    let node = metadata.required("jsonVersion", report)?;
    match node.text(report)? {
        "1.0" => Some(Protocol::AwsJson1_0),
        "1.1" => Some(Protocol::AwsJson1_1),
        other => {
            let message = format_args!("JSON protocol version {} is unknown", Quoted(other));
            report.push(node.problem(message).help("use `1.0` or `1.1`"));
            None
        }
    }
}
