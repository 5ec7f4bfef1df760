//! How far a long run is, for the person at the terminal.

use std::time::{Duration, Instant};

use crate::progress;
use crate::quantity::Quantity;

/// How long a run stays silent, and how often it speaks after that.
const INTERVAL: Duration = Duration::from_secs(2);

/// How many values pass before the clock is looked at.
const VALUES: usize = 1_000;

/// The pace of a run.
pub(super) struct Pace {
    last: Instant,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self { last: Instant::now() }
    }

    /// Says how much is done, if it is time.
    pub(super) fn tell(&mut self, values: usize, bytes: usize) {
        if values.is_multiple_of(VALUES) && self.last.elapsed() >= INTERVAL {
            self.last = Instant::now();
            let megabytes = Quantity { count: bytes / 1_000_000, noun: "megabyte" };
            let values = Quantity { count: values, noun: "value" };
            progress::did("Checking", format_args!("{values}, {megabytes}"));
        }
    }
}
