//! Documents as people hold them, with the values that they must read as.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use format_tests::bignumbers::Out;
use format_tests::ecs::{Attachment, Container, KeyValuePair, Task, TaskStopCode};
use format_tests::kinds::{Alike, Choice, Everything, Other};
use format_tests::ssm::{Command, CommandStatus, SendCommandRequest, SendCommandResult};
use format_tests::stepfunctions::{DescribeExecutionOutput, ExecutionStatus};
use glue_runtime::{Known, Timestamp};
use glue_types::{JobRun, JobRunState};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

fn milliseconds(milliseconds: i64) -> Timestamp {
    Timestamp::from_unix_millis(milliseconds).unwrap()
}

fn seconds(seconds: i64) -> Timestamp {
    Timestamp::from_unix(seconds, 0).unwrap()
}

#[test]
fn step_functions_writes_every_key_in_pascal_case() {
    let task: Task = read(include_str!("../data/sfn_ecs_runtask_sync.json"));
    let detail = KeyValuePair::default().with_name("subnetId").with_value("subnet-1");
    let attachment = Attachment::default()
        .with_id("1")
        .with_type("eni")
        .with_status("DELETED")
        .with_details(vec![detail]);
    let container = Container::default()
        .with_container_arn("ca")
        .with_task_arn("t")
        .with_name("n")
        .with_last_status("STOPPED")
        .with_exit_code(0)
        .with_cpu("0");
    let expected = Task::default()
        .with_attachments(vec![attachment])
        .with_cluster_arn("c")
        .with_containers(vec![container])
        .with_cpu("256")
        .with_created_at(milliseconds(1_707_842_100_123))
        .with_last_status("STOPPED")
        .with_stop_code(TaskStopCode::EssentialContainerExited)
        .with_task_arn("t")
        .with_version(5);
    assert_eq!(task, expected);

    let execution: DescribeExecutionOutput =
        read(include_str!("../data/sfn_describe_execution.json"));
    let expected = DescribeExecutionOutput::default()
        .with_execution_arn("a")
        .with_name("n")
        .with_start_date(milliseconds(1_706_781_600_123))
        .with_status(ExecutionStatus::Succeeded);
    assert_eq!(execution, expected);
}

