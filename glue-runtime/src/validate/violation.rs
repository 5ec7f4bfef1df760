//! One broken constraint, and how it is worded.

use std::borrow::Cow;
use std::fmt;

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::path::Path;
use crate::escaped::{Escaped, Quoted};

/// A constraint that a value breaks, and where the value is.
///
/// It prints as Smithy's servers word it, without the value itself, which may be sensitive:
/// `Value at '/Name' failed to satisfy constraint: Member must not be null`. Characters of the path
/// that could break the line or the quotes are escaped. As JSON it is an object with `path`,
/// `constraint`, `message` and the numbers of the constraint.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    pub(super) path: String,
    pub(super) kind: ViolationKind,
}

/// Which constraint is broken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// A required member is not set.
    Required,
    /// Too few or too many characters, bytes or entries.
    #[non_exhaustive]
    Length {
        /// Unicode scalar values of a string, bytes of a blob, entries of a list or map.
        length: u64,
        /// The least allowed length.
        min: Option<u64>,
        /// The greatest allowed length.
        max: Option<u64>,
    },
    /// A whole number too small or too large.
    #[non_exhaustive]
    IntegerRange {
        /// The least allowed value.
        min: Option<i64>,
        /// The greatest allowed value.
        max: Option<i64>,
    },
    /// A floating-point number too small or too large, or not a number at all.
    #[non_exhaustive]
    FloatRange {
        /// The least allowed value.
        min: Option<f64>,
        /// The greatest allowed value.
        max: Option<f64>,
    },
    /// A string that the pattern does not match.
    #[non_exhaustive]
    Pattern {
        /// The pattern as the model has it.
        pattern: Cow<'static, str>,
    },
    /// A list that holds a value twice.
    UniqueItems,
    /// A value that its enum does not know. Only
    /// [`validate_strict`](crate::Validate::validate_strict) reports it.
    #[non_exhaustive]
    Enum {
        /// The values that the enum knows, in the order of the model, without those that the model
        /// calls internal.
        values: Cow<'static, [&'static str]>,
    },
    /// A number that its enum does not know. Only
    /// [`validate_strict`](crate::Validate::validate_strict) reports it.
    #[non_exhaustive]
    IntegerEnum {
        /// The values that the enum knows, in the order of the model.
        values: Cow<'static, [i32]>,
    },
    /// A value nested too deeply to be checked.
    #[non_exhaustive]
    Depth {
        /// How many levels are checked.
        max: usize,
    },
}

impl Violation {
    /// A broken constraint of the value at a path.
    #[doc(hidden)]
    #[must_use]
    pub fn at(path: &Path, kind: ViolationKind) -> Self {
        Self { path: path.pointer(), kind }
    }

    /// The place of the value as a JSON pointer (RFC 6901), such as `/Actions/0/JobName`; a map's
    /// keys are reported at the map. A key of more than 256 characters is cut, as are the outermost
    /// keys of a path that has more than 1,024 characters of keys; a key that is cut ends in `…`.
    /// Sensitive keys are shown as `*`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The broken constraint.
    #[must_use]
    pub fn kind(&self) -> &ViolationKind {
        &self.kind
    }
}

impl ViolationKind {
    fn name(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Length { .. } => "length",
            Self::IntegerRange { .. } | Self::FloatRange { .. } => "range",
            Self::Pattern { .. } => "pattern",
            Self::UniqueItems => "uniqueItems",
            Self::Enum { .. } | Self::IntegerEnum { .. } => "enum",
            Self::Depth { .. } => "depth",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ViolationKind::Length { length, .. } => write!(f, "Value with length {length}")?,
            _ => f.write_str("Value")?,
        }
        write!(f, " at {} failed to satisfy constraint: Member must ", Quoted(&self.path))?;
        match &self.kind {
            ViolationKind::Required => f.write_str("not be null"),
            ViolationKind::Length { min, max, .. } => {
                f.write_str("have length ")?;
                bounds(f, min.as_ref(), max.as_ref())
            }
            ViolationKind::IntegerRange { min, max } => {
                f.write_str("be ")?;
                bounds(f, min.as_ref(), max.as_ref())
            }
            ViolationKind::FloatRange { min, max } => {
                f.write_str("be ")?;
                bounds(f, min.as_ref(), max.as_ref())
            }
            ViolationKind::Pattern { pattern } => {
                write!(f, "satisfy regular expression pattern: {}", Escaped(pattern))
            }
            ViolationKind::UniqueItems => f.write_str("have unique values"),
            ViolationKind::Enum { values } => enum_values(f, values),
            ViolationKind::IntegerEnum { values } => enum_values(f, values),
            ViolationKind::Depth { max } => write!(f, "be nested at most {max} levels deep"),
        }
    }
}

fn enum_values<T: fmt::Display>(f: &mut fmt::Formatter<'_>, values: &[T]) -> fmt::Result {
    f.write_str("satisfy enum value set: [")?;
    for (index, value) in values.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        write!(f, "{separator}{value}")?;
    }
    f.write_str("]")
}

fn bounds<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    min: Option<&T>,
    max: Option<&T>,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "between {min} and {max}, inclusive"),
        (Some(min), None) => write!(f, "greater than or equal to {min}"),
        (None, Some(max)) => write!(f, "less than or equal to {max}"),
        (None, None) => f.write_str("of any size"),
    }
}

impl std::error::Error for Violation {}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("constraint", self.kind.name())?;
        match &self.kind {
            ViolationKind::Required | ViolationKind::UniqueItems => {}
            ViolationKind::Length { length, min, max } => {
                map.serialize_entry("length", length)?;
                bound_entries(&mut map, min.as_ref(), max.as_ref())?;
            }
            ViolationKind::IntegerRange { min, max } => {
                bound_entries(&mut map, min.as_ref(), max.as_ref())?;
            }
            ViolationKind::FloatRange { min, max } => {
                bound_entries(&mut map, min.as_ref(), max.as_ref())?;
            }
            ViolationKind::Pattern { pattern } => map.serialize_entry("pattern", pattern)?,
            ViolationKind::Enum { values } => map.serialize_entry("values", values)?,
            ViolationKind::IntegerEnum { values } => map.serialize_entry("values", values)?,
            ViolationKind::Depth { max } => map.serialize_entry("max", max)?,
        }
        map.serialize_entry("message", &format_args!("{self}"))?;
        map.end()
    }
}

fn bound_entries<M: SerializeMap, T: Serialize>(
    map: &mut M,
    min: Option<&T>,
    max: Option<&T>,
) -> Result<(), M::Error> {
    if let Some(min) = min {
        map.serialize_entry("min", min)?;
    }
    if let Some(max) = max {
        map.serialize_entry("max", max)?;
    }
    Ok(())
}
