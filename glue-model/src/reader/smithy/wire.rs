//! The traits that a protocol uses.

use crate::model::{Protocol, Service};

/// The traits to which a protocol gives a meaning.
#[derive(Clone, Copy, Default)]
pub(super) struct Wire {
    /// Whether requests have methods, paths and parameters.
    pub(super) is_rest: bool,
    /// The trait that names members in bodies.
    pub(super) name_trait: Option<&'static str>,
    /// Whether errors have codes other than their names.
    pub(super) has_error_codes: bool,
    /// Whether timestamps may have formats other than the protocol's own.
    pub(super) has_timestamp_formats: bool,
}

impl Wire {
    pub(super) fn of(service: &Service) -> Self {
        use Protocol::*;
        let protocol = service.protocol;
        Self {
            is_rest: matches!(protocol, RestJson1 | RestXml),
            name_trait: match protocol {
                RestJson1 | Unknown => Some("smithy.api#jsonName"),
                RestXml | AwsQuery | Ec2Query => Some("smithy.api#xmlName"),
                AwsJson1_0 | AwsJson1_1 | RpcV2Cbor | RpcV2Json => None,
            },
            has_error_codes: protocol == AwsQuery || service.query_compatible,
            has_timestamp_formats: !matches!(protocol, RpcV2Cbor | RpcV2Json),
        }
    }
}
