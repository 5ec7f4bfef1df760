//! The shapes that every Smithy model may refer to without defining them.

use super::super::kind::Kind;

/// The ID of the structure without members, which means no input or output.
pub(super) const UNIT: &str = "smithy.api#Unit";

/// The prelude's shapes, each with its ID. The primitive ones only differ from the others in
/// version 1.0, where their absent members count as zero.
pub(super) const SHAPES: [(&str, Kind); 21] = [
    ("smithy.api#BigDecimal", Kind::BigDecimal),
    ("smithy.api#BigInteger", Kind::BigInteger),
    ("smithy.api#Blob", Kind::Blob),
    ("smithy.api#Boolean", Kind::Boolean),
    ("smithy.api#Byte", Kind::Byte),
    ("smithy.api#Document", Kind::Document),
    ("smithy.api#Double", Kind::Double),
    ("smithy.api#Float", Kind::Float),
    ("smithy.api#Integer", Kind::Integer),
    ("smithy.api#Long", Kind::Long),
    ("smithy.api#PrimitiveBoolean", Kind::Boolean),
    ("smithy.api#PrimitiveByte", Kind::Byte),
    ("smithy.api#PrimitiveDouble", Kind::Double),
    ("smithy.api#PrimitiveFloat", Kind::Float),
    ("smithy.api#PrimitiveInteger", Kind::Integer),
    ("smithy.api#PrimitiveLong", Kind::Long),
    ("smithy.api#PrimitiveShort", Kind::Short),
    ("smithy.api#Short", Kind::Short),
    ("smithy.api#String", Kind::String),
    ("smithy.api#Timestamp", Kind::Timestamp),
    (UNIT, Kind::Structure),
];

/// Whether absent members that target the shape count as zero in version 1.0.
pub(super) fn is_primitive(id: &str) -> bool {
    id.starts_with("smithy.api#Primitive")
}
