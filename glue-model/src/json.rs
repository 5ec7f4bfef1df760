//! JSON as a tree that keeps what a model's author wrote: member order and exact numbers.

mod object;
mod parse;
mod pointer;
#[cfg(test)]
mod tests;

use std::fmt;

pub use object::Object;
pub(crate) use parse::{Repeat, SyntaxError, parse};
pub(crate) use pointer::{Segment, pointer};

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(JsonNumber),
    /// A string, its escapes resolved.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Object),
}

/// A number, exact where it is whole and fits 64 bits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum JsonNumber {
    /// A whole number.
    Integer(i64),
    /// A whole number above [`i64::MAX`].
    Unsigned(u64),
    /// Any number with a fraction, an exponent or more digits than fit; always finite.
    Float(f64),
}

impl fmt::Display for JsonNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JsonNumber::Integer(value) => value.fmt(f),
            JsonNumber::Unsigned(value) => value.fmt(f),
            // Debug's form has an exponent where Display's would have hundreds of digits.
            JsonNumber::Float(value) => write!(f, "{value:?}"),
        }
    }
}

impl Json {
    /// What kind of value it is, for messages: `a string`, `an object` and so on.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::String(_) => "a string",
            Json::Array(_) => "an array",
            Json::Object(_) => "an object",
        }
    }
}
