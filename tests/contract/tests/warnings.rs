//! A folder of generated files of which a crate uses a few types: that it compiles is the test.

#![deny(warnings)]
#![allow(unreachable_pub, reason = "this workspace asks for it, and other crates do not")]

#[allow(dead_code)]
mod types {
    include!(concat!(env!("OUT_DIR"), "/step_functions/mod.rs"));
}

use types::{DescribeExecutionOutput, ExecutionStatus};

#[test]
fn unused_types_are_not_warned_of() {
    let execution = DescribeExecutionOutput::default().with_status(ExecutionStatus::Failed);
    assert_eq!(execution.status, Some(ExecutionStatus::Failed));
}
