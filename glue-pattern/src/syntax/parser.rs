//! Alternatives, sequences and quantifiers.

use super::ast::{Direction, Folding, Node, Preference, Repeat};
use super::cursor::Cursor;
use super::error::SyntaxError;
use super::flags::Flags;
use super::line_break::line_break;
use super::tree::Syntax;
use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::limits::Limits;
use crate::unicode::{fold_character, line_terminators};
use std::collections::HashMap;

/// The maximum depth of nested groups and classes. Every later stage recurses at most a small
/// multiple of it, so no pattern can exhaust the stack.
pub const MAX_DEPTH: usize = 200;

/// The state of a parse.
pub(super) struct Parser<'p> {
    pub(super) cursor: Cursor<'p>,
    pub(super) flags: Flags,
    /// The number of capturing groups opened so far.
    pub(super) groups: u32,
    /// The names of groups, with their numbers.
    pub(super) names: Vec<(String, u32)>,
    /// The sets that escapes mean, each built once.
    pub(super) sets: HashMap<(char, String, Flags), ClassSet>,
    depth: usize,
    budget: Budget,
}

pub(super) type Result<T> = std::result::Result<T, SyntaxError>;

impl<'p> Parser<'p> {
    pub(super) fn new(source: &'p str) -> Self {
        Self {
            cursor: Cursor::new(source),
            flags: Flags::default(),
            groups: 0,
            names: Vec::new(),
            sets: HashMap::new(),
            depth: 0,
            budget: Budget::new(&Limits::default()),
        }
    }

    pub(super) fn parse(mut self) -> Result<Syntax> {
        let root = match self.whole() {
            // Whatever the error is, there was no work left to continue.
            Err(_) if self.budget.charge(0).is_err() => Node::Empty,
            root => root?,
        };
        Ok(Syntax::new(root, self.groups, self.budget.spent()))
    }

    fn whole(&mut self) -> Result<Node> {
        let root = self.alternatives()?;
        match self.peek() {
            Some(_) => Err(self.cursor.error("this parenthesis closes no group")),
            None => Ok(root),
        }
    }

    /// Takes work from the budget. Nobody sees the error: a pattern that takes too much work to
    /// read is not checked.
    pub(super) fn charge(&mut self, work: usize) -> Result<()> {
        self.budget.charge(work).map_err(|reason| self.cursor.error(reason.to_string()))
    }

    /// Takes the work for a number of ranges of characters.
    pub(super) fn charge_ranges(&mut self, set: &ClassSet) -> Result<()> {
        self.charge(1 + 3 * set.ranges().len())
    }

    /// The next significant character: under the flag `x`, white space is skipped.
    pub(super) fn peek(&mut self) -> Option<char> {
        if self.flags.comments {
            let terminators = line_terminators(self.flags.unix_lines);
            self.cursor.skip_comments(|c| terminators.contains(c));
        }
        self.cursor.peek()
    }

    /// Takes the next significant character.
    pub(super) fn next(&mut self) -> Option<char> {
        self.peek();
        self.cursor.next()
    }

    /// Takes the next character if it is `wanted`.
    pub(super) fn eat(&mut self, wanted: char) -> bool {
        self.peek();
        self.cursor.eat(wanted)
    }

