//! Finds the positions of JSON pointers in a text. Only failing runs need this.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

/// A position in a text. Both numbers start at 1; columns count bytes, as in serde_json.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// What to find: a value, or one of the occurrences of the key that leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The value, using the first occurrence of each key in the path.
    Value,
    /// The last key itself; occurrence 0 is the first.
    Key {
        /// How often the object has the key before.
        occurrence: usize,
    },
}

/// A search by [`locate`].
pub(crate) struct Query<'a> {
    /// A JSON pointer (RFC 6901).
    pub(crate) pointer: &'a str,
    /// What to find there.
    pub(crate) anchor: Anchor,
}

/// The maximum length of pointers that are searched for. No file that parses has longer ones, and
/// the scan uses as many stack frames as the longest pointer has segments.
const DEPTH: usize = 128;

/// Returns the position of each query in one pass over the text, `None` if the text has no such
/// place. Any text is accepted; if it is not JSON, only places before the error are found.
pub(crate) fn locate(text: &str, queries: &[Query<'_>]) -> Vec<Option<Position>> {
    let mut tree = Node::default();
    for (index, query) in queries.iter().enumerate() {
        let is_pointer = query.pointer.is_empty() || query.pointer.starts_with('/');
        if is_pointer && query.pointer.matches('/').count() <= DEPTH {
            tree.insert(query, index);
        }
    }
    let mut scanner = Scanner { text: text.as_bytes(), at: 0, found: vec![None; queries.len()] };
    scanner.value(&tree);
    let lines = Lines::new(text);
    scanner.found.iter().map(|offset| offset.map(|offset| lines.position(offset))).collect()
}

/// The places to find, as a tree: one pass serves all queries, and parts that no query leads into
/// are skipped without recursion.
#[derive(Default)]
struct Node {
    inner: HashMap<String, Node>,
    /// The queries for the value here.
    values: Vec<usize>,
    /// The queries for the key that leads here, by the key's occurrence.
    keys: Vec<Vec<usize>>,
}

impl Node {
    fn insert(&mut self, query: &Query<'_>, index: usize) {
        let mut node = self;
        for token in query.pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            node = node.inner.entry(token).or_default();
        }
        match query.anchor {
            Anchor::Value => node.values.push(index),
            Anchor::Key { occurrence } => {
                if node.keys.len() <= occurrence {
                    node.keys.resize(occurrence + 1, Vec::new());
                }
                node.keys[occurrence].push(index);
            }
        }
    }
}

struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
    found: Vec<Option<usize>>,
}

impl Scanner<'_> {
    /// Scans a value that queries lead to, as deep as the queries do.
    fn value(&mut self, node: &Node) -> Option<()> {
        self.skip_space();
        for &index in &node.values {
            self.found[index] = Some(self.at);
        }
        match self.peek()? {
            b'{' if !node.inner.is_empty() => self.object(node),
            b'[' if !node.inner.is_empty() => self.array(node),
            _ => self.skip_value(),
        }
    }

    fn object(&mut self, node: &Node) -> Option<()> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek()? {
                b'}' => return self.advance(),
                b',' => self.at += 1,
                b'"' => {
                    let start = self.at;
                    let key = self.string()?;
                    self.skip_space();
                    if self.peek()? != b':' {
                        return None;
                    }
                    self.at += 1;
                    let Some(inner) = node.inner.get(&key) else {
                        self.skip_value()?;
                        continue;
                    };
                    let occurrence = seen.entry(key).or_default();
                    for &index in inner.keys.get(*occurrence).into_iter().flatten() {
                        self.found[index] = Some(start);
                    }
                    *occurrence += 1;
                    if *occurrence == 1 { self.value(inner)? } else { self.skip_value()? }
                }
                _ => return None,
            }
        }
    }

    fn array(&mut self, node: &Node) -> Option<()> {
        let mut index = 0_usize;
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek()? {
                b']' => return self.advance(),
                b',' => self.at += 1,
                _ => {
                    match node.inner.get(&index.to_string()) {
                        Some(inner) => self.value(inner)?,
                        None => self.skip_value()?,
                    }
                    index += 1;
                }
            }
        }
    }

    /// Skips one value of any kind. Always advances, except at the end of the text.
    fn skip_value(&mut self) -> Option<()> {
        self.skip_space();
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                _ => self.skip_literal(),
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Skips a number, `true`, `false`, `null` or anything else that is not a string or a bracket.
    fn skip_literal(&mut self) {
        self.at += 1;
        while self.peek().is_some_and(|byte| !b",:{}[]\" \t\n\r".contains(&byte)) {
            self.at += 1;
        }
    }

    /// Skips a string.
    fn skip_string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => return self.advance(),
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    /// Reads a string with its escapes resolved, as the parser does.
    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.skip_string()?;
        serde_json::from_slice(&self.text[start..self.at]).ok()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn advance(&mut self) -> Option<()> {
        self.at += 1;
        Some(())
    }
}

/// The positions at which lines of a text start.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(std::iter::once(0).chain(breaks.map(|(offset, _)| offset + 1)).collect())
    }

    /// The position of a byte offset.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let line = self.0.partition_point(|&start| start <= offset);
        let start = line.checked_sub(1).and_then(|index| self.0.get(index)).copied().unwrap_or(0);
        Position { line, column: offset - start + 1 }
    }
}
