//! Prints the syntax tree of a pattern.

use super::class::class;
use super::inexact::Inexact;
use crate::anchoring::Anchoring;
use crate::syntax::ast::{Direction, Folding, Look, Node, Preference, Repeat};

/// How tightly the parts of an expression hold together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    /// `a|b`.
    Alternation,
    /// `ab`, and assertions, which no quantifier may follow.
    Sequence,
    /// `a`, `(?:ab)`: what a quantifier may follow.
    Atom,
}

/// An expression that is being written.
pub(super) struct Printer {
    text: String,
    /// The groups that back references refer to.
    referenced: Vec<u32>,
    /// The groups that surely took part where the text ends now, with their numbers in it.
    certain: Vec<(u32, u32)>,
    /// The number of capturing groups in the text.
    groups: u32,
    /// Whether this is in a look-behind.
    behind: bool,
}

impl Printer {
    pub(super) fn new(root: &Node) -> Self {
        let mut referenced = Vec::new();
        collect_references(root, &mut referenced);
        Self { text: String::new(), referenced, certain: Vec::new(), groups: 0, behind: false }
    }

    /// The whole expression.
    pub(super) fn pattern(mut self, root: &Node, anchoring: Anchoring) -> Result<String, Inexact> {
        if !self.referenced.is_empty() {
            without_empty_rounds(root)?;
        }
        match anchoring {
            Anchoring::Search => self.node(root, Binding::Alternation)?,
            Anchoring::Whole => {
                let mut parts = match root {
                    Node::Concat(parts) => parts.as_slice(),
                    other => std::slice::from_ref(other),
                };
                while let Some((Node::Start, rest)) = parts.split_first() {
                    parts = rest;
                }
                while let Some((Node::End, rest)) = parts.split_last() {
                    parts = rest;
                }
                self.text.push('^');
                self.sequence(parts)?;
                self.text.push('$');
            }
        }
        Ok(self.text)
    }

    fn sequence(&mut self, parts: &[Node]) -> Result<(), Inexact> {
        parts.iter().try_for_each(|part| self.node(part, Binding::Sequence))
    }

    /// Writes a node, in parentheses if it does not hold together as tightly as it has to.
    fn node(&mut self, node: &Node, wanted: Binding) -> Result<(), Inexact> {
        let loose = binding(node) < wanted;
        if loose {
            self.text.push_str("(?:");
        }
        match node {
            Node::Empty => {}
            Node::Class(set) => self.text.push_str(&class(set)),
            Node::Concat(parts) => self.sequence(parts)?,
            Node::Alternate(branches) => self.alternation(branches)?,
            Node::Repeat(repeat) => self.repetition(repeat, wanted)?,
            Node::Group(number, body) => self.group(*number, body, wanted)?,
            Node::Atomic(body) => self.atomic(body, wanted)?,
            Node::Look(look) => self.look(look)?,
            Node::Start => self.text.push('^'),
            Node::End => self.text.push('$'),
            Node::BackReference(number, folding) => self.back_reference(*number, *folding)?,
        }
        if loose {
            self.text.push(')');
        }
        Ok(())
    }

    fn alternation(&mut self, branches: &[Node]) -> Result<(), Inexact> {
        let certain = self.certain.len();
        for (index, branch) in branches.iter().enumerate() {
            if index > 0 {
                self.text.push('|');
            }
            self.node(branch, Binding::Sequence)?;
            self.certain.truncate(certain);
        }
        Ok(())
    }

    fn repetition(&mut self, repeat: &Repeat, wanted: Binding) -> Result<(), Inexact> {
        let Repeat { body, min, max, preference } = repeat;
        if *preference == Preference::Possessive {
            let greedy = Repeat { preference: Preference::Greedy, ..repeat.clone() };
            return self.atomic(&Node::Repeat(Box::new(greedy)), wanted);
        }
        let certain = self.certain.len();
        self.node(body, Binding::Atom)?;
        if *min == 0 {
            self.certain.truncate(certain);
        }
        let count = match (min, max) {
            (1, Some(1)) => return Ok(()),
            (0, None) => "*".to_owned(),
            (1, None) => "+".to_owned(),
            (0, Some(1)) => "?".to_owned(),
            (min, None) => format!("{{{min},}}"),
            (min, Some(max)) if min == max => format!("{{{min}}}"),
            (min, Some(max)) => format!("{{{min},{max}}}"),
        };
        self.text.push_str(&count);
        if *preference == Preference::Lazy {
            self.text.push('?');
        }
        Ok(())
    }

