//! [`Fault`], whose mistake an error is.

/// Whose mistake an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller's, who asked for the wrong thing or too often.
    Client,
    /// The service's.
    Server,
}

/// Whose mistake an error with this status is.
pub(super) fn fault_of_status(status: u16) -> Option<Fault> {
    match status {
        400..=499 => Some(Fault::Client),
        500..=599 => Some(Fault::Server),
        _ => None,
    }
}
