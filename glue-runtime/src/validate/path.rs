//! Where a violation is: a JSON pointer, built from the inside outwards.

use crate::pointer::{Segment, pointer};

/// How many characters of a map's key are part of a path. A key may be as long as its sender likes,
/// and it is in the path of every violation below it.
const MAX_KEY: usize = 256;

/// How many characters of keys a path has in all; those further out are cut to nothing. Members'
/// names and indices are short, so this bounds the path.
const MAX_KEYS: usize = 1024;

/// A path that is being built: its segments, the innermost first.
#[derive(Clone, Debug, Default)]
pub struct Path {
    segments: Vec<Segment<Box<str>>>,
    /// How many characters its keys have.
    keys: usize,
}

impl Path {
    /// Puts a segment before the others.
    pub fn prepend(&mut self, segment: Segment<&str>) {
        self.segments.push(match segment {
            Segment::Member(name) => Segment::Member(name),
            Segment::Index(index) => Segment::Index(index),
            Segment::Key(key) => {
                let most = MAX_KEY.min(MAX_KEYS - self.keys);
                let (key, length) = abridged(key, most);
                self.keys += length;
                Segment::Key(key)
            }
            Segment::HiddenKey => Segment::HiddenKey,
        });
    }

    /// The whole path as a JSON pointer.
    pub fn pointer(&self) -> String {
        pointer(&self.segments)
    }
}

/// At most `most` characters of a key, and how many they are.
fn abridged(key: &str, most: usize) -> (Box<str>, usize) {
    match key.char_indices().nth(most) {
        Some((end, _)) => {
            let shown = key.get(..end).unwrap_or_default();
            (format!("{shown}…").into(), most)
        }
        None => (key.into(), key.chars().count()),
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_KEYS, Path, Segment};

    #[test]
    fn the_keys_of_a_path_are_bounded_together() {
        let mut path = Path::default();
        path.prepend(Segment::Member("Name"));
        for _ in 0..100 {
            path.prepend(Segment::Key(&"é".repeat(1_000)));
            path.prepend(Segment::Key(""));
        }
        path.prepend(Segment::Index(7));
        let pointer = path.pointer();
        assert_eq!(pointer.matches('é').count(), MAX_KEYS);
        assert_eq!(pointer.matches('…').count(), 100);
        let inner = format!("{0}…/{0}…/{0}…/{0}…/Name", "é".repeat(256)).replace("/é", "//é");
        assert!(pointer.ends_with(&inner) && pointer.starts_with("/7//…//…"), "{pointer}");
    }
}
