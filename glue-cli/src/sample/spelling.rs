//! How values are spelled: as a service and its clients write them, or as the AWS CLI does.

use glue_codegen::inspect::{MemberForm, TimestampFormat};
use glue_runtime::{CommandLine, Timestamp};
use serde_json::{Value, json};

use super::json::Json;

/// Who writes the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// The service, or a client that calls it.
    Wire,
    /// The AWS CLI, or who calls it, with JSON in text as text: so it takes requests.
    CommandLine,
    /// The AWS CLI, with JSON in text as JSON: so it prints answers.
    CommandLineAnswer,
}

impl Spelling {
    /// The key of a member.
    pub(super) fn key(self, member: &'static MemberForm) -> &'static str {
        match self {
            Self::Wire => &member.key,
            Self::CommandLine | Self::CommandLineAnswer => &member.name,
        }
    }

    /// A point in time, by the seconds and milliseconds since 1970.
    pub(super) fn time(self, milliseconds: i64, format: TimestampFormat) -> Option<Json> {
        let time = Timestamp::from_unix_millis(milliseconds).ok()?;
        let written = match (self, format) {
            (Self::CommandLine | Self::CommandLineAnswer, _) => {
                serde_json::to_value(CommandLine(time)).ok()?
            }
            (Self::Wire, TimestampFormat::EpochSeconds) => serde_json::to_value(time).ok()?,
            (Self::Wire, TimestampFormat::HttpDate) => {
                json!(time.format(glue_runtime::TimestampFormat::HttpDate).to_string())
            }
            (Self::Wire, TimestampFormat::DateTime) => {
                json!(time.format(glue_runtime::TimestampFormat::DateTime).to_string())
            }
        };
        Some(written.into())
    }

    /// JSON that is text on the wire.
    pub(super) fn json_text(self, value: Value) -> Json {
        match self {
            Self::Wire | Self::CommandLine => Json::text(value.to_string()),
            Self::CommandLineAnswer => value.into(),
        }
    }
}
