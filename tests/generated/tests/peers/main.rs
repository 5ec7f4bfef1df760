//! The types against the AWS CLI, which nobody here wrote: what it prints of a service's answer
//! reads, and is printed by `CommandLine` byte for byte.
//!
//! Python runs it. The first run installs it under the target directory, by pip with a pinned
//! version; where that cannot be done, the tests are skipped and say so. `GLUE_PEERS=required` makes
//! them fail instead, `GLUE_PEERS=off` skips them at once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod aws;
mod documents;
#[allow(dead_code, reason = "shared with tests that talk to their peers for longer")]
#[path = "../../../../examples/call_glue/tests/peers/peer.rs"]
mod peer;
#[path = "../../../../examples/call_glue/tests/peers/python.rs"]
mod python;
