//! Reads and validates the response.

use std::fmt;
use std::fs;
use std::io::{self, Read};

use glue_types::{GetWorkflowRunResponse, Validate, Violations, WorkflowGraph, WorkflowRun};
use serde_json::error::Category;

use crate::arguments::Source;

/// A response that has everything that is needed to show it.
pub(crate) struct Response {
    pub(crate) run: WorkflowRun,
    pub(crate) graph: WorkflowGraph,
    pub(crate) violations: Option<Violations>,
}

impl Response {
    pub(crate) fn read(source: &Source) -> Result<Self, Error> {
        let bytes =
            source.read().map_err(|error| Error::new(source, Problem::Unreadable(error)))?;
        Self::parse(&bytes).map_err(|problem| Error::new(source, problem))
    }

    fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let response: GetWorkflowRunResponse = serde_json::from_slice(bytes)?;
        // Reading accepts any value of the right type, so a saved response can always be opened.
        // Whether the values are valid is checked separately.
        let violations = response.validate().err();
        let mut run = response.run.ok_or(Problem::NoRun)?;
        let graph = run.graph.take().ok_or(Problem::NoGraph)?;
        Ok(Self { run, graph, violations })
    }
}

impl Source {
    fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::File(path) => fs::read(path),
            Self::StandardInput => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::StandardInput => f.write_str("standard input"),
        }
    }
}

/// The reason why a response cannot be shown.
#[derive(Debug)]
pub(crate) struct Error {
    source: String,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Unreadable(io::Error),
    Json(serde_json::Error),
    NoRun,
    NoGraph,
}

impl Error {
    fn new(source: &Source, problem: Problem) -> Self {
        Self { source: source.to_string(), problem }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = &self.source;
        match &self.problem {
            Problem::Unreadable(error) => write!(f, "cannot read {source}: {error}"),
            Problem::Json(error) if error.classify() == Category::Data => {
                write!(f, "{source} is not a GetWorkflowRun response: {error}")
            }
            Problem::Json(error) => write!(f, "{source} is not valid JSON: {error}"),
            Problem::NoRun => write!(
                f,
                "{source} is not a GetWorkflowRun response: it has no `Run`\n\
                 Save the whole output of `aws glue get-workflow-run --include-graph`."
            ),
            Problem::NoGraph => write!(
                f,
                "the run in {source} has no graph\n\
                 Glue leaves it out unless asked: \
                 pass --include-graph to `aws glue get-workflow-run`."
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Unreadable(error) => Some(error),
            Problem::Json(error) => Some(error),
            Problem::NoRun | Problem::NoGraph => None,
        }
    }
}
