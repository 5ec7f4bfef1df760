//! Parentheses: groups, look-around, inline flags.

use super::ast::{Direction, Node};
use super::parser::{Parser, Result};

impl Parser<'_> {
    /// A group with its parentheses, or `None` for flags alone, which apply up to the end of the
    /// surrounding group.
    pub(super) fn group(&mut self) -> Result<Option<Node>> {
        let opening = self.cursor.position();
        let flags = self.flags;
        self.cursor.next();
        let node = if self.eat('?') {
            match self.special_group(opening)? {
                Some(node) => node,
                None => return Ok(None),
            }
        } else {
            self.capturing_group()?
        };
        if !self.eat(')') {
            let message = "this group is never closed";
            return Err(self.cursor.error_at(opening, message));
        }
        self.flags = flags;
        Ok(Some(node))
    }

    fn capturing_group(&mut self) -> Result<Node> {
        self.groups += 1;
        let index = self.groups;
        Ok(Node::Group(index, Box::new(self.alternatives()?)))
    }

    /// The part after `(?`, up to the closing parenthesis. `None` if it only was flags; then the
    /// parenthesis is taken too.
    fn special_group(&mut self, opening: usize) -> Result<Option<Node>> {
        let look = |direction, negative| move |body| Node::look(direction, negative, body);
        let kind = self.cursor.peek();
        let position = self.cursor.position();
        self.cursor.next();
        let node = match kind {
            Some(':') => self.alternatives()?,
            Some('=') => self.alternatives().map(look(Direction::Ahead, false))?,
            Some('!') => self.alternatives().map(look(Direction::Ahead, true))?,
            Some('>') => Node::Atomic(Box::new(self.alternatives()?)),
            Some('<') if self.eat('=') => {
                self.alternatives().map(look(Direction::Behind, false))?
            }
            Some('<') if self.eat('!') => self.alternatives().map(look(Direction::Behind, true))?,
            Some('<') => self.named_group()?,
            _ => {
                self.cursor.reset(position);
                return self.flag_group(opening);
            }
        };
        Ok(Some(node))
    }

    fn named_group(&mut self) -> Result<Node> {
        let start = self.cursor.position();
        let name = self.group_name()?;
        self.charge(self.names.len() / 4)?;
        if self.names.iter().any(|(known, _)| *known == name) {
            let message = format!("there is a group `{name}` already");
            return Err(self.cursor.error_at(start, message));
        }
        self.names.push((name, self.groups + 1));
        self.capturing_group()
    }

    /// A group's name and the `>` after it.
    pub(super) fn group_name(&mut self) -> Result<String> {
        let start = self.cursor.position();
        let mut name = String::new();
        while let Some(c) = self.next() {
            match c {
                '>' if !name.is_empty() => return Ok(name),
                c if c.is_ascii_alphabetic() => name.push(c),
                c if c.is_ascii_digit() && !name.is_empty() => name.push(c),
                _ => break,
            }
        }
        let message = "a group's name is a letter, then letters and digits, then `>`";
        Err(self.cursor.error_at(start, message))
    }

    /// `(?i)` or `(?i:...)`, from the first flag on.
    fn flag_group(&mut self, opening: usize) -> Result<Option<Node>> {
        let mut on = true;
        loop {
            let position = self.cursor.position();
            match self.next() {
                Some('-') if on => on = false,
                Some(')') => return Ok(None),
                Some(':') => return self.alternatives().map(Some),
                Some(letter) if self.flags.set(letter, on) => {}
                Some('c') => {
                    let message = "canonical equivalence (flag `c`) is not supported";
                    return Err(self.cursor.error_at(position, message));
                }
                Some(_) => {
                    let message = "there is no such kind of group and no such flag";
                    return Err(self.cursor.error_at(position, message));
                }
                None => {
                    let message = "this group is never closed";
                    return Err(self.cursor.error_at(opening, message));
                }
            }
        }
    }
}