    /// Runs a part of the parser one level deeper.
    pub(super) fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            let message = format!("groups and classes nest more than {MAX_DEPTH} deep");
            return Err(self.cursor.error(message));
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }

    pub(super) fn alternatives(&mut self) -> Result<Node> {
        let first = self.sequence()?;
        if self.peek() != Some('|') {
            return Ok(first);
        }
        let mut branches = vec![first];
        while self.eat('|') {
            branches.push(self.sequence()?);
        }
        Ok(Node::Alternate(branches))
    }

    fn sequence(&mut self) -> Result<Node> {
        let mut parts = Vec::new();
        while let Some(c) = self.peek() {
            self.charge(1)?;
            let part = match c {
                '|' | ')' => break,
                '(' => match self.nested(Self::group)? {
                    Some(group) => group,
                    // Flags alone are not a part, and cannot be repeated.
                    None => continue,
                },
                '?' | '*' | '+' => {
                    let message = format!("there is nothing that `{c}` could repeat");
                    return Err(self.cursor.error(message));
                }
                // A counted repetition of nothing: Java accepts `a{2}{3}` and `|{3}`, where the
                // last count repeats the empty string.
                '{' => Node::Empty,
                _ => self.atom(c)?,
            };
            parts.push(self.quantified(part)?);
        }
        Ok(match parts.len() {
            0 => Node::Empty,
            1 => parts.remove(0),
            _ => Node::Concat(parts),
        })
    }

    /// One character, class, escape or assertion; `c` is the next character.
    fn atom(&mut self, c: char) -> Result<Node> {
        match c {
            '[' => return Ok(Node::Class(self.nested(Self::class)?)),
            '\\' => return self.escaped_atom(),
            _ => self.cursor.next(),
        };
        Ok(match c {
            '^' if self.flags.multiline => self.line_start(),
            '^' => Node::Start,
            '$' if self.flags.multiline => self.line_end(),
            '$' => Node::End,
            '.' if self.flags.dot_all => Node::Class(ClassSet::any()),
            '.' => Node::Class(line_terminators(self.flags.unix_lines).complement()),
            _ => return self.literal(u32::from(c)),
        })
    }

    /// The node of one code point. A lone surrogate never occurs in a text, so it never matches.
    pub(super) fn literal(&mut self, code_point: u32) -> Result<Node> {
        self.charge_folding()?;
        Ok(Node::Class(fold_character(code_point, self.flags.folding())))
    }

    /// Takes the work of finding characters that only differ in case.
    pub(super) fn charge_folding(&mut self) -> Result<()> {
        match self.flags.folding() {
            Folding::None => Ok(()),
            Folding::Ascii => self.charge(4),
            Folding::Unicode => self.charge(800),
        }
    }

    /// `^` under the flag `m`: at the start or after a line terminator, not at the very end, and
    /// not inside `\r\n`.
    fn line_start(&self) -> Node {
        let behind = |set| Node::look(Direction::Behind, false, Node::Class(set));
        let ahead = |negative, set| Node::look(Direction::Ahead, negative, Node::Class(set));
        let terminators = line_terminators(self.flags.unix_lines);
        let carriage_return = terminators.intersection(&ClassSet::single('\r'));
        Node::Concat(vec![
            ahead(false, ClassSet::any()),
            Node::Alternate(vec![
                Node::Start,
                behind(terminators.difference(&carriage_return)),
                Node::Concat(vec![behind(carriage_return), ahead(true, ClassSet::single('\n'))]),
            ]),
        ])
    }

    /// `$` under the flag `m`: at the end or before a line terminator, and not inside `\r\n`.
    fn line_end(&self) -> Node {
        let ahead = |set| Node::look(Direction::Ahead, false, Node::Class(set));
        let terminators = line_terminators(self.flags.unix_lines);
        let line_feed = ClassSet::single('\n');
        let carriage_return = terminators.intersection(&ClassSet::single('\r'));
        Node::Alternate(vec![
            Node::End,
            ahead(terminators.difference(&line_feed)),
            Node::Concat(vec![
                Node::look(Direction::Behind, true, Node::Class(carriage_return)),
                ahead(line_feed),
            ]),
        ])
    }

    /// Applies the next quantifier, if there is one. Java takes only one.
    fn quantified(&mut self, body: Node) -> Result<Node> {
        let (min, max) = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                let (min, max) = self.counts()?;
                return Ok(self.repetition(body, min, max));
            }
            _ => return Ok(body),
        };
        self.cursor.next();
        Ok(self.repetition(body, min, max))
    }

    fn repetition(&mut self, body: Node, min: u32, max: Option<u32>) -> Node {
        let preference = if self.eat('?') {
            Preference::Lazy
        } else if self.eat('+') {
            Preference::Possessive
        } else {
            Preference::Greedy
        };
        // Java repeats a `\R` without ever giving back the `\n` of a `\r\n`.
        let takes_line_breaks = match &body {
            Node::Group(_, inner) => **inner == line_break(),
            body => *body == line_break(),
        };
        let body = if takes_line_breaks { Node::Atomic(Box::new(body)) } else { body };
        Node::Repeat(Box::new(Repeat { body, min, max, preference }))
    }

    /// `{min}`, `{min,}` or `{min,max}`.
    fn counts(&mut self) -> Result<(u32, Option<u32>)> {
        let start = self.cursor.position();
        self.cursor.next();
        if !self.cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
            return Err(self.cursor.error_at(start, "a count must follow the brace"));
        }
        let min = self.count(start)?;
        let max = if !self.eat(',') {
            Some(min)
        } else if self.peek() == Some('}') {
            None
        } else {
            Some(self.count(start)?)
        };
        if !self.eat('}') {
            let message = "this counted repetition is never closed";
            return Err(self.cursor.error_at(start, message));
        }
        if max.is_some_and(|max| max < min) {
            let message = "the greatest count is less than the least";
            return Err(self.cursor.error_at(start, message));
        }
        Ok((min, max))
    }

    /// A count, zero if there are no digits. Java's limit is a signed 32-bit integer.
    fn count(&mut self, start: usize) -> Result<u32> {
        let mut count = 0_i32;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.cursor.next();
            count = count
                .checked_mul(10)
                .and_then(|count| count.checked_add_unsigned(digit))
                .ok_or_else(|| self.cursor.error_at(start, "a count exceeds 2147483647"))?;
        }
        Ok(count.unsigned_abs())
    }
}
