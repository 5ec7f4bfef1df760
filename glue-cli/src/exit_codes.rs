//! What the numbers mean with which the program ends.

/// What follows every long help.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  the model has problems, or --check found the file stale or missing
  2  wrong usage, or a file that cannot be read or written";
