//! The form that the AWS CLI prints.

use serde_core::ser::{Serialize, Serializer};

mod compound;
mod named;
mod names;
mod printer;

pub(crate) use self::named::{Named, key_or_name};
use self::printer::Printed;
pub(crate) use self::printer::is_wanted;

/// Writes a value as version 2 of the AWS CLI prints it, in any serde format.
///
/// Members have the names of the model, not their keys on the wire; timestamps are ISO 8601 in UTC
/// with an offset, whatever their `timestampFormat`, and have six decimals or none:
/// `2024-05-01T12:00:00.123000+00:00`. IAM's policies, CloudFormation's template and headers of
/// JSON are JSON, not text. Everything else is as in the wire form. Generated types read it back,
/// but times lose what is below a microsecond, and such JSON loses its spaces.
///
/// The value may be of any type that contains generated ones, such as a `Vec` or a structure of
/// your own.
///
/// ```
/// use glue_runtime::{CommandLine, Timestamp};
///
/// let started = Timestamp::from_unix_millis(1_714_564_800_123)?;
/// assert_eq!(serde_json::to_string(&started)?, "1714564800.123");
/// assert_eq!(
///     serde_json::to_string(&CommandLine(&started))?,
///     r#""2024-05-01T12:00:00.123000+00:00""#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CommandLine<T>(pub T);

impl<T: Serialize> Serialize for CommandLine<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Printed(&self.0).serialize(to)
    }
}
