//! Two ways of doing one task, measured in turns.

use std::num::NonZeroUsize;
use std::time::Duration;

use anyhow::Context;

use crate::corpus::Progress;
use crate::usage;

/// The median CPU time of each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) ours: Duration,
    pub(super) theirs: Duration,
}

impl Pair {
    /// Returns their time divided by ours.
    pub(super) fn ratio(self) -> f64 {
        self.theirs.as_secs_f64() / self.ours.as_secs_f64()
    }
}

/// Does both in turns, so that neither has the quieter machine. Each returns how long it took.
pub(super) fn alternate(
    runs: NonZeroUsize,
    progress: &Progress,
    mut ours: impl FnMut() -> anyhow::Result<Duration>,
    mut theirs: impl FnMut() -> anyhow::Result<Duration>,
) -> anyhow::Result<Pair> {
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..runs.get() {
        for (times, work) in
            [(&mut our_times, &mut ours as &mut dyn FnMut() -> _), (&mut their_times, &mut theirs)]
        {
            let time = work()?;
            times.push(time);
            progress.done(&format!("{:.2} s", time.as_secs_f64()));
        }
    }
    Ok(Pair { ours: median(our_times), theirs: median(their_times) })
}

/// The CPU time of the child processes that `work` runs and waits for.
pub(super) fn children_time_of(
    work: impl FnOnce() -> anyhow::Result<()>,
) -> anyhow::Result<Duration> {
    let before = usage::children_time();
    work()?;
    let time = usage::children_time().zip(before).map(|(after, before)| after - before);
    time.context("the system does not tell the CPU time of child processes")
}

/// The middle time, or the mean of the two middle ones.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    let (half, rest) = times.split_at(times.len() / 2);
    match (half.last(), rest.first()) {
        (Some(below), Some(above)) if half.len() == rest.len() => (*below + *above) / 2,
        (_, middle) => middle.copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        let median = |seconds: &[u64]| {
            median(seconds.iter().copied().map(Duration::from_secs).collect()).as_secs()
        };
        assert_eq!(median(&[9, 1, 2]), 2);
        assert_eq!(median(&[8, 1, 2, 4]), 3);
        assert_eq!(median(&[7]), 7);
    }

    #[test]
    fn both_take_turns_and_the_ratio_is_above_1_where_ours_is_faster() {
        let order = std::cell::RefCell::new(String::new());
        let work = |name: char, seconds: u64| {
            order.borrow_mut().push(name);
            Ok(Duration::from_secs(seconds))
        };
        let progress = Progress::new("Measuring", 4);
        let runs = NonZeroUsize::new(2).unwrap();
        let pair = alternate(runs, &progress, || work('a', 2), || work('b', 7)).unwrap();
        assert_eq!(order.into_inner(), "abab");
        assert_eq!(pair.ratio(), 3.5);
    }
}
