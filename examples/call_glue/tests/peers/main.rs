//! The example and the types against programs that nobody here wrote: AWS's own Python client, and
//! an emulator of its services.
//!
//! Python runs both. The first run installs them under the target directory, by pip with pinned
//! versions; where that cannot be done, their tests are skipped and say so. `GLUE_PEERS=required`
//! makes them fail instead, `GLUE_PEERS=off` skips them at once.

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
