//! [`Known`], which refuses documents of another type.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::members::Structure;
use super::refusal::refuse_text;
use super::structure::{StructureVisitor, read_members};

/// A structure that fails to read from a document that has keys, but none of the structure's.
///
/// Reading is lenient by itself: keys that the model does not have are skipped because services add
/// members. So a document of another type reads as a structure in which nothing is set. Reading it
/// as a `Known` is an error. `Known` looks only at the document's own keys. The crate
/// `serde_ignored` can list keys that were skipped further inside.
///
/// ```
/// use glue_runtime::{ErrorEnvelope, Known};
/// # use glue_runtime::__private::v1;
/// # #[derive(Default)]
/// # struct JobRun { id: Option<String>, attempt: Option<i32> }
/// # v1::structure! { JobRun = "JobRun" {
/// #     0 "Id" id: member, with_id(String);
/// #     1 "Attempt" attempt: integer, with_attempt(i32);
/// # } }
///
/// // `JobRun` is a generated structure.
/// let Known::<JobRun>(run) = serde_json::from_str(r#"{"Id": "jr_1", "NewMember": 1}"#)?;
/// assert_eq!(run.id.as_deref(), Some("jr_1"));
///
/// let workflow = r#"{"WorkflowRunId": "wr_1"}"#;
/// assert_eq!(serde_json::from_str::<JobRun>(workflow)?.id, None);
/// let error = serde_json::from_str::<Known<JobRun>>(workflow).err().unwrap();
/// assert_eq!(
///     error.to_string(),
///     "no key of the document is a member of JobRun, such as `Id` at line 1 column 25",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known<T>(pub T);

impl<'de, T: Structure> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let visitor = KnownVisitor(PhantomData);
        from.deserialize_struct(T::NAME, StructureVisitor::<T>::SPELLINGS, visitor)
    }
}

struct KnownVisitor<T>(PhantomData<fn() -> T>);

impl<'de, T: Structure> Visitor<'de> for KnownVisitor<T> {
    type Value = Known<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", T::NAME)
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Known<T>, A::Error> {
        let (mut known, mut unknown) = (0_usize, 0_usize);
        let value = read_members(map, |member| match member < T::MEMBERS.len() {
            true => known += 1,
            false => unknown += 1,
        })?;
        if known > 0 || unknown == 0 {
            return Ok(Known(value));
        }
        let example = T::MEMBERS.first().map(|name| format!(", such as `{name}`"));
        let example = example.unwrap_or_default();
        Err(A::Error::custom(format_args!(
            "no key of the document is a member of {}{example}",
            T::NAME
        )))
    }
}
