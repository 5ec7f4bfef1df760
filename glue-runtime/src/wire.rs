//! Reading and writing of generated types, thinly: each type lists its members, and everything
//! that does not depend on a type is written once, here.

mod codec;
mod key;
#[cfg(feature = "protocol")]
mod parts;
mod placeholder;
mod seed;
mod structure;
mod union;

pub use codec::{
    Codec, DateTime, EpochSeconds, Float, HttpDate, Integer, List, Map, Plain, SparseList,
    SparseMap,
};
#[cfg(feature = "protocol")]
pub(crate) use parts::PartsReader;
pub use placeholder::Placeholder;
#[cfg(feature = "protocol")]
pub(crate) use structure::write_members;
pub use structure::{MemberReader, MemberWriter, Structure, read_structure, write_structure};
pub use union::{Union, UnknownMember, VariantReader, VariantWriter, read_union, write_union};
