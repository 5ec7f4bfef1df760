//! Reads a value by its form, and notes all that is wrong with it on the way.

mod collection;
mod document;
mod members;
mod refusal;
mod scalar;
mod state;
mod value;

pub(super) use refusal::sentence;
pub(super) use state::Reader;
