//! [`OperationMetadata`], the properties of an operation beside its types.

use crate::service::Service;

/// The properties of an operation beside its types; [`Operation`](crate::Operation) has each as a
/// constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OperationMetadata {
    /// The service.
    pub service: &'static Service,
    /// See [`Operation::NAME`](crate::Operation::NAME).
    pub name: &'static str,
    /// See [`Operation::TARGET`](crate::Operation::TARGET).
    pub target: Option<&'static str>,
    /// See [`Operation::METHOD`](crate::Operation::METHOD).
    pub method: &'static str,
    /// See [`Operation::URI`](crate::Operation::URI).
    pub uri: &'static str,
    /// See [`Operation::HOST_PREFIX`](crate::Operation::HOST_PREFIX).
    pub host_prefix: Option<&'static str>,
}

impl OperationMetadata {
    /// Sets the value of the header `X-Amz-Target`.
    #[must_use]
    pub const fn with_target(self, target: &'static str) -> Self {
        Self { target: Some(target), ..self }
    }

    /// Sets the request method and the path with its labels.
    #[must_use]
    pub const fn with_http(self, method: &'static str, uri: &'static str) -> Self {
        Self { method, uri, ..self }
    }

    /// Sets the host prefix.
    #[must_use]
    pub const fn with_host_prefix(self, prefix: &'static str) -> Self {
        Self { host_prefix: Some(prefix), ..self }
    }
}

impl Service {
    /// An operation of the service that is called by `POST /`.
    #[must_use]
    pub const fn operation(&'static self, name: &'static str) -> OperationMetadata {
        OperationMetadata {
            service: self,
            name,
            target: None,
            method: "POST",
            uri: "/",
            host_prefix: None,
        }
    }
}
