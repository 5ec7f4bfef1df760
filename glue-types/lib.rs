//! Serde types and validators for AWS Glue's job and workflow runs.
//!
//! ```
//! use glue_types::{GetJobRunRequest, GetJobRunResponse, JobRunState, Validate};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // A request to send, checked before it is sent.
//! let request = GetJobRunRequest::default()
//!     .with_job_name("nightly")
//!     .with_run_id("jr_1")
//!     .with_predecessors_included(true);
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
//!
//! # Unknown keys
//!
//! Reading skips keys that the model does not have, because services add members. The crate
//! `serde_ignored` lists them, and [`Known`] fails if there is no other key, as in a document of
//! another type.
//!
//! ```
//! use glue_types::{GetJobRunResponse, GetWorkflowRunResponse, Known};
//!
//! let saved = r#"{"Run": {"Name": "nightly", "Status": "COMPLETED", "Cost": 3}}"#;
//! let mut unknown = Vec::new();
//! let json = &mut serde_json::Deserializer::from_str(saved);
//! let response: GetWorkflowRunResponse =
//!     serde_ignored::deserialize(json, |path| unknown.push(path.to_string()))?;
//! assert_eq!(response.run.and_then(|run| run.name).as_deref(), Some("nightly"));
//! // Each question mark is a member that may be absent.
//! assert_eq!(unknown, ["Run.?.Cost"]);
//!
//! assert!(serde_json::from_str::<GetJobRunResponse>(saved)?.job_run.is_none());
//! let error = serde_json::from_str::<Known<GetJobRunResponse>>(saved).unwrap_err();
//! assert!(error.to_string().starts_with("no key of the document is a member of GetJobRunResponse"));
//! # Ok::<(), serde_json::Error>(())
//! ```
#![cfg_attr(feature = "aws-sdk-glue", doc = include_str!("aws_sdk_glue.md"))]

#[cfg(feature = "command-line")]
pub use glue_runtime::CommandLine;
pub use glue_runtime::{
    Blob, Document, DocumentError, ErrorEnvelope, ErrorShape, Fault, Known, Number, OpenEnum,
    Operation, OperationError, OperationMetadata, OutOfRange, ParseTimestampError, Protocol,
    Reported, Service, Timestamp, TimestampFormat, Unrecognized, Validate, Violation,
    ViolationKind, Violations,
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
