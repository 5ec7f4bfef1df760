//! The part of a text that a pattern applies to.

/// The part of a text that has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchoring {
    /// The whole text, as with `java.util.regex.Matcher.matches` and in botocore's models.
    Whole,
    /// Any part of the text, as with `java.util.regex.Matcher.find` and in Smithy models.
    Search,
}
