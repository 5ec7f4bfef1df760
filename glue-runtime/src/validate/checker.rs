//! What generated checks report to.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Violation, ViolationKind, Violations};

/// How many levels of members and entries are checked. JSON readers stop at 128 levels, and a
/// thousand frames fit every stack.
const MAX_DEPTH: usize = 256;

/// How many characters of a map's key stand in a path. A key may be as long as whoever sends it
/// likes, and every violation below it has it in its path.
const MAX_KEY: usize = 256;

/// Collects violations while a value is walked.
///
/// Paths cost nothing until something is wrong: a violation is noted where it is found, and each
/// level it passes on the way out adds its own segment.
#[derive(Default)]
pub struct Checker {
    found: Vec<Found>,
    depth: usize,
}

struct Found {
    /// From the innermost segment outwards.
    path: Vec<Segment<String>>,
    kind: ViolationKind,
}

/// What leads from a value to one within it; keys are borrowed until something is wrong.
#[derive(Clone, Copy)]
enum Segment<K> {
    Member(&'static str),
    Index(usize),
    Key(K),
    HiddenKey,
}

impl Segment<&str> {
    fn kept(self) -> Segment<String> {
        match self {
            Self::Member(name) => Segment::Member(name),
            Self::Index(index) => Segment::Index(index),
            Self::Key(key) => Segment::Key(abridged(key)),
            Self::HiddenKey => Segment::HiddenKey,
        }
    }
}

impl Checker {
    /// Checks a member, if it is set.
    pub fn member<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        check: fn(&T, &mut Self),
    ) {
        if let Some(value) = value {
            // As `check_at`, but of a constant segment: it is members that are checked most.
            let before = self.found.len();
            self.descend(value, check);
            if self.found.len() > before {
                self.locate(before, &Segment::Member(name));
            }
        }
    }

