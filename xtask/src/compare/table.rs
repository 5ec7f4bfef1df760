//! The result: a line for each measured task.

use std::fmt;

use super::pair::Pair;

/// A measured task.
pub(super) struct Row {
    pub(super) work: String,
    /// What ours was measured against.
    pub(super) against: String,
    pub(super) times: Pair,
}

/// All lines, with a header.
pub(super) struct Table(pub(super) Vec<Row>);

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [work, ours, theirs, ratio] = ["CPU seconds", "ours", "theirs", "ratio"];
        writeln!(f, "{work:<30} {ours:>8} {theirs:>8} {ratio:>6}  against")?;
        for Row { work, against, times } in &self.0 {
            let (ours, theirs) = (times.ours.as_secs_f64(), times.theirs.as_secs_f64());
            let ratio = times.ratio();
            writeln!(f, "{work:<30} {ours:>8.2} {theirs:>8.2} {ratio:>6.2}  {against}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn ratios_stand_beside_the_times() {
        let times = Pair { ours: Duration::from_millis(1500), theirs: Duration::from_secs(6) };
        let row = Row { work: "build".to_owned(), against: "serde_derive".to_owned(), times };
        assert_eq!(
            Table(vec![row]).to_string(),
            "CPU seconds                        ours   theirs  ratio  against\n\
             build                              1.50     6.00   4.00  serde_derive\n"
        );
    }
}
