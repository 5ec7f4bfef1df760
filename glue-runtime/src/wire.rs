//! Reading and writing of generated types, thinly: each type lists its members, and everything
//! that does not depend on a type is written once, here.

mod codec;
mod held;
mod key;
mod known;
mod names;
#[cfg(feature = "protocol")]
mod parts;
mod redaction;
mod refusal;
mod seed;
mod slots;
mod spelling;
mod structure;
mod union;
mod unknown;

pub use codec::{
    Codec, DateTime, EncodedJson, EpochSeconds, Float, HttpDate, Integer, Json, List, Map, Plain,
    Sensitive, Single, SparseList, SparseMap,
};
#[cfg(feature = "aws-smithy-types")]
pub(crate) use codec::{PercentEncoded, decoded};
pub use held::Held;
pub use known::Known;
#[cfg(feature = "protocol")]
pub(crate) use parts::PartsReader;
pub(crate) use redaction::OrRedacted;
pub(crate) use refusal::unexpected_text;
pub use seed::Place;
#[cfg(feature = "protocol")]
pub(crate) use structure::write_members;
pub use structure::{
    MemberReader, MemberWriter, Structure, read_structure, read_structure_into, write_structure,
};
pub use union::{
    Union, UnknownMember, VariantReader, VariantWriter, read_union, read_union_into, write_union,
};
pub use unknown::UnknownMembers;
