//! Escapes: a backslash and the characters after it.

use super::ast::{Direction, Node};
use super::line_break::line_break;
use super::parser::{Parser, Result};
use crate::class_set::ClassSet;
use crate::unicode::{Property, perl, property};

/// The meaning of an escape.
pub(super) enum Escape {
    /// One code point, perhaps a surrogate.
    CodePoint(u32),
    /// A set of characters.
    Set(ClassSet),
    /// Anything else.
    Node(Node),
}

/// The place of an escape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Outside of a class.
    Sequence,
    /// In a class.
    Class,
    /// In a class, before a hyphen; `\v` is one character there.
    RangeStart,
    /// In a class, after the hyphen of a range; `\v` is one character there.
    RangeEnd,
}

/// The work of collecting the characters of a property.
const MAKING_A_SET: usize = 500;

impl Parser<'_> {
    /// Reads an escape outside of a class; the backslash is the next character.
    pub(super) fn escaped_atom(&mut self) -> Result<Node> {
        Ok(match self.escape(Place::Sequence)? {
            Escape::CodePoint(code_point) => self.literal(code_point)?,
            Escape::Set(set) => Node::Class(set),
            Escape::Node(node) => node,
        })
    }

    /// Reads an escape; the backslash is the next character.
    pub(super) fn escape(&mut self, place: Place) -> Result<Escape> {
        let start = self.cursor.position();
        self.cursor.next();
        let Some(c) = self.cursor.next() else {
            let message = "the pattern ends with a backslash";
            return Err(self.cursor.error_at(start, message));
        };
        if let Some(set) = self.set_escape(c, place)? {
            return Ok(Escape::Set(set));
        }
        if place == Place::Sequence
            && let Some(node) = self.node_escape(c, start)?
        {
            return Ok(Escape::Node(node));
        }
        Ok(Escape::CodePoint(match c {
            '0' => self.octal(start)?,
            'x' => self.hexadecimal(start)?,
            'u' => self.utf16(start)?,
            'c' => match self.next() {
                Some(control) => u32::from(control) ^ 64,
                None => return Err(self.cursor.error_at(start, "a character must follow `\\c`")),
            },
            'a' => 0x07,
            'e' => 0x1B,
            'f' => 0x0C,
            'n' => 0x0A,
            'r' => 0x0D,
            't' => 0x09,
            'v' => 0x0B,
            c if c.is_ascii_alphanumeric() => {
                let message = format!("there is no escape `\\{c}` here");
                return Err(self.cursor.error_at(start, message));
            }
            c => u32::from(c),
        }))
    }

    /// Reads the escapes for a set of characters.
    fn set_escape(&mut self, c: char, place: Place) -> Result<Option<ClassSet>> {
        match c.to_ascii_lowercase() {
            'd' | 'h' | 's' | 'w' => {}
            'v' if c == 'V' || matches!(place, Place::Sequence | Place::Class) => {}
            'p' if place != Place::RangeEnd => {}
            _ => return Ok(None),
        }
        let start = self.cursor.position();
        let name = if c.eq_ignore_ascii_case(&'p') { self.property_name()? } else { String::new() };
        self.set(c, name, start).map(Some)
    }

    /// The set of an escape, or of a property if it has a name, which starts at a position.
    fn set(&mut self, c: char, name: String, start: usize) -> Result<ClassSet> {
        let key = (c, name, self.flags);
        if let Some(set) = self.sets.get(&key) {
            return Ok(set.clone());
        }
        self.charge(MAKING_A_SET)?;
        let unicode = self.flags.unicode_classes;
        let set = match c.to_ascii_lowercase() {
            'd' => perl::digit(unicode),
            'h' => perl::horizontal_space(),
            's' => perl::space(unicode),
            'v' => perl::vertical_space(),
            'w' => perl::word(unicode),
            _ => self.property(&key.1, start)?,
        };
        let set = if c.is_ascii_uppercase() { set.complement() } else { set };
        self.sets.insert(key, set.clone());
        Ok(set)
    }

    /// Reads the escapes that are not one character.
    fn node_escape(&mut self, c: char, start: usize) -> Result<Option<Node>> {
        Ok(Some(match c {
            '1'..='9' => self.numbered_reference(c),
            'k' => self.named_reference(start)?,
            'A' | 'G' => Node::Start,
            'Z' | 'z' => Node::End,
            'b' if self.cursor.peek() == Some('{') && self.cursor.peek_nth(1) == Some('g') => {
                let message = "grapheme boundaries are not supported";
                return Err(self.cursor.error_at(start, message));
            }
            'b' => self.word_boundary(false, start)?,
            'B' => self.word_boundary(true, start)?,
            'R' => line_break(),
            'X' | 'N' => {
                let message = format!("`\\{c}` is not supported");
                return Err(self.cursor.error_at(start, message));
            }
            _ => return Ok(None),
        }))
    }

    /// `\b`, or `\B` if `negated`: whether there is a word character on only one side.
    fn word_boundary(&mut self, negated: bool, start: usize) -> Result<Node> {
        let word = self.set('w', String::new(), start)?;
        let look = |direction, negative| Node::look(direction, negative, Node::Class(word.clone()));
        let sides = |word_before: bool, word_after: bool| {
            Node::Concat(vec![
                look(Direction::Behind, !word_before),
                look(Direction::Ahead, !word_after),
            ])
        };
        Ok(Node::Alternate(vec![sides(true, negated), sides(false, !negated)]))
    }

    /// `\1` and up: further digits count as long as a group with that number exists already.
    fn numbered_reference(&mut self, first: char) -> Node {
        let mut number = first.to_digit(10).unwrap_or_default();
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let longer = number * 10 + digit;
            if longer > self.groups {
                break;
            }
            number = longer;
            self.cursor.next();
        }
        Node::BackReference(number, self.flags.folding())
    }

    fn named_reference(&mut self, start: usize) -> Result<Node> {
        if !self.eat('<') {
            return Err(self.cursor.error_at(start, "`<` and a group's name must follow `\\k`"));
        }
        let name = self.group_name()?;
        self.charge(self.names.len() / 4)?;
        match self.names.iter().find(|(known, _)| *known == name) {
            Some(&(_, number)) => Ok(Node::BackReference(number, self.flags.folding())),
            None => {
                let message = format!("there is no group `{name}` before this place");
                Err(self.cursor.error_at(start, message))
            }
        }
    }

    /// One to three octal digits, at most `377`.
    fn octal(&mut self, start: usize) -> Result<u32> {
        let mut value = None;
        for _ in 0..3 {
            let digit = self.peek().and_then(|c| c.to_digit(8));
            match (value, digit) {
                (Some(value), Some(_)) if value > 0o37 => break,
                (_, Some(digit)) => value = Some(value.unwrap_or(0) * 8 + digit),
                (_, None) => break,
            }
            self.cursor.next();
        }
        value.ok_or_else(|| self.cursor.error_at(start, "octal digits must follow `\\0`"))
    }

    /// `\xhh` or `\x{h...h}`.
    fn hexadecimal(&mut self, start: usize) -> Result<u32> {
        let error = |parser: &Self, message| Err(parser.cursor.error_at(start, message));
        if !self.eat('{') {
            return self.hexadecimal_digits(2, start);
        }
        let mut value = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(16)) {
            self.cursor.next();
            let longer = value.unwrap_or(0) * 16 + digit;
            if longer > u32::from(char::MAX) {
                return error(self, "this is beyond the last code point, 10FFFF");
            }
            value = Some(longer);
        }
        match value {
            Some(value) if self.eat('}') => Ok(value),
            _ => error(self, "hexadecimal digits and `}` must follow `\\x{`"),
        }
    }

    /// `\uhhhh`, where a surrogate pair of two is one character.
    fn utf16(&mut self, start: usize) -> Result<u32> {
        let unit = self.hexadecimal_digits(4, start)?;
        let position = self.cursor.position();
        if (0xD800..0xDC00).contains(&unit) && self.eat('\\') && self.eat('u') {
            let low = self.hexadecimal_digits(4, position)?;
            if (0xDC00..0xE000).contains(&low) {
                return Ok(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            }
        }
        if self.cursor.position() != position && (0xD800..0xDC00).contains(&unit) {
            self.cursor.reset(position);
        }
        Ok(unit)
    }

    fn hexadecimal_digits(&mut self, count: usize, start: usize) -> Result<u32> {
        (0..count).try_fold(0, |value, _| match self.next().and_then(|c| c.to_digit(16)) {
            Some(digit) => Ok(value * 16 + digit),
            None => {
                let message = format!("{count} hexadecimal digits must follow");
                Err(self.cursor.error_at(start, message))
            }
        })
    }

    /// The name of the property after `\p` or `\P`: one letter, or a name in braces.
    fn property_name(&mut self) -> Result<String> {
        let start = self.cursor.position();
        let mut name = String::new();
        if self.eat('{') {
            loop {
                match self.cursor.next() {
                    Some('}') => break,
                    Some(c) => name.push(c),
                    None => {
                        let message = "this property's name is never closed";
                        return Err(self.cursor.error_at(start, message));
                    }
                }
            }
        } else {
            name.extend(self.next());
        }
        Ok(name)
    }

    /// The members of a property whose name starts at a position.
    fn property(&self, name: &str, start: usize) -> Result<ClassSet> {
        let case_insensitive = self.flags.case_insensitive;
        let message = match property(name, case_insensitive, self.flags.unicode_classes) {
            Property::Set(set) => return Ok(set),
            Property::Unsupported => format!("scripts and blocks (`{name}`) are not supported"),
            Property::Unknown => format!("there is no property `{name}`"),
        };
        Err(self.cursor.error_at(start, message))
    }
}