    fn group(&mut self, number: u32, body: &Node, wanted: Binding) -> Result<(), Inexact> {
        if !self.referenced.contains(&number) {
            return self.node(body, wanted);
        }
        self.groups += 1;
        let own = self.groups;
        self.text.push('(');
        self.node(body, Binding::Alternation)?;
        self.text.push(')');
        self.certain.push((number, own));
        Ok(())
    }

    /// A look-ahead is never entered again, so what it captured is all that a reference can match.
    fn atomic(&mut self, body: &Node, wanted: Binding) -> Result<(), Inexact> {
        if gives_nothing_back(body) {
            return self.node(body, wanted);
        }
        if self.behind {
            return Err(Inexact::AtomicBehind);
        }
        without_empty_rounds(body)?;
        self.groups += 1;
        let own = self.groups;
        self.text.push_str("(?=(");
        self.node(body, Binding::Alternation)?;
        self.text.push_str("))");
        self.reference(own);
        Ok(())
    }

    fn look(&mut self, look: &Look) -> Result<(), Inexact> {
        let Look { direction, negative, body } = look;
        self.text.push_str(match (direction, negative) {
            (Direction::Ahead, false) => "(?=",
            (Direction::Ahead, true) => "(?!",
            (Direction::Behind, false) => "(?<=",
            (Direction::Behind, true) => "(?<!",
        });
        let (certain, behind) = (self.certain.len(), self.behind);
        self.behind |= *direction == Direction::Behind;
        self.node(body, Binding::Alternation)?;
        self.text.push(')');
        if *negative || self.behind {
            self.certain.truncate(certain);
        }
        self.behind = behind;
        Ok(())
    }

    fn back_reference(&mut self, number: u32, folding: Folding) -> Result<(), Inexact> {
        let known = self.certain.iter().rev().find(|(group, _)| *group == number);
        match known {
            Some((_, own)) if folding == Folding::None && !self.behind => {
                self.reference(*own);
                Ok(())
            }
            _ => Err(Inexact::BackReference),
        }
    }

    /// Refers to a group by its number in the text. A digit that follows is not a part of it.
    fn reference(&mut self, own: u32) {
        self.text.push_str(&format!("(?:\\{own})"));
    }
}

/// How tightly a node holds together as it is printed.
fn binding(node: &Node) -> Binding {
    match node {
        Node::Alternate(_) => Binding::Alternation,
        Node::Class(_) | Node::BackReference(..) => Binding::Atom,
        // A group and its like are printed as what they hold, which then decides for itself.
        Node::Group(..) => Binding::Atom,
        _ => Binding::Sequence,
    }
}

/// Whether a node always takes the same number of characters in one way, so that it has nothing to
/// give back.
fn gives_nothing_back(node: &Node) -> bool {
    match node {
        Node::Empty | Node::Class(_) | Node::Start | Node::End | Node::Look(_) => true,
        Node::Concat(parts) => parts.iter().all(gives_nothing_back),
        Node::Repeat(repeat) => repeat.max == Some(repeat.min) && gives_nothing_back(&repeat.body),
        Node::Group(_, body) | Node::Atomic(body) => gives_nothing_back(body),
        Node::Alternate(_) | Node::BackReference(..) => false,
    }
}

/// Whether a node may match the empty string.
fn may_be_empty(node: &Node) -> bool {
    match node {
        Node::Class(_) => false,
        Node::Concat(parts) => parts.iter().all(may_be_empty),
        Node::Alternate(branches) => branches.iter().any(may_be_empty),
        Node::Repeat(repeat) => repeat.min == 0 || may_be_empty(&repeat.body),
        Node::Group(_, body) | Node::Atomic(body) => may_be_empty(body),
        Node::Empty | Node::Look(_) | Node::Start | Node::End | Node::BackReference(..) => true,
    }
}

/// Fails if a repetition in the node may have a round that takes nothing.
fn without_empty_rounds(node: &Node) -> Result<(), Inexact> {
    match node {
        Node::Repeat(repeat) if repeat.max != Some(repeat.min) && may_be_empty(&repeat.body) => {
            Err(Inexact::EmptyRound)
        }
        node => node.children().iter().try_for_each(without_empty_rounds),
    }
}

fn collect_references(node: &Node, found: &mut Vec<u32>) {
    if let Node::BackReference(number, _) = node
        && !found.contains(number)
    {
        found.push(*number);
    }
    node.children().iter().for_each(|child| collect_references(child, found));
}
