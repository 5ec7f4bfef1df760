//! [`Fault`], who caused an error.

/// Who caused an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller, who asked for the wrong thing or too often.
    Client,
    /// The service.
    Server,
}

/// Who caused an error with this status.
pub(super) fn fault_of_status(status: u16) -> Option<Fault> {
    match status {
        400..=499 => Some(Fault::Client),
        500..=599 => Some(Fault::Server),
        _ => None,
    }
}
