//! Every constraint of the model at its bounds, and how violations read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_types::{
    Action, Condition, Crawl, CrawlerNodeDetails, EventBatchingCondition, ExecutionClass,
    GetJobRunRequest, GetJobRunResponse, GetWorkflowRunResponse, JobRun, Node,
    NotificationProperty, Predecessor, Predicate, Trigger, TriggerNodeDetails, Validate,
    ViolationKind, Violations, WorkflowGraph, WorkflowRun,
};

fn violations(value: &impl Validate) -> Vec<String> {
    let errors = value.validate().err().into_iter().flat_map(Violations::into_iter);
    errors.map(|violation| violation.to_string()).collect()
}

fn assert_valid(value: &impl Validate) {
    assert_eq!(violations(value), Vec::<String>::new());
}

fn assert_broken(value: &impl Validate, expected: &str) {
    assert_eq!(violations(value), [expected]);
}

const NAME_PATTERN: &str = r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*";

#[test]
fn whole_responses_are_valid() {
    let text = support::text("tests/data/get_workflow_run.wire.json");
    assert_valid(&serde_json::from_str::<GetWorkflowRunResponse>(&text).unwrap());
    let text = support::text("tests/data/get_job_run.wire.json");
    assert_valid(&serde_json::from_str::<GetJobRunResponse>(&text).unwrap());
}

#[test]
fn lengths_are_checked_at_both_ends() {
    assert_valid(&GetJobRunRequest::default().with_job_name("a").with_run_id("b".repeat(255)));
    assert_broken(
        &GetJobRunRequest::default().with_job_name("").with_run_id("b"),
        "Value with length 0 at '/JobName' failed to satisfy constraint: \
         Member must have length between 1 and 255, inclusive",
    );
    assert_broken(
        &GetJobRunRequest::default().with_job_name("a").with_run_id("b".repeat(256)),
        "Value with length 256 at '/RunId' failed to satisfy constraint: \
         Member must have length between 1 and 255, inclusive",
    );
}

#[test]
fn lengths_count_characters_not_bytes() {
    assert_valid(
        &GetJobRunRequest::default().with_job_name("東".repeat(255)).with_run_id("😀".repeat(255)),
    );
    assert_broken(
        &GetJobRunRequest::default().with_job_name("😀".repeat(256)).with_run_id("b"),
        "Value with length 256 at '/JobName' failed to satisfy constraint: \
         Member must have length between 1 and 255, inclusive",
    );
}

#[test]
fn optional_texts_have_their_own_bounds() {
    assert_valid(&Trigger::default().with_description(""));
    assert_valid(&Trigger::default().with_description("d".repeat(2048)));
    assert_broken(
        &Trigger::default().with_description("d".repeat(2049)),
        "Value with length 2049 at '/Description' failed to satisfy constraint: \
         Member must have length between 0 and 2048, inclusive",
    );
    assert_valid(&JobRun::default().with_state_detail("s".repeat(400_000)));
    assert_broken(
        &JobRun::default().with_state_detail("s".repeat(400_001)),
        "Value with length 400001 at '/StateDetail' failed to satisfy constraint: \
         Member must have length less than or equal to 400000",
    );
    assert_valid(&JobRun::default().with_execution_role_session_policy("{}"));
    assert_valid(&JobRun::default().with_execution_role_session_policy("p".repeat(2048)));
    assert_broken(
        &JobRun::default().with_execution_role_session_policy("{"),
        "Value with length 1 at '/ExecutionRoleSessionPolicy' failed to satisfy constraint: \
         Member must have length between 2 and 2048, inclusive",
    );
}

#[test]
fn a_list_has_at_most_500_conditions() {
    let predicate = |count| Predicate::default().with_conditions(vec![Condition::default(); count]);
    assert_valid(&predicate(500));
    assert_broken(
        &predicate(501),
        "Value with length 501 at '/Conditions' failed to satisfy constraint: \
         Member must have length less than or equal to 500",
    );
}

#[test]
fn ranges_are_checked_at_both_ends() {
    let batch = |size, window| {
        EventBatchingCondition::default().with_batch_size(size).with_batch_window(window)
    };
    assert_valid(&batch(1, 1));
    assert_valid(&batch(100, 900));
    assert_broken(
        &batch(0, 1),
        "Value at '/BatchSize' failed to satisfy constraint: \
         Member must be between 1 and 100, inclusive",
    );
    assert_broken(
        &batch(101, 1),
        "Value at '/BatchSize' failed to satisfy constraint: \
         Member must be between 1 and 100, inclusive",
    );
    assert_broken(
        &batch(1, 0),
        "Value at '/BatchWindow' failed to satisfy constraint: \
         Member must be between 1 and 900, inclusive",
    );
    assert_broken(
        &batch(1, 901),
        "Value at '/BatchWindow' failed to satisfy constraint: \
         Member must be between 1 and 900, inclusive",
    );
}

