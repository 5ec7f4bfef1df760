//! How generated code matches patterns: no engine, only what tables and classes share.

mod class;
mod dfa;

pub use class::{Class, Run, between_runs, matches_runs};
pub use dfa::{Dfa, Transitions};
