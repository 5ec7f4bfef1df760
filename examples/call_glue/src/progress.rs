//! Shows on a terminal that a run is being polled; elsewhere it shows nothing.

use std::fmt::Display;
use std::time::Duration;

use indicatif::ProgressBar;

use crate::report::printable;

/// The time between turns of the spinner.
const TURN: Duration = Duration::from_millis(120);

/// A spinner on standard error, removed when dropped.
pub(crate) struct Progress {
    spinner: ProgressBar,
    title: String,
}

impl Progress {
    pub(crate) fn new(title: String) -> Self {
        let spinner = ProgressBar::new_spinner();
        let title = printable(&title);
        spinner.set_message(title.clone());
        spinner.enable_steady_tick(TURN);
        Self { spinner, title }
    }

    /// Shows that the run was seen in a state.
    pub(crate) fn looked(&self, state: &str) {
        self.spinner.set_message(format!("{}: {}", self.title, printable(state)));
    }

    /// Shows that a call failed, and is repeated after a pause.
    pub(crate) fn failed(&self, error: &dyn Display, pause: Duration) {
        let (error, seconds) = (printable(&error.to_string()), pause.as_secs_f64());
        self.spinner.set_message(format!("{}: {error}; again in {seconds:.1} s", self.title));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.spinner.finish_and_clear();
    }
}
