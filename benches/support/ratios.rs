//! Contests: the same task done in several ways, measured in turns and printed as ratios.
//!
//! Criterion decides what to run, how long and how often, and tracks our own times between commits.
//! But it measures one benchmark after the other, and on a busy machine the seconds between two of
//! them change a time more than the differences that matter. So a contest is one benchmark in which
//! the contenders take turns of a fraction of a millisecond.

use std::fmt;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput};

/// One way to do the task.
pub(crate) struct Contender<'a> {
    name: String,
    run: Box<dyn FnMut(u64) -> Duration + 'a>,
}

impl<'a> Contender<'a> {
    /// `task` is timed after a warm-up, including the drop of its result. After another contender's
    /// turn, the caches hold that one's data.
    pub(crate) fn new<T>(name: impl Into<String>, mut task: impl FnMut() -> T + 'a) -> Self {
        let run = move |iterations| {
            drop(std::hint::black_box(task()));
            let start = Instant::now();
            for _ in 0..iterations {
                drop(std::hint::black_box(task()));
            }
            start.elapsed()
        };
        Self { name: name.into(), run: Box::new(run) }
    }
}

/// The task of a contest.
pub(crate) struct Task<'a> {
    /// The group of contests that it belongs to.
    pub(crate) group: &'a str,
    pub(crate) name: &'a str,
    /// The number of bytes that each iteration processes.
    pub(crate) bytes: usize,
    /// How long to measure our own way; the others' times come on top.
    pub(crate) time: Duration,
}

/// The results of all contests so far.
#[derive(Default)]
pub(crate) struct Ratios(Vec<Row>);

struct Row {
    task: String,
    opponent: String,
    ours: f64,
    theirs: f64,
    /// The quartiles of the ratio between neighboring measurements.
    quartiles: [f64; 2],
}

/// The contenders, and their times so far.
struct Contest<'a> {
    contenders: Vec<Contender<'a>>,
    laps: Vec<Lap>,
    lap_iterations: u64,
}

/// A turn for each contender.
struct Lap {
    iterations: u64,
    times: Vec<Duration>,
}

/// The minimum time of our way in a lap: much longer than reading the clock takes, and shorter than
/// the time for which systems let a process run before they switch.
const SHORTEST_LAP: Duration = Duration::from_micros(200);

impl Ratios {
    /// Measures `ours` against each of `others`.
    pub(crate) fn contest<'a>(
        &mut self,
        criterion: &mut Criterion,
        task: &Task<'_>,
        ours: Contender<'a>,
        others: impl IntoIterator<Item = Contender<'a>>,
    ) {
        let mut contest = Contest::new(ours, others);
        let mut group = criterion.benchmark_group(task.group);
        group
            .warm_up_time(task.time / 4)
            .measurement_time(task.time)
            .throughput(Throughput::Bytes(task.bytes as u64))
            .bench_function(BenchmarkId::from_parameter(task.name), |bencher| {
                bencher.iter_custom(|iterations| contest.run(iterations));
            });
        group.finish();
        self.0.extend(contest.rows(&format!("{} {}", task.group, task.name)));
    }
}

impl<'a> Contest<'a> {
    fn new(ours: Contender<'a>, others: impl IntoIterator<Item = Contender<'a>>) -> Self {
        let contenders = std::iter::once(ours).chain(others).collect();
        Self { contenders, laps: Vec::new(), lap_iterations: 1 }
    }

    /// Runs all contenders and returns our own time.
    fn run(&mut self, mut iterations: u64) -> Duration {
        let mut ours = Duration::ZERO;
        while iterations > 0 {
            let lap = Lap::run(
                &mut self.contenders,
                iterations.min(self.lap_iterations),
                self.laps.len(),
            );
            ours += lap.times[0];
            iterations -= lap.iterations;
            if lap.iterations == self.lap_iterations && lap.times[0] < SHORTEST_LAP {
                self.lap_iterations *= 2;
            }
            self.laps.push(lap);
        }
        ours
    }

    fn rows(mut self, task: &str) -> Vec<Row> {
        // Leaves out the start, where laps were shorter, and remains of longer ones.
        self.laps.retain(|lap| lap.iterations * 2 >= self.lap_iterations);
        if self.laps.is_empty() {
            return Vec::new();
        }
        let quantile = |of: &dyn Fn(&Lap) -> f64, at| quantile(self.laps.iter().map(of), at);
        let row = |(index, other): (usize, &Contender<'_>)| Row {
            task: task.to_owned(),
            opponent: other.name.clone(),
            ours: quantile(&|lap| lap.time(0), 0.5),
            theirs: quantile(&|lap| lap.time(index), 0.5),
            quartiles: [0.25, 0.75].map(|at| quantile(&|lap| lap.time(index) / lap.time(0), at)),
        };
        self.contenders.iter().enumerate().skip(1).map(row).collect()
    }
}

impl Lap {
    /// Runs all contenders, starting with a different one each time.
    fn run(contenders: &mut [Contender<'_>], iterations: u64, turn: usize) -> Self {
        let mut times = vec![Duration::ZERO; contenders.len()];
        for place in 0..contenders.len() {
            let index = (turn + place) % contenders.len();
            times[index] = (contenders[index].run)(iterations);
        }
        Self { iterations, times }
    }

    /// The time of one iteration, in seconds.
    fn time(&self, contender: usize) -> f64 {
        self.times[contender].as_secs_f64() / self.iterations as f64
    }
}

fn quantile(values: impl Iterator<Item = f64>, quantile: f64) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * quantile).round() as usize]
}

/// The table; empty if nothing was measured.
impl fmt::Display for Ratios {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        let task_width = self.0.iter().map(|row| row.task.chars().count()).max().unwrap_or(0);
        let opponent_width =
            self.0.iter().map(|row| row.opponent.chars().count()).max().unwrap_or(0);
        writeln!(
            f,
            "{:task_width$}  {:>9}  {:opponent_width$}  {:>9}  {:>7}  quartiles",
            "task", "ours", "against", "theirs", "ratio",
        )?;
        for row in &self.0 {
            writeln!(
                f,
                "{:task_width$}  {:>9}  {:opponent_width$}  {:>9}  {:>6.2}x  {:.2} to {:.2}",
                row.task,
                time(row.ours),
                row.opponent,
                time(row.theirs),
                row.theirs / row.ours,
                row.quartiles[0],
                row.quartiles[1],
            )?;
        }
        f.write_str("Times are medians; the ratio is theirs to ours, so above 1 ours is faster.\n")
    }
}

fn time(seconds: f64) -> String {
    match seconds {
        ..1e-6 => format!("{:.1} ns", seconds * 1e9),
        ..1e-3 => format!("{:.1} µs", seconds * 1e6),
        _ => format!("{:.2} ms", seconds * 1e3),
    }
}
