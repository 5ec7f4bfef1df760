//! Responses that the emulator cannot give: a fake that answers as instructed.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use call_glue::Credentials;
use serde_json::{Value, json};

use crate::example;

/// How long the fake waits for a call, and for the rest of one.
const PATIENCE: Duration = Duration::from_secs(20);

/// A response of the fake.
enum Answer {
    Response(u16, String),
    /// The connection ends without a response.
    Nothing,
}

/// The fake: it gives each of its answers once, and then no more.
struct Fake {
    endpoint: String,
    calls: JoinHandle<Vec<String>>,
}

impl Fake {
    fn start(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let calls = thread::spawn(move || {
            answers.iter().map_while(|answer| serve(&listener, answer)).collect()
        });
        Self { endpoint, calls }
    }

    /// Runs the example, and returns its outcome and the requests it sent.
    fn call(self, arguments: &[&str]) -> (example::Outcome, Vec<String>) {
        let key = Credentials::new("id", "secret", None, None, "test");
        let outcome = example::call(&self.endpoint, &key, arguments);
        (outcome, self.calls.join().unwrap())
    }
}

/// Accepts a call and answers it; `None` if no call arrives.
fn serve(listener: &TcpListener, answer: &Answer) -> Option<String> {
    let mut connection = accept(listener)?;
    connection.set_nonblocking(false).unwrap();
    connection.set_read_timeout(Some(PATIENCE)).unwrap();
    let request = read(&mut connection);
    if let Answer::Response(status, body) = answer {
        let length = body.len();
        write!(
            connection,
            "HTTP/1.1 {status} Scripted\r\nContent-Type: application/x-amz-json-1.1\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
        .unwrap();
    }
    Some(request)
}

fn accept(listener: &TcpListener) -> Option<TcpStream> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match listener.accept() {
            Ok((connection, _)) => return Some(connection),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                thread::sleep(Duration::from_millis(5));
            }
            Err(error) => panic!("{error}"),
        }
    }
    None
}

/// A complete request; the head gives the length of the body.
fn read(connection: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = connection.read(&mut buffer).unwrap();
        assert!(count > 0, "the request ends early");
        request.extend_from_slice(&buffer[..count]);
        let text = std::str::from_utf8(&request).unwrap();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let lines = head.to_ascii_lowercase();
            let length = lines.lines().find_map(|line| line.strip_prefix("content-length: "));
            if length.map_or(0, |length| length.parse().unwrap()) == body.len() {
                return text.to_owned();
            }
        }
    }
}

