//! Generated code that earlier releases left behind, compiled with the runtime of today.

#[path = "../../committed/0.1/mod.rs"]
pub mod committed_0_1;
