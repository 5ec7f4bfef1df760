//! JSON as a tree that keeps the order of members and exact numbers of a model's text.

mod parse;
mod pointer;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use parse::{Repeat, SyntaxError, parse};
pub(crate) use pointer::{Segment, pointer};
pub use value::{Json, JsonNumber, Object};
