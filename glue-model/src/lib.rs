//! Reads AWS API models into one checked representation.
//!
//! AWS publishes every service's API as JSON. [`read`] turns the bytes of such a file into a
//! [`Model`]: shapes, members, traits and operations in the order of the file, with every reference
//! resolved. A file with problems gives [`Diagnostics`] instead, one for each problem, never a
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

mod diagnostic;
mod json;
mod locate;
mod model;
mod reader;

pub use diagnostic::{Diagnostic, Diagnostics, Position};
pub use json::{Json, JsonNumber, Object};
pub use model::*;
pub use reader::{Source, Suggester, apply_fixes, read};
