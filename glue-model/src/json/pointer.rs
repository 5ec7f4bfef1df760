//! Paths from one JSON value to a value within it.

/// One step from a value to a value within it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Segment {
    /// Into an object.
    Key(String),
    /// Into an array.
    Index(usize),
}

impl Segment {
    /// The key; empty for a step into an array.
    pub(crate) fn key(&self) -> &str {
        match self {
            Segment::Key(key) => key,
            Segment::Index(_) => "",
        }
    }
}

/// A path from the root as a JSON pointer (RFC 6901).
pub(crate) fn pointer(path: &[Segment]) -> String {
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Segment::Index(index) => pointer.push_str(&index.to_string()),
        }
    }
    pointer
}
