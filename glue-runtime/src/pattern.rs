//! How generated code matches patterns: no engine, only what tables and classes share.

mod class;
mod dfa;
mod run;
mod step;

pub use class::Class;
pub use dfa::{Dfa, Transitions};
pub use run::Run;
pub use step::{Step, between_steps, matches_steps};