#[test]
fn a_range_may_have_one_end() {
    assert_valid(&JobRun::default().with_timeout(1));
    assert_valid(&JobRun::default().with_timeout(i32::MAX));
    assert_broken(
        &Action::default().with_timeout(0),
        "Value at '/Timeout' failed to satisfy constraint: \
         Member must be greater than or equal to 1",
    );
    assert_broken(
        &NotificationProperty::default().with_notify_delay_after(-1),
        "Value at '/NotifyDelayAfter' failed to satisfy constraint: \
         Member must be greater than or equal to 1",
    );
}

#[test]
fn what_a_response_must_have_is_a_violation_not_a_read_error() {
    let condition: EventBatchingCondition = serde_json::from_str(r#"{"BatchWindow":60}"#).unwrap();
    assert_broken(
        &condition,
        "Value at '/BatchSize' failed to satisfy constraint: Member must not be null",
    );
}

#[test]
fn names_may_hold_any_printable_character() {
    for name in ["a b\tc", "\u{7f}", "\u{d7ff}", "\u{e000}", "\u{fffd}", "\u{10000}", "\u{10ffff}"]
    {
        assert_valid(&GetJobRunRequest::default().with_job_name(name).with_run_id("b"));
    }
    let broken = format!(
        "Value at '/JobName' failed to satisfy constraint: \
         Member must satisfy regular expression pattern: {NAME_PATTERN}"
    );
    for name in ["\0", "a\nb", "a\r", "\u{1f}", "\u{fffe}", "\u{ffff}", "plain text, then \u{1}"] {
        assert_broken(&GetJobRunRequest::default().with_job_name(name).with_run_id("b"), &broken);
    }
}

#[test]
fn descriptions_may_have_lines() {
    assert_valid(&Trigger::default().with_description("one\r\ntwo\tthree"));
    assert_eq!(violations(&Trigger::default().with_description("\u{b}")).len(), 1);
}

#[test]
fn glue_versions_are_dotted_words() {
    let run = |version: &str| JobRun::default().with_glue_version(version);
    for version in ["4.0", "auto", "5.0.1", "a_b.c", "1.x"] {
        assert_valid(&run(version));
    }
    for version in ["4", "4.", ".0", "4..0", "auto.", "autox", " 4.0", "4.0\n", "4.ö", "x-1.0"] {
        assert_broken(
            &run(version),
            r"Value at '/GlueVersion' failed to satisfy constraint: Member must satisfy regular expression pattern: ^((\w+\.)+\w+|auto)$",
        );
    }
}

#[test]
fn maintenance_windows_are_a_day_and_an_hour() {
    let run = |window: &str| JobRun::default().with_maintenance_window(window);
    for window in ["Sun:0", "Mon:00", "Tue:9", "Wed:19", "Thu:20", "Fri:23", "Sat:07"] {
        assert_valid(&run(window));
    }
    for window in ["", "Sun", "Sun:", "Sun:24", "Sun:3 ", "sun:3", "Sun:003", "Sun:3\n", "Day:1"] {
        assert_eq!(violations(&run(window)).len(), 1, "{window:?}");
    }
}

#[test]
fn log_names_have_their_own_alphabets() {
    assert_valid(&Crawl::default().with_log_group("/aws-glue/crawlers_1.x#A"));
    assert_eq!(violations(&Crawl::default().with_log_group("a b")).len(), 1);
    assert_eq!(violations(&Crawl::default().with_log_group("")).len(), 2, "too short and no match");
    assert_valid(&Crawl::default().with_log_stream("any thing, ö\n\u{10ffff}"));
    assert_eq!(violations(&Crawl::default().with_log_stream("a:b")).len(), 1);
    assert_eq!(violations(&Crawl::default().with_log_stream("a*")).len(), 1);
}

#[test]
fn an_unknown_value_may_break_its_enums_bounds() {
    let run = |class: &str| JobRun::default().with_execution_class(ExecutionClass::from(class));
    assert_valid(&run("FLEX"));
    assert_valid(&run("SIXTEEN_LETTERS_"));
    assert_broken(
        &run("SEVENTEEN_LETTERS"),
        "Value with length 17 at '/ExecutionClass' failed to satisfy constraint: \
         Member must have length less than or equal to 16",
    );
}

#[test]
fn violations_say_where_and_all_come_at_once() {
    let crawl = Crawl::default().with_log_group("a b");
    let action = Action::default().with_job_name("").with_timeout(0);
    let trigger = Trigger::default().with_actions(vec![Action::default(), action]);
    let nodes = vec![
        Node::default().with_name(""),
        Node::default()
            .with_crawler_details(CrawlerNodeDetails::default().with_crawls(vec![crawl])),
        Node::default().with_trigger_details(TriggerNodeDetails::default().with_trigger(trigger)),
    ];
    let properties = [("".to_owned(), String::new()), ("a~b/c".to_owned(), String::new())];
    let run = WorkflowRun::default()
        .with_workflow_run_properties(properties.into())
        .with_graph(WorkflowGraph::default().with_nodes(nodes));
    let response = GetWorkflowRunResponse::default().with_run(run);
    let found = response.validate().unwrap_err();
    let paths: Vec<&str> = found.iter().map(|violation| violation.path()).collect();
    assert_eq!(
        paths,
        [
            "/Run/WorkflowRunProperties",
            "/Run/Graph/Nodes/0/Name",
            "/Run/Graph/Nodes/1/CrawlerDetails/Crawls/0/LogGroup",
            "/Run/Graph/Nodes/2/TriggerDetails/Trigger/Actions/1/JobName",
            "/Run/Graph/Nodes/2/TriggerDetails/Trigger/Actions/1/Timeout",
        ],
    );
    let text = found.to_string();
    assert!(text.starts_with("5 validation errors detected. Value with length 0 at '/Run/Work"));
    assert_eq!(text.matches("; Value").count(), 4);
}

#[test]
fn violations_are_data() {
    let found =
        GetJobRunRequest::default().with_job_name("").with_run_id("b").validate().unwrap_err();
    let violation = found.iter().next().unwrap();
    assert!(matches!(
        violation.kind(),
        ViolationKind::Length { length: 0, min: Some(1), max: Some(255), .. },
    ));
    assert_eq!(
        serde_json::to_value(&found).unwrap(),
        serde_json::json!([{
            "path": "/JobName",
            "constraint": "length",
            "length": 0,
            "min": 1,
            "max": 255,
            "message": "Value with length 0 at '/JobName' failed to satisfy constraint: \
                        Member must have length between 1 and 255, inclusive",
        }]),
    );
    let error: Box<dyn std::error::Error> = Box::new(found);
    assert!(error.to_string().starts_with("1 validation error detected. "));
}

#[test]
fn unknown_values_of_enums_are_violations_on_demand() {
    let run = |class: &str| JobRun::default().with_execution_class(ExecutionClass::from(class));
    assert_eq!(run("FLEX").validate_strict(), Ok(()));
    assert_eq!(run("FAST").validate(), Ok(()));
    let response = GetJobRunResponse::default()
        .with_job_run(run("FAST").with_worker_type("G.99X".into()).with_job_name(""));
    let found = response.validate_strict().unwrap_err();
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "Value with length 0 at '/JobRun/JobName' failed to satisfy constraint: Member must \
             have length between 1 and 255, inclusive",
            "Value at '/JobRun/WorkerType' failed to satisfy constraint: Member must satisfy enum \
             value set: [Standard, G.1X, G.2X, G.4X, G.8X, G.025X, Z.2X, G.12X, G.16X, R.1X, \
             R.2X, R.4X, R.8X]",
            "Value at '/JobRun/ExecutionClass' failed to satisfy constraint: Member must satisfy \
             enum value set: [FLEX, STANDARD]",
        ],
    );
}

#[test]
fn whole_responses_hold_known_values_only() {
    let text = support::text("tests/data/get_workflow_run.wire.json");
    let response: GetWorkflowRunResponse = serde_json::from_str(&text).unwrap();
    assert_eq!(response.validate_strict(), Ok(()));
}

#[test]
fn identifiers_in_lists_are_checked() {
    let run = JobRun::default().with_predecessor_runs(vec![
        Predecessor::default().with_job_name("a"),
        Predecessor::default().with_run_id("\u{0}"),
    ]);
    let found = run.validate().unwrap_err();
    assert_eq!(found.iter().next().unwrap().path(), "/PredecessorRuns/1/RunId");
}
