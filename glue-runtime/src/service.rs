//! [`Service`], the properties of a service.

/// A service: what all its operations have in common.
///
/// ```
/// use glue_runtime::{Protocol, Service};
///
/// const GLUE: Service =
///     Service::new("Glue", "2017-03-31", Protocol::AwsJson1_1, "glue", "glue");
///
/// fn url(service: &Service, region: &str) -> String {
///     format!("https://{}.{region}.amazonaws.com", service.endpoint_prefix)
/// }
/// assert_eq!(url(&GLUE, "eu-west-1"), "https://glue.eu-west-1.amazonaws.com");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Service {
    /// The name of the service in SDKs, such as `Glue` or `Application Auto Scaling`.
    pub id: &'static str,
    /// The version of the API, a date such as `2017-03-31`.
    pub api_version: &'static str,
    /// How requests and responses travel.
    pub protocol: Protocol,
    /// The name of the service in Signature Version 4's credential scope, such as `glue`.
    pub signing_name: &'static str,
    /// The first label of the host names, such as `glue`.
    pub endpoint_prefix: &'static str,
    /// Whether errors keep the codes of the query protocol that the service had before
    /// ([awsQueryCompatible](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait)).
    pub query_compatible: bool,
}

impl Service {
    /// A service whose errors have no codes of the query protocol.
    #[must_use]
    pub const fn new(
        id: &'static str,
        api_version: &'static str,
        protocol: Protocol,
        signing_name: &'static str,
        endpoint_prefix: &'static str,
    ) -> Self {
        Self { id, api_version, protocol, signing_name, endpoint_prefix, query_compatible: false }
    }

    /// Sets that errors keep the codes of the query protocol.
    #[must_use]
    pub const fn with_query_codes(self) -> Self {
        Self { query_compatible: true, ..self }
    }
}

/// The [wire protocol](https://smithy.io/2.0/aws/protocols/index.html) of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Protocol {
    /// JSON bodies, the operation in a header, content type `application/x-amz-json-1.0`.
    AwsJson1_0,
    /// JSON bodies, the operation in a header, content type `application/x-amz-json-1.1`.
    AwsJson1_1,
    /// JSON bodies, the operation in method and URI.
    RestJson1,
    /// XML bodies, the operation in method and URI.
    RestXml,
    /// Form-encoded requests, XML responses.
    AwsQuery,
    /// EC2's variant of [`Protocol::AwsQuery`].
    Ec2Query,
    /// Smithy's RPC protocol over CBOR.
    RpcV2Cbor,
    /// Smithy's RPC protocol over JSON.
    RpcV2Json,
    /// No protocol, or one that the generator does not know. The types are for JSON at rest, and
    /// operations cannot be called.
    Unknown,
}

impl Protocol {
    /// Whether requests and responses have JSON bodies.
    #[must_use]
    pub const fn has_json_bodies(self) -> bool {
        matches!(self, Self::AwsJson1_0 | Self::AwsJson1_1 | Self::RestJson1 | Self::RpcV2Json)
    }
}
