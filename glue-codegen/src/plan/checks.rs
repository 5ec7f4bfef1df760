//! What is checked.

use proc_macro2::Ident;

use super::types::{Codec, Type};

/// A function that checks values of one type against one set of constraints.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Check {
    pub(crate) name: Ident,
    /// The names of the shapes it serves, in the model.
    pub(crate) shapes: Vec<String>,
    pub(crate) subject: Type,
    pub(crate) steps: Vec<Step>,
}

/// The check of a value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ValueCheck {
    pub(crate) call: CheckCall,
    /// Whether only unknown values of enums can be wrong, which only strict checkers report.
    pub(crate) strict: bool,
}

/// The function that checks a value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum CheckCall {
    /// The runtime's check of an enum.
    Known,
    /// A function of the module `checks`.
    Function(Ident),
    /// The type's own `Validate`.
    Validate,
}

/// A step of a check.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Length {
        min: Option<u64>,
        max: Option<u64>,
    },
    IntegerRange {
        min: Option<i64>,
        max: Option<i64>,
    },
    /// The bounds are the bits of an `f64`, so that steps can be compared.
    FloatRange {
        min: Option<FloatBound>,
        max: Option<FloatBound>,
    },
    /// A pattern: the function that matches it, and the text that violations show.
    Pattern {
        function: Ident,
        source: String,
    },
    /// No entry occurs twice.
    UniqueItems(Unique),
    /// A known value of an enum.
    Known,
    /// One of these numbers.
    KnownNumber(Vec<i32>),
    Entries(ValueCheck),
    Keys(ValueCheck),
    /// The values of a map; `hidden` if its keys must not be shown.
    Values {
        check: ValueCheck,
        hidden: bool,
    },
}

/// How entries of a list are compared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Unique {
    /// They can be sorted.
    Ordered,
    /// By what they are written as.
    Written,
    /// By what they are written as in a form other than their type's own.
    WrittenAs(Codec),
}

impl Step {
    /// Whether only strict checkers do this step.
    pub(crate) fn is_strict(&self) -> bool {
        match self {
            Self::Known | Self::KnownNumber(_) => true,
            Self::Entries(check) | Self::Keys(check) | Self::Values { check, .. } => check.strict,
            Self::Length { .. }
            | Self::IntegerRange { .. }
            | Self::FloatRange { .. }
            | Self::Pattern { .. }
            | Self::UniqueItems(_) => false,
        }
    }
}

/// A finite bound of a range.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FloatBound(u64);

impl FloatBound {
    pub(crate) fn new(value: f64) -> Self {
        Self(value.to_bits())
    }

    pub(crate) fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}
