//! Tasks for the repository that do not belong to any of its crates; `cargo xtask help` lists them.

mod arbitrary;
mod arguments;
mod circles;
mod cloudtrail;
mod compare;
mod corpus;
mod features;
mod fuzz;
mod jobs;
mod manifest;
mod patterns;
mod programs;
mod repository;
mod round_trip;
mod samples;
mod schemas;
mod semver;
mod stack;
mod tables;
mod update_glue;
mod usage;

use std::process::ExitCode;

use arguments::{Arguments, Task};
use clap::Parser;

fn main() -> ExitCode {
    if let Some(times) = corpus::rustc::times_directory() {
        return corpus::rustc::run(&times);
    }
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<ExitCode> {
    match Arguments::parse().task {
        Task::Circles => circles::run(),
        Task::Corpus(request) => corpus::run(&request),
        Task::Fuzz(request) => fuzz::run(&request),
        Task::FuzzValues(request) => fuzz::values::run(&request),
        Task::CheckValues(request) => fuzz::values::agreement::run(&request),
        Task::RoundTrip(request) => round_trip::run(&request),
        Task::Schemas(request) => schemas::run(&request),
        Task::Arbitrary(request) => arbitrary::run(&request),
        Task::Samples(request) => samples::run(&request),
        Task::CloudTrail(request) => cloudtrail::run(&request),
        Task::Stack(request) => stack::run(&request),
        Task::Patterns(request) => patterns::run(&request),
        Task::Semver(request) => semver::run(&request),
        Task::Compare(request) => compare::run(&request),
        Task::Features(request) => features::run(&request),
        Task::UpdateGlue(request) => update_glue::run(&request),
    }
}