    /// Checks a member that must be set.
    pub fn required<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        check: fn(&T, &mut Self),
    ) {
        if value.is_none() {
            self.missing(name);
        }
        self.member(name, value, check);
    }

    /// Reports a member that must be set, if it is not.
    pub fn present<T>(&mut self, name: &'static str, value: &Option<T>) {
        if value.is_none() {
            self.missing(name);
        }
    }

    /// Checks the entries of a list.
    pub fn entries<T>(&mut self, entries: &[T], check: fn(&T, &mut Self)) {
        for (index, entry) in entries.iter().enumerate() {
            self.check_at(Segment::Index(index), entry, check);
        }
    }

    /// Checks the entries of a list in which entries may be null.
    pub fn sparse_entries<T>(&mut self, entries: &[Option<T>], check: fn(&T, &mut Self)) {
        for (index, entry) in entries.iter().enumerate() {
            if let Some(entry) = entry {
                self.check_at(Segment::Index(index), entry, check);
            }
        }
    }

    /// Checks the keys of a map; what they break is reported at the map.
    pub fn keys<K, T>(&mut self, map: &BTreeMap<K, T>, check: fn(&K, &mut Self)) {
        for key in map.keys() {
            self.descend(key, check);
        }
    }

    /// Checks the values of a map.
    pub fn values<K: AsRef<str>, T>(&mut self, map: &BTreeMap<K, T>, check: fn(&T, &mut Self)) {
        for (key, value) in map {
            self.check_at(Segment::Key(key.as_ref()), value, check);
        }
    }

    /// Checks the values of a map in which values may be null.
    pub fn sparse_values<K: AsRef<str>, T>(
        &mut self,
        map: &BTreeMap<K, Option<T>>,
        check: fn(&T, &mut Self),
    ) {
        for (key, value) in map {
            if let Some(value) = value {
                self.check_at(Segment::Key(key.as_ref()), value, check);
            }
        }
    }

    /// Checks the values of a map whose keys may not be shown.
    pub fn hidden_values<K, T>(&mut self, map: &BTreeMap<K, T>, check: fn(&T, &mut Self)) {
        for value in map.values() {
            self.check_at(Segment::HiddenKey, value, check);
        }
    }

    /// Checks the values of a map whose keys may not be shown, and in which values may be null.
    pub fn hidden_sparse_values<K, T>(
        &mut self,
        map: &BTreeMap<K, Option<T>>,
        check: fn(&T, &mut Self),
    ) {
        for value in map.values().flatten() {
            self.check_at(Segment::HiddenKey, value, check);
        }
    }

    /// Reports a string whose length in Unicode scalar values is out of bounds.
    pub fn text_length(&mut self, text: &str, min: Option<u64>, max: Option<u64>) {
        let bytes = text.len() as u64;
        // A character takes one to four bytes, so most lengths need no counting.
        let surely_enough = min.is_none_or(|min| bytes / 4 >= min);
        let surely_not_too_many = max.is_none_or(|max| bytes <= max);
        if !(surely_enough && surely_not_too_many) {
            self.length(text.chars().count(), min, max);
        }
    }

    /// Reports a length that is out of bounds.
    pub fn length(&mut self, length: usize, min: Option<u64>, max: Option<u64>) {
        let length = length as u64;
        if min.is_some_and(|min| length < min) || max.is_some_and(|max| length > max) {
            self.report(ViolationKind::Length { length, min, max });
        }
    }

    /// Reports a whole number that is out of bounds.
    pub fn integer_range(&mut self, value: i64, min: Option<i64>, max: Option<i64>) {
        if min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max) {
            self.report(ViolationKind::IntegerRange { min, max });
        }
    }

    /// Reports a floating-point number that is out of bounds; NaN is within none.
    pub fn float_range(&mut self, value: f64, min: Option<f64>, max: Option<f64>) {
        let within = min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max);
        if !within {
            self.report(ViolationKind::FloatRange { min, max });
        }
    }

    /// Reports a string that a pattern does not match.
    pub fn pattern(&mut self, matches: bool, pattern: &'static str) {
        if !matches {
            self.report(ViolationKind::Pattern { pattern: Cow::Borrowed(pattern) });
        }
    }

    pub(super) fn finish(self) -> Result<(), Violations> {
        if self.found.is_empty() {
            return Ok(());
        }
        Err(Violations(self.found.into_iter().map(Found::into_violation).collect()))
    }

    /// Checks an entry of a list or a map, and leads what is found from here to it.
    #[inline]
    fn check_at<T: ?Sized>(&mut self, segment: Segment<&str>, value: &T, check: fn(&T, &mut Self)) {
        let before = self.found.len();
        self.descend(value, check);
        if self.found.len() > before {
            self.locate(before, &segment);
        }
    }

    fn descend<T: ?Sized>(&mut self, value: &T, check: fn(&T, &mut Self)) {
        if self.depth == MAX_DEPTH {
            self.report(ViolationKind::Depth { max: MAX_DEPTH });
            return;
        }
        self.depth += 1;
        check(value, self);
        self.depth -= 1;
    }

    #[cold]
    fn missing(&mut self, name: &'static str) {
        let path = vec![Segment::Member(name)];
        self.found.push(Found { path, kind: ViolationKind::Required });
    }

    #[cold]
    pub(super) fn report(&mut self, kind: ViolationKind) {
        self.found.push(Found { path: Vec::new(), kind });
    }

    #[cold]
    fn locate(&mut self, before: usize, segment: &Segment<&str>) {
        for found in self.found.iter_mut().skip(before) {
            found.path.push(segment.kept());
        }
    }
}

/// A key as it stands in a path.
fn abridged(key: &str) -> String {
    match key.chars().nth(MAX_KEY) {
        Some(_) => key.chars().take(MAX_KEY).chain(['…']).collect(),
        None => key.to_owned(),
    }
}

impl Found {
    fn into_violation(self) -> Violation {
        let mut path = String::new();
        for segment in self.path.iter().rev() {
            path.push('/');
            match segment {
                Segment::Member(name) => path.push_str(name),
                // Writing to a String cannot fail.
                Segment::Index(index) => drop(write!(path, "{index}")),
                Segment::HiddenKey => path.push('*'),
                Segment::Key(key) => path.push_str(&key.replace('~', "~0").replace('/', "~1")),
            }
        }
        Violation { path, kind: self.kind }
    }
}
