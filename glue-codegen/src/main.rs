//! The `glue-codegen` command: generates types from a model, and tells what a model holds.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
