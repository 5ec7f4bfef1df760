//! [`Checker`], to which generated checks report violations.

use super::path::Path;
use super::violation::{Violation, ViolationKind};
use super::violations::{MAX_VIOLATIONS, Violations};
use crate::pointer::Segment;

/// How many levels of members and entries are checked. JSON readers stop at 128 levels, and a
/// thousand frames fit every stack.
const MAX_DEPTH: usize = 256;

/// Collects violations while a value is walked.
///
/// Paths cost nothing until something is wrong: a violation is noted where it is found, and each
/// level it passes on the way out adds its own segment. Once there are enough to report, the rest
/// is only counted.
#[derive(Default)]
pub struct Checker {
    found: Vec<Found>,
    left_out: usize,
    depth: usize,
    strict: bool,
}

struct Found {
    path: Path,
    kind: ViolationKind,
}

/// The constraints that a check finds broken, without their places; unknown values of enums are
/// among them.
pub fn broken(check: impl FnOnce(&mut Checker)) -> Vec<ViolationKind> {
    let mut checker = Checker::strict();
    check(&mut checker);
    checker.found.into_iter().map(|found| found.kind).collect()
}

impl Checker {
    /// A checker that also reports values that an enum does not know.
    pub(super) fn strict() -> Self {
        Self { strict: true, ..Self::default() }
    }

    /// Whether values that an enum does not know are reported.
    #[inline]
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// Checks a member, if it is set.
    pub fn member<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        check: fn(&T, &mut Self),
    ) {
        if let Some(value) = value {
            // As `check_at`, but with a constant segment, because members are checked most often.
            let before = self.found.len();
            self.descend(value, check);
            if self.found.len() > before {
                self.locate(before, Segment::Member(name));
            }
        }
    }

    /// Checks a member in which only unknown values of enums can be wrong.
    #[inline]
    pub fn strict_member<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        check: fn(&T, &mut Self),
    ) {
        if self.strict {
            self.member(name, value, check);
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

    /// Checks the keys of a map; their violations are reported at the map.
    pub fn keys<'a, K: 'a, T: 'a>(
        &mut self,
        map: impl IntoIterator<Item = (&'a K, &'a T)>,
        check: fn(&K, &mut Self),
    ) {
        for (key, _) in map {
            self.descend(key, check);
        }
    }

    /// Checks the values of a map.
    pub fn values<'a, K: AsRef<str> + 'a, T: 'a>(
        &mut self,
        map: impl IntoIterator<Item = (&'a K, &'a T)>,
        check: fn(&T, &mut Self),
    ) {
        for (key, value) in map {
            self.check_at(Segment::Key(key.as_ref()), value, check);
        }
    }

    /// Checks the values of a map in which values may be null.
    pub fn sparse_values<'a, K: AsRef<str> + 'a, T: 'a>(
        &mut self,
        map: impl IntoIterator<Item = (&'a K, &'a Option<T>)>,
        check: fn(&T, &mut Self),
    ) {
        for (key, value) in map {
            if let Some(value) = value {
                self.check_at(Segment::Key(key.as_ref()), value, check);
            }
        }
    }

    /// Checks the values of a map whose keys may not be shown.
    pub fn hidden_values<'a, K: 'a, T: 'a>(
        &mut self,
        map: impl IntoIterator<Item = (&'a K, &'a T)>,
        check: fn(&T, &mut Self),
    ) {
        for (_, value) in map {
            self.check_at(Segment::HiddenKey, value, check);
        }
    }

    /// Checks the values of a map whose keys may not be shown, and in which values may be null.
    pub fn hidden_sparse_values<'a, K: 'a, T: 'a>(
        &mut self,
        map: impl IntoIterator<Item = (&'a K, &'a Option<T>)>,
        check: fn(&T, &mut Self),
    ) {
        for (_, value) in map {
            if let Some(value) = value {
                self.check_at(Segment::HiddenKey, value, check);
            }
        }
    }

    pub(super) fn finish(self) -> Result<(), Violations> {
        if self.found.is_empty() {
            return Ok(());
        }
        let found = self.found.into_iter();
        let list = found.map(|found| Violation { path: found.path.pointer(), kind: found.kind });
        Err(Violations { list: list.collect(), left_out: self.left_out })
    }

    /// Checks an entry of a list or a map, and adds the entry to the paths of what is found.
    #[inline]
    fn check_at<T: ?Sized>(&mut self, segment: Segment<&str>, value: &T, check: fn(&T, &mut Self)) {
        let before = self.found.len();
        self.descend(value, check);
        if self.found.len() > before {
            self.locate(before, segment);
        }
    }

    fn descend<T: ?Sized>(&mut self, value: &T, check: fn(&T, &mut Self)) {
        if self.depth == MAX_DEPTH {
            self.report(|| ViolationKind::Depth { max: MAX_DEPTH });
            return;
        }
        self.depth += 1;
        check(value, self);
        self.depth -= 1;
    }

    #[cold]
    fn missing(&mut self, name: &'static str) {
        let before = self.found.len();
        self.report(|| ViolationKind::Required);
        self.locate(before, Segment::Member(name));
    }

    /// Notes a violation, or counts it where there are enough.
    #[cold]
    pub(super) fn report(&mut self, kind: impl FnOnce() -> ViolationKind) {
        match self.found.len() < MAX_VIOLATIONS {
            true => self.found.push(Found { path: Path::default(), kind: kind() }),
            false => self.left_out += 1,
        }
    }

    #[cold]
    fn locate(&mut self, before: usize, segment: Segment<&str>) {
        for found in self.found.iter_mut().skip(before) {
            found.path.prepend(segment);
        }
    }
}
