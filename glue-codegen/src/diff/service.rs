//! The service as a whole.

use glue_model::Protocol;

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::note::Note;
use super::side::Side;
use crate::plan::Service;

pub(super) fn compare(old: &Side, new: &Side, found: &mut Vec<Change>) {
    let subject = Subject::item(ItemKind::Service, &new.model.service.full_name);
    let mut compare = |subject: Subject<'_>, aspect, text: fn(&Service) -> Option<String>| {
        let (from, to) = (text(&old.plan.service), text(&new.plan.service));
        subject.compare(aspect, from, to, Impact::Behavior, found);
    };
    let other = subject.note(Some(Note::OtherService));
    compare(other, Aspect::ServiceId, |service| Some(service.id.clone()));
    compare(subject, Aspect::ApiVersion, |service| Some(service.api_version.clone()));
    compare(subject, Aspect::Protocol, |service| Some(protocol(service.protocol).to_owned()));
    compare(subject, Aspect::SigningName, |service| Some(service.signing_name.clone()));
    compare(subject, Aspect::EndpointPrefix, |service| Some(service.endpoint_prefix.clone()));
    compare(subject, Aspect::QueryCodes, |service| {
        service.query_compatible.then(|| "kept".to_owned())
    });
    let (from, to) = (&old.plan.service.deprecated, &new.plan.service.deprecated);
    subject.deprecation(from, to, found);
}

/// A protocol by its name in Smithy.
fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::AwsJson1_0 => "awsJson1_0",
        Protocol::AwsJson1_1 => "awsJson1_1",
        Protocol::RestJson1 => "restJson1",
        Protocol::RestXml => "restXml",
        Protocol::AwsQuery => "awsQuery",
        Protocol::Ec2Query => "ec2Query",
        Protocol::RpcV2Cbor => "rpcv2Cbor",
        Protocol::RpcV2Json => "rpcv2Json",
        // As in generated code, all protocols that the generator does not know are one.
        _ => "unknown",
    }
}
