//! JSON as a tree that keeps what a model's author wrote: member order and exact numbers.

mod parse;
mod pointer;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use parse::{Repeat, SyntaxError, parse};
pub(crate) use pointer::{Segment, pointer};
pub use value::{Json, JsonNumber, Object};
