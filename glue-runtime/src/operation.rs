//! What is known of an operation beside its types.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{self, MemberReader, MemberWriter, Structure};
use crate::{OperationError, Validate};

/// An operation of a service: the types it takes and gives, and where requests go.
///
/// Generated code has one type for each operation that carries nothing but this.
///
/// ```
/// use glue_runtime::Operation;
///
/// fn describe<O: Operation>() -> String {
///     format!("{} {}", O::METHOD, O::URI)
/// }
/// ```
pub trait Operation {
    /// The name, such as `GetJobRun`.
    const NAME: &'static str;
    /// The value of the header `X-Amz-Target`, such as `AWSGlue.GetJobRun`, where the protocol
    /// has one.
    const TARGET: Option<&'static str>;
    /// The request method, such as `POST`.
    const METHOD: &'static str;
    /// The path of the request with its labels, such as `/`.
    const URI: &'static str;
    /// The request.
    type Input: Serialize + for<'de> Deserialize<'de> + Validate;
    /// The response.
    type Output: Serialize + for<'de> Deserialize<'de> + Validate;
    /// What the service may answer instead of the response.
    type Error: OperationError;
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
