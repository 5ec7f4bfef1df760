//! Numbers of single precision, which travel with the digits of a double.

use serde_core::de::Deserializer;
use serde_core::ser::Serializer;

use super::Codec;
use super::float::Float;
use crate::wire::place::Place;

/// A floating-point number that services hold in single precision; NaN and the infinities travel
/// as strings.
///
/// Many services widen such a number before they write it: 99.84735 becomes `99.84735107421875`.
/// Only an `f64` gives those digits back, so the number is one here.
pub struct Single;

impl Codec<f64> for Single {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        Float::read(from).map(exactly)
    }

    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = f64>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        Float::read_into(from, &mut Exact(place))
    }

    fn write<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        Float::write(value, to)
    }
}

/// A place for numbers as they were widened.
struct Exact<'a, P>(&'a mut P);

impl<P: Place<Value = f64>> Place for Exact<'_, P> {
    type Value = f64;

    fn put(&mut self, value: f64) {
        self.0.put(exactly(value));
    }

    fn redact(&mut self) {
        self.0.redact();
    }
}

/// The widened number that a reader has missed, or the value as it is.
///
/// Without its feature `float_roundtrip`, serde_json misses the nearest double of a fifth of all
/// widened numbers, by one or two units in the last place. Of all other doubles one in a hundred
/// million is as close to a widened one.
#[expect(clippy::cast_possible_truncation, reason = "the nearest f32 is what is wanted")]
fn exactly(value: f64) -> f64 {
    let widened = f64::from(value as f32);
    let is_missed = widened.is_finite() && widened.to_bits().abs_diff(value.to_bits()) <= 2;
    if is_missed { widened } else { value }
}

#[cfg(test)]
mod tests {
    use super::{Single, exactly};
    use crate::wire::Codec;

    #[test]
    fn widened_numbers_come_back_with_their_digits() {
        let mut bits = 1_u32;
        for _ in 0..200_000 {
            bits = bits.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let single = f32::from_bits(bits);
            if single.is_finite() {
                let text = serde_json::to_string(&f64::from(single)).unwrap();
                let mut json = serde_json::Deserializer::from_str(&text);
                let read = Single::read(&mut json).unwrap();
                assert_eq!(read.to_bits(), f64::from(single).to_bits(), "{text}");
            }
        }
    }

    #[test]
    fn other_numbers_stay_as_they_are() {
        for value in [0.01, 0.1, 99.84735, 1e300, -1e-300, 0.0, 16_777_217.0, f64::MAX] {
            assert_eq!(exactly(value).to_bits(), value.to_bits(), "{value}");
        }
        assert_eq!(exactly(-0.0).to_bits(), (-0.0_f64).to_bits());
        assert!(exactly(f64::NAN).is_nan());
        assert_eq!(exactly(f64::INFINITY), f64::INFINITY);
    }
}
