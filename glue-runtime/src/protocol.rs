//! Requests and responses as the protocols with JSON bodies have them, for any HTTP client.

mod error;
mod head;
mod host;
mod request;
mod request_debug;
mod response;
mod split;
mod text;
mod uri;
mod wire_form;

pub use error::{MalformedResponse, RequestError, ResponseError};
pub use request::Request;
pub(crate) use request::write as write_request;
pub(crate) use response::read as read_response;
pub(crate) use wire_form::is_request;
