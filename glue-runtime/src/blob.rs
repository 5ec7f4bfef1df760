//! [`Blob`], the type of every blob member.

use std::fmt;
use std::ops::Deref;

use base64::DecodeError;
use base64::alphabet::STANDARD as ALPHABET;
use base64::display::Base64Display;
use base64::engine::general_purpose::{GeneralPurpose, PAD, STANDARD};
use base64::engine::{DecodePaddingMode, Engine};
use serde_core::de::{Error, SeqAccess, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{Held, OrRedacted, Place};

/// Bytes, which JSON writes as base64.
///
/// Use it like a `[u8]`, to which it dereferences. `Debug` shows the length only.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blob(Vec<u8>);

impl Blob {
    /// The bytes, without a copy.
    pub fn into_inner(self) -> Vec<u8> {
        self.0
    }
}

impl Deref for Blob {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Blob {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Blob {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Blob {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.into())
    }
}

/// For byte string literals.
impl<const N: usize> From<&[u8; N]> for Blob {
    fn from(bytes: &[u8; N]) -> Self {
        Self(bytes.into())
    }
}

impl From<Blob> for Vec<u8> {
    fn from(blob: Blob) -> Self {
        blob.0
    }
}

impl fmt::Debug for Blob {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Blob({} bytes)", self.0.len())
    }
}

/// Writes padded base64 in the standard alphabet of RFC 4648, or plain bytes in binary formats.
impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_bytes(&self.0, serializer)
    }
}

/// Writes bytes as [`Blob`] does.
pub(crate) fn write_bytes<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    if to.is_human_readable() {
        to.collect_str(&Base64Display::new(bytes, &STANDARD))
    } else {
        to.serialize_bytes(bytes)
    }
}

/// Reads base64 in the standard alphabet of RFC 4648, with or without padding, or plain bytes in
/// binary formats.
impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(BlobVisitor)
        } else {
            deserializer.deserialize_byte_buf(BlobVisitor)
        }
    }
}

impl Held for Blob {
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = Self>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        let visitor = OrRedacted::new(BlobVisitor, place);
        if from.is_human_readable() {
            from.deserialize_str(visitor)
        } else {
            // Bytes, or the text of a redaction.
            from.deserialize_any(visitor)
        }
    }
}

struct BlobVisitor;

impl<'de> Visitor<'de> for BlobVisitor {
    type Value = Blob;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Blob, E> {
        decode(text).map_err(E::custom)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        Ok(bytes.into())
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Blob, E> {
        Ok(bytes.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut bytes: A) -> Result<Blob, A::Error> {
        let mut blob = Vec::new();
        while let Some(byte) = bytes.next_element()? {
            blob.push(byte);
        }
        Ok(Blob(blob))
    }
}

/// Standard base64 with or without padding, because many tools leave the padding out.
const LENIENT: GeneralPurpose =
    GeneralPurpose::new(&ALPHABET, PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent));

/// The offset is in bytes. The text is not shown, since it may be long or secret.
fn decode(text: &str) -> Result<Blob, String> {
    LENIENT.decode(text).map(Blob).map_err(|error| match error {
        DecodeError::InvalidByte(offset, _) | DecodeError::InvalidLastSymbol { offset, .. } => {
            format!("invalid base64 at offset {offset}")
        }
        // The padding is never wrong: any is accepted.
        DecodeError::InvalidLength(_) | DecodeError::InvalidPadding => {
            format!("base64 is cut off at offset {}", text.len())
        }
    })
}
