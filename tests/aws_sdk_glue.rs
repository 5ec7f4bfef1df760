//! Conversions from and to the official SDK's types, of every member of both operations.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use aws_sdk_glue::operation::get_job_run::GetJobRunOutput;
use glue_types::GetJobRunResponse;

#[test]
fn smoke() {
    let response: GetJobRunResponse =
        serde_json::from_str(&support::text("tests/data/get_job_run.wire.json")).unwrap();
    let sdk: GetJobRunOutput = response.clone().try_into().unwrap();
    assert_eq!(GetJobRunResponse::try_from(sdk).unwrap(), response);
}
