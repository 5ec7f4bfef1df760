//! A large response of `GetWorkflowRun`, the same in every run of the benchmarks.

use std::collections::BTreeMap;

use glue_types::{
    Action, Condition, Crawl, CrawlState, CrawlerNodeDetails, Edge, ExecutionClass,
    GetWorkflowRunResponse, JobMode, JobNodeDetails, JobRun, JobRunState, Logical, LogicalOperator,
    Node, NodeType, NotificationProperty, Predecessor, Predicate, Timestamp, Trigger,
    TriggerNodeDetails, TriggerState, TriggerType, WorkerType, WorkflowGraph, WorkflowRun,
    WorkflowRunStatistics, WorkflowRunStatus,
};

/// Each stage of the workflow has a trigger, the jobs that it starts, and a crawler for their
/// output.
const STAGES: usize = 100;
const JOBS_PER_STAGE: usize = 3;

const WORKFLOW: &str = "nightly-lakehouse";
const WORKFLOW_RUN: &str = "wr_01464da0739f64d0eb7afe34f8b34a9ac0cc226855d4aa4d3ae4f4e4cff85a7d";
/// 2024-05-01T00:00:00Z.
const MIDNIGHT: i64 = 1_714_521_600;

/// A workflow run with 500 nodes: 100 triggers, 300 jobs with at least one run each, 100 crawlers.
pub(crate) fn workflow_run() -> GetWorkflowRunResponse {
    let mut builder =
        Builder { digits: Digits(0x9E37_79B9_7F4A_7C15), nodes: vec![], edges: vec![] };
    let mut previous = None;
    for stage in 0..STAGES {
        previous = Some(builder.stage(stage, previous));
    }
    let graph = WorkflowGraph::default().with_nodes(builder.nodes).with_edges(builder.edges);
    let actions = STAGES as i32 * (JOBS_PER_STAGE as i32 + 1);
    let statistics = WorkflowRunStatistics::default()
        .with_total_actions(actions)
        .with_timeout_actions(0)
        .with_failed_actions(0)
        .with_stopped_actions(0)
        .with_succeeded_actions(actions)
        .with_running_actions(0)
        .with_errored_actions(0)
        .with_waiting_actions(0);
    GetWorkflowRunResponse::default().with_run(
        WorkflowRun::default()
            .with_name(WORKFLOW)
            .with_workflow_run_id(WORKFLOW_RUN)
            .with_workflow_run_properties(texts(&[
                ("business_date", "2024-04-30"),
                ("requested_by", "scheduler"),
            ]))
            .with_started_on(at(0))
            .with_completed_on(at(10_502_123))
            .with_status(WorkflowRunStatus::Completed)
            .with_statistics(statistics)
            .with_graph(graph),
    )
}

struct Builder {
    digits: Digits,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

/// The last node of a stage: the crawler.
struct StageEnd {
    crawler: String,
    node: String,
}

impl Builder {
    fn stage(&mut self, stage: usize, previous: Option<StageEnd>) -> StageEnd {
        let trigger = format!("start-stage-{stage:03}");
        let jobs: Vec<String> =
            (0..JOBS_PER_STAGE).map(|job| format!("load-table-{stage:03}-{job}")).collect();
        let trigger_node = self.node(NodeType::Trigger, &trigger, |node, _| {
            node.with_trigger_details(TriggerNodeDetails::default().with_trigger(trigger_details(
                &trigger,
                &jobs,
                previous.as_ref(),
            )))
        });
        if let Some(previous) = previous {
            self.edge(&previous.node, &trigger_node);
        }

        let crawler = format!("stage-{stage:03}");
        let crawler_node = self.node(NodeType::Crawler, &crawler, |node, _| {
            node.with_crawler_details(CrawlerNodeDetails::default().with_crawls(vec![crawl(stage)]))
        });
        for (nth, job) in jobs.iter().enumerate() {
            let start = (stage * 100 + nth) as i64 * 1_017;
            let job_node = self.node(NodeType::Job, job, |node, digits| {
                node.with_job_details(
                    JobNodeDetails::default().with_job_runs(job_runs(job, &trigger, start, digits)),
                )
            });
            self.edge(&trigger_node, &job_node);
            self.edge(&job_node, &crawler_node);
        }
        StageEnd { crawler, node: crawler_node }
    }

    /// Adds a node and returns its identifier.
    fn node(
        &mut self,
        kind: NodeType,
        name: &str,
        with_details: impl FnOnce(Node, &mut Digits) -> Node,
    ) -> String {
        let id = self.digits.id("wnode_");
        let node = Node::default().with_type(kind).with_name(name).with_unique_id(&*id);
        self.nodes.push(with_details(node, &mut self.digits));
        id
    }

