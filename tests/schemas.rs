//! JSON Schemas of this crate's types, with the feature `schemars`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use glue_types::JobRun;
use schemars::schema_for;

#[test]
fn the_schema_of_a_job_run_has_all_that_the_model_says() {
    let schema = schema_for!(JobRun);
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema).unwrap());
}
