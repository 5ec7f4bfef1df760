//! The catalog of corrections: what is publicly known of AWS's models to differ from what services
//! send.
//!
//! Each is a file of fixes in `corrections/` with a name of its own. Every fix says why and has its
//! public source. A correction that the newest model has made itself is not in the catalog.

mod apply;
mod catalog;
#[cfg(feature = "inspect")]
mod describe;

pub(crate) use apply::apply;
#[cfg(feature = "inspect")]
pub use describe::{Correction, CorrectionFix, corrections};
