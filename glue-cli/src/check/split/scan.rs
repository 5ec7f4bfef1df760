//! Where a JSON value ends.

/// How far a value goes, as far as its text was seen.
#[derive(Default)]
pub(super) struct Scan {
    in_array: bool,
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    has_begun: bool,
}

impl Scan {
    /// Starts before a value, of an array or not.
    pub(super) fn new(in_array: bool) -> Self {
        Self { in_array, ..Self::default() }
    }

    /// The place in a chunk after which the value has ended, if it ends there.
    pub(super) fn end(&mut self, chunk: &[u8]) -> Option<usize> {
        for (index, byte) in chunk.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => {
                        self.in_string = false;
                        if self.depth == 0 {
                            return Some(index + 1);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match byte {
                b'{' | b'[' | b'"' if self.depth == 0 && self.has_begun => return Some(index),
                b',' | b']' if self.depth == 0 && self.in_array => return Some(index),
                byte if self.depth == 0 && byte.is_ascii_whitespace() => return Some(index),
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Some(index + 1);
                    }
                }
                _ => {}
            }
            self.has_begun = true;
        }
        None
    }
}
