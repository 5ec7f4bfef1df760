//! [`bug!`], for states that a checked model, or a plan made of one, cannot lead to.

use std::fmt;

/// Stops the generator, which is better than writing a wrong file. Takes what is impossible, with
/// the name of the shape where there is one, as [`format!`] does.
///
/// Input from outside never leads here: a fault of a model is a diagnostic.
macro_rules! bug {
    ($($message:tt)+) => {
        $crate::bug::stop(format_args!($($message)+))
    };
}

pub(crate) use bug;

/// The implementation of [`bug!`].
#[cold]
#[track_caller]
#[expect(clippy::panic, reason = "the one place where the generator may stop")]
pub(crate) fn stop(message: fmt::Arguments<'_>) -> ! {
    panic!("this is a bug of glue-codegen; please report it with the model: {message}")
}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic(expected = "report it with the model: shape `Size` has no type")]
    fn bugs_are_loud() {
        bug!("shape `{}` has no type", "Size");
    }
}
