//! The operations of a service.

use super::{Deprecation, ShapeId};

/// One call a service offers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Operation {
    /// The name, such as `GetJobRun`.
    pub name: String,
    /// Description, in the model's markup.
    pub documentation: Option<String>,
    /// Whether and why callers should move away.
    pub deprecated: Option<Deprecation>,
    /// Method and path of the request.
    pub http: Http,
    /// What stands before the host's name, such as `sync-`; a member's name in braces stands for its
    /// value.
    pub host_prefix: Option<String>,
    /// The structure a request holds, where it holds anything.
    pub input: Option<ShapeId>,
    /// The structure a response holds, where it holds anything.
    pub output: Option<ShapeId>,
    /// The error structures the model names, in its order, each once.
    pub errors: Vec<ShapeId>,
}

/// Method, path and status of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Http {
    /// The request method, such as `POST`.
    pub method: String,
    /// The path with its labels and fixed query, such as `/2015-03-31/functions/{FunctionName}`; `/`
    /// where the protocol has one for all operations or makes it of their names.
    pub uri: String,
    /// The status of a successful response, 200 where the model is silent.
    pub status: u16,
}
