//! Errors as services report them.

mod cause;
mod envelope;
mod facts;
mod fault;
mod head;
#[cfg(feature = "protocol")]
mod headers;
mod members;
mod name;
mod reported;
mod retry;
mod saved;
mod shape;

pub use envelope::ErrorEnvelope;
pub use facts::{ErrorFacts, describe_error};
pub use fault::Fault;
pub use reported::Reported;
pub use shape::ErrorShape;

/// The errors of an operation: those that its model names, and any other, which is kept whole.
pub trait OperationError: std::error::Error + From<ErrorEnvelope> {
    /// What all errors have in common.
    #[doc(hidden)]
    fn facts(&self) -> ErrorFacts<'_>;

    /// The name of the error, such as `EntityNotFoundException`; `None` if the service gave none.
    fn code(&self) -> Option<&str> {
        self.facts().code
    }

    /// The service's message.
    fn message(&self) -> Option<&str> {
        self.facts().message
    }

    /// The HTTP status of the response, or else the one in the model.
    fn status(&self) -> Option<u16> {
        self.facts().status
    }

    /// The identifier by which AWS finds the request, if the response is known to have one.
    fn request_id(&self) -> Option<&str> {
        self.facts().request_id
    }

    /// Who caused the error: the service, if the model or the status of the response says so.
    /// `None` if neither says anything.
    fn fault(&self) -> Option<Fault> {
        self.facts().fault
    }

    /// Whether the same request may succeed later: the model says so, or the code or the status is
    /// one that AWS's SDKs retry in their
    /// [standard mode](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
    ///
    /// The status of the response counts whatever the code is. If no status is known, an error that
    /// the service caused counts as one with status 500.
    fn is_retryable(&self) -> bool {
        let facts = self.facts();
        facts.retryable || facts.is_throttling() || facts.is_transient()
    }

    /// Whether the service asks callers to slow down.
    fn is_throttling(&self) -> bool {
        self.facts().is_throttling()
    }
}
