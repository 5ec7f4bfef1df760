//! The service shape.

use super::super::kind::Category;
use super::super::name;
use super::super::node::{Fields, Node};
use super::definition::Definition;
use super::directory::Place;
use super::entry::{Entry, local_name};
use super::mixin::MIXIN;
use super::state::Reader;
use super::traits::Traits;
use crate::diagnostic::Quoted;
use crate::json::Json;
use crate::model::{PatternAnchoring, Protocol, Service};

/// The protocols' traits, in order of preference: first those with JSON bodies, which the types are
/// made for.
const PROTOCOLS: [(&str, Protocol); 8] = [
    ("aws.protocols#awsJson1_0", Protocol::AwsJson1_0),
    ("aws.protocols#awsJson1_1", Protocol::AwsJson1_1),
    ("aws.protocols#restJson1", Protocol::RestJson1),
    ("smithy.protocols#rpcv2Json", Protocol::RpcV2Json),
    ("aws.protocols#restXml", Protocol::RestXml),
    ("aws.protocols#awsQuery", Protocol::AwsQuery),
    ("aws.protocols#ec2Query", Protocol::Ec2Query),
    ("smithy.protocols#rpcv2Cbor", Protocol::RpcV2Cbor),
];

/// The trait of services that once had the query protocol.
const QUERY_COMPATIBLE: &str = "aws.protocols#awsQueryCompatible";

