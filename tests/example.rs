//! The example `workflow_run`, run as a person would run it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::{Value, json};

const SHIPPED: &str = "examples/data/workflow_run.json";

#[test]
fn the_shipped_run() {
    insta::assert_snapshot!("shipped_text", workflow_run([SHIPPED]).succeeds());
}

#[test]
fn the_shipped_run_as_a_flowchart() {
    insta::assert_snapshot!("shipped_mermaid", workflow_run(["--mermaid", SHIPPED]).succeeds());
}

#[test]
fn standard_input_is_read_like_a_file() {
    let response = std::fs::read_to_string(SHIPPED).unwrap();
    assert_eq!(reading(response).succeeds(), workflow_run([SHIPPED]).succeeds());
}

#[test]
fn help_goes_to_standard_output() {
    insta::assert_snapshot!("usage", workflow_run(["--help"]).succeeds());
    assert_eq!(workflow_run(["-h"]).succeeds(), workflow_run(["--help"]).succeeds());
}

#[test]
fn a_wrong_command_line_shows_the_usage() {
    let usage = workflow_run(["--help"]).succeeds();
    let complaint = |reason: &str| format!("error: {reason}\n\n{usage}");
    assert_eq!(workflow_run::<0>([]).fails(2), complaint("no FILE given"));
    assert_eq!(workflow_run(["--mermaid"]).fails(2), complaint("no FILE given"));
    assert_eq!(workflow_run(["--dot", SHIPPED]).fails(2), complaint("invalid option '--dot'"));
    assert_eq!(
        workflow_run([SHIPPED, "other.json"]).fails(2),
        complaint("unexpected argument \"other.json\"")
    );
}

#[test]
fn a_missing_file_is_named() {
    // The rest is the operating system's.
    let error = workflow_run(["missing.json"]).fails(1);
    assert!(error.starts_with("error: cannot read missing.json: "), "{error}");
}

#[test]
fn bad_json_is_located() {
    assert_eq!(
        reading("{\n  \"Run\": {\"Name\": }\n}").fails(1),
        "error: standard input is not valid JSON: expected value at line 2 column 19\n"
    );
    assert_eq!(
        reading("").fails(1),
        "error: standard input is not valid JSON: EOF while parsing a value at line 1 column 0\n"
    );
}

#[test]
fn a_wrong_type_is_located() {
    assert_eq!(
        reading("{\n  \"Run\": {\"Name\": 3}\n}").fails(1),
        "error: standard input is not a GetWorkflowRun response: \
         invalid type: integer `3`, expected a string at line 2 column 19\n"
    );
}

