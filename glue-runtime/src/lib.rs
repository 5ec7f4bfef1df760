//! The runtime of code that `glue-codegen` generates: what the code calls, and the types that
//! crates of generated code share.
//!
//! Users work with [`Validate`] and its [`Violations`], the value types [`Timestamp`], [`Blob`],
//! [`Document`] and [`JsonText`], the [`Operation`] trait with its requests and responses, and
//! [`ErrorEnvelope`], the form in which services report errors.
//!
//! # Formats
//!
//! Values are designed for JSON, and also read from and write to other self-describing formats,
//! such as YAML, TOML, CBOR and MessagePack. TOML has no null, which sparse collections and
//! documents may hold. Formats such as bincode and postcard refuse to write structures because they
//! are not self-describing, and RON writes them in a form that it does not read.
//!
//! Inside your own types, generated types work under all of serde's attributes: a flattened type
//! takes its own keys, in the spellings below, and leaves the others to the fields beside it and to
//! `deny_unknown_fields`. A flattened union cannot keep a member that its model does not have.
//!
//! # Keys
//!
//! A key reads in any ASCII case: `JobName`, CloudTrail's `jobName`, Step Functions' `DpuSeconds`
//! for `DPUSeconds`, Jackson's `dpuseconds`. Keys of one model that differ only in case are told
//! apart. A key that occurs twice is an error, also in two spellings. Where a type is flattened,
//! serde compares keys exactly, and a key reads in these spellings: as in the model, with the first
//! letter in the other case, in PascalCase and camelCase by words, and with all leading capitals in
//! lower case. Values of enums have one spelling.
//!
//! CloudTrail writes `HIDDEN_DUE_TO_SECURITY_REASONS` or `<sensitiveDataRemoved>` in place of
//! secrets. A member that is not a string is then absent.
//!
//! Keys that the model does not have are skipped; [`Known`] fails if a document has no other keys.
//! Types that are generated to keep unknown members have a map of them, [`UnknownMembers`]. Where
//! such a type is flattened, serde gives it only the keys that it names: the others belong to the
//! structure around it, which can keep them in a flattened map of its own.
//!
//! # Numbers
//!
//! These types never change a number silently. A whole number may be written as a float such as
//! `2880.0` of up to 15 digits; a fraction or a number out of range is an error. The format may
//! change one before: serde_json reads the last bit of long doubles right only with its feature
//! `float_roundtrip`, and it rounds long numbers in documents unless its feature
//! `arbitrary_precision` is on, with which [`Number`] keeps all digits.
//!
//! Numbers of single precision are `f64` and keep the digits that the service wrote.
//!
//! # JSON Schemas
//!
//! With the feature `schemars`, the types of this crate implement `schemars::JsonSchema`, and so do
//! generated types if `Builder::schemars` was called. A schema describes the form that services use
//! on the wire. It accepts the values that a type reads and in which `validate()` finds no
//! violation, with two lists of differences. The schema accepts more:
//!
//! - Enums are open, as the types are: a schema lists the known values, and accepts others.
//! - A time in text may be any text when it is read. Only the format `date-time` is named, because
//!   validators know none of the other forms that are read. A time that is written has the one form
//!   of its member, so choose the contract that you need.
//! - The length of a blob is counted in characters of its base64: up to two bytes too many or too
//!   few pass.
//! - A pattern without an equal in ECMAScript is only in the description.
//! - A required document may be null, although null does not set a member. The same is true of a
//!   member that the model of a union does not have.
//! - A whole number may be written as a float of more than 15 digits.
//! - Members whose names differ from the model's in case are unknown members.
//! - Policies that are percent-encoded on the wire may be any text.
//! - Entries of a list of unique items may be two spellings of one time or one blob.
//!
//! The schema refuses what types read from writers other than the service: null for a member that
//! is not set and in collections that are not sparse, keys in another case, JSON in place of text
//! that holds JSON, what CloudTrail writes in place of secrets, `__type` in a union, and entries of
//! a list of unique items that are the same but for unknown members.
//!
//! Engines limit the size of patterns, to which a repetition such as `{1,2048}` adds its count. Where
//! a validator offers a choice of engines, choose one that backtracks: it reads all patterns.
//!
//! # Arbitrary values
//!
//! With the feature `arbitrary`, the types of this crate implement `arbitrary::Arbitrary`, and so do
//! generated types if `Builder::arbitrary` was called. `validate()` finds no violation in any value
//! of a generated type that is made from bytes, whatever the bytes are: members that are required
//! are set, texts match their patterns and have their lengths, numbers are in their ranges, and
//! lists hold no value twice where they must not.
//!
//! - Unions have a member that the model has. Enums have a value that the model has, and now and
//!   then another one where no constraint forbids it.
//! - Floating-point numbers are finite, and have few digits. Times have milliseconds, and are in the
//!   years 0001 to 9999. Documents are not null. So a value is the same once it is written and read.
//! - Texts mostly have letters and digits, and collections few entries. Texts are at most a few
//!   characters longer than they have to be.
//! - Where the bytes are used up, or types hold each other six levels deep, only what is required is
//!   there. So every value ends, and no bytes at all make the smallest value.
//! - A type has no valid value if a required member can have none, because no text matches its
//!   pattern, or because types require each other in a circle. Making one is the error
//!   `IncorrectFormat`, and optional members of the type are not set. The same is true of a few
//!   values that exist but are not found, such as lists of almost all entries that there are, and of
//!   values of more than 32 levels or 100,000 parts.
//!
//! ```ignore
//! let request = GetJobRunRequest::arbitrary(&mut Unstructured::new(bytes))?;
//! assert!(request.validate().is_ok());
//! ```
//!
//! Generated code also uses the hidden module `__private`, which is not meant for other code: its
//! items stay so that files that were generated once compile, and nothing else is promised.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(unnameable_types)]

#[doc(hidden)]
pub mod __private;
mod arbitrary_precision;
mod binding;
mod blob;
#[cfg(feature = "command-line")]
mod command_line;
mod document;
mod enumeration;
mod error;
mod escaped;
#[cfg(not(feature = "protocol"))]
mod feature;
#[cfg(feature = "protocol")]
mod headers;
mod json_text;
mod operation;
mod pattern;
mod pointer;
#[cfg(feature = "protocol")]
mod protocol;
#[cfg(feature = "arbitrary")]
mod sample;
#[cfg(feature = "schemars")]
mod schema;
#[cfg(feature = "aws-smithy-types")]
mod sdk;
mod service;
mod tables;
mod timestamp;
mod validate;
mod wire;

pub use binding::{Binding, Location, PayloadForm, TextForm};
pub use blob::Blob;
#[cfg(feature = "command-line")]
pub use command_line::CommandLine;
pub use document::{Document, DocumentError, Number};
pub use enumeration::{OpenEnum, ParseEnumError, Unrecognized};
pub use error::{ErrorEnvelope, ErrorShape, Fault, OperationError, Reported};
pub use json_text::JsonText;
pub use operation::{NoMembers, Operation, OperationMetadata};
#[cfg(feature = "protocol")]
pub use protocol::{MalformedResponse, Request, RequestError, ResponseError};
#[cfg(feature = "aws-smithy-types")]
pub use sdk::{ConversionError, ConversionErrorKind};
pub use service::{Protocol, Service};
pub use timestamp::{OutOfRange, ParseTimestampError, Timestamp, TimestampFormat};
pub use validate::{Validate, Violation, ViolationKind, Violations};
pub use wire::{Known, UnknownMember, UnknownMembers};
