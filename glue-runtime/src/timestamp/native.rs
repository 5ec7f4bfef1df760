//! The native times of formats other than JSON, as their crates give them to serde.

use std::fmt;

use serde_core::de::{Error, SeqAccess, Unexpected, Visitor};

use super::Timestamp;

/// The only key of the map that stands for a date or time of TOML in the crate `toml`; the value is
/// its text.
pub(crate) const TOML_KEY: &str = "$__toml_private_datetime";

/// The variant that stands for a value of CBOR with a tag in the crate `ciborium`; the tag and the
/// value are its fields.
pub(super) const CBOR_TAGGED: &str = "@@TAGGED@@";

/// The tags of CBOR whose values are text or seconds since the Unix epoch: 0 for text and 1 for
/// numbers (RFC 8949), and 1004 for dates as text (RFC 8943).
const CBOR_TIMES: [u64; 3] = [0, 1, 1004];

/// The type of MessagePack's extension for timestamps.
const MESSAGE_PACK_TIMESTAMP: i8 = -1;

/// Reads a tag of CBOR and the time after it.
pub(super) struct Tagged;

impl<'de> Visitor<'de> for Tagged {
    type Value = Timestamp;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a time with the tag 0, 1 or 1004")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Timestamp, A::Error> {
        match fields.next_element::<u64>()? {
            Some(tag) if CBOR_TIMES.contains(&tag) => {
                let time = fields.next_element()?;
                time.ok_or_else(|| A::Error::invalid_length(1, &self))
            }
            Some(tag) => Err(A::Error::invalid_value(Unexpected::Unsigned(tag), &self)),
            None => Err(A::Error::invalid_length(0, &self)),
        }
    }
}

/// Reads an extension of MessagePack: its type and its bytes, in the crate `rmp-serde`.
pub(crate) struct MessagePackExtension;

impl<'de> Visitor<'de> for MessagePackExtension {
    type Value = Timestamp;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MessagePack's timestamp in the years 0000 to 9999")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Timestamp, A::Error> {
        match fields.next_element::<i8>()? {
            Some(MESSAGE_PACK_TIMESTAMP) => {
                let bytes = fields.next_element::<Bytes>()?;
                let time = bytes.and_then(|Bytes(time)| time);
                time.ok_or_else(|| A::Error::invalid_value(Unexpected::Other("extension"), &self))
            }
            Some(other) => Err(A::Error::invalid_value(Unexpected::Signed(other.into()), &self)),
            None => Err(A::Error::invalid_length(0, &self)),
        }
    }
}

/// The time that the bytes of MessagePack's timestamp have, if they have one.
struct Bytes(Option<Timestamp>);

impl<'de> serde_core::Deserialize<'de> for Bytes {
    fn deserialize<D: serde_core::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_bytes(BytesVisitor)
    }
}

struct BytesVisitor;

impl Visitor<'_> for BytesVisitor {
    type Value = Bytes;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(message_pack_timestamp(bytes)))
    }
}

/// Seconds in 32 bits; nanoseconds in 30 bits and seconds in 34; or nanoseconds in 32 bits and
/// seconds in 64, with a sign.
fn message_pack_timestamp(bytes: &[u8]) -> Option<Timestamp> {
    let (seconds, nanoseconds) = if let Ok(seconds) = bytes.try_into() {
        (u32::from_be_bytes(seconds).into(), 0)
    } else if let Ok(both) = bytes.try_into() {
        let both = u64::from_be_bytes(both);
        let mask = (1 << 34) - 1;
        (i64::try_from(both & mask).ok()?, u32::try_from(both >> 34).ok()?)
    } else {
        let (nanoseconds, seconds) = bytes.split_first_chunk()?;
        let seconds = i64::from_be_bytes(seconds.try_into().ok()?);
        (seconds, u32::from_be_bytes(*nanoseconds))
    };
    Timestamp::from_unix(seconds, nanoseconds).ok()
}
