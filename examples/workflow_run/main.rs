//! Shows a saved `GetWorkflowRun` response: how the run ended, and its graph.
//!
//! ```text
//! aws glue get-workflow-run --name NAME --run-id ID --include-graph > run.json
//! cargo run --example workflow_run -- run.json
//! cargo run --example workflow_run -- --mermaid run.json
//! ```
//!
//! `response` uses the crate: it reads the response, validates it, and passes plain structures to
//! the rest of the program, which is a list of short steps: `step` picks the interesting facts
//! about a node, `graph` puts the nodes in order, and `summary`, `tree` and `mermaid` write.

mod arguments;
mod consumption;
mod crawler;
mod graph;
mod job;
mod lanes;
mod mermaid;
mod response;
mod state;
mod step;
mod style;
mod summary;
mod text;
mod tree;
mod trigger;

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::eprintln;
use glue_types::{Violations, WorkflowRun, WorkflowRunStatus};

use crate::arguments::{Arguments, Command, Format};
use crate::graph::Graph;
use crate::mermaid::Flowchart;
use crate::response::{Error, Response};

fn main() -> ExitCode {
    match Command::from_environment() {
        Ok(Command::Help) => print(arguments::USAGE),
        Ok(Command::Show(arguments)) => show(&arguments),
        Err(error) => {
            complain(&error);
            eprintln!("\n{}", arguments::USAGE.trim_end());
            ExitCode::from(2)
        }
    }
}

fn show(arguments: &Arguments) -> ExitCode {
    match render(arguments) {
        Ok(text) => print(&text),
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn render(arguments: &Arguments) -> Result<String, Error> {
    let Response { run, graph, violations } = Response::read(&arguments.source)?;
    if let Some(violations) = violations {
        warn(&violations);
    }
    let graph = Graph::new(&graph, is_over(&run));
    Ok(match arguments.format {
        Format::Mermaid => Flowchart { run: &run, graph: &graph }.to_string(),
        Format::Text => {
            let width = textwrap::termwidth();
            summary::summarize(&run, &graph, width) + "\n" + &tree::draw(&graph, width)
        }
    })
}

/// Whether nodes that have not run yet never will.
fn is_over(run: &WorkflowRun) -> bool {
    use WorkflowRunStatus::{Completed, Error, Stopped};
    matches!(run.status, Some(Completed | Error | Stopped))
}

/// Writes to standard output, where anstream leaves colors out unless it is a terminal.
fn print(text: &str) -> ExitCode {
    let mut output = anstream::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has closed the pipe, as in `workflow_run run.json | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn complain(error: &dyn std::error::Error) {
    eprintln!("{style}error:{style:#} {error}", style = style::ERROR);
}

fn warn(violations: &Violations) {
    let count = violations.iter().count();
    let values = if count == 1 { "value breaks" } else { "values break" };
    let style = style::WARNING;
    eprintln!("{style}warning:{style:#} {count} {values} a constraint of the API:");
    for violation in violations {
        eprintln!("  - {}", text::printable(&violation.to_string()));
    }
    eprintln!();
}
