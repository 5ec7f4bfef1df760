//! Blobs in the type of the crate `bytes`.

use std::convert::Infallible;

use bytes::Bytes;
use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::Serializer;

use super::Codec;
use crate::blob::{Blob, write_bytes};
use crate::wire::converted::read_converted;
use crate::wire::place::Place;

/// Bytes as base64, or as they are in binary formats.
pub struct Base64;

impl Codec<Bytes> for Base64 {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Bytes, D::Error> {
        Blob::deserialize(from).map(|blob| blob.into_inner().into())
    }

    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = Bytes>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        read_converted(from, place, |blob: Blob| Ok::<_, Infallible>(blob.into_inner().into()))
    }

    fn write<S: Serializer>(value: &Bytes, to: S) -> Result<S::Ok, S::Error> {
        write_bytes(value, to)
    }
}
