//! Whose mistake an error is.

/// Whose mistake an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller's, who asked for the wrong thing or too often.
    Client,
    /// The service's.
    Server,
}
