//! JSON pointers (RFC 6901), built from the inside outwards.

use std::fmt::Write as _;

/// What leads from a value to one within it.
#[derive(Clone, Copy, Debug)]
pub enum Segment<K> {
    /// A member of a structure or union.
    Member(&'static str),
    /// An entry of a list.
    Index(usize),
    /// The value of a key in a map.
    Key(K),
    /// A key that may not be shown.
    HiddenKey,
}

/// The pointer of segments, which begin with the innermost.
pub(crate) fn pointer<K: AsRef<str>>(segments: &[Segment<K>]) -> String {
    let mut pointer = String::new();
    for segment in segments.iter().rev() {
        pointer.push('/');
        match segment {
            Segment::Member(name) => pointer.push_str(name),
            // Writing to a String cannot fail.
            Segment::Index(index) => drop(write!(pointer, "{index}")),
            Segment::Key(key) => {
                pointer.push_str(&key.as_ref().replace('~', "~0").replace('/', "~1"));
            }
            Segment::HiddenKey => pointer.push('*'),
        }
    }
    pointer
}
