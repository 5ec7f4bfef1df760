//! Tests the example and the types against independent programs: AWS's own Python client, and an
//! emulator of its services.
//!
//! Python runs both. The first run installs them in the target directory, with pip and pinned
//! versions. If that fails, their tests are skipped and say so. `GLUE_PEERS=required` makes them
//! fail instead, and `GLUE_PEERS=off` skips them immediately.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod command_line;
mod conversation;
mod differential;
mod emulator;
mod example;
mod oracle;
mod peer;
mod python;
mod scripted;
