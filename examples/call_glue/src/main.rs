//! Asks AWS Glue for a run, and optionally waits for its end.
//!
//! ```text
//! cargo run -p call-glue -- --region eu-west-1 --wait job-run nightly jr_1
//! cargo run -p call-glue -- --endpoint http://127.0.0.1:5000 --json workflow-run nightly wr_1
//! ```
//!
//! The library next to it makes the calls. Here, `run` has the common parts of job runs and
//! workflow runs, `watch` polls one until it ends, `progress` shows that on a terminal, and
//! `report` writes the result.

mod arguments;
mod progress;
mod report;
mod run;
mod watch;

use std::env;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use call_glue::{Client, Endpoint};
use glue_types::{GetJobRun, Operation};

use crate::arguments::{Arguments, Command, Format, Target};
use crate::report::printable_lines;
use crate::run::{End, Run};

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The run failed.
const FAILED: u8 = 1;
/// It is not known how the run ended.
const TROUBLE: u8 = 2;
/// The run is not over.
const UNDER_WAY: u8 = 3;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match Command::from_environment() {
        Ok(Command::Help) => print(arguments::USAGE).map_or_else(trouble, |()| ExitCode::SUCCESS),
        Ok(Command::Ask(arguments)) => ask(&arguments).map_or_else(trouble, ExitCode::from),
        Err(error) => {
            let code = trouble(error);
            eprintln!("\n{}", arguments::USAGE.trim_end());
            code
        }
    }
}

fn trouble(error: impl Display) -> ExitCode {
    eprintln!("{ERROR}error:{ERROR:#} {}", printable_lines(&error.to_string()));
    ExitCode::from(TROUBLE)
}

/// Asks for the run and prints it. Returns the exit status.
fn ask(arguments: &Arguments) -> Result<u8> {
    let client = client(arguments)?;
    match &arguments.target {
        Target::JobRun(request) => show(watch::watch(&client, request, arguments)?, arguments),
        Target::WorkflowRun(request) => show(watch::watch(&client, request, arguments)?, arguments),
    }
}

fn client(arguments: &Arguments) -> Result<Client> {
    let variable = |name: &str| env::var(name).ok();
    let region = arguments.region.clone().or_else(|| call_glue::region(variable));
    let region = region.ok_or("no region: pass --region, or set the variable AWS_REGION")?;
    let endpoint = match &arguments.endpoint {
        Some(url) => Endpoint::parse(url)?,
        // Both operations are Glue's.
        None => Endpoint::of_aws(GetJobRun::SERVICE, &region)?,
    };
    Ok(Client::new(endpoint, region, call_glue::credentials(variable)?))
}

fn show<R: Run>(output: R, arguments: &Arguments) -> Result<u8> {
    let text = match arguments.format {
        Format::Text => report::describe(&output.facts()),
        Format::Json => serde_json::to_string_pretty(&output)? + "\n",
    };
    print(&text)?;
    Ok(match output.facts().end {
        Some(End::Succeeded) => 0,
        Some(End::Failed) => FAILED,
        None => UNDER_WAY,
    })
}

fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        // The reader has closed the pipe, as in `call-glue ... | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
