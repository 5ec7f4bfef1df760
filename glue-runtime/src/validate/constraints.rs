//! The constraints that a single value may break.

use std::borrow::Cow;

use super::checker::Checker;
use super::violation::ViolationKind;
use crate::enumeration::OpenEnum;

impl Checker {
    /// Reports a string whose length in Unicode scalar values is out of bounds.
    #[inline]
    pub fn text_length(&mut self, text: &str, min: Option<u64>, max: Option<u64>) {
        let bytes = text.len() as u64;
        // A character takes one to four bytes, so most lengths need no counting.
        let surely_enough = min.is_none_or(|min| bytes / 4 >= min);
        let surely_not_too_many = max.is_none_or(|max| bytes <= max);
        if !(surely_enough && surely_not_too_many) {
            self.counted_length(text, min, max);
        }
    }

    fn counted_length(&mut self, text: &str, min: Option<u64>, max: Option<u64>) {
        self.length(text.chars().count(), min, max);
    }

    /// Reports a length that is out of bounds.
    pub fn length(&mut self, length: usize, min: Option<u64>, max: Option<u64>) {
        let length = length as u64;
        if min.is_some_and(|min| length < min) || max.is_some_and(|max| length > max) {
            self.report(|| ViolationKind::Length { length, min, max });
        }
    }

    /// Reports a whole number that is out of bounds.
    pub fn integer_range(&mut self, value: i64, min: Option<i64>, max: Option<i64>) {
        if min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max) {
            self.report(|| ViolationKind::IntegerRange { min, max });
        }
    }

    /// Reports a floating-point number that is out of bounds; NaN is outside of any.
    pub fn float_range(&mut self, value: f64, min: Option<f64>, max: Option<f64>) {
        let within = min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max);
        if !within {
            self.report(|| ViolationKind::FloatRange { min, max });
        }
    }

    /// Reports a string that a pattern does not match.
    pub fn pattern(&mut self, matches: bool, pattern: &'static str) {
        if !matches {
            self.report(|| ViolationKind::Pattern { pattern: Cow::Borrowed(pattern) });
        }
    }

    /// Reports a member whose value its enum does not know, if the checker is strict.
    #[inline]
    pub fn known<E: OpenEnum>(&mut self, name: &'static str, value: Option<&E>) {
        self.strict_member(name, value, Self::known_value);
    }

    /// Reports a value that its enum does not know, if the checker is strict.
    pub fn known_value<E: OpenEnum>(value: &E, checker: &mut Self) {
        if checker.is_strict() {
            checker.one_of(value.as_str(), E::VALUES, E::INTERNAL);
        }
    }

    /// Reports a string that is not one of these; internal ones are not listed.
    pub fn one_of(
        &mut self,
        value: &str,
        values: &'static [&'static str],
        internal: &'static [&'static str],
    ) {
        if !values.contains(&value) {
            self.report(|| ViolationKind::Enum {
                values: match internal {
                    [] => Cow::Borrowed(values),
                    _ => {
                        let shown = values.iter().filter(|value| !internal.contains(value));
                        shown.copied().collect()
                    }
                },
            });
        }
    }

    /// Reports a number that its enum does not know, if the checker is strict.
    pub fn known_number(&mut self, value: i32, values: &'static [i32]) {
        if self.is_strict() && !values.contains(&value) {
            self.report(|| ViolationKind::IntegerEnum { values: Cow::Borrowed(values) });
        }
    }
}
