//! How generated code matches patterns: without an engine, by tables and classes.

mod class;
mod dfa;
mod run;
mod step;
mod then;

pub use class::Class;
pub use dfa::{Dfa, Transitions};
pub use run::Run;
pub use step::{Step, between_steps, matches_steps};
