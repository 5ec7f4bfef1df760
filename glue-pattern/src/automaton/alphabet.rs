//! The characters of a pattern, grouped into classes that the pattern cannot tell apart.

use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::class_set::successor;
use crate::map::Map;
use crate::program::Reason;
use crate::sorted::sorted;

/// A partition of all characters such that every set of interest is a union of its classes.
#[derive(Clone, Debug)]
pub(crate) struct Alphabet {
    /// The first character of each range and the class of the range, sorted and starting at U+0000.
    pub(crate) ranges: Vec<(char, u16)>,
    /// The number of classes.
    pub(crate) len: usize,
}

impl Alphabet {
    /// The coarsest partition for the given sets.
    pub(crate) fn new(sets: &[ClassSet], budget: &mut Budget) -> Result<Self, Reason> {
        let ranges: usize = sets.iter().map(|set| set.ranges().len()).sum();
        budget.charge_ranges(2 * ranges)?;
        let mut starts: Vec<char> = vec!['\0'];
        for set in sets {
            for &(first, last) in set.ranges() {
                starts.push(first);
                starts.extend(successor(last));
            }
        }
        let mut starts = sorted(starts);
        starts.dedup();
        budget.charge_ranges(starts.len().saturating_mul(1 + sets.len() / 16))?;
        let mut memberships = vec![vec![0_u64; sets.len().div_ceil(64)]; starts.len()];
        for (index, set) in sets.iter().enumerate() {
            for &(first, last) in set.ranges() {
                let from = starts.partition_point(|&start| start < first);
                let to = starts.partition_point(|&start| start <= last);
                budget.charge_ranges(1 + to - from)?;
                for membership in &mut memberships[from..to] {
                    membership[index / 64] |= 1 << (index % 64);
                }
            }
        }
        let mut classes: Map<Vec<u64>, u16> = Map::default();
        let mut ranges: Vec<(char, u16)> = Vec::with_capacity(starts.len());
        for (start, membership) in starts.into_iter().zip(memberships) {
            let fresh = u16::try_from(classes.len()).unwrap_or(u16::MAX);
            let class = *classes.entry(membership).or_insert(fresh);
            if ranges.last().is_none_or(|&(_, last)| last != class) {
                ranges.push((start, class));
            }
        }
        Ok(Self { ranges, len: classes.len() })
    }

    /// The classes that make up one of the sets that the alphabet was made for.
    pub(crate) fn classes_of(&self, set: &ClassSet) -> Vec<u16> {
        let mut classes: Vec<u16> = Vec::new();
        for &(first, last) in set.ranges() {
            let from = self.ranges.partition_point(|&(start, _)| start <= first) - 1;
            let to = self.ranges.partition_point(|&(start, _)| start <= last);
            classes.extend(self.ranges[from..to].iter().map(|&(_, class)| class));
        }
        let mut classes = sorted(classes);
        classes.dedup();
        classes
    }

    /// The characters of each class.
    pub(crate) fn sets(&self) -> Vec<ClassSet> {
        let mut ranges = vec![Vec::new(); self.len];
        let ends = self.ranges.iter().skip(1);
        let ends = ends.filter_map(|&(start, _)| crate::class_set::predecessor(start));
        for (&(start, class), end) in self.ranges.iter().zip(ends.chain([char::MAX])) {
            ranges[usize::from(class)].push((start, end));
        }
        ranges.into_iter().map(ClassSet::from_ranges).collect()
    }

    /// The same alphabet with its classes renamed and merged.
    pub(crate) fn map(&self, len: usize, rename: impl Fn(u16) -> u16) -> Self {
        let mut ranges: Vec<(char, u16)> = Vec::with_capacity(self.ranges.len());
        for &(start, class) in &self.ranges {
            let class = rename(class);
            if ranges.last().is_none_or(|&(_, last)| last != class) {
                ranges.push((start, class));
            }
        }
        Self { ranges, len }
    }
}