fn error(status: u16, code: &str) -> Answer {
    Answer::Response(status, format!(r#"{{"__type": "{code}", "message": "m"}}"#))
}

fn job_run(state: &str) -> Answer {
    let body = format!(r#"{{"JobRun": {{"Id": "jr", "JobName": "a", "JobRunState": "{state}"}}}}"#);
    Answer::Response(200, body)
}

#[test]
fn failures_that_may_pass_are_tried_again() {
    let answers = vec![
        error(400, "ThrottlingException"),
        error(500, "InternalServiceException"),
        Answer::Response(503, "<html>busy</html>".to_owned()),
        Answer::Nothing,
        job_run("FAILED"),
    ];
    let (outcome, requests) = Fake::start(answers).call(&["job-run", "a", "jr"]);
    assert_eq!((outcome.status, &*outcome.error), (1, ""));
    assert_eq!(outcome.text, "job run jr of a: FAILED\n");
    assert_eq!(requests.len(), 5);
    for request in requests {
        let lower = request.to_ascii_lowercase();
        assert!(request.starts_with("POST / HTTP/1.1\r\n"), "{request}");
        assert!(lower.contains("\r\nx-amz-target: awsglue.getjobrun\r\n"), "{request}");
        assert!(lower.contains("/eu-west-1/glue/aws4_request"), "{request}");
        assert!(request.ends_with("\r\n\r\n{\"JobName\":\"a\",\"RunId\":\"jr\"}"), "{request}");
        assert!(!request.contains("secret"), "{request}");
    }
}

#[test]
fn a_wait_survives_throttling_and_states_of_tomorrow() {
    let answers = vec![
        job_run("WAITING"),
        job_run("DREAMING"),
        error(400, "ThrottlingException"),
        job_run("RUNNING"),
        job_run("TIMEOUT"),
    ];
    let (outcome, requests) = Fake::start(answers).call(&["--wait", "job-run", "a", "jr"]);
    assert_eq!((outcome.status, requests.len()), (1, 5));
    assert_eq!(outcome.text, "job run jr of a: TIMEOUT\n");
}

#[test]
fn a_completed_workflow_is_as_good_as_its_actions() {
    for (failed, status) in [(0, 0), (1, 1)] {
        let body = json!({"Run": {
            "Name": "w", "WorkflowRunId": "wr", "Status": "COMPLETED",
            "Statistics": {"TotalActions": 3, "FailedActions": failed},
            "Graph": {"Nodes": [{"Type": "JOB", "Name": "a"}]},
        }});
        let answer = Answer::Response(200, body.to_string());
        let (outcome, requests) =
            Fake::start(vec![answer]).call(&["--json", "workflow-run", "w", "wr"]);
        assert_eq!((outcome.status, &*outcome.error), (status, ""));
        assert_eq!(serde_json::from_str::<Value>(&outcome.text).unwrap(), body);
        let asked = r#"{"Name":"w","RunId":"wr","IncludeGraph":true}"#;
        assert!(requests[0].ends_with(asked), "{}", requests[0]);
    }
}

#[test]
fn failures_that_stay_are_given_up() {
    let answers = (0..6).map(|_| error(400, "ThrottlingException")).collect();
    let (outcome, requests) = Fake::start(answers).call(&["--wait", "job-run", "a", "jr"]);
    assert_eq!((outcome.status, &*outcome.text, requests.len()), (2, "", 6));
    assert_eq!(outcome.error, "error: ThrottlingException: m\n");
}

#[test]
fn other_failures_are_not_tried_again() {
    for (answer, complaint) in [
        (error(400, "InvalidInputException"), "InvalidInputException: m"),
        (error(400, "AccessDeniedException"), "AccessDeniedException: m"),
        (Answer::Response(200, "{}".to_owned()), "the response has no state of job run jr of a"),
    ] {
        let (outcome, requests) = Fake::start(vec![answer]).call(&["job-run", "a", "jr"]);
        assert_eq!((outcome.status, &*outcome.text, requests.len()), (2, "", 1));
        assert_eq!(outcome.error, format!("error: {complaint}\n"));
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let answer = Answer::Response(307, String::new());
    let (outcome, requests) = Fake::start(vec![answer]).call(&["job-run", "a", "jr"]);
    assert_eq!((outcome.status, requests.len()), (2, 1));
    assert_eq!(outcome.error, "error: unnamed error with status 307\n");
}

#[test]
fn nobody_there_is_trouble() {
    let key = Credentials::new("id", "secret", None, None, "test");
    // A port that was free a moment ago.
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let endpoint = format!("http://{free}");
    let outcome = example::call(&endpoint, &key, &["job-run", "a", "jr"]);
    assert_eq!((outcome.status, &*outcome.text), (2, ""));
    let complaint = format!("error: no answer from {endpoint}: ");
    assert!(outcome.error.starts_with(&complaint), "{}", outcome.error);
}

#[test]
fn what_breaks_a_constraint_is_not_sent() {
    let (outcome, requests) = Fake::start(Vec::new()).call(&["workflow-run", "", "wr"]);
    assert_eq!((outcome.status, requests.len()), (2, 0));
    assert_eq!(
        outcome.error,
        "error: 1 validation error detected. Value with length 0 at '/Name' failed to satisfy \
         constraint: Member must have length between 1 and 255, inclusive\n"
    );
}
