//! What the numbers mean with which the program ends.

/// What follows the long help of what checks files.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  the model has problems, or --check found the file stale or missing
  2  wrong usage, or a file that cannot be read or written";

/// What follows the long help of what prints.
pub(crate) const PRINTING: &str = "\
Exit codes:
  0  all is printed
  1  the model has problems
  2  wrong usage, or a file that cannot be read or written";
