//! The capacity that job runs used.

use std::fmt;
use std::ops::Add;

use glue_types::JobRun;

/// Capacity over time, in seconds of one data processing unit (DPU).
#[derive(Clone, Copy)]
pub(crate) struct Consumption {
    dpu_seconds: f64,
    /// Whether it is capacity times time because Glue did not count it.
    estimated: bool,
}

const SECONDS_PER_HOUR: f64 = 3_600.0;

impl Consumption {
    /// Glue only counts runs whose capacity varies: those with auto scaling or of the flexible
    /// class.
    pub(crate) fn of(run: &JobRun) -> Option<Self> {
        let counted = run.dpu_seconds.map(|dpu_seconds| Self { dpu_seconds, estimated: false });
        counted.or_else(|| Self::estimate(run)).filter(|it| it.dpu_seconds > 0.0)
    }

    fn estimate(run: &JobRun) -> Option<Self> {
        let dpu_seconds = run.max_capacity? * f64::from(run.execution_time?);
        Some(Self { dpu_seconds, estimated: true })
    }
}

impl Add for Consumption {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            dpu_seconds: self.dpu_seconds + other.dpu_seconds,
            estimated: self.estimated || other.estimated,
        }
    }
}

impl fmt::Display for Consumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = if self.estimated { "about " } else { "" };
        let hours = self.dpu_seconds / SECONDS_PER_HOUR;
        if hours >= 0.01 {
            write!(f, "{about}{hours:.2} DPU-hours")
        } else {
            write!(f, "{about}{:.1} DPU-seconds", self.dpu_seconds)
        }
    }
}
