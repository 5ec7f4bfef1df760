//! Parses the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser};

pub(crate) const USAGE: &str = "\
Shows a saved GetWorkflowRun response: what became of the run, and its graph.

Usage: workflow_run [--mermaid] FILE

  FILE        what `aws glue get-workflow-run --include-graph` printed,
              or - to read it from standard input
  --mermaid   print the graph as a Mermaid flowchart, ready to paste
  -h, --help  print this text
";

pub(crate) enum Command {
    Help,
    Show(Arguments),
}

pub(crate) struct Arguments {
    pub(crate) source: Source,
    pub(crate) format: Format,
}

pub(crate) enum Source {
    File(PathBuf),
    StandardInput,
}

#[derive(Clone, Copy)]
pub(crate) enum Format {
    Text,
    Mermaid,
}

impl Command {
    pub(crate) fn from_environment() -> Result<Self, lexopt::Error> {
        Self::parse(Parser::from_env())
    }

    fn parse(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let mut source = None;
        let mut format = Format::Text;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Long("mermaid") => format = Format::Mermaid,
                Arg::Value(name) if source.is_none() => source = Some(Source::from(name)),
                unexpected => return Err(unexpected.unexpected()),
            }
        }
        let source = source.ok_or("no FILE given")?;
        Ok(Self::Show(Arguments { source, format }))
    }
}

impl From<OsString> for Source {
    fn from(name: OsString) -> Self {
        if name == "-" { Self::StandardInput } else { Self::File(name.into()) }
    }
}
