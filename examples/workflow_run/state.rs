//! The states of runs, jobs, crawlers and triggers.
//!
//! The enums of the API are open: each match ends in `_` for unknown values, and the word shown is
//! always the value itself.

use glue_types::{CrawlState, JobRunState, TriggerState, WorkflowRunStatus};

use crate::text;

/// A state with the API's spelling, and its phase.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) word: String,
    pub(crate) phase: Phase,
}

/// The phases that summarize the many states of the API.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// A trigger that is activated.
    Ready,
    /// Not started, or a trigger that is not activated.
    Idle,
    Active,
    Succeeded,
    Failed,
    Stopped,
    /// A state that these types do not know, or no state.
    Unknown,
}

impl State {
    pub(crate) fn new(word: &str, phase: Phase) -> Self {
        Self { word: text::printable(word), phase }
    }

    pub(crate) fn none() -> Self {
        Self::new("no state", Phase::Unknown)
    }
}

impl Phase {
    pub(crate) const ALL: [Self; 7] = [
        Self::Ready,
        Self::Idle,
        Self::Active,
        Self::Succeeded,
        Self::Failed,
        Self::Stopped,
        Self::Unknown,
    ];

    /// A sign that is one column wide and that terminals do not replace with an emoji.
    pub(crate) fn glyph(self) -> &'static str {
        match self {
            Self::Ready => "◆",
            Self::Idle => "○",
            Self::Active => "►",
            Self::Succeeded => "✓",
            Self::Failed => "✗",
            Self::Stopped => "■",
            Self::Unknown => "?",
        }
    }
}

impl From<&WorkflowRunStatus> for State {
    fn from(status: &WorkflowRunStatus) -> Self {
        let phase = match status {
            WorkflowRunStatus::Running | WorkflowRunStatus::Stopping => Phase::Active,
            WorkflowRunStatus::Completed => Phase::Succeeded,
            WorkflowRunStatus::Stopped => Phase::Stopped,
            WorkflowRunStatus::Error => Phase::Failed,
            _ => Phase::Unknown,
        };
        Self::new(status.as_str(), phase)
    }
}

impl From<&JobRunState> for State {
    fn from(state: &JobRunState) -> Self {
        let phase = match state {
            JobRunState::Starting
            | JobRunState::Running
            | JobRunState::Stopping
            | JobRunState::Waiting => Phase::Active,
            JobRunState::Succeeded => Phase::Succeeded,
            JobRunState::Failed
            | JobRunState::Timeout
            | JobRunState::Error
            | JobRunState::Expired => Phase::Failed,
            JobRunState::Stopped => Phase::Stopped,
            _ => Phase::Unknown,
        };
        Self::new(state.as_str(), phase)
    }
}

impl From<&CrawlState> for State {
    fn from(state: &CrawlState) -> Self {
        let phase = match state {
            CrawlState::Running | CrawlState::Cancelling => Phase::Active,
            CrawlState::Succeeded => Phase::Succeeded,
            CrawlState::Failed | CrawlState::Error => Phase::Failed,
            CrawlState::Cancelled => Phase::Stopped,
            _ => Phase::Unknown,
        };
        Self::new(state.as_str(), phase)
    }
}

impl From<&TriggerState> for State {
    fn from(state: &TriggerState) -> Self {
        let phase = match state {
            TriggerState::Activated => Phase::Ready,
            TriggerState::Unknown(_) => Phase::Unknown,
            _ => Phase::Idle,
        };
        Self::new(state.as_str(), phase)
    }
}
