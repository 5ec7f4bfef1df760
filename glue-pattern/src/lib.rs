//! Compiles the `pattern` constraints of AWS API models into small programs, at build time.
//!
//! The patterns are written for `java.util.regex`. [`parse`] reads one, [`compile`] turns it into a
//! [`Program`]: a list of strings, a sequence of character runs, the table of a deterministic
//! automaton, or a few of these together. A program needs no regular expression engine; a code
//! generator can write it out as a few lines of code or a few static arrays, and matching takes one
//! step for each character, with rare exceptions ([`Program::Then`]).
//!
//! Everything is made to run in build scripts: there are no dependencies, no optimization is
//! needed, and no pattern takes more work than [`Limits`] allow. The feature `inspect` adds tools
//! to show and compare patterns: texts that do or do not match, and whether two patterns mean the
//! same. The feature `sample` draws texts that match a pattern. The feature `ecma` writes patterns in
//! the dialect of JavaScript.
//!
//! ```
//! use glue_pattern::{Anchoring, Limits, compile, parse};
//!
//! let syntax = parse("^([a-z]\\w*\\.)+[a-z]\\w*$")?;
//! let program = compile(&syntax, Anchoring::Whole, &Limits::default());
//! assert!(program.is_match("a.b2.c"));
//! assert!(!program.is_match("a..c"));
//! # Ok::<(), glue_pattern::SyntaxError>(())
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

mod anchoring;
mod automaton;
mod budget;
mod class_set;
#[cfg(feature = "inspect")]
mod compare;
mod compile;
#[cfg(feature = "ecma")]
mod ecma;
mod expression;
mod limits;
mod map;
#[cfg(feature = "sample")]
mod minimal;
mod plan;
mod program;
#[cfg(feature = "sample")]
mod readable;
#[cfg(feature = "sample")]
mod sample;
mod sorted;
pub mod syntax;
mod unicode;
#[cfg(feature = "inspect")]
mod witness;

pub use anchoring::Anchoring;
pub use class_set::ClassSet;
#[cfg(feature = "inspect")]
pub use compare::is_equivalent;
pub use compile::{compile, compile_counted};
#[cfg(feature = "ecma")]
pub use ecma::{Inexact, ecma};
pub use limits::Limits;
pub use program::{Dfa, Program, Reason, Run, Step, Table, Tier};
#[cfg(feature = "sample")]
pub use sample::{CharacterRanges, SampledTexts, Sampler, SamplerTable};
pub use syntax::{Syntax, SyntaxError, parse};
#[cfg(feature = "inspect")]
pub use witness::difference;
