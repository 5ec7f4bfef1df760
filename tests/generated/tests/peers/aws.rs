//! The AWS CLI, and a service that gives it one answer.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use glue_runtime::CommandLine;
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::peer;
use crate::python::Python;

/// How long the CLI may take; Python starts slowly on a busy machine.
const TIME: Duration = Duration::from_secs(60);

/// What a service answers with.
pub(crate) struct Answer<'a> {
    pub(crate) headers: &'a [(&'a str, String)],
    pub(crate) body: &'a str,
}

/// What came of a call.
pub(crate) struct Call {
    /// The head of the request that the CLI sent.
    pub(crate) request: String,
    /// What the CLI printed.
    pub(crate) printed: String,
}

impl Call {
    /// A header of the request.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.request.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Runs the CLI against a service that answers so; none without Python.
pub(crate) fn call(arguments: &[&str], answer: &Answer<'_>) -> Option<Call> {
    let python = Python::get()?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let config = Path::new(env!("CARGO_TARGET_TMPDIR")).join("aws_cli_config");
    // Version 1 prints times as they came unless it is told to print them as version 2 does.
    std::fs::write(&config, "[default]\ncli_timestamp_format = iso8601\nregion = us-east-1\n")
        .unwrap();
    let mut command = python.script("aws.py");
    let child = command
        .args(["--endpoint-url", &endpoint, "--output", "json"])
        .args(arguments)
        .env("AWS_ACCESS_KEY_ID", "id")
        .env("AWS_SECRET_ACCESS_KEY", "secret")
        .env("AWS_CONFIG_FILE", &config)
        .env("AWS_MAX_ATTEMPTS", "1")
        .env("NO_PROXY", "127.0.0.1")
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let response = response(answer);
    // It ends with the test's process where the CLI never calls.
    let server = thread::spawn(move || serve(&listener.accept().unwrap().0, &response));
    let output = peer::output_within(child, TIME);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {error}");
    Some(Call {
        request: server.join().unwrap(),
        printed: String::from_utf8(output.stdout).unwrap(),
    })
}

fn response(answer: &Answer<'_>) -> String {
    let headers = answer.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
    format!(
        "HTTP/1.1 200 OK\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n{}",
        headers.collect::<String>(),
        answer.body.len(),
        answer.body,
    )
}

/// Answers one request, of which it gives the head.
fn serve(mut connection: &TcpStream, response: &str) -> String {
    connection.set_read_timeout(Some(TIME)).unwrap();
    let mut reader = BufReader::new(connection);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert!(reader.read_line(&mut head).unwrap() > 0, "the request ends early");
    }
    let lower = head.to_ascii_lowercase();
    if lower.contains("expect: 100-continue") {
        connection.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap();
    }
    let length = lower.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length = length.map_or(0, |length| length.parse().unwrap());
    std::io::copy(&mut reader.take(length), &mut std::io::sink()).unwrap();
    connection.write_all(response.as_bytes()).unwrap();
    head
}

/// What `CommandLine` prints, laid out as the CLI lays it out.
pub(crate) fn printed(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    let layout = PrettyFormatter::with_indent(b"    ");
    CommandLine(value).serialize(&mut Serializer::with_formatter(&mut text, layout)).unwrap();
    text.push(b'\n');
    String::from_utf8(text).unwrap()
}
