//! Whether a value is being written into a request.

use std::cell::Cell;

thread_local! {
    static IS_REQUEST: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is writing a request. Values then have their form on the wire, otherwise the
/// form of the data at rest.
pub(crate) fn is_request() -> bool {
    IS_REQUEST.get()
}

/// Marks this thread as writing a request, until it is dropped.
pub(super) struct WireForm {
    before: bool,
}

impl WireForm {
    pub(super) fn start() -> Self {
        Self { before: IS_REQUEST.replace(true) }
    }
}

impl Drop for WireForm {
    fn drop(&mut self) {
        IS_REQUEST.set(self.before);
    }
}
