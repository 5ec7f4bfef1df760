//! Serde types and validators for AWS Glue: its job and workflow runs, and with features all the rest.
//!
//! AWS describes its services in models. This crate is generated from Glue's model, for the
//! operations [`GetJobRun`] and [`GetWorkflowRun`] and those of the [features](#features) that are
//! on: a structure for every JSON object, an enum for every list of values, and a check for every
//! length, range and pattern. The types do not call the service. They are for JSON that you have or
//! send yourself.
//!
//! | What you have | The type to read |
//! |---|---|
//! | What `aws glue get-job-run` printed, or a Lambda function or Step Functions passed on | [`GetJobRunResponse`] |
//! | The same from `aws glue get-workflow-run` | [`GetWorkflowRunResponse`] |
//! | A request in a configuration, a test or a CloudTrail event | [`GetJobRunRequest`], [`GetWorkflowRunRequest`] |
//! | An error, as the service, botocore, CloudTrail, Lambda or Step Functions writes it | [`ErrorEnvelope`], then [`GetJobRunError`] or [`GetWorkflowRunError`] |
//! | A part of one of these, such as a run | [`JobRun`], [`WorkflowRun`], [`Node`] and the other structures |
//! | A document that may not be what you expect | [`Known`] of the type |
//!
//! In addition to Glue's types, there are a few that all services share, in the module [`runtime`].
//! Most programs only need [`Validate`] and [`Timestamp`], and [`OperationError`] for errors.
//!
//! # From a saved file to a match on states
//!
//! Every member is an [`Option`], because services leave members out. Enums are open: a state that
//! is newer than this crate is `Unknown`, and is written back unchanged.
//!
//! ```
//! use glue_types::{GetWorkflowRunResponse, JobRunState};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // aws glue get-workflow-run --name nightly-sales-etl --run-id ... --include-graph
//! let saved = std::fs::read_to_string("examples/data/workflow_run.json")?;
//! let response: GetWorkflowRunResponse = serde_json::from_str(&saved)?;
//! let graph = response.run.and_then(|run| run.graph).ok_or("the run has no graph")?;
//!
//! let mut report = Vec::new();
//! for node in graph.nodes.unwrap_or_default() {
//!     let runs = node.job_details.and_then(|details| details.job_runs).unwrap_or_default();
//!     for run in runs {
//!         let name = run.job_name.unwrap_or_default();
//!         match run.job_run_state {
//!             Some(JobRunState::Succeeded) => {}
//!             Some(JobRunState::Failed | JobRunState::Error | JobRunState::Timeout) => {
//!                 let message = run.error_message.unwrap_or_default();
//!                 report.push(format!("{name} failed: {}", message.split(';').next().unwrap_or_default()));
//!             }
//!             Some(JobRunState::Unknown(state)) => {
//!                 report.push(format!("{name} is in the new state {}", state.as_str()));
//!             }
//!             Some(state) => report.push(format!("{name} is {state}")),
//!             None => report.push(format!("{name} has no state")),
//!         }
//!     }
//! }
//! assert_eq!(
//!     report,
//!     [
//!         "extract-customers failed: Error Category: CONNECTION_ERROR",
//!         "build-sales-mart is RUNNING",
//!         "build-churn-features failed: Error Category: QUERY_ERROR",
//!     ],
//! );
//! # Ok(())
//! # }
//! ```
//!
//! # Check a request
//!
//! Reading does not check the model's constraints. [`Validate::validate`] does when you call it,
//! and reports every violation in AWS's words:
//!
//! ```
//! use glue_types::{GetJobRunRequest, Validate};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let request = GetJobRunRequest::default().with_job_name("nightly").with_run_id("jr_1");
//! request.validate()?;
//! assert_eq!(serde_json::to_string(&request)?, r#"{"JobName":"nightly","RunId":"jr_1"}"#);
//!
//! let violations = GetJobRunRequest::default().with_job_name("").validate().unwrap_err();
//! let violations: Vec<String> = violations.iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     violations,
//!     [
//!         "Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length \
//!          between 1 and 255, inclusive",
//!         "Value at '/RunId' failed to satisfy constraint: Member must not be null",
//!     ],
//! );
//! # Ok(())
//! # }
//! ```
//!
//! [`Validate::validate_strict`] also reports enum values that the model does not know. Text that
//! people write can be parsed with `try_parse`:
//!
//! ```
//! use glue_types::WorkerType;
//!
//! assert_eq!(WorkerType::try_parse("G.1X"), Ok(WorkerType::G1X));
//! let error = WorkerType::try_parse("G1X").unwrap_err();
//! assert!(error.to_string().starts_with("unknown value, expected `Standard`, `G.1X`, `G.2X`"));
//! assert_eq!(WorkerType::from("G1X").as_str(), "G1X");
//! ```
//!
//! # Tell errors apart
//!
//! ```
//! use glue_types::{ErrorEnvelope, GetJobRunError, OperationError};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let body = r#"{"__type": "EntityNotFoundException", "Message": "No such job"}"#;
//! let envelope: ErrorEnvelope = serde_json::from_str(body)?;
//! match GetJobRunError::from(envelope) {
//!     GetJobRunError::EntityNotFoundException(error) => {
//!         assert_eq!(error.message.as_deref(), Some("No such job"));
//!     }
//!     error if error.is_retryable() => println!("try again: {error}"),
//!     error => return Err(error.into()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Unknown keys
//!
//! Reading skips keys that the model does not have, because services add members. The crate
//! `serde_ignored` lists them. [`Known`] fails if a document has only such keys, like a document of
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
//!
//! # Features
//!
//! No feature is enabled by default.
//!
//! | Feature | What it adds |
//! |---|---|
//! | `protocol` | `GetJobRun::request` and `GetJobRun::response`: HTTP messages for any client |
//! | `command-line` | `CommandLine`, which writes a value as the AWS CLI prints it |
//! | `jiff`, `chrono`, `time` | Conversions between [`Timestamp`] and the types of these crates |
//! | `schemars` | JSON Schemas of all types: `schemars::JsonSchema` |
//! | `arbitrary` | Valid values of all types for fuzzing and property tests: `arbitrary::Arbitrary` |
//! | `aws-sdk-glue` | Conversions between all types and the official SDK's types |
//! | `full` | All operations of AWS Glue, which take some time to compile |
//!
//! A feature for each area of Glue brings its operations and their types: `assets`, `blueprints`,
//! `catalogs`, `classifiers`, `column-statistics`, `connections`, `crawlers`, `data-quality`,
//! `databases`, `dev-endpoints`, `identity-center`, `integrations`, `interactive-sessions`,
//! `job-runs`, `jobs`, `materialized-views`, `ml-transforms`, `partitions`, `schema-registry`,
//! `scripts`, `security`, `sensitive-data`, `table-optimizers`, `tables`, `tags`, `triggers`,
//! `usage-profiles`, `user-defined-functions`, `workflows`. What needs one says so in its
//! documentation. With `aws-sdk-glue`, those areas compile whose operations and members the SDK has: the
//! model is newer than its oldest supported version.
#![cfg_attr(feature = "aws-sdk-glue", doc = include_str!("aws_sdk_glue.md"))]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(unnameable_types)]

pub mod runtime;

#[cfg(feature = "command-line")]
#[doc(no_inline)]
pub use glue_runtime::CommandLine;
#[doc(no_inline)]
pub use glue_runtime::{
    Blob, Document, DocumentError, ErrorEnvelope, ErrorShape, Fault, Known, Number, OpenEnum,
    Operation, OperationError, OperationMetadata, OutOfRange, ParseEnumError, ParseTimestampError,
    Protocol, Reported, Service, Timestamp, TimestampFormat, Unrecognized, Validate, Violation,
    ViolationKind, Violations,
};
#[cfg(feature = "aws-sdk-glue")]
#[doc(no_inline)]
pub use glue_runtime::{ConversionError, ConversionErrorKind};
#[cfg(feature = "protocol")]
#[doc(no_inline)]
pub use glue_runtime::{MalformedResponse, Request, RequestError, ResponseError};

include!(concat!(env!("OUT_DIR"), "/glue.rs"));

/// The README's snippets, compiled and run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
