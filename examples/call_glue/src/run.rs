//! The common parts of job runs and workflow runs.

use glue_types::{
    GetJobRun, GetJobRunRequest, GetJobRunResponse, GetWorkflowRun, GetWorkflowRunRequest,
    GetWorkflowRunResponse, JobRunState, Operation, Timestamp, WorkflowRunStatistics,
    WorkflowRunStatus,
};

/// The response that has a run.
pub(crate) trait Run: serde::Serialize {
    fn facts(&self) -> Facts<'_>;
}

/// The request for a run.
pub(crate) trait Ask {
    type Output: Run;
    type Operation: Operation<Input = Self, Output = Self::Output>;

    /// The name of the run, for people.
    fn title(&self) -> String;
}

/// The facts that are reported about a run.
pub(crate) struct Facts<'a> {
    pub(crate) kind: &'static str,
    pub(crate) name: Option<&'a str>,
    pub(crate) id: Option<&'a str>,
    pub(crate) state: Option<&'a str>,
    /// How the run ended, if it has ended.
    pub(crate) end: Option<End>,
    pub(crate) started: Option<Timestamp>,
    pub(crate) completed: Option<Timestamp>,
    pub(crate) dpu_seconds: Option<f64>,
    pub(crate) statistics: Option<&'a WorkflowRunStatistics>,
    pub(crate) error: Option<&'a str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Succeeded,
    /// It failed, was stopped, or ran out of time.
    Failed,
}

impl Ask for GetJobRunRequest {
    type Output = GetJobRunResponse;
    type Operation = GetJobRun;

    fn title(&self) -> String {
        title("job run", self.run_id.as_deref(), self.job_name.as_deref())
    }
}

impl Ask for GetWorkflowRunRequest {
    type Output = GetWorkflowRunResponse;
    type Operation = GetWorkflowRun;

    fn title(&self) -> String {
        title("workflow run", self.run_id.as_deref(), self.name.as_deref())
    }
}

fn title(kind: &str, run: Option<&str>, of: Option<&str>) -> String {
    format!("{kind} {} of {}", run.unwrap_or("?"), of.unwrap_or("?"))
}

impl Run for GetJobRunResponse {
    fn facts(&self) -> Facts<'_> {
        let run = self.job_run.as_ref();
        let state = run.and_then(|run| run.job_run_state.as_ref());
        Facts {
            kind: "job run",
            name: run.and_then(|run| run.job_name.as_deref()),
            id: run.and_then(|run| run.id.as_deref()),
            state: state.map(JobRunState::as_str),
            end: state.and_then(job_end),
            started: run.and_then(|run| run.started_on),
            completed: run.and_then(|run| run.completed_on),
            dpu_seconds: run.and_then(|run| run.dpu_seconds),
            statistics: None,
            error: run.and_then(|run| run.error_message.as_deref()),
        }
    }
}

/// An unknown state counts as under way: a later poll will show.
fn job_end(state: &JobRunState) -> Option<End> {
    match state {
        JobRunState::Succeeded => Some(End::Succeeded),
        JobRunState::Stopped
        | JobRunState::Failed
        | JobRunState::Timeout
        | JobRunState::Error
        | JobRunState::Expired => Some(End::Failed),
        _ => None,
    }
}

impl Run for GetWorkflowRunResponse {
    fn facts(&self) -> Facts<'_> {
        let run = self.run.as_ref();
        let status = run.and_then(|run| run.status.as_ref());
        let statistics = run.and_then(|run| run.statistics.as_ref());
        Facts {
            kind: "workflow run",
            name: run.and_then(|run| run.name.as_deref()),
            id: run.and_then(|run| run.workflow_run_id.as_deref()),
            state: status.map(WorkflowRunStatus::as_str),
            end: status.and_then(|status| workflow_end(status, statistics)),
            started: run.and_then(|run| run.started_on),
            completed: run.and_then(|run| run.completed_on),
            dpu_seconds: None,
            statistics,
            error: run.and_then(|run| run.error_message.as_deref()),
        }
    }
}

/// A workflow completes whatever happens to its jobs and crawlers, so failures are counted.
fn workflow_end(
    status: &WorkflowRunStatus,
    statistics: Option<&WorkflowRunStatistics>,
) -> Option<End> {
    match status {
        WorkflowRunStatus::Completed if statistics.is_some_and(has_failures) => Some(End::Failed),
        WorkflowRunStatus::Completed => Some(End::Succeeded),
        WorkflowRunStatus::Stopped | WorkflowRunStatus::Error => Some(End::Failed),
        _ => None,
    }
}

fn has_failures(statistics: &WorkflowRunStatistics) -> bool {
    [
        statistics.failed_actions,
        statistics.errored_actions,
        statistics.timeout_actions,
        statistics.stopped_actions,
    ]
    .into_iter()
    .flatten()
    .any(|count| count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_state_that_is_an_end_is_known_as_one() {
        let ends = |end| {
            let states = JobRunState::VALUES.iter().copied();
            states.filter(|state| job_end(&JobRunState::from(*state)) == end).collect::<Vec<_>>()
        };
        assert_eq!(ends(Some(End::Succeeded)), ["SUCCEEDED"]);
        assert_eq!(ends(Some(End::Failed)), ["STOPPED", "FAILED", "TIMEOUT", "ERROR", "EXPIRED"]);
        assert_eq!(ends(None), ["STARTING", "RUNNING", "STOPPING", "WAITING"]);
        assert!(job_end(&JobRunState::from("PAUSED")).is_none());
    }

    #[test]
    fn a_completed_workflow_succeeded_if_its_actions_did() {
        let end = |statistics: Option<WorkflowRunStatistics>| {
            workflow_end(&WorkflowRunStatus::Completed, statistics.as_ref())
        };
        let statistics = || WorkflowRunStatistics::default().with_succeeded_actions(2);
        assert!(end(None) == Some(End::Succeeded));
        assert!(end(Some(statistics().with_failed_actions(0))) == Some(End::Succeeded));
        assert!(end(Some(statistics().with_failed_actions(1))) == Some(End::Failed));
        assert!(end(Some(statistics().with_errored_actions(1))) == Some(End::Failed));
        assert!(end(Some(statistics().with_timeout_actions(1))) == Some(End::Failed));
        assert!(end(Some(statistics().with_stopped_actions(1))) == Some(End::Failed));
        assert!(workflow_end(&WorkflowRunStatus::Stopped, None) == Some(End::Failed));
        assert!(workflow_end(&WorkflowRunStatus::Stopping, None).is_none());
    }
}
