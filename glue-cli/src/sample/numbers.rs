//! Numbers: whole ones and those with a fraction, within their ranges.

mod fractions;
mod reach;

use glue_codegen::inspect::{Kind, Range, Value};
use serde_json::json;

use super::json::Json;
use super::random::Random;
use fractions::{STEPS, float_bounds, fraction, nth_fraction};
use reach::{FAR, SPREAD};

/// Whether any number has the form, which need not be that of a number.
pub(super) fn exists(value: &Value) -> bool {
    match (bounds(value), value.range) {
        (Some(bounds), _) => !candidates(value, bounds).is_empty(),
        (None, Some(Range::Float { min: Some(min), max: Some(max) })) => min <= max,
        _ => true,
    }
}

/// How many distinct numbers there are, at most.
pub(super) fn distinct(value: &Value) -> u64 {
    match (&value.known_numbers, bounds(value)) {
        (Some(known), _) => known.len() as u64,
        (None, Some((low, high))) if low <= high => high.abs_diff(low).saturating_add(1),
        (None, Some(_)) => 0,
        (None, None) => match float_bounds(value.range) {
            (Some(min), Some(max)) if min >= max => 1,
            _ => STEPS,
        },
    }
}

/// One of the numbers of a form; others have other numbers.
pub(super) fn nth(value: &Value, number: u64) -> Option<Json> {
    match (&value.known_numbers, bounds(value)) {
        (Some(_), Some(bounds)) => {
            let known = candidates(value, bounds);
            known.get(usize::try_from(number).ok()?).map(|number| json!(number).into())
        }
        (None, Some((low, high))) if low <= high => {
            // Up from the one nearest to zero, and then down.
            let start = 0.clamp(low, high);
            let above = high.abs_diff(start);
            let found = match number.checked_sub(above.saturating_add(1)) {
                None => start.checked_add_unsigned(number)?,
                Some(below) => start.checked_sub_unsigned(below.checked_add(1)?)?,
            };
            (found >= low).then(|| json!(found).into())
        }
        (_, Some(_)) => None,
        (_, None) => nth_fraction(value.range, number),
    }
}

/// A number: the one nearest to zero, or a random one.
pub(super) fn number(value: &Value, mut random: Option<&mut Random>) -> Option<Json> {
    if let (Kind::BigInteger, Some(random)) = (&value.kind, &mut random)
        && random.once_in(8)
    {
        // Beyond 64 bits with a sign.
        return Some(json!(u64::MAX - random.below(u64::MAX / 2)).into());
    }
    match bounds(value) {
        Some(bounds) => {
            let candidates = candidates(value, bounds);
            match random {
                None => candidates.first().copied(),
                Some(random) if value.known_numbers.is_some() => random.pick(&candidates).copied(),
                Some(random) => Some(within(value, bounds, random)),
            }
            .map(|number| json!(number).into())
        }
        None => {
            let (min, max) = float_bounds(value.range);
            Some(json!(fraction(min, max, random)).into())
        }
    }
}

/// A number that is just below or above the range, and otherwise as it should be.
pub(super) fn beyond(value: &Value, is_low: bool) -> Option<Json> {
    match (value.range?, kind_bounds(&value.kind)) {
        (Range::Integer { min, max }, Some((least, greatest))) => {
            let number = if is_low { min?.checked_sub(1)? } else { max?.checked_add(1)? };
            let known = value.known_numbers.as_deref();
            let mut known = known.into_iter().flatten().map(|number| i64::from(*number));
            let is_beyond = |one: &i64| if is_low { *one <= number } else { *one >= number };
            let number = match value.known_numbers {
                Some(_) => known.find(is_beyond)?,
                None => number,
            };
            (least..=greatest).contains(&number).then(|| json!(number).into())
        }
        (Range::Float { min, max }, None) => {
            let bound = if is_low { min? } else { max? };
            let (step, next) = match is_low {
                true => (bound - 1.0, bound.next_down()),
                false => (bound + 1.0, bound.next_up()),
            };
            // Of a large number, one is less than the last digit.
            let number = if step == bound { next } else { step };
            let is_beyond = if is_low { number < bound } else { number > bound };
            (is_beyond && number.is_finite()).then(|| json!(number).into())
        }
        _ => None,
    }
}

/// A number that an enum of numbers does not have.
pub(super) fn unknown(value: &Value) -> Option<Json> {
    let known = value.known_numbers.as_deref()?;
    let (low, high) = bounds(value)?;
    let next = known.iter().map(|number| i64::from(*number)).max()?.checked_add(1)?;
    let mut candidates = [next, 0, low, high, -1].into_iter();
    let is_known = |number: i64| known.iter().any(|one| i64::from(*one) == number);
    let found = candidates.find(|number| (low..=high).contains(number) && !is_known(*number))?;
    Some(json!(found).into())
}

/// The least and the greatest whole number; none for what is not a whole number.
fn bounds(value: &Value) -> Option<(i64, i64)> {
    let (least, greatest) = kind_bounds(&value.kind)?;
    let (min, max) = match value.range {
        Some(Range::Integer { min, max }) => (min, max),
        _ => (None, None),
    };
    Some((min.unwrap_or(least).max(least), max.unwrap_or(greatest).min(greatest)))
}

fn kind_bounds(kind: &Kind) -> Option<(i64, i64)> {
    match kind {
        Kind::Byte => Some((i8::MIN.into(), i8::MAX.into())),
        Kind::Short => Some((i16::MIN.into(), i16::MAX.into())),
        Kind::Integer => Some((i32::MIN.into(), i32::MAX.into())),
        Kind::Long | Kind::BigInteger => Some((i64::MIN, i64::MAX)),
        _ => None,
    }
}

/// The whole numbers to choose from: those of an enum, or the one nearest to zero.
fn candidates(value: &Value, (low, high): (i64, i64)) -> Vec<i64> {
    let all = match &value.known_numbers {
        Some(known) => known.iter().map(|number| i64::from(*number)).collect(),
        None if low > high => Vec::new(),
        None => vec![0.clamp(low, high)],
    };
    all.into_iter().filter(|number| (low..=high).contains(number)).collect()
}

/// A random whole number, now and then one of the range's bounds, and of any size where these are
/// far away.
fn within(value: &Value, (low, high): (i64, i64), random: &mut Random) -> i64 {
    let (min, max) = match value.range {
        Some(Range::Integer { min, max }) => (min, max),
        _ => (None, None),
    };
    match random.below(8) {
        0 if min.is_some() => low,
        1 if max.is_some() => high,
        2 if max.is_some() && high > FAR => (high >> random.below(63)).clamp(low, high),
        3 if min.is_some() && low < -FAR => (low >> random.below(63)).clamp(low, high),
        _ => {
            let start = match min {
                Some(_) if low >= -FAR => low,
                Some(_) => (-SPREAD / 2).clamp(low, high),
                None => 0.clamp(low, high),
            };
            let end = start.saturating_add(SPREAD).min(high);
            random.between(start.min(end.saturating_sub(SPREAD)).max(low), end)
        }
    }
}
