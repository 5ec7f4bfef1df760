//! Reading and writing generated types: each type lists its members, and everything that does not
//! depend on the type is written once, here.

mod codec;
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time", feature = "bytes"))]
mod converted;
mod held;
mod key;
mod known;
mod members;
mod names;
mod open_key;
mod open_structure;
#[cfg(feature = "protocol")]
mod parts;
mod place;
mod redaction;
mod refusal;
mod seed;
mod slots;
mod spelling;
mod structure;
mod union;
mod unknown;
mod variants;

#[cfg(feature = "bytes")]
pub use codec::Base64;
pub(crate) use codec::Encoded;
#[cfg(all(
    feature = "aws-smithy-types",
    any(feature = "jiff", feature = "chrono", feature = "time")
))]
pub(crate) use codec::Time;
pub use codec::{
    Codec, DateTime, EncodedJson, EpochSeconds, Float, Foreign, HttpDate, Integer, Json, List, Map,
    Plain, Sensitive, Single, SparseList, SparseMap, replacement, validated_replacement,
};
#[cfg(feature = "aws-smithy-types")]
pub(crate) use codec::{PercentEncoded, decoded};
pub use held::Held;
pub use known::Known;
pub use members::{MemberReader, MemberWriter, Structure};
#[cfg(feature = "protocol")]
pub(crate) use parts::PartsReader;
pub use place::Place;
pub(crate) use redaction::OrRedacted;
pub use redaction::is_redaction;
pub use refusal::unexpected_text;
#[cfg(feature = "protocol")]
pub(crate) use structure::write_members;
pub use structure::{read_structure, read_structure_into, write_structure};
pub use union::{read_union, read_union_into, write_union};
pub use unknown::UnknownMembers;
pub use variants::{Union, UnknownMember, VariantReader, VariantWriter};