#[test]
fn the_inner_run_alone_is_no_response() {
    let expected = "error: standard input is not a GetWorkflowRun response: it has no `Run`\n\
                    Save the whole output of `aws glue get-workflow-run --include-graph`.\n";
    assert_eq!(reading(r#"{"Name": "nightly", "Graph": {}}"#).fails(1), expected);
    assert_eq!(reading(r#"{"Run": null}"#).fails(1), expected);
}

#[test]
fn a_run_without_its_graph_says_how_to_get_it() {
    assert_eq!(
        reading(r#"{"Run": {"Name": "nightly"}}"#).fails(1),
        "error: the run in standard input has no graph\n\
         Glue leaves it out unless asked: \
         pass --include-graph to `aws glue get-workflow-run`.\n"
    );
}

#[test]
fn an_empty_graph_is_no_error() {
    assert_eq!(
        reading(r#"{"Run": {"Name": "nightly", "Status": "RUNNING", "Graph": {}}}"#).succeeds(),
        "► nightly  RUNNING\n\nThe graph has no nodes.\n"
    );
}

#[test]
fn violations_are_listed_and_the_run_shown() {
    let response = json!({"Run": {"Name": "", "Graph": {"Nodes": [{"Name": "x".repeat(256)}]}}});
    let output = reading(response.to_string());
    assert_eq!(output.status, Some(0));
    assert_eq!(
        output.error,
        "warning: 2 values break a constraint of the API:\n  \
         - Value with length 0 at '/Run/Name' failed to satisfy constraint: \
         Member must have length between 1 and 255, inclusive\n  \
         - Value with length 256 at '/Run/Graph/Nodes/0/Name' failed to satisfy constraint: \
         Member must have length between 1 and 255, inclusive\n\n"
    );
    assert_eq!(output.text.matches('x').count(), 256);
}

#[test]
fn every_kind_of_trigger_and_state() {
    let nodes = [
        trigger("by-hand", json!({"Type": "ON_DEMAND", "State": "CREATED"})),
        trigger("weekdays", json!({"Type": "SCHEDULED", "Schedule": "cron(15 12 ? * MON-FRI *)"})),
        trigger(
            "on-upload",
            json!({
                "Type": "EVENT",
                "State": "DEACTIVATED",
                "EventBatchingCondition": {"BatchSize": 20, "BatchWindow": 900},
            }),
        ),
        trigger("on-tide", json!({"Type": "TIDAL", "State": "SUBMERGED"})),
        json!({"Type": "CRAWLER", "Name": "raw", "CrawlerDetails": {"Crawls": [
            {"State": "ERROR", "StartedOn": 1_714_564_800, "CompletedOn": 1_714_564_900.5,
             "ErrorMessage": "Access denied"},
            {"State": "CANCELLED", "StartedOn": 1_714_565_000, "CompletedOn": 1_714_568_665},
        ]}}),
        job("timed-out", json!({"JobRunState": "TIMEOUT", "ExecutionTime": 93_784})),
        job("paused", json!({"JobRunState": "PAUSED", "StateDetail": "Waiting for the moon"})),
        json!({"Type": "JOB", "Name": "idle"}),
        json!({"Type": "DATA_QUALITY", "Name": "quality"}),
    ];
    let statistics = json!({"TotalActions": 5, "SucceededActions": 1, "TimeoutActions": 1});
    let run = json!({
        "Name": "odd", "Status": "COMPLETED", "Statistics": statistics,
        "StartedOn": "2024-05-01T12:00:00Z", "CompletedOn": "2024-05-02T15:04:05Z",
        "Graph": {"Nodes": nodes},
    });
    insta::assert_snapshot!("states", reading(json!({"Run": run}).to_string()).succeeds());
}

#[test]
fn names_in_other_scripts_stay_in_their_columns() {
    let nodes = [
        json!({"Type": "JOB", "Name": "夜間バッチ", "UniqueId": "1"}),
        json!({"Type": "JOB", "Name": "Prüfung", "UniqueId": "2"}),
        json!({"Type": "JOB", "Name": "ночь", "UniqueId": "3"}),
    ];
    let tree = "○ 夜間バッチ  job  not started\n\
                ├─○ Prüfung   job  not started\n\
                ╰─○ ночь      job  not started\n";
    assert_eq!(drawn(&nodes, &[("1", "2"), ("1", "3")]), tree);
}

#[test]
fn text_cannot_take_over_the_terminal() {
    let name = "a\u{1b}[2Jb\u{202e}c\nd";
    let message = "first\tline\r\n\u{7}second";
    let mut node = job(name, json!({"JobRunState": "FAILED", "ErrorMessage": message}));
    node["JobDetails"]["JobRuns"][0]["WorkerType"] = json!("\u{9b}31m");
    let response = json!({"Run": {"Graph": {"Nodes": [node]}}}).to_string();
    // With colors on, nothing but the example itself takes escape codes out.
    let output = run(&["-"], &response, &["CLICOLOR_FORCE"]);
    assert_eq!(output.status, Some(0));
    insta::assert_snapshot!("hostile", without_styles(&output.text));
    for hostile in ["\u{1b}[2J", "\u{202e}", "\u{7}", "\u{9b}"] {
        assert!(!output.text.contains(hostile) && !output.error.contains(hostile));
    }
}

#[test]
fn a_flowchart_holds_any_text() {
    let name = r##"1. "a" #quot; <b>b</b> `c` \d %%{init}%% ;]) é 夜"##;
    let response = json!({"Run": {"Name": name, "Graph": {"Nodes": [{"Name": name}]}}});
    let output = run(&["--mermaid", "-"], &response.to_string(), &[]);
    insta::assert_snapshot!("escaped_mermaid", output.succeeds());
}

#[test]
fn cycles_and_loose_ends_are_drawn() {
    let nodes: Vec<_> = ["a", "b", "c", "self"].map(node).into();
    let edges =
        [("a", "b"), ("b", "c"), ("c", "b"), ("self", "self"), ("c", "gone"), ("lost", "c")];
    insta::assert_snapshot!("cycles", drawn(&nodes, &edges));
}

#[test]
fn edges_are_drawn_once_whatever_is_wrong_with_them() {
    let graph = json!({
        "Nodes": [node("a"), node("a"), node("b")],
        "Edges": [
            {"SourceId": "a", "DestinationId": "b"},
            {"SourceId": "a", "DestinationId": "b"},
            {"SourceId": "b"},
        ],
    });
    let text = reading(json!({"Run": {"Graph": graph}}).to_string()).succeeds();
    let tree = "○ a        job   not started\n\
                ○ b        job   not started\n\
                ? (no id)  node  not listed\n\n\
                ○ a        job   not started\n";
    assert_eq!(text, format!("? (no name)  no state\n\n{tree}"));
}

#[test]
fn every_step_stands_once_and_after_those_that_lead_to_it() {
    let name = |index: usize| format!("step-{index:02}");
    let nodes: Vec<_> = (0..40).rev().map(|index| node(&name(index))).collect();
    // Edges from smaller to larger numbers only, in an order that is not theirs.
    let edges: Vec<_> = (0..40)
        .flat_map(|index| [index * 7 % 40, index * 3 % 40].map(|source| (source, index)))
        .filter(|(source, destination)| source < destination)
        .map(|(source, destination)| (name(source), name(destination)))
        .collect();
    assert!(edges.len() > 30);
    let edges: Vec<_> = edges.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let tree = drawn(&nodes, &edges);
    let titles: Vec<_> = tree.lines().filter(|line| line.contains('○')).collect();
    let places = |name: &str| titles.iter().position(|title| title.contains(name));
    assert_eq!(titles.len(), 40);
    for (source, destination) in edges {
        assert!(places(source).unwrap() < places(destination).unwrap(), "{source}: {tree}");
    }
}

#[test]
fn depth_is_bounded() {
    // Each even node leads to the next two.
    let count = 10_001;
    let names: Vec<_> = (0..count).map(|index| index.to_string()).collect();
    let nodes: Vec<_> = names.iter().map(|name| node(name)).collect();
    let edges: Vec<_> = (0..count - 2)
        .step_by(2)
        .flat_map(|index| [(index, index + 1), (index, index + 2)])
        .map(|(from, to)| (names[from].as_str(), names[to].as_str()))
        .collect();
    let tree = drawn(&nodes, &edges);
    assert_eq!(tree.lines().count(), count);
    assert!(tree.lines().all(|line| line.chars().count() <= 80), "{tree}");
}

#[test]
fn colors_are_for_those_who_want_them() {
    let shipped = |variables: &[&str]| run(&[SHIPPED], "", variables).succeeds();
    let plain = shipped(&[]);
    let colored = shipped(&["CLICOLOR_FORCE"]);
    assert!(colored.contains("\u{1b}[32m✓\u{1b}[0m"), "{colored}");
    assert_eq!(without_styles(&colored), plain);
    assert_eq!(shipped(&["CLICOLOR_FORCE", "NO_COLOR"]), plain);
}

fn node(name: &str) -> Value {
    json!({"Type": "JOB", "Name": name, "UniqueId": name})
}

fn job(name: &str, run: Value) -> Value {
    json!({"Type": "JOB", "Name": name, "JobDetails": {"JobRuns": [run]}})
}

fn trigger(name: &str, trigger: Value) -> Value {
    json!({"Type": "TRIGGER", "Name": name, "TriggerDetails": {"Trigger": trigger}})
}

/// The tree of a run that has nothing else to show.
fn drawn(nodes: &[Value], edges: &[(&str, &str)]) -> String {
    let edges: Vec<_> = edges
        .iter()
        .map(|(source, destination)| json!({"SourceId": source, "DestinationId": destination}))
        .collect();
    let response = json!({"Run": {"Graph": {"Nodes": nodes, "Edges": edges}}});
    let text = reading(response.to_string()).succeeds();
    text.strip_prefix("? (no name)  no state\n\n").expect("a bare summary").to_owned()
}

/// What a run of the example came to.
struct Output {
    text: String,
    error: String,
    status: Option<i32>,
}

impl Output {
    fn succeeds(self) -> String {
        assert_eq!((self.status, self.error.as_str()), (Some(0), ""));
        self.text
    }

    fn fails(self, status: i32) -> String {
        assert_eq!((self.status, self.text.as_str()), (Some(status), ""), "{}", self.error);
        self.error
    }
}

fn workflow_run<const N: usize>(arguments: [&str; N]) -> Output {
    run(&arguments, "", &[])
}

fn reading(input: impl AsRef<str>) -> Output {
    run(&["-"], input.as_ref(), &[])
}

/// Runs the example in the root of the package, with these environment variables set.
fn run(arguments: &[&str], input: &str, variables: &[&str]) -> Output {
    let mut command = Command::new(EXECUTABLE.as_path());
    for variable in ["CI", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    let mut child = command
        .args(arguments)
        .envs(variables.iter().map(|variable| (variable, "1")))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Dropped at the end of the statement, which ends the input.
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Output {
        text: String::from_utf8(output.stdout).unwrap(),
        error: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code(),
    }
}

/// Cargo names the executables of examples only in the messages of their build.
static EXECUTABLE: LazyLock<PathBuf> = LazyLock::new(|| {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("..");
    let build = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--package", "glue-types", "--example", "workflow_run"])
        .args(["--message-format", "json-render-diagnostics", "--target-dir"])
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let messages = String::from_utf8(build.stdout).unwrap();
    messages
        .lines()
        .filter_map(|message| serde_json::from_str::<Value>(message).ok())
        .filter(|message| message["target"]["name"] == "workflow_run")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("the example builds")
});

fn without_styles(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}
