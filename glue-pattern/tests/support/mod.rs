//! What several tests share.
#![allow(dead_code)]

pub mod corpus;
pub mod generate;
pub mod java;
pub mod random;
