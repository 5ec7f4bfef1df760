//! Character classes: `[a-z&&[^q]]`.
//!
//! Java builds a class from left to right: what comes before an `&&` is intersected with everything
//! up to the next one. Single characters below U+0100 are gathered in one set per class. A later
//! character still enlarges that set after an intersection has used it, so `[a&&[b]&c]` is `[a&c]`.

use super::cursor::is_java_space;
use super::escape::{Escape, Place};
use super::parser::{Parser, Result};
use crate::class_set::ClassSet;
use crate::syntax::ast::Folding;
use crate::unicode::{fold_character, fold_range};

/// A class that depends on the characters gathered by its end: the characters in `fixed`, and the
/// gathered ones that are also in `gathered`. Unions and intersections of this form have this form.
#[derive(Clone, Default)]
struct Term {
    fixed: ClassSet,
    gathered: ClassSet,
}

impl Term {
    fn fixed(fixed: ClassSet) -> Self {
        Self { fixed, gathered: ClassSet::empty() }
    }

    fn gathered() -> Self {
        Self { fixed: ClassSet::empty(), gathered: ClassSet::any() }
    }

    fn union(&self, other: &Self) -> Self {
        Self {
            fixed: self.fixed.union(&other.fixed),
            gathered: self.gathered.union(&other.gathered),
        }
    }

    fn intersection(&self, other: &Self) -> Self {
        let either = self.fixed.union(&self.gathered);
        let other_either = other.fixed.union(&other.gathered);
        Self {
            fixed: self.fixed.intersection(&other.fixed),
            gathered: either.intersection(&other_either),
        }
    }

    fn resolve(&self, gathered: &ClassSet) -> ClassSet {
        self.fixed.union(&self.gathered.intersection(gathered))
    }
}

/// The part of a class that has been read.
#[derive(Default)]
struct Parts {
    /// The part before the last `&&`.
    left: Option<Term>,
    /// The sets that have been added since then, as ranges.
    added: Vec<(char, char)>,
    /// Whether any sets were added, perhaps empty ones.
    adds: bool,
    /// Whether a character has been gathered since then.
    gathers: bool,
    /// Every gathered character of the class.
    gathered: Vec<(char, char)>,
    /// The operand read last, unless it was a gathered character.
    last: Option<Term>,
}

/// An operand of a class.
enum Operand {
    /// Below U+0100, with the characters that differ from it in case.
    Gathered(ClassSet),
    Set(ClassSet),
}

impl Parts {
    fn is_empty(&self) -> bool {
        self.left.is_none() && !self.adds && !self.gathers
    }

    fn add(&mut self, operand: Operand) {
        match operand {
            Operand::Gathered(set) => {
                self.gathers = true;
                self.gathered.extend_from_slice(set.ranges());
                self.last = None;
            }
            Operand::Set(set) => {
                self.adds = true;
                self.added.extend_from_slice(set.ranges());
                self.last = Some(Term::fixed(set));
            }
        }
    }

    /// Takes everything that has been read as one term.
    fn take_term(&mut self) -> Term {
        self.adds = false;
        let mut term = Term::fixed(ClassSet::from_ranges(self.added.drain(..)));
        if let Some(left) = self.left.take() {
            term = term.union(&left);
        }
        if std::mem::take(&mut self.gathers) {
            term = term.union(&Term::gathered());
        }
        term
    }
}

