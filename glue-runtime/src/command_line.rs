//! The form that the AWS CLI prints.

use serde_core::ser::{Serialize, Serializer};

mod compound;
mod names;
mod printer;

use self::names::Names;
pub(crate) use self::names::{Named, key_or_name};
use self::printer::Printer;

/// Writes a value as version 2 of the AWS CLI prints it, in any serde format.
///
/// Members have the names of the model, not those that travel; timestamps are ISO 8601 in UTC with
/// an offset, whatever their `timestampFormat`, and have six decimals or none:
/// `2024-05-01T12:00:00.123000+00:00`. IAM's policies, CloudFormation's template and headers of JSON
/// are JSON, not text. Everything else is as in the wire form. Generated types read it back; of
/// times, what is below a microsecond is lost, and of such JSON the spaces.
///
/// The value may be of any type that holds generated ones, for example a `Vec` or a structure of
/// yours.
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
        if is_wanted(&to) {
            return self.0.serialize(to);
        }
        self.0.serialize(Printer::new(to, Names::default()))
    }
}

/// How often a value asks a serializer the same question to learn whether it is a [`Printer`],
/// which gives every answer of that many the other way round.
///
/// Serde tells a value no more of its serializer. One that marks itself so leaves what other
/// formats see as it is, and a foreign type that asks once or twice hears the truth; where the
/// answer is constant, as in serde_json, the compiler removes the question.
const QUESTIONS: u8 = 8;

/// Whether the serializer is for the form of the command line.
#[inline]
pub(crate) fn is_wanted<S: Serializer>(to: &S) -> bool {
    let first = to.is_human_readable();
    (1..QUESTIONS).any(|_| to.is_human_readable() != first)
}
