//! Values of other crates' types, which are read as values of ours.

use std::fmt::Display;

use serde_core::de::{Deserializer, Error};

use super::held::Held;
use super::place::Place;

/// Reads a value into the place of another type.
pub(super) fn read_converted<'de, T: Held, D: Deserializer<'de>, P: Place, E: Display>(
    from: D,
    place: &mut P,
    convert: fn(T) -> Result<P::Value, E>,
) -> Result<(), D::Error> {
    let mut converting = Converting { place, convert, result: Ok(()) };
    T::read_into(from, &mut converting)?;
    converting.result.map_err(D::Error::custom)
}

/// A place for values that are converted before they go to another place.
struct Converting<'a, P: Place, T, E> {
    place: &'a mut P,
    convert: fn(T) -> Result<P::Value, E>,
    result: Result<(), E>,
}

impl<P: Place, T, E> Place for Converting<'_, P, T, E> {
    type Value = T;

    fn put(&mut self, value: T) {
        match (self.convert)(value) {
            Ok(value) => self.place.put(value),
            Err(error) => self.result = Err(error),
        }
    }

    fn redact(&mut self) {
        self.place.redact();
    }
}
