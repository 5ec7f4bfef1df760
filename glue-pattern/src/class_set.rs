//! Sets of characters, the alphabet every later stage works with.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::sorted::sorted;

/// A set of Unicode scalar values, kept as sorted ranges.
///
/// The ranges never overlap and never touch, so two equal sets are equal as values. Surrogates are
/// not scalar values: no set holds them, and `U+D7FF` and `U+E000` count as neighbors. A clone
/// shares the ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClassSet {
    ranges: Arc<[(char, char)]>,
}

impl Hash for ClassSet {
    /// The first few ranges and their number distinguish most sets, and some sets have hundreds.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ranges.len().hash(state);
        self.ranges.iter().take(2).for_each(|range| range.hash(state));
        self.ranges.last().hash(state);
    }
}

const LAST_BEFORE_SURROGATES: char = '\u{D7FF}';
const FIRST_AFTER_SURROGATES: char = '\u{E000}';

/// The scalar value after `c`, or `None` after the last one.
pub(crate) fn successor(c: char) -> Option<char> {
    if c == LAST_BEFORE_SURROGATES {
        return Some(FIRST_AFTER_SURROGATES);
    }
    char::from_u32(c as u32 + 1)
}

/// The scalar value before `c`, or `None` before the first one.
pub(crate) fn predecessor(c: char) -> Option<char> {
    if c == FIRST_AFTER_SURROGATES {
        return Some(LAST_BEFORE_SURROGATES);
    }
    (c as u32).checked_sub(1).and_then(char::from_u32)
}

/// The scalar values among a range of code points, as a range; `None` if there are none.
pub(crate) fn scalar_range(first: u32, last: u32) -> Option<(char, char)> {
    let first = match first {
        0xD800..=0xDFFF => FIRST_AFTER_SURROGATES,
        other => char::from_u32(other)?,
    };
    let last = match last {
        0xD800..=0xDFFF => LAST_BEFORE_SURROGATES,
        other => char::from_u32(other).unwrap_or(char::MAX),
    };
    (first <= last).then_some((first, last))
}

impl ClassSet {
    /// Returns the empty set.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Returns the set of all scalar values.
    pub fn any() -> Self {
        Self { ranges: [('\0', char::MAX)].into() }
    }

    /// Returns the set of one character.
    pub fn single(c: char) -> Self {
        Self { ranges: [(c, c)].into() }
    }

    /// Returns the characters from `first` to `last`, both included; empty if `last` comes before
    /// `first`.
    pub fn range(first: char, last: char) -> Self {
        Self::from_ranges([(first, last)])
    }

    /// Returns the scalar values among the code points from `first` to `last`: surrogates and
    /// numbers beyond Unicode contribute nothing.
    pub fn from_code_points(first: u32, last: u32) -> Self {
        Self::from_ranges(scalar_range(first, last))
    }

    /// Returns the union of ranges in any order. Ranges that end before they begin are ignored.
    pub fn from_ranges(ranges: impl IntoIterator<Item = (char, char)>) -> Self {
        // The work is not generic, so that it is compiled once.
        Self::merged(&mut ranges.into_iter())
    }

    fn merged(ranges: &mut dyn Iterator<Item = (char, char)>) -> Self {
        let mut ranges: Vec<_> = ranges.filter(|(first, last)| first <= last).collect();
        if !ranges.is_sorted() {
            ranges = sorted(ranges);
        }
        let mut merged: Vec<(char, char)> = Vec::with_capacity(ranges.len());
        for (first, last) in ranges {
            match merged.last_mut() {
                Some(previous) if successor(previous.1).is_none_or(|next| first <= next) => {
                    previous.1 = previous.1.max(last);
                }
                _ => merged.push((first, last)),
            }
        }
        Self { ranges: merged.into() }
    }

    /// Returns the ranges, sorted, with both ends included.
    pub fn ranges(&self) -> &[(char, char)] {
        &self.ranges
    }

    /// Returns whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Returns whether the set holds every scalar value.
    pub fn is_any(&self) -> bool {
        *self.ranges == [('\0', char::MAX)]
    }

    /// Returns whether `c` is a member.
    pub fn contains(&self, c: char) -> bool {
        let after = self.ranges.partition_point(|&(first, _)| first <= c);
        after > 0 && c <= self.ranges[after - 1].1
    }

