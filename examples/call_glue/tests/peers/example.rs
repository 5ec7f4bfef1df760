//! Runs the example as a person would.

use std::process::{Command, Stdio};
use std::time::Duration;

use call_glue::Credentials;

use crate::emulator::Emulator;
use crate::peer;

/// The maximum duration of one run of the example.
const TIME: Duration = Duration::from_secs(60);

/// The output of the example, and its exit status.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) status: i32,
    pub(crate) text: String,
    pub(crate) error: String,
}

/// Runs the example with only these variables in its environment.
pub(crate) fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
    let child = Command::new(env!("CARGO_BIN_EXE_call-glue"))
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let output = peer::output_within(child, TIME);
    Outcome {
        status: output.status.code().expect("the example ends by itself, and in time"),
        text: String::from_utf8(output.stdout).unwrap(),
        error: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the example against an endpoint.
pub(crate) fn call(endpoint: &str, key: &Credentials, arguments: &[&str]) -> Outcome {
    let mut variables = vec![
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ACCESS_KEY_ID", key.access_key_id()),
        ("AWS_SECRET_ACCESS_KEY", key.secret_access_key()),
    ];
    variables.extend(key.session_token().map(|token| ("AWS_SESSION_TOKEN", token)));
    run(&[&["--endpoint", endpoint, "--pause", "0.05"], arguments].concat(), &variables)
}

impl Emulator {
    /// Runs the example against the emulator.
    pub(crate) fn call(&self, arguments: &[&str]) -> Outcome {
        call(self.text("/endpoint"), &self.credentials(), arguments)
    }
}
