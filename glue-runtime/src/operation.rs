//! What is known of an operation beside its types.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{self, MemberReader, MemberWriter, Structure};
use crate::{Binding, OperationError, Service, Validate};
#[cfg(feature = "protocol")]
use crate::{Request, RequestError, ResponseError, headers::Headers, protocol};

/// An operation of a service: the types it takes and gives, and how it is called.
///
/// Generated code has one type for each operation that carries nothing but this.
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
/// The form in which values travel is that of the functions `request` and `response`, which the
/// feature `protocol` adds: members go into the URI, headers, status and body as
/// [`Operation::INPUT`] and [`Operation::OUTPUT`] say. For the awsJson protocols, whose bodies hold
/// all members, the body is the same JSON as at rest.
pub trait Operation {
    /// The service.
    const SERVICE: &'static Service;
    /// The name, such as `GetJobRun`.
    const NAME: &'static str;
    /// The value of the header `X-Amz-Target`, such as `AWSGlue.GetJobRun`, where the protocol
    /// has one.
    const TARGET: Option<&'static str>;
    /// The request method, such as `POST`.
    const METHOD: &'static str;
    /// The path of the request with its labels, such as `/`.
    const URI: &'static str;
    /// What stands before the name of the host, such as `sync-`; a key of the input in braces stands
    /// for its value.
    const HOST_PREFIX: Option<&'static str> = None;
    /// The input's members that are not keys of the request's body.
    const INPUT: &'static [Binding] = Self::Input::BINDINGS;
    /// The output's members that are not keys of the response's body.
    const OUTPUT: &'static [Binding] = Self::Output::BINDINGS;
    /// The request.
    type Input: Structure + Serialize + for<'de> Deserialize<'de> + Validate;
    /// The response.
    type Output: Structure + Serialize + for<'de> Deserialize<'de> + Validate;
    /// What the service may answer instead of the response.
    type Error: OperationError;

    /// The request that calls the operation, ready to be signed and sent by any HTTP client.
    ///
    /// The input is not [validated](Validate), and a token that makes the call repeatable is not
    /// made up where it is missing.
    ///
    /// # Errors
    ///
    /// When the protocol has no JSON bodies, a label of the URI or host gets no text that can stand
    /// there, or a header would be invalid.
    #[cfg(feature = "protocol")]
    fn request(input: &Self::Input) -> Result<Request, RequestError> {
        protocol::write_request::<Self>(input)
    }

    /// The output or error that a response has. Headers are pairs of a name, in any case, and a
    /// value: those of the crate `http` fit, by reference or not.
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
        protocol::read_response::<Self>(status, Headers::new(headers), body)
    }
}

/// The input or output of an operation that takes or gives nothing: an empty JSON object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoMembers {}

impl Structure for NoMembers {
    const NAME: &'static str = "NoMembers";
    const MEMBERS: &'static [&'static str] = &[];

    fn start() -> Self {
        Self {}
    }

    fn read_member<'de, A: serde::de::MapAccess<'de>>(
        &mut self,
        _member: usize,
        from: &mut MemberReader<A>,
    ) -> Result<(), A::Error> {
        from.skip()
    }

    fn write_members<M: serde::ser::SerializeMap>(&self, _to: &mut MemberWriter<M>) {}
}

impl<'de> Deserialize<'de> for NoMembers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        wire::read_structure(from)
    }
}

impl Serialize for NoMembers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        wire::write_structure(self, to)
    }
}

impl Validate for NoMembers {}
