//! Polls a run, optionally until it ends.

use std::thread;
use std::time::Duration;

use call_glue::{Backoff, Client};
use glue_types::Validate;

use crate::Result;
use crate::arguments::Arguments;
use crate::progress::Progress;
use crate::run::{Ask, Run};

/// The pause before the second poll, and before the second attempt of a call.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// The maximum pause between two attempts of a call.
const LONGEST_RETRY_PAUSE: Duration = Duration::from_secs(20);

/// The last response: the first one, or with `--wait` the first in which the run has ended.
pub(crate) fn watch<A: Ask + Validate>(
    client: &Client,
    request: &A,
    arguments: &Arguments,
) -> Result<A::Output> {
    request.validate()?;
    let progress = Progress::new(request.title());
    let mut backoff = Backoff::new(FIRST_PAUSE, arguments.longest_pause);
    loop {
        let retries = Backoff::new(FIRST_PAUSE, LONGEST_RETRY_PAUSE.min(arguments.longest_pause));
        let output = client
            .call_patiently::<A::Operation>(request, retries, |error, pause| {
                progress.failed(error, pause);
            })
            .map_err(|error| error.to_string())?;
        let facts = output.facts();
        let Some(state) = facts.state else {
            return Err(format!("the response has no state of {}", request.title()).into());
        };
        if facts.end.is_some() || !arguments.wait {
            return Ok(output);
        }
        progress.looked(state);
        thread::sleep(backoff.pause());
    }
}
