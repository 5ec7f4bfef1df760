//! Finds the name that was probably meant.

/// Names longer than this are not compared.
const LENGTH: usize = 128;

/// Finds close names within a limit of work, so that a file full of wrong names does not take long.
pub struct Suggester {
    /// The number of steps left: one for each candidate and for each pair of characters compared.
    /// Enough for twenty searches in the largest of AWS's models, and a hundred in Glue's.
    steps: usize,
}

impl Default for Suggester {
    fn default() -> Self {
        Self::new()
    }
}

impl Suggester {
    /// Starts with the whole limit.
    #[must_use]
    pub fn new() -> Self {
        Self { steps: 30_000_000 }
    }

    /// Returns the first of the candidates closest to `name`, if one is close: at most a third of
    /// the characters may differ, not counting differences in case.
    pub fn closest<'a>(
        &mut self,
        name: &str,
        mut candidates: impl Iterator<Item = &'a str>,
    ) -> Option<&'a str> {
        self.closest_of(name, &mut candidates)
    }

    /// The same, compiled once for all kinds of iterators.
    fn closest_of<'a>(
        &mut self,
        name: &str,
        candidates: &mut dyn Iterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let limit = name.len() / 3;
        if name.len() > LENGTH {
            return None;
        }
        let mut row = Vec::new();
        let mut closest: Option<(usize, &str)> = None;
        for candidate in candidates {
            let is_near = candidate.len().abs_diff(name.len()) <= limit;
            let pairs = if is_near { name.len() * candidate.len() } else { 0 };
            let Some(left) = self.steps.checked_sub(1 + pairs) else {
                break;
            };
            self.steps = left;
            if !is_near {
                continue;
            }
            let distance = distance(name.as_bytes(), candidate.as_bytes(), &mut row);
            if distance <= limit && closest.is_none_or(|(least, _)| distance < least) {
                closest = Some((distance, candidate));
            }
        }
        closest.map(|(_, candidate)| candidate)
    }
}

/// The Levenshtein distance of two ASCII texts, ignoring case. `row` is scratch space.
fn distance(a: &[u8], b: &[u8], row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=b.len());
    for (index, x) in a.iter().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            let replaced = diagonal + usize::from(!x.eq_ignore_ascii_case(y));
            *cell = replaced.min(left + 1).min(above + 1);
            left = *cell;
            diagonal = above;
        }
    }
    // If `b` is empty, there is only the first cell, which the loops do not change.
    if b.is_empty() { a.len() } else { row.last().copied().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::Suggester;

    fn closest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
        Suggester::new().closest(name, candidates.iter().copied())
    }

    #[test]
    fn the_closest_wins_and_the_first_among_equals() {
        assert_eq!(closest("JobNmae", &["JobMode", "JobName"]), Some("JobName"));
        assert_eq!(closest("JobNam", &["JobName", "JobNama"]), Some("JobName"));
        assert_eq!(closest("JobName", &["JobRun", "Jobname"]), Some("Jobname"));
    }

    #[test]
    fn only_a_third_may_differ() {
        assert_eq!(closest("abcdef", &["abcdxy"]), Some("abcdxy"));
        assert_eq!(closest("abcdef", &["abcxyz"]), None);
        assert_eq!(closest("abcdef", &["abcdefgh"]), Some("abcdefgh"));
        assert_eq!(closest("abcdef", &["abcdefghi"]), None);
        assert_eq!(closest("ab", &["ac", "AB"]), Some("AB"));
        assert_eq!(closest("", &["a"]), None);
    }

    #[test]
    fn distance_counts_changes() {
        let distance =
            |a: &str, b: &str| super::distance(a.as_bytes(), b.as_bytes(), &mut Vec::new());
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("flaw", "lawn"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("ABC", "abc"), 0);
    }

    #[test]
    fn work_has_a_limit() {
        let mut suggester = Suggester { steps: 12 };
        assert_eq!(suggester.closest("abc", ["abcdef", "abd"].into_iter()), Some("abd"));
        assert_eq!(suggester.steps, 1, "one for each candidate, and nine pairs");
        assert_eq!(suggester.closest("abc", ["abd"].into_iter()), None);
        assert_eq!(suggester.closest("abc", ["abcdef", "abd"].into_iter()), None);
        assert_eq!(suggester.steps, 0, "candidates of other lengths are no gift");
    }
}
