//! Serde types and validators for AWS Glue's job and workflow runs.
//!
//! ```
//! use glue_types::{GetJobRunRequest, GetJobRunResponse, JobRunState, Validate};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // A request to send, checked before it is sent.
//! let request = GetJobRunRequest::new("nightly", "jr_1").with_predecessors_included(true);
//! request.validate()?;
//! assert_eq!(
//!     serde_json::to_string(&request)?,
//!     r#"{"JobName":"nightly","RunId":"jr_1","PredecessorsIncluded":true}"#,
//! );
//!
//! // A response as the AWS CLI saved it.
//! let saved = r#"{"JobRun": {"JobRunState": "SUCCEEDED", "StartedOn": "2024-05-01T12:00:00+00:00"}}"#;
//! let response: GetJobRunResponse = serde_json::from_str(saved)?;
//! let run = response.job_run.unwrap_or_default();
//! assert_eq!(run.job_run_state, Some(JobRunState::Succeeded));
//! assert_eq!(run.started_on.map(|time| time.unix_seconds()), Some(1_714_564_800));
//! # Ok(())
//! # }
//! ```
#![cfg_attr(feature = "aws-sdk-glue", doc = include_str!("aws_sdk_glue.md"))]

#[cfg(feature = "command-line")]
pub use glue_runtime::CommandLine;
pub use glue_runtime::{
    Blob, Document, DocumentError, ErrorEnvelope, ErrorShape, Fault, Number, OpenEnum, Operation,
    OperationError, OperationMetadata, OutOfRange, ParseTimestampError, Protocol, Reported,
    Service, Timestamp, TimestampFormat, Unrecognized, Validate, Violation, ViolationKind,
    Violations,
};
#[cfg(feature = "aws-sdk-glue")]
pub use glue_runtime::{ConversionError, ConversionErrorKind};
#[cfg(feature = "protocol")]
pub use glue_runtime::{MalformedResponse, Request, RequestError, ResponseError};

include!(concat!(env!("OUT_DIR"), "/glue.rs"));

/// The README's snippets, compiled and run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
