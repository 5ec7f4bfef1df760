//! Checking values against the constraints of their model.

mod checker;
mod unique;
mod violation;
mod violations;

pub use checker::Checker;
pub use violation::{Violation, ViolationKind};
pub use violations::Violations;

/// A value that can be checked against the constraints of its model.
///
/// Reading never checks constraints: services do answer with values that their own models rule
/// out. Whether and when to check is the caller's choice.
///
/// ```
/// use glue_runtime::{NoMembers, Validate};
///
/// assert!(NoMembers::default().validate().is_ok());
/// ```
pub trait Validate {
    /// Checks every constraint of the value and of all it holds.
    ///
    /// # Errors
    /// All violations, each with the place of the offending value. A valid value costs no
    /// allocation.
    fn validate(&self) -> Result<(), Violations> {
        let mut checker = Checker::default();
        self.check(&mut checker);
        checker.finish()
    }

    /// Reports the value's violations to `checker`; by default there are none.
    #[doc(hidden)]
    fn check(&self, checker: &mut Checker) {
        let _ = checker;
    }
}
