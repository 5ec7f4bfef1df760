//! What part of a text a pattern speaks of.

/// What part of a text has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchoring {
    /// All of it, as with `java.util.regex.Matcher.matches`: so botocore's models mean it.
    Whole,
    /// Some part of it, as with `java.util.regex.Matcher.find`: so Smithy's models mean it.
    Search,
}