    /// Returns the number of characters in the set.
    pub fn len(&self) -> usize {
        self.ranges.iter().map(|&(first, last)| (first..=last).size_hint().0).sum()
    }

    /// Returns the only member, if there is exactly one.
    pub fn only(&self) -> Option<char> {
        match self.ranges[..] {
            [(first, last)] if first == last => Some(first),
            _ => None,
        }
    }

    /// Returns the members in order.
    pub fn chars(&self) -> impl Iterator<Item = char> + '_ {
        self.ranges.iter().flat_map(|&(first, last)| first..=last)
    }

    /// Returns the characters that are in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::from_ranges(self.ranges.iter().chain(&*other.ranges).copied())
    }

    /// Returns the characters that are in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let (mut left, mut right) = (0, 0);
        let mut ranges = Vec::new();
        while let (Some(&a), Some(&b)) = (self.ranges.get(left), other.ranges.get(right)) {
            let both = (a.0.max(b.0), a.1.min(b.1));
            if both.0 <= both.1 {
                ranges.push(both);
            }
            if a.1 < b.1 {
                left += 1;
            } else {
                right += 1;
            }
        }
        Self { ranges: ranges.into() }
    }

    /// Returns the characters that are not in the set.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut ranges = Vec::with_capacity(self.ranges.len() + 1);
        let mut next = Some('\0');
        for &(first, last) in &*self.ranges {
            if let (Some(start), Some(end)) = (next, predecessor(first))
                && start <= end
            {
                ranges.push((start, end));
            }
            next = successor(last);
        }
        ranges.extend(next.map(|start| (start, char::MAX)));
        Self { ranges: ranges.into() }
    }

    /// Returns the characters that are in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.intersection(&other.complement())
    }

    /// Returns whether no character is in both sets.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        let (mut left, mut right) = (0, 0);
        while let (Some(&a), Some(&b)) = (self.ranges.get(left), other.ranges.get(right)) {
            if a.1 < b.0 {
                left += 1;
            } else if b.1 < a.0 {
                right += 1;
            } else {
                return false;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merges_neighbors_and_overlaps() {
        let set = ClassSet::from_ranges([('d', 'f'), ('a', 'c'), ('x', 'z'), ('y', 'y')]);
        assert_eq!(set.ranges(), [('a', 'f'), ('x', 'z')]);
        assert_eq!(set.len(), 9);
    }

    #[test]
    fn surrogates_contribute_nothing() {
        assert!(ClassSet::from_code_points(0xD800, 0xDFFF).is_empty());
        assert!(ClassSet::from_code_points(0xDBFF, 0xDC00).is_empty());
        assert_eq!(ClassSet::from_code_points(0xD7FF, 0xE000).ranges(), [('\u{D7FF}', '\u{E000}')]);
        assert_eq!(ClassSet::from_code_points(0xD7FF, 0xE000).len(), 2);
        assert_eq!(ClassSet::from_code_points(0x20, 0xD900).ranges(), [(' ', '\u{D7FF}')]);
        assert!(ClassSet::from_code_points(0, 0x10_FFFF).is_any());
    }

    #[test]
    fn complement_is_an_involution() {
        for set in [
            ClassSet::empty(),
            ClassSet::any(),
            ClassSet::single('\0'),
            ClassSet::single(char::MAX),
            ClassSet::from_ranges([('a', 'z'), ('\u{E000}', '\u{FFFD}')]),
        ] {
            assert_eq!(set.complement().complement(), set);
            assert!(set.union(&set.complement()).is_any());
            assert!(set.is_disjoint(&set.complement()));
            assert_eq!(set.len() + set.complement().len(), 0x11_0000 - 0x800);
        }
    }

    #[test]
    fn intersection_and_difference() {
        let lower = ClassSet::range('a', 'z');
        let vowels = ClassSet::from_ranges(['a', 'e', 'i', 'o', 'u'].map(|c| (c, c)));
        assert_eq!(lower.intersection(&vowels), vowels);
        assert_eq!(lower.difference(&vowels).len(), 21);
        assert!(lower.difference(&vowels).contains('b'));
        assert!(!lower.difference(&vowels).contains('e'));
        assert_eq!(ClassSet::single('q').only(), Some('q'));
        assert_eq!(lower.only(), None);
    }
}
