//! [`Operation`], an operation of a service.

#[cfg(not(feature = "protocol"))]
use std::convert::Infallible;

use serde_core::{Deserialize, Serialize};

use crate::binding::Binding;
use crate::error::OperationError;
#[cfg(not(feature = "protocol"))]
use crate::feature::NeedsProtocol;
#[cfg(feature = "protocol")]
use crate::headers::Headers;
#[cfg(feature = "protocol")]
use crate::protocol::{Request, RequestError, ResponseError, read_response, write_request};
use crate::service::Service;
use crate::validate::Validate;
use crate::wire::Structure;

mod metadata;
mod no_members;

pub use metadata::OperationMetadata;
pub use no_members::NoMembers;

/// An operation of a service: its types, and how it is called.
///
/// Generated code has a type for each operation, which has no other purpose than to implement this
/// trait.
///
/// ```
/// use glue_runtime::Operation;
///
/// fn describe<O: Operation>() -> String {
///     format!("{} {} of {}", O::METHOD, O::URI, O::SERVICE.id)
/// }
/// ```
///
/// # Two forms
///
/// Data at rest is what serde reads and writes: all members of a type under the service's own
/// names, whether or not they travel in the body, as in saved output, fixtures and configuration.
/// Data on the wire is what the functions `request` and `response` write and read, which the
/// feature `protocol` adds: members go into the URI, headers, status and body as
/// [`Operation::INPUT`] and [`Operation::OUTPUT`] say. In the awsJson protocols, whose bodies hold
/// all members, the body is the same JSON as at rest.
pub trait Operation {
    /// The properties of the operation beside its types.
    const METADATA: OperationMetadata;
    /// The service.
    const SERVICE: &'static Service = Self::METADATA.service;
    /// The name, such as `GetJobRun`.
    const NAME: &'static str = Self::METADATA.name;
    /// The value of the header `X-Amz-Target`, such as `AWSGlue.GetJobRun`, if the protocol has
    /// one.
    const TARGET: Option<&'static str> = Self::METADATA.target;
    /// The request method, such as `POST`.
    const METHOD: &'static str = Self::METADATA.method;
    /// The path of the request with its labels, such as `/`.
    const URI: &'static str = Self::METADATA.uri;
    /// The host prefix, such as `sync-`; a key of the input in braces stands for the member's
    /// value.
    const HOST_PREFIX: Option<&'static str> = Self::METADATA.host_prefix;
    /// The input's members that are not keys of the request's body.
    const INPUT: &'static [Binding] = Self::Input::BINDINGS;
    /// The output's members that are not keys of the response's body.
    const OUTPUT: &'static [Binding] = Self::Output::BINDINGS;
    /// The request, a generated structure.
    type Input: Structure + Serialize + for<'de> Deserialize<'de> + Validate;
    /// The response, a generated structure.
    type Output: Structure + Serialize + for<'de> Deserialize<'de> + Validate;
    /// The errors that the service may report.
    type Error: OperationError;

    /// The request that calls the operation, ready to be signed and sent by any HTTP client.
    ///
    /// The input is not [validated](Validate), and a missing idempotency token is not generated. A
    /// stream of events is left to the sender of the request, which then has no body.
    ///
    /// # Errors
    ///
    /// When the protocol has no JSON bodies, a label of the URI or host has no valid value, a
    /// header would be invalid, or a member that is a stream of events is set.
    #[cfg(feature = "protocol")]
    fn request(input: &Self::Input) -> Result<Request, RequestError> {
        let call = OperationMetadata {
            service: Self::SERVICE,
            name: Self::NAME,
            target: Self::TARGET,
            method: Self::METHOD,
            uri: Self::URI,
            host_prefix: Self::HOST_PREFIX,
        };
        write_request(&call, input)
    }

    /// The output or error of a response. Headers are pairs of a name, in any case, and a value: a
    /// reference to the crate `http`'s `HeaderMap` fits.
    ///
    /// A body that is a stream of events is not read, and its member is not set. The awsJson
    /// protocols send the other members as the first event: pass its payload as the body.
    ///
    /// # Errors
    ///
    /// When the service reports an error, by any status above 300, or the response is not what the
    /// model says.
    #[cfg(feature = "protocol")]
    fn response<N: AsRef<str>, V: AsRef<[u8]>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> Result<Self::Output, ResponseError<Self::Error>> {
        read_response(Self::SERVICE.protocol, status, Headers::new(headers), body)
    }

    // Without the feature, calls of these two name it.

    #[cfg(not(feature = "protocol"))]
    #[doc(hidden)]
    fn request(_input: &Self::Input) -> Result<Infallible, Infallible>
    where
        Self: NeedsProtocol,
    {
        Ok(Self::never())
    }

    #[cfg(not(feature = "protocol"))]
    #[doc(hidden)]
    fn response<N: AsRef<str>, V: AsRef<[u8]>>(
        _status: u16,
        _headers: impl IntoIterator<Item = (N, V)>,
        _body: &[u8],
    ) -> Result<Infallible, Infallible>
    where
        Self: NeedsProtocol,
    {
        Ok(Self::never())
    }
}
