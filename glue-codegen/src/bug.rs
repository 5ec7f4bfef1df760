//! [`bug!`], where a checked model or a plan made of one cannot lead.

use std::fmt;

/// Stops the generator, which is better than a file that is wrong. Takes what is impossible, with the
/// name of the shape where there is one, as [`format!`] does.
///
/// Nothing that comes from outside leads here: what a model can have wrong is a diagnostic.
macro_rules! bug {
    ($($message:tt)+) => {
        $crate::bug::stop(format_args!($($message)+))
    };
}

pub(crate) use bug;

/// What [`bug!`] does.
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
