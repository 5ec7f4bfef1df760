//! The interesting facts about one node of the graph.

use glue_types::{Node, NodeType, Timestamp};

use crate::consumption::Consumption;
use crate::state::{Phase, State};
use crate::{crawler, job, text, trigger};

/// A node of the graph. All of its text is safe to print.
pub(crate) struct Step {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) state: State,
    pub(crate) duration: Option<String>,
    /// Further lines, the most important first.
    pub(crate) details: Vec<String>,
    pub(crate) consumption: Option<Consumption>,
    /// The latest known time at which something happened.
    pub(crate) last_change: Option<Timestamp>,
}

pub(crate) enum Kind {
    Trigger,
    Job,
    Crawler,
    /// A type that these types do not know.
    Other(String),
}

impl Step {
    pub(crate) fn of(node: &Node, run_is_over: bool) -> Self {
        let step = match &node.r#type {
            Some(NodeType::Trigger) => trigger::step(node.trigger_details.as_ref()),
            Some(NodeType::Job) => job::step(node.job_details.as_ref(), run_is_over),
            Some(NodeType::Crawler) => crawler::step(node.crawler_details.as_ref(), run_is_over),
            other => Self::new(Kind::other(other.as_ref()), State::none()),
        };
        Self { name: text::name(node.name.as_deref()), ..step }
    }

    /// A placeholder for a node that an edge names and the response does not have.
    pub(crate) fn missing(id: &str) -> Self {
        let step = Self::new(Kind::other(None), State::new("not listed", Phase::Unknown));
        Self { name: text::printable(id), ..step }
    }

    pub(crate) fn not_started(kind: Kind, run_is_over: bool) -> Self {
        let word = if run_is_over { "did not run" } else { "not started" };
        Self::new(kind, State::new(word, Phase::Idle))
    }

    pub(crate) fn new(kind: Kind, state: State) -> Self {
        Self {
            name: String::new(),
            kind,
            state,
            duration: None,
            details: Vec::new(),
            consumption: None,
            last_change: None,
        }
    }
}

impl Kind {
    fn other(node_type: Option<&NodeType>) -> Self {
        Self::Other(text::printable(node_type.map_or("node", NodeType::as_str)))
    }

    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Trigger => "trigger",
            Self::Job => "job",
            Self::Crawler => "crawler",
            Self::Other(word) => word,
        }
    }
}