#[test]
fn keys_read_in_any_case_unless_another_is_exact() {
    let text = r#"{"JOBNAME": "a", "dbinSTANCES": ["b"], "choice": {"TEXT": "c"}}"#;
    let everything: Everything = read(text);
    let expected = Everything::default()
        .with_job_name("a")
        .with_db_instances(vec!["b".to_owned()])
        .with_choice(Choice::Text("c".to_owned()));
    assert_eq!(everything, expected);
    // A key that differs in more than ASCII case is another one.
    assert_eq!(read::<Everything>(r#"{"JobN\u00e4me": 1, "Job_Name": 2}"#), Everything::default());

    let alike = |text: &str| serde_json::to_value(read::<Alike>(text)).unwrap();
    let all = json!({"name": "1", "Name": "2", "NAME": "3"});
    assert_eq!(alike(&all.to_string()), all);
    assert_eq!(alike(r#"{"NAME": "1"}"#), json!({"NAME": "1"}));
    // The first letter alone is in another case.
    assert_eq!(alike(r#"{"nAME": "1"}"#), json!({"NAME": "1"}));
    assert_eq!(alike(r#"{"naMe": "1"}"#), json!({"name": "1"}));
}

#[test]
fn two_spellings_of_one_key_are_an_error() {
    let error = |text: &str| serde_json::from_str::<JobRun>(text).unwrap_err().to_string();
    for text in [r#"{"JobName":"a","jobName":"b"}"#, r#"{"JOBNAME":"a","JobName":"b"}"#] {
        assert!(error(text).starts_with("duplicate field `JobName`"));
    }
    // A null says nothing.
    let run: JobRun = read(r#"{"JobName": null, "jobName": "b"}"#);
    assert_eq!(run.job_name.as_deref(), Some("b"));
}

#[test]
fn enum_values_read_in_their_own_case_alone() {
    let run: JobRun = read(r#"{"JobRunState": "succeeded"}"#);
    assert!(matches!(run.job_run_state, Some(JobRunState::Unknown(_))));
}

#[test]
fn cloudtrail_redacts_maps() {
    let request: SendCommandRequest =
        read(include_str!("../data/cloudtrail_ssm_sendcommand.input.json"));
    let expected = SendCommandRequest::default()
        .with_document_name("AWS-RunShellScript")
        .with_instance_ids(vec!["i-1".to_owned()]);
    assert_eq!(request, expected);
}

#[test]
fn cloudtrail_redacts_maps_in_answers() {
    let text = include_str!("../data/cloudtrail_ssm_sendcommand.output.json");
    let result: SendCommandResult = read(text);
    let command = Command::default()
        .with_command_id("1")
        .with_document_name("AWS-RunShellScript")
        .with_status(CommandStatus::Pending)
        .with_requested_date_time(seconds(1_722_587_004))
        .with_expires_after(seconds(1_722_594_204))
        .with_timeout_seconds(3600);
    assert_eq!(result, SendCommandResult::default().with_command(command));
}

#[test]
fn a_redaction_does_not_hide_where_a_later_error_is() {
    let text = r#"{"Inner": "HIDDEN_DUE_TO_SECURITY_REASONS", "Timeout": "x"}"#;
    let from = &mut serde_json::Deserializer::from_str(text);
    let error = serde_path_to_error::deserialize::<_, Everything>(from).unwrap_err();
    assert_eq!(error.path().to_string(), "Timeout");
    let text = r#"{"text": "HIDDEN_DUE_TO_SECURITY_REASONS", "inner": "<sensitiveDataRemoved>"}"#;
    assert_eq!(read::<Choice>(text), Choice::Text("HIDDEN_DUE_TO_SECURITY_REASONS".to_owned()));
    let error = serde_json::from_str::<Choice>(r#"{"inner": "<sensitiveDataRemoved>"}"#);
    assert!(error.unwrap_err().to_string().starts_with("the member of Choice is redacted"));
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Record {
    #[serde(flatten)]
    run: JobRun,
    #[serde(flatten)]
    extra: BTreeMap<String, Value>,
}

#[test]
fn a_flattened_type_takes_its_keys_and_leaves_the_others() {
    let text = include_str!("../data/flatten_extra.json");
    let record: Record = read(text);
    assert_eq!(record.run, JobRun::default().with_id("jr_1").with_attempt(0));
    assert_eq!(record.extra, [("NewMember".to_owned(), json!({"a": 1}))].into());
    assert_eq!(
        serde_json::to_string(&record).unwrap(),
        r#"{"Id":"jr_1","Attempt":0,"NewMember":{"a":1}}"#
    );

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Strict {
        #[serde(flatten)]
        run: JobRun,
        #[serde(flatten)]
        other: Other,
    }
    let strict: Strict = read(r#"{"Id": "jr_1", "taskArn": "t", "exitCode": 1.0}"#);
    assert_eq!(strict.run, JobRun::default().with_id("jr_1"));
    assert_eq!(strict.other, Other::default().with_task_arn("t").with_exit_code(1));
    let error = serde_json::from_str::<Strict>(text).unwrap_err().to_string();
    assert!(error.starts_with("unknown field `NewMember`"), "{error}");
}

#[test]
fn a_flattened_union_takes_the_member_that_it_knows() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Holder {
        #[serde(flatten)]
        choice: Choice,
        #[serde(flatten)]
        extra: BTreeMap<String, Value>,
    }
    let text = r#"{"number":4,"later":1,"own":2}"#;
    let holder: Holder = read(text);
    assert_eq!(holder.choice, Choice::Number(4));
    assert_eq!(serde_json::to_value(&holder).unwrap(), read::<Value>(text));
    let error = serde_json::from_str::<Holder>(r#"{"later": 1}"#).unwrap_err().to_string();
    assert!(error.starts_with("Choice has no member set"), "{error}");
}

#[test]
fn pandas_writes_whole_numbers_as_floats() {
    let runs: Vec<JobRun> = read(include_str!("../data/pandas_records.json"));
    let first = JobRun::default()
        .with_id("jr_1")
        .with_attempt(0)
        .with_started_on(milliseconds(1_628_246_014_452))
        .with_job_run_state(JobRunState::Succeeded)
        .with_timeout(2880)
        .with_number_of_workers(10)
        .with_max_capacity(10.0)
        .with_arguments([("--a".to_owned(), "b".to_owned())].into());
    let second = JobRun::default()
        .with_id("jr_2")
        .with_attempt(1)
        .with_started_on(milliseconds(1_628_332_414_000))
        .with_job_run_state(JobRunState::Failed)
        .with_error_message("x");
    assert_eq!(runs, [first, second]);
    let records: Vec<Record> = read(include_str!("../data/pandas_records.json"));
    let flattened: Vec<JobRun> = records.into_iter().map(|record| record.run).collect();
    assert_eq!(flattened, runs);
}

#[test]
fn a_structure_is_not_read_from_a_list_of_its_members() {
    let error = |text: &str| serde_json::from_str::<Other>(text).unwrap_err().to_string();
    for text in ["[]", r#"["t", 1]"#] {
        let error = error(text);
        assert!(error.contains("invalid type: sequence, expected an object for Other"), "{error}");
    }
    let bytes = rmp_serde::to_vec(&("t", 1)).unwrap();
    let error = rmp_serde::from_slice::<Other>(&bytes).unwrap_err().to_string();
    assert!(error.contains("invalid type: sequence, expected an object for Other"), "{error}");
}

#[test]
fn unknown_members_can_be_heard_of() {
    let text = r#"{"Id": "jr_1", "Rum": {"a": 1}, "timeout": 3, "PredecessorRuns": [{"Now": 1}]}"#;
    let mut unknown = Vec::new();
    let from = &mut serde_json::Deserializer::from_str(text);
    let run: JobRun =
        serde_ignored::deserialize(from, |path| unknown.push(path.to_string())).unwrap();
    assert_eq!(run.timeout, Some(3));
    // Serde asks for an option at each question mark.
    assert_eq!(unknown, ["Rum", "PredecessorRuns.?.0.?.Now"]);
}

/// The digits that a format does not round before they arrive are kept.
#[test]
fn big_numbers_are_lossless_where_serde_allows() {
    let text = include_str!("../data/bignumbers.json").trim();
    let read: Out = read(text);
    let (i, d) = (read.i.as_ref().unwrap(), read.d.as_ref().unwrap());
    if cfg!(feature = "arbitrary-precision") {
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert_eq!(i.as_number().unwrap().to_string(), "123456789012345678901234567890");
        assert_eq!(d.as_number().unwrap().to_string(), "0.1234567890123456789012345");
        // As JSON's text, and through everything that buffers.
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::from_value::<Out>(value.clone()).unwrap(), read);
        assert_eq!(serde_json::to_value(&read).unwrap(), value);
    } else {
        // serde_json has rounded them.
        assert_eq!(
            (i.as_f64(), d.as_f64()),
            (Some(1.234_567_890_123_456_8e29), Some(0.123_456_789_012_345_68))
        );
    }
    let yaml: Out = serde_norway::from_str("i: 123456789012345678901234567890\n").unwrap();
    let i = yaml.i.as_ref().unwrap();
    assert_eq!(i.as_number().unwrap().to_string(), "123456789012345678901234567890");
    assert_eq!(serde_json::to_string(&yaml).unwrap(), r#"{"i":123456789012345678901234567890}"#);
    assert_eq!(serde_norway::to_string(&yaml).unwrap(), "i: 123456789012345678901234567890\n");
    for value in [&read, &yaml] {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Out, _>(bytes.as_slice()).unwrap(), *value);
        let bytes = rmp_serde::to_vec(value).unwrap();
        assert_eq!(rmp_serde::from_slice::<Out>(&bytes).unwrap(), *value);
        let yaml = serde_norway::to_string(value).unwrap();
        assert_eq!(serde_norway::from_str::<Out>(&yaml).unwrap(), *value);
    }
}

#[test]
fn a_document_of_another_type_can_be_an_error() {
    let known = serde_json::from_str::<Known<Other>>;
    assert_eq!(known("{}").unwrap(), Known(Other::default()));
    let other = known(r#"{"New": 1, "TaskArn": null}"#).unwrap();
    assert_eq!(other, Known(Other::default()));
    let error = known(r#"{"JobName": "a", "New": {"taskArn": 1}}"#).unwrap_err().to_string();
    assert_eq!(
        error,
        "no key of the document is a member of Other, such as `taskArn` at line 1 column 39"
    );
    let error = known("[]").unwrap_err().to_string();
    assert!(error.starts_with("invalid type: sequence, expected an object for Other"), "{error}");
    let list: Vec<Known<Other>> = serde_json::from_str(r#"[{"exitCode": 1}]"#).unwrap();
    assert_eq!(list, [Known(Other::default().with_exit_code(1))]);
}
