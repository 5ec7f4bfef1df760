//! The service shape.

use super::super::kind::Category;
use super::super::name;
use super::super::node::{Fields, Node};
use super::super::report::{Problem, Report};
use super::Reader;
use super::definition::Definition;
use super::directory::Place;
use super::entry::{Entry, local_name};
use super::mixin::MIXIN;
use super::traits::Traits;
use crate::diagnostic::Quoted;
use crate::model::{PatternAnchoring, Protocol, Service};

/// Which traits a protocol gives a meaning.
#[derive(Clone, Copy, Default)]
pub(super) struct Wire {
    /// Whether requests have methods, paths and parameters.
    pub(super) is_rest: bool,
    /// The trait that names members in bodies.
    pub(super) name_trait: Option<&'static str>,
    /// Whether errors have codes other than their names.
    pub(super) has_error_codes: bool,
}

impl Wire {
    pub(super) fn of(service: &Service) -> Self {
        use Protocol::{AwsJson1_0, AwsJson1_1, AwsQuery, Ec2Query, RestJson1, RestXml, RpcV2Cbor};
        let protocol = service.protocol;
        Self {
            is_rest: matches!(protocol, RestJson1 | RestXml),
            name_trait: match protocol {
                RestJson1 => Some("smithy.api#jsonName"),
                RestXml | AwsQuery | Ec2Query => Some("smithy.api#xmlName"),
                AwsJson1_0 | AwsJson1_1 | RpcV2Cbor => None,
            },
            has_error_codes: protocol == AwsQuery || service.query_compatible,
        }
    }
}

/// The protocols' traits, the preferred ones first: those whose bodies are JSON, for that is what
/// the types are for.
const PROTOCOLS: [(&str, Protocol); 7] = [
    ("aws.protocols#awsJson1_0", Protocol::AwsJson1_0),
    ("aws.protocols#awsJson1_1", Protocol::AwsJson1_1),
    ("aws.protocols#restJson1", Protocol::RestJson1),
    ("aws.protocols#restXml", Protocol::RestXml),
    ("aws.protocols#awsQuery", Protocol::AwsQuery),
    ("aws.protocols#ec2Query", Protocol::Ec2Query),
    ("smithy.protocols#rpcv2Cbor", Protocol::RpcV2Cbor),
];

/// The trait of services that once had the query protocol.
const QUERY_COMPATIBLE: &str = "aws.protocols#awsQueryCompatible";

impl<'a> Reader<'a, '_, '_> {
    /// The service, of which a file must have exactly one.
    pub(super) fn only_service(&mut self, shapes: &Node<'_>) -> Option<Place> {
        let services: Vec<(Place, &Entry<'_>)> = (self.directory.places())
            .filter(|(_, entry)| entry.category() == Some(Category::Service))
            .filter(|(_, entry)| Traits::of(entry.node).get(MIXIN).is_none())
            .collect();
        match services[..] {
            [(place, _)] => return Some(place),
            [] => {
                let problem = Problem::new(shapes, "the model has no service");
                self.report.push(problem.help("define a shape of type `service`"));
            }
            [_, (_, second), ..] => {
                let ids: Vec<String> =
                    services.iter().map(|(_, entry)| Quoted(entry.id()).to_string()).collect();
                let message = many(&ids);
                let problem = Problem::of_key(second.node, message);
                self.report.push(problem.help("keep one service, and what it needs"));
            }
        }
        None
    }

    /// Reads the service's own properties.
    pub(super) fn service(&mut self, place: Place, definition: &Definition<'a>) -> Option<Service> {
        let report = &mut *self.report;
        let traits = &definition.traits;
        let name = local_name(self.directory.id(place));
        let protocol = protocol(self.directory.entry(place)?.node, traits, report);
        let details = traits.get("aws.api#service").and_then(|node| node.fields(report));
        let mut detail = |key| details.as_ref()?.owned_text(key, report);
        let id = detail("sdkId").unwrap_or_else(|| name.to_owned());
        let arn_namespace = detail("arnNamespace");
        let endpoint_prefix =
            detail("endpointPrefix").or(arn_namespace).unwrap_or_else(|| name.to_ascii_lowercase());
        let signing = traits.get("aws.auth#sigv4").and_then(|node| node.fields(report));
        let signing_name = signing.and_then(|fields| fields.owned_text("name", report));
        let full_name = traits.owned_text("smithy.api#title", report);
        let versions =
            definition.lineage.iter().filter_map(|fields| fields.text("version", report));
        let api_version = versions.last().unwrap_or_default().to_owned();
        let documentation = traits.documentation(report);
        let deprecated = traits.deprecation(report);
        let protocol = protocol?;
        let has_target =
            matches!(protocol, Protocol::AwsJson1_0 | Protocol::AwsJson1_1 | Protocol::RpcV2Cbor);
        Some(Service {
            full_name: full_name.unwrap_or_else(|| id.clone()),
            id,
            api_version,
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

    /// The names that the service gives shapes in place of their own, by their places.
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
                let problem = Problem::of_key(&node, message);
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

/// How many services a message names.
const NAMED: usize = 6;

fn many(ids: &[String]) -> String {
    let named = ids.get(..NAMED).unwrap_or(ids).join(", ");
    let more = if ids.len() > NAMED { " and others" } else { "" };
    format!("the model has {} services instead of one: {named}{more}", ids.len())
}

/// Chooses among the protocols that the service's traits offer.
fn protocol(node: &Node<'_>, traits: &Traits<'_>, report: &mut Report<'_>) -> Option<Protocol> {
    let offered = PROTOCOLS.iter().find(|(id, _)| traits.get(id).is_some());
    if offered.is_none() {
        let known = PROTOCOLS.iter().map(|(id, _)| Quoted(id).to_string());
        let known = known.collect::<Vec<_>>().join(", ");
        let problem = Problem::new(node, "the service has none of the known protocols");
        report.push(problem.help(format_args!("give it one of the traits {known}")));
    }
    offered.map(|(_, protocol)| *protocol)
}
