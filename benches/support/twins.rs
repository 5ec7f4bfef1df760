//! The response of `GetWorkflowRun` as written for `serde_derive`.
//!
//! The structures have the same members of the same types as the generated ones, and leave out
//! absent members when they are written. They lack what the generated types do beyond that: these
//! also read CloudTrail's casing, refuse a repeated member, drop nulls from lists and maps, and
//! read `"NaN"` as a number.
//! member that comes twice, drop nulls from lists and maps, and read `"NaN"` as a number.

use std::collections::BTreeMap;

use glue_types::Timestamp;
use serde::{Deserialize, Serialize};

use super::twin_enums::{
    CrawlState, ExecutionClass, JobMode, JobRunState, Logical, LogicalOperator, NodeType,
    TriggerState, TriggerType, WorkerType, WorkflowRunStatus,
};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GetWorkflowRunResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<WorkflowRun>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct WorkflowRun {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    workflow_run_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_run_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    workflow_run_properties: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    started_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completed_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<WorkflowRunStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<WorkflowRunStatistics>,
    #[serde(skip_serializing_if = "Option::is_none")]
    graph: Option<WorkflowGraph>,
    #[serde(skip_serializing_if = "Option::is_none")]
    starting_event_batch_condition: Option<StartingEventBatchCondition>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct WorkflowRunStatistics {
    #[serde(skip_serializing_if = "Option::is_none")]
    total_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failed_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    succeeded_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    running_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errored_actions: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting_actions: Option<i32>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct StartingEventBatchCondition {
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_size: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_window: Option<i32>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct WorkflowGraph {
    #[serde(skip_serializing_if = "Option::is_none")]
    nodes: Option<Vec<Node>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edges: Option<Vec<Edge>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Edge {
    #[serde(skip_serializing_if = "Option::is_none")]
    source_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination_id: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Node {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<NodeType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger_details: Option<TriggerNodeDetails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_details: Option<JobNodeDetails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    crawler_details: Option<CrawlerNodeDetails>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TriggerNodeDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<Trigger>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Trigger {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    workflow_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<TriggerType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<TriggerState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actions: Option<Vec<Action>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predicate: Option<Predicate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_batching_condition: Option<EventBatchingCondition>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Action {
    #[serde(skip_serializing_if = "Option::is_none")]
    job_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    arguments: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    security_configuration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_property: Option<NotificationProperty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    crawler_name: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct NotificationProperty {
    #[serde(skip_serializing_if = "Option::is_none")]
    notify_delay_after: Option<i32>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Predicate {
    #[serde(skip_serializing_if = "Option::is_none")]
    logical: Option<Logical>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conditions: Option<Vec<Condition>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Condition {
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_operator: Option<LogicalOperator>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<JobRunState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    crawler_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    crawl_state: Option<CrawlState>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventBatchingCondition {
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_size: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_window: Option<i32>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct JobNodeDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    job_runs: Option<Vec<JobRun>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct JobRun {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempt: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_run_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_mode: Option<JobMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_run_queuing_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    started_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completed_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_run_state: Option<JobRunState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    arguments: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predecessor_runs: Option<Vec<Predecessor>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allocated_capacity: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    execution_time: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_capacity: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worker_type: Option<WorkerType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_workers: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    security_configuration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    log_group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification_property: Option<NotificationProperty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    glue_version: Option<String>,
    #[serde(rename = "DPUSeconds", skip_serializing_if = "Option::is_none")]
    dpu_seconds: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    execution_class: Option<ExecutionClass>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maintenance_window: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state_detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    execution_role_session_policy: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Predecessor {
    #[serde(skip_serializing_if = "Option::is_none")]
    job_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    run_id: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CrawlerNodeDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    crawls: Option<Vec<Crawl>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Crawl {
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<CrawlState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    started_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completed_on: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    log_group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    log_stream: Option<String>,
}
