//! What is known of a service, and of its operations beside their types.

/// A service: how its operations are called, apart from what each says of itself.
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
    /// The name SDKs know the service by, such as `Glue` or `Application Auto Scaling`.
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
    /// A service; its errors have no codes but their own.
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

    /// An operation of the service that is called by `POST /`.
    #[must_use]
    pub const fn operation(&'static self, name: &'static str) -> OperationMetadata {
        OperationMetadata::new(self, name)
    }

    /// Sets that errors keep the codes of the query protocol.
    #[must_use]
    pub const fn with_query_codes(self) -> Self {
        Self { query_compatible: true, ..self }
    }
}

/// What is known of an operation beside its types; [`Operation`](crate::Operation) has each part as a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OperationMetadata {
    /// The service.
    pub service: &'static Service,
    /// See [`Operation::NAME`](crate::Operation::NAME).
    pub name: &'static str,
    /// See [`Operation::TARGET`](crate::Operation::TARGET).
    pub target: Option<&'static str>,
    /// See [`Operation::METHOD`](crate::Operation::METHOD).
    pub method: &'static str,
    /// See [`Operation::URI`](crate::Operation::URI).
    pub uri: &'static str,
    /// See [`Operation::HOST_PREFIX`](crate::Operation::HOST_PREFIX).
    pub host_prefix: Option<&'static str>,
}

impl OperationMetadata {
    /// An operation that is called by `POST /`.
    pub(crate) const fn new(service: &'static Service, name: &'static str) -> Self {
        Self { service, name, target: None, method: "POST", uri: "/", host_prefix: None }
    }

    /// Sets the value of the header `X-Amz-Target`.
    #[must_use]
    pub const fn with_target(self, target: &'static str) -> Self {
        Self { target: Some(target), ..self }
    }

    /// Sets the request method and the path with its labels.
    #[must_use]
    pub const fn with_http(self, method: &'static str, uri: &'static str) -> Self {
        Self { method, uri, ..self }
    }

    /// Sets what stands before the name of the host.
    #[must_use]
    pub const fn with_host_prefix(self, prefix: &'static str) -> Self {
        Self { host_prefix: Some(prefix), ..self }
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
    /// None, or none that the generator knows. The types are for JSON at rest, and operations cannot
    /// be called.
    Unknown,
}

impl Protocol {
    /// Whether requests and responses have JSON bodies.
    #[must_use]
    pub const fn has_json_bodies(self) -> bool {
        matches!(self, Self::AwsJson1_0 | Self::AwsJson1_1 | Self::RestJson1 | Self::RpcV2Json)
    }
}
