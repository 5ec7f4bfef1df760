//! Finds places in JSON text by the steps that lead to them, in one pass.

use std::fmt::Write as _;

use super::problem::{Anchor, Step};

/// A place to find, and where it is once it is found.
#[derive(Debug)]
pub(super) struct Target {
    /// The steps from the outside inwards.
    pub(super) steps: Vec<Step>,
    pub(super) anchor: Anchor,
    /// The offset in bytes.
    pub(super) offset: usize,
    /// The JSON pointer of the value.
    pub(super) pointer: String,
}

/// Finds targets, which are in the order of their steps. What the text does not have, because it
/// ends early, keeps the offset of the last place before it.
pub(super) fn locate(text: &str, targets: &mut [Target]) {
    let mut scanner = Scanner { text: text.as_bytes(), at: 0 };
    scanner.space();
    // Where the text ends early, what is left is not found.
    let _ = scanner.value(targets, 0, &mut String::new());
}

struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Passes over a value, and notes the places in it. The targets are those in the value; the
    /// number of steps that lead there is `depth`.
    fn value(&mut self, targets: &mut [Target], depth: usize, pointer: &mut String) -> Option<()> {
        for target in targets.iter_mut() {
            if target.steps.len() > depth || target.anchor == Anchor::Value {
                target.offset = self.at;
                target.pointer.clone_from(pointer);
            }
        }
        let own = targets.partition_point(|target| target.steps.len() <= depth);
        let mut inner = targets.get_mut(own..)?;
        let (is_object, close) = match self.peek()? {
            b'{' => (true, b'}'),
            b'[' => (false, b']'),
            _ => return self.skip(),
        };
        if inner.is_empty() {
            return self.skip();
        }
        self.at += 1;
        for index in 0.. {
            self.space();
            if self.peek()? == close {
                break;
            }
            if index > 0 {
                self.at += 1;
                self.space();
            }
            let below = inner.iter().take_while(|target| is_at(target, depth, index)).count();
            let (here, rest) = inner.split_at_mut(below);
            inner = rest;
            let length = pointer.len();
            let start = self.at;
            if is_object {
                self.string()?;
                let hidden = here.first().is_some_and(|target| is_hidden(target, depth));
                if !here.is_empty() {
                    push_key(pointer, self.text.get(start..self.at)?, hidden);
                }
                self.space();
                self.at += 1;
                self.space();
            } else if !here.is_empty() {
                let _ = write!(pointer, "/{index}");
            }
            for target in here.iter_mut() {
                if target.steps.len() == depth + 1 && target.anchor == Anchor::Key {
                    target.offset = start;
                    target.pointer.clone_from(pointer);
                }
            }
            self.value(here, depth + 1, pointer)?;
            pointer.truncate(length);
        }
        self.at += 1;
        Some(())
    }

    /// Passes over a string.
    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }

    /// Passes over a value without a look into it.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth == 0 => return Some(()),
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' if depth == 0 => return Some(()),
                byte if depth == 0 && byte.is_ascii_whitespace() => return Some(()),
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

fn is_at(target: &Target, depth: usize, index: usize) -> bool {
    target.steps.get(depth).is_some_and(|step| step.index == index)
}

fn is_hidden(target: &Target, depth: usize) -> bool {
    target.steps.get(depth).is_some_and(|step| step.hidden)
}

/// Adds a key, which is JSON's text of a string, to a pointer.
fn push_key(pointer: &mut String, json: &[u8], hidden: bool) {
    let key: String = serde_json::from_slice(json).unwrap_or_default();
    match hidden {
        true => pointer.push_str("/*"),
        false => {
            let _ = write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1"));
        }
    }
}