    fn edge(&mut self, source: &str, destination: &str) {
        self.edges.push(Edge::default().with_source_id(source).with_destination_id(destination));
    }
}

fn trigger_details(name: &str, jobs: &[String], previous: Option<&StageEnd>) -> Trigger {
    let actions = jobs.iter().map(|job| {
        Action::default()
            .with_job_name(job)
            .with_timeout(120)
            .with_arguments(texts(&[("--landing-path", "s3://example-lake-landing/orders/")]))
    });
    let trigger = Trigger::default()
        .with_name(name)
        .with_workflow_name(WORKFLOW)
        .with_state(TriggerState::Activated)
        .with_description("Loads the next tables.\nOwned by the lake team, Zürich.")
        .with_actions(actions.collect());
    let Some(previous) = previous else {
        return trigger.with_type(TriggerType::Scheduled).with_schedule("cron(15 1 * * ? *)");
    };
    let crawled = Condition::default()
        .with_logical_operator(LogicalOperator::Equals)
        .with_crawler_name(&previous.crawler)
        .with_crawl_state(CrawlState::Succeeded);
    trigger.with_type(TriggerType::Conditional).with_predicate(
        Predicate::default().with_logical(Logical::Any).with_conditions(vec![crawled]),
    )
}

fn crawl(stage: usize) -> Crawl {
    let start = (stage * 100 + JOBS_PER_STAGE) as i64 * 1_017;
    Crawl::default()
        .with_state(CrawlState::Succeeded)
        .with_started_on(at(start))
        .with_completed_on(at(start + 115_630))
        .with_log_group("/aws-glue/crawlers")
        .with_log_stream(format!("stage-{stage:03}"))
}

/// The runs of a job: a successful one, in some cases after one that failed.
fn job_runs(job: &str, trigger: &str, start: i64, digits: &mut Digits) -> Vec<JobRun> {
    let id = digits.id("jr_");
    let run = job_run(job, trigger, start, digits).with_id(&*id);
    if !digits.next().is_multiple_of(8) {
        return vec![run.with_attempt(0).with_job_run_state(JobRunState::Succeeded)];
    }
    let retry = job_run(job, trigger, start + 700_000, digits)
        .with_id(format!("{id}_attempt_1"))
        .with_attempt(1)
        .with_previous_run_id(&*id)
        .with_job_run_state(JobRunState::Succeeded);
    let failed = run.with_attempt(0).with_job_run_state(JobRunState::Failed).with_error_message(
        "Error Category: QUERY_ERROR; Failed Line Number: 87; \
         AnalysisException: Cannot resolve column \"customer_ref\".",
    );
    vec![failed, retry]
}

#[expect(deprecated, reason = "a real run has its AllocatedCapacity")]
fn job_run(job: &str, trigger: &str, start: i64, digits: &mut Digits) -> JobRun {
    let seconds = 120 + (digits.next() % 500) as i32;
    let end = at(start + i64::from(seconds) * 1_000 + 640);
    JobRun::default()
        .with_trigger_name(trigger)
        .with_job_name(job)
        .with_job_mode(JobMode::Script)
        .with_job_run_queuing_enabled(false)
        .with_started_on(at(start))
        .with_last_modified_on(end)
        .with_completed_on(end)
        .with_arguments(texts(&[
            ("--WORKFLOW_NAME", WORKFLOW),
            ("--WORKFLOW_RUN_ID", WORKFLOW_RUN),
            ("--enable-auto-scaling", "true"),
            ("--landing-path", "s3://example-lake-landing/orders/"),
        ]))
        .with_predecessor_runs(vec![
            Predecessor::default().with_job_name("compact").with_run_id(digits.id("jr_")),
        ])
        .with_allocated_capacity(10)
        .with_execution_time(seconds)
        .with_timeout(480)
        .with_max_capacity(10.0)
        .with_worker_type(WorkerType::G1X)
        .with_number_of_workers(10)
        .with_security_configuration("lake-kms")
        .with_log_group_name("/aws-glue/jobs-ExampleGlueRole-lake-kms/")
        .with_notification_property(NotificationProperty::default().with_notify_delay_after(45))
        .with_glue_version("5.0")
        .with_dpu_seconds(f64::from(seconds) * 9.75)
        .with_execution_class(ExecutionClass::Flex)
        .with_maintenance_window("Sun:3")
        .with_profile_name("batch-team")
        .with_state_detail("Left the queue after 4 minutes, when 10 DPUs had become free.")
        .with_execution_role_session_policy(r#"{"Version":"2012-10-17","Statement":[]}"#)
}

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_unix_millis(MIDNIGHT * 1_000 + milliseconds).expect("a time in 2024")
}

fn texts(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
    entries.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// Numbers that look random (the SplitMix64 generator).
struct Digits(u64);

impl Digits {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// An identifier like Glue's: a prefix and 64 hexadecimal digits.
    fn id(&mut self, prefix: &str) -> String {
        let [a, b, c, d] = [(); 4].map(|()| self.next());
        format!("{prefix}{a:016x}{b:016x}{c:016x}{d:016x}")
    }
}
