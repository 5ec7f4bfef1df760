//! Parses the command line.

use std::time::Duration;

use glue_types::{GetJobRunRequest, GetWorkflowRunRequest};
use lexopt::{Arg, Parser, ValueExt};

pub(crate) const USAGE: &str = "\
Asks AWS Glue for a run.

Usage: call-glue [OPTIONS] job-run JOB RUN_ID
       call-glue [OPTIONS] workflow-run WORKFLOW RUN_ID

  --region REGION   the region [default: the variable AWS_REGION or AWS_DEFAULT_REGION]
  --endpoint URL    where to call [default: https://glue.REGION.amazonaws.com]
  --wait            look again until the run has ended
  --pause SECONDS   the longest pause between two looks [default: 30]
  --json            print the whole response, a workflow run with its graph
  -h, --help        print this text

Calls are signed with the key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN
if it needs one. Failures that may pass, such as throttling, are tried again.

The exit status is 0 when the run succeeded, 1 when it failed or was stopped, 3 when it has not
ended, and 2 when something went wrong on the way.
";

/// The longest `--pause`, in seconds: an hour.
const LONGEST_PAUSE: f64 = 3600.0;

pub(crate) enum Command {
    Help,
    Ask(Arguments),
}

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) target: Target,
    pub(crate) region: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) wait: bool,
    pub(crate) longest_pause: Duration,
    pub(crate) format: Format,
}

#[derive(Debug)]
pub(crate) enum Target {
    JobRun(GetJobRunRequest),
    WorkflowRun(GetWorkflowRunRequest),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

impl Command {
    pub(crate) fn from_environment() -> Result<Self, lexopt::Error> {
        Self::parse(Parser::from_env())
    }

    fn parse(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let (mut region, mut endpoint, mut wait) = (None, None, false);
        let mut longest_pause = Duration::from_secs(30);
        let mut format = Format::Text;
        let mut words = Vec::new();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Long("region") => region = Some(parser.value()?.string()?),
                Arg::Long("endpoint") => endpoint = Some(parser.value()?.string()?),
                Arg::Long("wait") => wait = true,
                Arg::Long("pause") => longest_pause = parser.value()?.parse_with(pause)?,
                Arg::Long("json") => format = Format::Json,
                Arg::Value(word) if words.len() < 3 => words.push(word.string()?),
                unexpected => return Err(unexpected.unexpected()),
            }
        }
        let target = Target::new(&words, format)?;
        Ok(Self::Ask(Arguments { target, region, endpoint, wait, longest_pause, format }))
    }
}

impl Target {
    fn new(words: &[String], format: Format) -> Result<Self, String> {
        match words {
            [kind, job, run] if kind == "job-run" => {
                Ok(Self::JobRun(GetJobRunRequest::default().with_job_name(job).with_run_id(run)))
            }
            [kind, workflow, run] if kind == "workflow-run" => {
                let request = GetWorkflowRunRequest::default().with_name(workflow).with_run_id(run);
                // Graphs are large, and the text output does not show them.
                Ok(Self::WorkflowRun(request.with_include_graph(format == Format::Json)))
            }
            [kind] | [kind, _] if ["job-run", "workflow-run"].contains(&&**kind) => {
                Err(format!("{kind} needs two words: a name and the ID of a run"))
            }
            [kind, ..] => Err(format!("{kind:?} is neither job-run nor workflow-run")),
            [] => Err("neither job-run nor workflow-run is asked for".to_owned()),
        }
    }
}

fn pause(seconds: &str) -> Result<Duration, String> {
    let seconds: f64 = seconds.parse().map_err(|_| "a number of seconds is needed")?;
    if !(0.0..=LONGEST_PAUSE).contains(&seconds) {
        return Err(format!("a pause has 0 to {LONGEST_PAUSE} seconds"));
    }
    Ok(Duration::from_secs_f64(seconds))
}
