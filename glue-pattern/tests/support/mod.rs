//! What several tests share.
#![allow(dead_code)]

pub mod corpus;
pub mod engine;
pub mod generate;
pub mod random;
pub mod reference;
