//! Reads AWS API models into one checked representation.
//!
//! AWS publishes every service's API as JSON, in two formats: botocore's `service-2.json`, and
//! Smithy's JSON AST of version 1.0 or 2.0. [`read`] turns the bytes of such a file into a
//! [`Model`]: shapes, members, traits and operations in the order of the file, with every reference
//! resolved. For a file with problems it returns [`Diagnostics`], one for each problem, and never a
//! partial model.
//!
//! ```
//! use glue_model::{Source, read};
//!
//! let text = r#"{
//!   "metadata": {
//!     "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
//!     "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy"
//!   },
//!   "operations": {},
//!   "shapes": {"Names": {"type": "list", "member": {"shape": "Nmae"}}, "Name": {"type": "string"}}
//! }"#;
//! let diagnostics = read(&Source { file: "toy.json", bytes: text.as_bytes() }).unwrap_err();
//! assert_eq!(
//!     diagnostics.to_string(),
//!     "error: the list's member targets shape `Nmae`, which the model does not define
//!   --> toy.json:7:60 (/shapes/Names/member/shape, shape `Names`)
//!   = help: define the shape under `/shapes`
//!
//! 1 problem in toy.json"
//! );
//! let model = read(&Source { file: "toy.json", bytes: text.replace("Nmae", "Name").as_bytes() })?;
//! let names: Vec<&str> = model.shapes().map(|(_, shape)| shape.name.as_str()).collect();
//! assert_eq!(names, ["Names", "Name"]);
//! # Ok::<(), glue_model::Diagnostics>(())
//! ```
//!
//! # Formats
//!
//! The content decides the format: a Smithy model has the key `smithy`. It may hold more than one
//! service needs; whatever operations and errors of the service do not reach is left out. If it
//! holds several services, [`read_service`] chooses one.
//!
//! Models need not be AWS's. A service without a known protocol is read all the same, as
//! [`Protocol::Unknown`]. An error of Smithy's framework that the file does not define is known
//! (`ValidationException`) or left out. In botocore's format, shapes and members can have any
//! names, and `serviceId` may be missing. Files that are mistaken for models, such as paginators or
//! the models of the AWS SDK for JavaScript, are reported as what they are.
//!
//! A service gives the same model in both formats, except that
//!
//! - botocore's patterns match whole values, and Smithy's are searched for:
//!   [`Service::pattern_anchoring`];
//! - only Smithy models have [`Member::default`], [`Member::client_optional`],
//!   [`Structure::reserved_for`], [`Constraints::unique_items`], and names and descriptions of
//!   [`EnumValue`]s;
//! - members may target shapes of Smithy's prelude, such as `String`, where botocore's models have
//!   shapes of their own; these come last, and are named `SmithyString` if the name is taken;
//! - botocore's models leave out [`ErrorTrait::status`] and sometimes the fault for the awsJson
//!   protocols, [`ErrorTrait::code`] for some services with [`Service::query_compatible`], the
//!   message of some errors, the errors of endpoint discovery, and all constraints of a few
//!   services;
//! - in botocore's models, a label of [`Http::uri`] may have another name than its member, or the
//!   last slash or the parameter `x-id` may be missing;
//! - botocore's models keep a few types that its users rely on, such as a string for a timestamp;
//! - some patterns accept different strings: botocore's `.*\S.*`, which must match the whole text,
//!   is `\S` in Smithy's models, which can match on any of several lines;
//! - the formats list errors in different orders, and one may leave out a minimum length of 0.

mod diagnostic;
mod json;
mod locate;
mod model;
mod reader;
mod source;

pub use diagnostic::{Diagnostic, Diagnostics, Plain};
pub use json::{Json, JsonNumber, Object};
pub use locate::Position;
pub use model::*;
pub use reader::{Suggester, apply_fixes, read, read_json, read_service};
pub use source::Source;
