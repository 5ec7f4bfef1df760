//! A call of an operation, without the feature that calls need.

use contract_tests::committed_0_1::glue::{GetJobRun, GetJobRunRequest};
use glue_runtime::Operation;

fn main() {
    let _ = GetJobRun::request(&GetJobRunRequest::default());
    let _ = GetJobRun::response(200, [("a", "b")], b"{}");
}
