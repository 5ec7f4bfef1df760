//! Lengths and ranges: `min` and `max` in both formats.

use super::kind::Kind;
use super::node::{Fields, Node};
use super::report::Report;
use crate::json::JsonNumber;
use crate::model::{Bounds, Number};

/// Reads `min` and `max` as a length.
pub(super) fn length(fields: &Fields<'_>, report: &mut Report<'_>) -> Option<Bounds<u64>> {
    bounds(fields, count, |min, max| min > max, report)
}

/// Reads `min` and `max` as a range, if shapes of the kind can have one.
pub(super) fn range(
    fields: &Fields<'_>,
    kind: Kind,
    report: &mut Report<'_>,
) -> Option<Bounds<Number>> {
    let read: ReadBound<Number> = match kind {
        Kind::Byte | Kind::Short | Kind::Integer | Kind::IntEnum | Kind::Long => whole,
        Kind::BigInteger | Kind::Float | Kind::Double | Kind::BigDecimal => number,
        _ => return None,
    };
    let exceeds = |min: &Number, max: &Number| match (*min, *max) {
        (Number::Integer(min), Number::Integer(max)) => min > max,
        (min, max) => min.as_f64() > max.as_f64(),
    };
    bounds(fields, read, exceeds, report)
}

/// Whether shapes of the kind can have the bound of a range.
pub(super) fn fits(bound: Number, kind: Kind) -> bool {
    matches!(bound, Number::Integer(_)) || !kind.is_whole() || kind == Kind::BigInteger
}

/// Reads one bound.
type ReadBound<T> = fn(&Node<'_>, &mut Report<'_>) -> Option<T>;

/// Reads `min` and `max`, and checks their order.
fn bounds<T>(
    fields: &Fields<'_>,
    read: ReadBound<T>,
    exceeds: fn(&T, &T) -> bool,
    report: &mut Report<'_>,
) -> Option<Bounds<T>> {
    let min_node = fields.field("min");
    let min = min_node.and_then(|node| read(&node, report));
    let max = fields.field("max").and_then(|node| read(&node, report));
    if let (Some(node), Some(min), Some(max)) = (min_node, &min, &max)
        && exceeds(min, max)
    {
        report.push(node.problem("`min` is greater than `max`, so that no value fits"));
    }
    (min.is_some() || max.is_some()).then_some(Bounds { min, max })
}

/// Reads a number of characters, bytes or entries.
fn count(node: &Node<'_>, report: &mut Report<'_>) -> Option<u64> {
    if let JsonNumber::Unsigned(value) = node.number(report)? {
        return Some(value);
    }
    let count = whole_number(node, report)?;
    if count < 0 {
        report.push(node.problem(format_args!("{count} is not a length")));
    }
    u64::try_from(count).ok()
}

/// Reads a bound of a whole number.
fn whole(node: &Node<'_>, report: &mut Report<'_>) -> Option<Number> {
    whole_number(node, report).map(Number::Integer)
}

/// Reads a bound of any number.
fn number(node: &Node<'_>, report: &mut Report<'_>) -> Option<Number> {
    Some(match node.number(report)? {
        JsonNumber::Integer(value) => Number::Integer(value),
        JsonNumber::Unsigned(value) => Number::Float(value as f64),
        JsonNumber::Float(value) => Number::Float(value),
    })
}

/// Reads a whole number, which may be written as `1.0` or `1e3`.
fn whole_number(node: &Node<'_>, report: &mut Report<'_>) -> Option<i64> {
    /// Up to this number, every whole number has its own `f64`.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = node.number(report)?;
    let (whole, rule) = match number {
        JsonNumber::Integer(value) => (Some(value), ""),
        JsonNumber::Unsigned(_) => (None, "does not fit 64 bits"),
        JsonNumber::Float(value) if value.fract() != 0.0 => (None, "is not a whole number"),
        JsonNumber::Float(value) if value.abs() > EXACT => (None, "does not fit 64 bits"),
        JsonNumber::Float(value) => (Some(value as i64), ""),
    };
    if whole.is_none() {
        report.push(node.problem(format_args!("{number} {rule}")));
    }
    whole
}