impl<'a> Reader<'a, '_, '_> {
    /// The service to read: the one named `name`, or the only one of the file.
    pub(super) fn chosen_service(
        &mut self,
        shapes: &Node<'_>,
        name: Option<&str>,
    ) -> Option<Place> {
        let services: Vec<(Place, &'a Entry<'a>)> = (self.directory.places())
            .filter(|(_, entry)| entry.category() == Some(Category::Service))
            .filter(|(_, entry)| Traits::of(entry.node).get(MIXIN).is_none())
            .collect();
        let called =
            |(_, entry): &&(Place, &Entry<'_>)| name.is_none_or(|name| is_called(entry, name));
        let chosen: Vec<_> = services.iter().filter(called).collect();
        let ids = || services.iter().map(|(_, entry)| Quoted(entry.id()).to_string());
        let problem = match (&chosen[..], name) {
            ([(place, _)], _) => return Some(*place),
            _ if services.is_empty() => {
                shapes.problem("the model has no service").help("define a shape of type `service`")
            }
            ([], name) => {
                let name = Quoted(name.unwrap_or_default());
                shapes
                    .problem(format_args!("the model has no service {name}"))
                    .help(format_args!("choose {}", alternatives(ids().collect())))
            }
            ([_, (_, second), ..], None) => {
                let message =
                    format!("the model has {} services: {}", services.len(), listed(ids()));
                second.node.key_problem(message).help(CHOOSE)
            }
            ([_, (_, second), ..], Some(name)) => {
                let ids = chosen.iter().map(|(_, entry)| Quoted(entry.id()).to_string());
                let message = format!(
                    "{} services are called {}: {}",
                    chosen.len(),
                    Quoted(name),
                    listed(ids)
                );
                second.node.key_problem(message).help("choose one by its whole id")
            }
        };
        self.report.push(problem);
        None
    }

    /// Reads the service's own properties.
    pub(super) fn service(&mut self, place: Place, definition: &Definition<'a>) -> Option<Service> {
        let report = &mut *self.report;
        let traits = &definition.traits;
        let name = local_name(self.directory.id(place));
        let protocol = protocol(traits);
        let details = traits.get("aws.api#service").and_then(|node| node.fields(report));
        let mut detail = |key| details.as_ref()?.owned_text(key, report);
        let id = detail("sdkId").unwrap_or_else(|| name.to_owned());
        let arn_namespace = detail("arnNamespace");
        let endpoint_prefix =
            detail("endpointPrefix").or(arn_namespace).unwrap_or_else(|| name.to_ascii_lowercase());
        let uid = details.as_ref().and_then(|details| name::uid(details, "docId", report));
        let signing = traits.get("aws.auth#sigv4").and_then(|node| node.fields(report));
        let signing_name = signing.and_then(|fields| fields.owned_text("name", report));
        let full_name = traits.owned_text("smithy.api#title", report);
        let versions =
            definition.lineage.iter().filter_map(|fields| fields.text("version", report));
        let api_version = versions.last().unwrap_or_default().to_owned();
        let documentation = traits.documentation(report);
        let deprecated = traits.deprecation(report);
        let has_target = matches!(
            protocol,
            Protocol::AwsJson1_0 | Protocol::AwsJson1_1 | Protocol::RpcV2Cbor | Protocol::RpcV2Json
        );
        Some(Service {
            full_name: full_name.unwrap_or_else(|| id.clone()),
            id,
            api_version,
            uid,
            protocol,
            target_prefix: has_target.then(|| name.to_owned()),
            signing_name: signing_name.unwrap_or_else(|| endpoint_prefix.clone()),
            endpoint_prefix,
            documentation,
            deprecated,
            query_compatible: traits.has(QUERY_COMPATIBLE, report),
            pattern_anchoring: PatternAnchoring::Search,
        })
    }

    /// The names that the service gives to shapes instead of their own, by their places.
    pub(super) fn renamed(&mut self, definition: &Definition<'a>) -> Vec<Option<&'a str>> {
        let mut renamed = vec![None; self.directory.len()];
        for fields in &definition.lineage {
            self.read_renamed(fields, &mut renamed);
        }
        renamed
    }

    fn read_renamed(&mut self, service: &Fields<'a>, renamed: &mut [Option<&'a str>]) {
        if let Some(node) = service.field("rename") {
            node.fields(self.report);
        }
        for node in service.node.entries_within("rename") {
            let Some(name) = node.text(self.report) else {
                continue;
            };
            name::check_text("shape", &node, self.report);
            let id = node.key();
            let Some(place) = self.directory.find(id) else {
                let message = format_args!(
                    "shape {}, which the model does not define, is renamed",
                    Quoted(id)
                );
                let problem = node.key_problem(message);
                let problem = self.with_suggestion(problem, id, &|_| true);
                self.report.push(problem);
                continue;
            };
            if let Some(slot) = renamed.get_mut(place.index()) {
                *slot = Some(name);
            }
        }
    }
}

/// How many services a message lists.
const NAMED: usize = 6;

/// How to choose a service.
const CHOOSE: &str = "choose one, with `--service NAME` on the command line or `Builder::service` \
                      in a build script";

/// Whether a name means the service: its ID, the name in the ID, or the name that SDKs use.
fn is_called(entry: &Entry<'_>, name: &str) -> bool {
    let traits = Traits::of(entry.node);
    let details = traits.get("aws.api#service").map(Node::json);
    let sdk_id = match details {
        Some(Json::Object(details)) => details.get("sdkId"),
        _ => None,
    };
    entry.id() == name
        || entry.name() == name
        || matches!(sdk_id, Some(Json::String(id)) if id == name)
}

fn listed(ids: impl Iterator<Item = String>) -> String {
    let ids: Vec<String> = ids.collect();
    let named = ids.get(..NAMED).unwrap_or(&ids).join(", ");
    let more = if ids.len() > NAMED { " and others" } else { "" };
    format!("{named}{more}")
}

fn alternatives(ids: Vec<String>) -> String {
    match ids.len() {
        0..=NAMED => ids.join(" or "),
        _ => format!("one of {}", listed(ids.into_iter())),
    }
}

/// Chooses among the protocols that the service's traits offer. Other traits may be protocols too,
/// but only their definitions would tell.
fn protocol(traits: &Traits<'_>) -> Protocol {
    let offered = PROTOCOLS.iter().find(|(id, _)| traits.get(id).is_some());
    offered.map_or(Protocol::Unknown, |(_, protocol)| *protocol)
}
