//! The operations of a service.

use super::{Deprecation, ShapeId};

/// An operation of a service.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Operation {
    /// The name, such as `GetJobRun`.
    pub name: String,
    /// The description, in the model's markup.
    pub documentation: Option<String>,
    /// The deprecation, if any.
    pub deprecated: Option<Deprecation>,
    /// The method and path of the request.
    pub http: Http,
    /// The host prefix, such as `sync-`. A member's name in braces is replaced by its value.
    pub host_prefix: Option<String>,
    /// The structure that a request holds, if it holds anything.
    pub input: Option<ShapeId>,
    /// The structure that a response holds, if it holds anything.
    pub output: Option<ShapeId>,
    /// The error structures that the model lists, in its order, each once.
    pub errors: Vec<ShapeId>,
}

/// The method, path and status of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Http {
    /// The request method, such as `POST`.
    pub method: String,
    /// The path with its labels and fixed query, such as `/2015-03-31/functions/{FunctionName}`. It
    /// is `/` if the protocol has one path for all operations or derives it from their names.
    pub uri: String,
    /// The status of a successful response, 200 if the model does not give it.
    pub status: u16,
}
