//! Macros that make a type's impls from a table. Generated code holds the tables: what is the same
//! for every type is written here once, and neither generated nor parsed for each of them.

mod open_enum;
mod operation_error;
mod requires;
mod serde;
mod structure;
mod union;
