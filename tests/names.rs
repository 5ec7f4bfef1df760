//! Users of the crate can name all that its functions take and give, without `glue-runtime`.

use std::time::Duration;

use glue_types::{
    Document, DocumentError, ErrorEnvelope, GetJobRun, JobRun, Number, Operation,
    OperationMetadata, OutOfRange, ParseTimestampError, Timestamp,
};
use serde::Deserialize;

fn parse(text: &str) -> Result<Timestamp, ParseTimestampError> {
    text.parse()
}

fn from_seconds(seconds: i64) -> Result<Timestamp, OutOfRange> {
    Timestamp::from_unix(seconds, 0)
}

fn attempts(envelope: &ErrorEnvelope) -> Option<Number> {
    envelope.body().get("Attempts")?.as_number().cloned()
}

fn job_run(document: Document) -> Result<JobRun, DocumentError> {
    JobRun::deserialize(document)
}

fn metadata<O: Operation>() -> OperationMetadata {
    O::METADATA
}

#[test]
fn errors_and_parts_have_names() {
    let time = parse("2024-05-01T12:00:00Z");
    assert_eq!(time.map(Timestamp::unix_seconds).ok(), Some(1_714_564_800));
    assert!(parse("soon").is_err());
    assert!(from_seconds(i64::MAX).is_err());
    let document = Document::Object([("Attempts".to_owned(), 3.into())].into());
    assert_eq!(attempts(&ErrorEnvelope::new(document.clone())), Some(Number::from(3)));
    assert_eq!(job_run(document), Ok(JobRun::default()));
    assert!(job_run(Document::Null).is_err());
    assert_eq!(metadata::<GetJobRun>().name, "GetJobRun");
}

#[test]
fn how_long_a_run_took_needs_no_other_crate() {
    let saved = r#"{"StartedOn": "2024-05-01T14:00:00+02:00", "CompletedOn": 1714564890.5}"#;
    let run: JobRun = serde_json::from_str(saved).unwrap_or_default();
    let took = run.completed_on.zip(run.started_on).map(|(end, start)| end.duration_since(start));
    assert_eq!(took, Some(Some(Duration::from_millis(90_500))));
}
