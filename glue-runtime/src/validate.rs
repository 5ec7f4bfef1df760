//! Checking values against the constraints of their model.

mod checker;
mod constraints;
mod form;
mod path;
mod unique;
mod violation;
mod violations;

pub use checker::{Checker, broken};
#[cfg(feature = "arbitrary")]
pub(crate) use form::form_hash;
pub use path::Path;
pub use violation::{Violation, ViolationKind};
pub use violations::Violations;

/// A value that can be checked against the constraints of its model.
///
/// Reading never checks constraints: services do return values that their own models forbid.
/// Whether and when to check is the caller's choice.
///
/// ```
/// use glue_runtime::{NoMembers, Validate};
///
/// assert!(NoMembers::default().validate().is_ok());
/// assert!(NoMembers::default().validate_strict().is_ok());
/// ```
///
/// Generated types implement the trait. The method that reports violations is hidden and has no
/// default, so that no type is valid by accident:
///
/// ```compile_fail,E0046
/// struct Mine;
///
/// impl glue_runtime::Validate for Mine {}
/// ```
pub trait Validate {
    /// Checks every constraint of the value and of all it holds.
    ///
    /// Values that an enum of the model does not know are not violations, because services add
    /// values, and [Smithy](https://smithy.io/2.0/spec/simple-types.html#enum) asks clients to
    /// accept them. To have them reported too, use [`validate_strict`](Self::validate_strict).
    ///
    /// # Errors
    /// All violations, each with the place of the offending value. A valid value costs no
    /// allocation.
    fn validate(&self) -> Result<(), Violations> {
        let mut checker = Checker::default();
        self.check(&mut checker);
        checker.finish()
    }

    /// Checks the same as [`validate`](Self::validate), and that every value of an enum is one that
    /// the model knows.
    ///
    /// It is meant for requests, before they are sent: there, a value that the model does not know
    /// is usually a typing error. In a response, it may just be newer than the model.
    ///
    /// # Errors
    /// As [`validate`](Self::validate).
    fn validate_strict(&self) -> Result<(), Violations> {
        let mut checker = Checker::strict();
        self.check(&mut checker);
        checker.finish()
    }

    /// Reports the value's violations to `checker`.
    #[doc(hidden)]
    fn check(&self, checker: &mut Checker);
}
