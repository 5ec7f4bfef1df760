//! Calls operations of AWS services with generated types, an HTTP client (ureq) and a signer
//! (aws-sigv4): everything between `Operation::request` and `Operation::response`.
//!
//! [`Client::call`] makes one signed call of any operation whose types glue-codegen generated.
//! [`Client::call_patiently`] repeats it if the failure may be temporary.

mod backoff;
mod client;
mod endpoint;
mod environment;
mod error;
mod sign;

pub use aws_credential_types::Credentials;
pub use backoff::Backoff;
pub use client::Client;
pub use endpoint::{Endpoint, InvalidEndpoint};
pub use environment::{MissingVariable, credentials, region};
pub use error::CallError;
