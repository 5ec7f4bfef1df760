//! The service a model describes.

use super::Deprecation;

/// The properties of the service as a whole.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Service {
    /// The name that SDKs use, such as `Glue` or `Application Auto Scaling`.
    pub id: String,
    /// The full name, such as `AWS Glue`.
    pub full_name: String,
    /// The version of the API, a date such as `2017-03-31`.
    pub api_version: String,
    /// The name of the version in AWS's documentation, such as `glue-2017-03-31`, if the model has
    /// one: ASCII letters, digits, hyphens, periods and underscores.
    pub uid: Option<String>,
    /// The wire protocol.
    pub protocol: Protocol,
    /// The prefix of the operation's name in the header `X-Amz-Target` or, with
    /// [`Protocol::RpcV2Cbor`] and [`Protocol::RpcV2Json`], in the path, such as `AWSGlue`.
    pub target_prefix: Option<String>,
    /// The name used to sign requests, such as `glue`.
    pub signing_name: String,
    /// The first label of the service's host names, such as `glue`.
    pub endpoint_prefix: String,
    /// The description, in the model's markup.
    pub documentation: Option<String>,
    /// The deprecation, if any, such as in favor of a newer service.
    pub deprecated: Option<Deprecation>,
    /// Whether errors keep the codes of the query protocol that the service had before.
    pub query_compatible: bool,
    /// The way in which the model's patterns match.
    pub pattern_anchoring: PatternAnchoring,
}

/// The wire protocol of a service.
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
    /// No protocol, or an unknown one, such as a company's own. Values are read and written as JSON
    /// with the member names that the model gives for JSON; how they travel is not known.
    Unknown,
}

/// Whether a pattern must match a whole value or is searched for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PatternAnchoring {
    /// The whole value must match, as in botocore's models.
    Whole,
    /// Any part of the value may match unless the pattern anchors itself, as in Smithy's models.
    Search,
}