impl Parser<'_> {
    /// A class with its brackets.
    pub(super) fn class(&mut self) -> Result<ClassSet> {
        let opening = self.cursor.position();
        self.cursor.next();
        let negated = self.cursor.eat('^');
        let set = self.class_body(opening)?;
        self.charge_ranges(&set)?;
        self.cursor.next();
        Ok(if negated { set.complement() } else { set })
    }

    /// The content of a class, up to the bracket that closes it.
    fn class_body(&mut self, opening: usize) -> Result<ClassSet> {
        let mut parts = Parts::default();
        loop {
            match self.peek() {
                None => {
                    let message = "this class is never closed";
                    return Err(self.cursor.error_at(opening, message));
                }
                Some('[') => {
                    let set = self.nested(Self::class)?;
                    self.charge_ranges(&set)?;
                    parts.add(Operand::Set(set));
                }
                Some('&') if self.eat_intersection() => self.intersection(&mut parts, opening)?,
                Some('&') if self.eat_lost_ampersand() => {
                    let operand = self.class_operand()?;
                    parts.add(operand);
                }
                // A bracket closes a class only if something comes before it.
                Some(']') if !parts.is_empty() => {
                    let gathered = ClassSet::from_ranges(parts.gathered.iter().copied());
                    return Ok(parts.take_term().resolve(&gathered));
                }
                Some(_) => {
                    let operand = self.class_operand()?;
                    let (Operand::Gathered(set) | Operand::Set(set)) = &operand;
                    self.charge_ranges(set)?;
                    parts.add(operand);
                }
            }
        }
    }

    fn eat_intersection(&mut self) -> bool {
        let position = self.cursor.position();
        let found = self.eat('&') && self.eat('&');
        if !found {
            self.cursor.reset(position);
        }
        found
    }

    /// Under the flag `x`, Java loses a single `&` before white space, and the next character is
    /// literal even if it is a bracket.
    fn eat_lost_ampersand(&mut self) -> bool {
        let following = self.cursor.peek_nth(1);
        let lost = self.flags.comments && following.is_some_and(|c| c == '#' || is_java_space(c));
        lost && self.cursor.eat('&')
    }

    /// The right side of an `&&`, up to a bracket that closes the class or another `&`.
    fn intersection(&mut self, parts: &mut Parts, opening: usize) -> Result<()> {
        let mut right: Option<ClassSet> = None;
        loop {
            let set = match self.peek() {
                Some(']' | '&') => break,
                Some('[') => self.nested(Self::class)?,
                _ => self.nested(|parser| parser.class_body(opening))?,
            };
            let ranges = |set: &ClassSet| set.ranges().len();
            self.charge(ranges(&set) + right.as_ref().map_or(0, ranges))?;
            right = Some(right.map_or_else(|| set.clone(), |right| right.union(&set)));
        }
        let nothing_left = parts.is_empty();
        let only_gathered = parts.left.is_none() && !parts.adds;
        let mut last = parts.last.take();
        if parts.gathers && only_gathered {
            last = Some(Term::gathered());
        }
        self.charge(parts.added.len())?;
        let left = parts.take_term();
        self.charge(left.fixed.ranges().len() + left.gathered.ranges().len())?;
        let right = match right {
            Some(right) => Term::fixed(right),
            // Without a right side, Java uses the operand read last once more. If that is one of
            // several gathered characters, it fails for every text.
            None => match last {
                Some(last) if !nothing_left => last,
                _ => return Err(self.cursor.error("`&&` needs a class on each side")),
            },
        };
        parts.left = Some(if nothing_left { right.clone() } else { left.intersection(&right) });
        parts.last = Some(right);
        Ok(())
    }

    /// A character, a range, or an escape for a set.
    fn class_operand(&mut self) -> Result<Operand> {
        let start = self.cursor.position();
        let first = match self.class_character()? {
            Escape::CodePoint(code_point) => code_point,
            Escape::Set(set) => return Ok(Operand::Set(set)),
            Escape::Node(_) => {
                return Err(self.cursor.error_at(start, "this cannot be in a class"));
            }
        };
        self.charge_folding()?;
        let folding = self.flags.folding();
        let is_range =
            self.peek() == Some('-') && !matches!(self.cursor.peek_nth(1), Some('[' | ']') | None);
        if !is_range {
            return Ok(single(first, folding));
        }
        self.cursor.next();
        let last = match self.peek() {
            Some('\\') => self.escape(Place::RangeEnd)?,
            _ => self.class_character()?,
        };
        match last {
            Escape::CodePoint(last) if first <= last => {
                Ok(Operand::Set(fold_range(first, last, folding)))
            }
            _ => Err(self.cursor.error_at(start, "this range ends before it begins")),
        }
    }

    fn class_character(&mut self) -> Result<Escape> {
        if self.peek() == Some('\\') {
            // `\v` is a set, but a single character at the start of a range.
            let place = match self.cursor.peek_nth(2) {
                Some('-') => Place::RangeStart,
                _ => Place::Class,
            };
            return self.escape(place);
        }
        match self.next() {
            Some(c) => Ok(Escape::CodePoint(u32::from(c))),
            None => Err(self.cursor.error("this class is never closed")),
        }
    }
}

/// A single character. Java treats some characters differently that have a case outside of Latin-1.
fn single(code_point: u32, folding: Folding) -> Operand {
    let set = fold_character(code_point, folding);
    let in_latin_1 = set.ranges().iter().all(|&(_, last)| last <= '\u{FF}');
    if code_point < 0x100 && in_latin_1 { Operand::Gathered(set) } else { Operand::Set(set) }
}
