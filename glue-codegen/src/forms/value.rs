//! The form of a value: its kind, and the constraints on it.

use glue_model::TimestampFormat;

use super::places::Places;
use crate::bug::bug;
use crate::plan::{CheckCall, Codec, DocumentKind, FloatBound, Step, Type, TypeItem, ValueCheck};

/// The form of a value, with its constraints.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Value {
    /// The kind of value.
    pub kind: Kind,
    /// The number of characters, bytes or entries.
    pub length: Option<Length>,
    /// The range of a number.
    pub range: Option<Range>,
    /// The pattern of a string, as a place in [`Forms::patterns`](super::Forms::patterns).
    pub pattern: Option<usize>,
    /// Whether a list may hold no value twice.
    pub unique_items: bool,
    /// The numbers that an enum of numbers knows.
    pub known_numbers: Option<Vec<i32>>,
}

/// The kind of a value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A whole number of 8 bits, signed.
    Byte,
    /// A whole number of 16 bits, signed.
    Short,
    /// A whole number of 32 bits, signed.
    Integer,
    /// A whole number of 64 bits, signed.
    Long,
    /// A number of single precision.
    Single,
    /// A number of double precision.
    Double,
    /// Text.
    String,
    /// Text that holds JSON.
    JsonText,
    /// Bytes.
    Blob,
    /// A point in time, in the format in which it is written.
    Timestamp(TimestampFormat),
    /// Any JSON value.
    Document,
    /// A whole number of any size. Generated types take any JSON value in its place.
    BigInteger,
    /// A number of any size and precision. Generated types take any JSON value in its place.
    BigDecimal,
    /// An enum, as a place in [`Forms::shapes`](super::Forms::shapes).
    Enum(usize),
    /// A structure, as a place in [`Forms::shapes`](super::Forms::shapes).
    Structure(usize),
    /// A union, as a place in [`Forms::shapes`](super::Forms::shapes).
    Union(usize),
    /// A list.
    List(Box<ListForm>),
    /// A map.
    Map(Box<MapForm>),
}

/// A list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListForm {
    /// The entries.
    pub entry: Value,
    /// Whether entries may be null; otherwise nulls are dropped.
    pub sparse: bool,
}

/// A map.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MapForm {
    /// The keys: a string or an enum.
    pub key: Value,
    /// The values.
    pub value: Value,
    /// Whether values may be null; otherwise entries with nulls are dropped.
    pub sparse: bool,
    /// Whether no message may show the keys.
    pub hidden: bool,
}

/// Bounds of a length, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Length {
    /// The least allowed length.
    pub min: Option<u64>,
    /// The greatest allowed length.
    pub max: Option<u64>,
}

/// Bounds of a number, inclusive.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Range {
    /// Bounds of a whole number.
    Integer {
        /// The least allowed value.
        min: Option<i64>,
        /// The greatest allowed value.
        max: Option<i64>,
    },
    /// Bounds of a floating-point number.
    Float {
        /// The least allowed value.
        min: Option<f64>,
        /// The greatest allowed value.
        max: Option<f64>,
    },
}

/// The form of a type's values in a codec, with what is checked of them.
pub(super) fn value(
    ty: &Type,
    codec: &Codec,
    check: Option<&ValueCheck>,
    places: &Places<'_>,
) -> Value {
    let steps = steps(check, places);
    let kind = match (ty, codec) {
        (Type::List { entry, sparse }, Codec::List { entry: codec, .. }) => {
            let check = steps.iter().find_map(|step| match step {
                Step::Entries(check) => Some(check),
                _ => None,
            });
            let entry = value(entry, codec, check, places);
            Kind::List(Box::new(ListForm { entry, sparse: *sparse }))
        }
        (Type::Map { key, value: ty, sparse, .. }, Codec::Map { value: codec, .. }) => {
            let key_check = steps.iter().find_map(|step| match step {
                Step::Keys(check) => Some(check),
                _ => None,
            });
            let values = steps.iter().find_map(|step| match step {
                Step::Values { check, hidden } => Some((check, *hidden)),
                _ => None,
            });
            Kind::Map(Box::new(MapForm {
                key: value(key, &Codec::Plain, key_check, places),
                value: value(ty, codec, values.map(|(check, _)| check), places),
                sparse: *sparse,
                hidden: values.is_some_and(|(_, hidden)| hidden),
            }))
        }
        (ty, codec) => single(ty, codec, places),
    };
    let mut value = Value {
        kind,
        length: None,
        range: None,
        pattern: None,
        unique_items: false,
        known_numbers: None,
    };
    steps.iter().for_each(|step| add(&mut value, step, places));
    value
}

/// The steps of a check's function; the checks of structures and unions are those of their members.
fn steps<'a>(check: Option<&ValueCheck>, places: &Places<'a>) -> &'a [Step] {
    match check.map(|check| &check.call) {
        Some(CheckCall::Function(name)) => match places.checks.get(&name.to_string()) {
            Some(check) => &check.steps,
            None => bug!("the plan has no check `{name}`"),
        },
        // Whether an enum knows a value is looked up for every enum.
        Some(CheckCall::Known | CheckCall::Validate) | None => &[],
    }
}

/// The kind of a value that is not a list or map.
fn single(ty: &Type, codec: &Codec, places: &Places<'_>) -> Kind {
    match ty {
        Type::Bool => Kind::Boolean,
        Type::I8 => Kind::Byte,
        Type::I16 => Kind::Short,
        Type::I32 => Kind::Integer,
        Type::I64 => Kind::Long,
        Type::F64 if *codec == Codec::Single => Kind::Single,
        Type::F64 => Kind::Double,
        Type::String => Kind::String,
        Type::JsonText => Kind::JsonText,
        Type::Blob | Type::Bytes => Kind::Blob,
        Type::Timestamp(_) => Kind::Timestamp(match codec {
            Codec::Timestamp(format) => *format,
            _ => TimestampFormat::EpochSeconds,
        }),
        Type::Document(DocumentKind::Any) => Kind::Document,
        Type::Document(DocumentKind::Whole) => Kind::BigInteger,
        Type::Document(DocumentKind::Number) => Kind::BigDecimal,
        Type::Named(name) | Type::Boxed(name) => match places.types.get(&name.to_string()) {
            Some((place, TypeItem::Structure(_))) => Kind::Structure(*place),
            Some((place, TypeItem::Union(_))) => Kind::Union(*place),
            Some((place, TypeItem::Enum(_))) => Kind::Enum(*place),
            None => bug!("the plan has no type `{name}`"),
        },
        Type::Foreign(path) => bug!("`{path}` is in place of a shape"),
        Type::List { .. } | Type::Map { .. } => bug!("a list or map has another codec"),
    }
}

/// Adds a constraint.
fn add(value: &mut Value, step: &Step, places: &Places<'_>) {
    match step {
        Step::Length { min, max } => value.length = Some(Length { min: *min, max: *max }),
        Step::IntegerRange { min, max } => {
            value.range = Some(Range::Integer { min: *min, max: *max });
        }
        Step::FloatRange { min, max } => {
            let [min, max] = [min, max].map(|bound| bound.map(FloatBound::value));
            value.range = Some(Range::Float { min, max });
        }
        Step::Pattern { function, .. } => {
            value.pattern = places.patterns.get(&function.to_string()).copied();
        }
        Step::UniqueItems { .. } => value.unique_items = true,
        Step::KnownNumber(numbers) => value.known_numbers = Some(numbers.clone()),
        Step::Known | Step::Entries(_) | Step::Keys(_) | Step::Values { .. } => {}
    }
}
