//! Numbers with a fraction.

use glue_codegen::inspect::Range;
use serde_json::json;

use super::reach::{FAR, SPREAD};
use crate::sample::json::Json;
use crate::sample::random::Random;

/// How far random numbers with a fraction go where there is no bound.
const FARTHEST: f64 = 1e15;

/// How many numbers with a fraction can be counted through.
pub(super) const STEPS: u64 = 1 << 20;

/// The bounds of a number with a fraction.
pub(super) fn float_bounds(range: Option<Range>) -> (Option<f64>, Option<f64>) {
    match range {
        Some(Range::Float { min, max }) => (min, max),
        _ => (None, None),
    }
}

/// The number of a range that is nearest to zero.
fn nearest(min: Option<f64>, max: Option<f64>) -> f64 {
    min.unwrap_or(f64::NEG_INFINITY).max(0.0).min(max.unwrap_or(f64::INFINITY))
}

/// A number with a fraction: the one nearest to zero, or a random one. That is mostly a small one in
/// quarters, now and then one of the bounds, and of any size where these are far away.
pub(super) fn fraction(min: Option<f64>, max: Option<f64>, random: Option<&mut Random>) -> f64 {
    let Some(random) = random else { return nearest(min, max) };
    if max.is_some_and(|max| max <= 0.0) && min.is_none_or(|min| min < 0.0) {
        let mirrored = fraction(max.map(|max| 0.0 - max), min.map(|min| -min), Some(random));
        return 0.0 - mirrored;
    }
    match (random.below(8), min, max) {
        (0, Some(min), _) => min,
        (1, _, Some(max)) => max,
        (2, ..) if let Some(number) = of_any_size(min, max, random) => number,
        _ => {
            let start = match min {
                #[allow(clippy::cast_precision_loss)]
                Some(min) if min < -(FAR as f64) => -(SPREAD as f64) / 2.0,
                Some(min) => min,
                None => nearest(min, max),
            };
            let quarters = random.below(4 * SPREAD.unsigned_abs());
            #[allow(clippy::cast_precision_loss)]
            let number = start + quarters as f64 / 4.0;
            match max {
                // Eighths keep small ranges exact.
                #[allow(clippy::cast_precision_loss)]
                Some(max) if number > max => {
                    start + (max - start) * ((1 + quarters % 7) as f64 / 8.0)
                }
                _ => number,
            }
        }
    }
}

/// A number with any exponent within the bounds, if these are far away.
fn of_any_size(min: Option<f64>, max: Option<f64>, random: &mut Random) -> Option<f64> {
    let (low, high) = (min.unwrap_or(-FARTHEST), max.unwrap_or(FARTHEST));
    #[allow(clippy::cast_precision_loss)]
    let far = FAR as f64;
    let is_negative = match (low < -far, high > far) {
        (false, false) => return None,
        (true, true) => random.once_in(2),
        (is_negative, _) => is_negative,
    };
    let (near, bound, sign) = match is_negative {
        true => (-high, -low, "-"),
        false => (low, high, ""),
    };
    // From text, because powers differ from machine to machine.
    let least = exponent(near.max(1.0))?;
    let power = least + random.below(exponent(bound)?.checked_sub(least)? + 1);
    let (ones, tenths) = (1 + random.below(9), random.below(10));
    let number: f64 = format!("{sign}{ones}.{tenths}e{power}").parse().ok()?;
    Some(number.max(low).min(high))
}

/// The exponent of a number that is at least one.
fn exponent(number: f64) -> Option<u64> {
    format!("{number:e}").split_once('e')?.1.parse().ok()
}

/// A number with a fraction, by small steps from the one nearest to zero.
pub(super) fn nth_fraction(range: Option<Range>, number: u64) -> Option<Json> {
    let (min, max) = float_bounds(range);
    let start = nearest(min, max);
    let above = max.unwrap_or(f64::INFINITY) - start;
    let below = start - min.unwrap_or(f64::NEG_INFINITY);
    let (room, sign) = if above > 0.0 { (above, 1.0) } else { (below, -1.0) };
    if number >= STEPS {
        return None;
    }
    // As many steps as there are in the range, or of one where that is wide.
    #[allow(clippy::cast_precision_loss)]
    let (steps, number) = (STEPS as f64, number as f64);
    let step = if room < steps { room / steps } else { 1.0_f64.max(start.abs() / steps) };
    let found = start + sign * step * number;
    (number == 0.0 || step > 0.0).then(|| json!(found).into())
}
