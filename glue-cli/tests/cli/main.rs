//! The command line as its users meet it: what it prints, writes and leaves alone, to the byte.

// Helpers of tests may panic too; clippy knows only the tests themselves.
#![allow(clippy::unwrap_used)]

mod check;
mod corrections;
mod customizations;
mod diff;
mod fetch;
mod format;
mod freshness;
mod generate;
mod help;
mod list;
mod model;
mod out;
mod patterns;
mod real;
mod sample;
mod schema;
mod service;
mod shell;
mod show;
mod split;
mod subject;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
mod update;
