//! Values that no error may show.

use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error};
use serde_core::ser::Serializer;

use super::{Codec, Plain};
use crate::wire::place::Place;

/// A value that the model calls sensitive, in the form of another codec.
///
/// Errors of formats repeat the value that does not fit, as in
/// `invalid type: string "...", expected a boolean`. Such an error is replaced by one that does not. This
/// costs nothing if the value reads.
pub struct Sensitive<C = Plain>(PhantomData<C>);

impl<C: Codec<T>, T> Codec<T> for Sensitive<C> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        C::read(from).map_err(hide)
    }

    #[inline]
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = T>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        C::read_into(from, place).map_err(hide)
    }

    #[inline]
    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        C::write(value, to)
    }
}

/// How serde_json's error for text that ends early begins. It shows no value, and its kind tells
/// readers of streams to wait for more.
const ENDS_EARLY: &str = "EOF while parsing";

#[cold]
fn hide<E: Error>(error: E) -> E {
    match error.to_string().starts_with(ENDS_EARLY) {
        true => error,
        false => E::custom("a sensitive value does not have the form that the model gives it"),
    }
}
