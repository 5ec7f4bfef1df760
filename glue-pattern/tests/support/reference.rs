//! A matcher that follows the syntax tree and backtracks: slow, and simple enough to trust.

use glue_pattern::syntax::ast::{Direction, Folding, Look, Node, Preference, Repeat};

/// What groups have matched: the ends of each, by number.
type Groups = Vec<Option<(usize, usize)>>;

/// What is to be matched after a node; it gets the place reached.
type Continue<'c> = &'c mut dyn FnMut(usize, &mut Groups) -> bool;

/// Whether a whole text matches.
pub fn matches(root: &Node, groups: u32, text: &str) -> bool {
    let matcher = Matcher { text: text.chars().collect() };
    let end = matcher.text.len();
    let mut groups = vec![None; groups as usize + 1];
    matcher.node(root, 0, &mut groups, &mut |place, _| place == end)
}

struct Matcher {
    text: Vec<char>,
}

impl Matcher {
    fn node(&self, node: &Node, at: usize, groups: &mut Groups, then: Continue) -> bool {
        match node {
            Node::Empty => then(at, groups),
            Node::Class(set) => {
                let found = self.text.get(at).is_some_and(|&c| set.contains(c));
                found && then(at + 1, groups)
            }
            Node::Concat(parts) => self.sequence(parts, at, groups, then),
            Node::Alternate(branches) => {
                branches.iter().any(|branch| self.node(branch, at, groups, then))
            }
            Node::Repeat(repeat) => match repeat.preference {
                Preference::Possessive => self.possessive(repeat, at, groups, then),
                _ => self.rounds(repeat, 0, at, groups, then),
            },
            Node::Group(number, body) => {
                let before = groups[*number as usize];
                let found = self.node(body, at, groups, &mut |end, groups| {
                    let outer = groups[*number as usize];
                    groups[*number as usize] = Some((at, end));
                    let found = then(end, groups);
                    if !found {
                        groups[*number as usize] = outer;
                    }
                    found
                });
                if !found {
                    groups[*number as usize] = before;
                }
                found
            }
            Node::Atomic(body) => match self.first(body, at, groups) {
                Some(end) => then(end, groups),
                None => false,
            },
            Node::Look(look) => self.look(look, at, groups) && then(at, groups),
            Node::Start => at == 0 && then(at, groups),
            Node::End => at == self.text.len() && then(at, groups),
            Node::BackReference(number, folding) => {
                let group = groups.get(*number as usize).copied().flatten();
                group.is_some_and(|(start, end)| {
                    let until = at + (end - start);
                    let same = |(a, b): (&char, &char)| match folding {
                        Folding::None => a == b,
                        _ => a.eq_ignore_ascii_case(b),
                    };
                    until <= self.text.len()
                        && self.text[start..end].iter().zip(&self.text[at..until]).all(same)
                        && then(until, groups)
                })
            }
        }
    }

    fn sequence(&self, parts: &[Node], at: usize, groups: &mut Groups, then: Continue) -> bool {
        match parts.split_first() {
            None => then(at, groups),
            Some((first, rest)) => self.node(first, at, groups, &mut |place, groups| {
                self.sequence(rest, place, groups, then)
            }),
        }
    }

    /// More rounds of a repetition, after so many. One that takes nothing is the last, and then it
    /// does not matter how many there have been.
    fn rounds(
        &self,
        repeat: &Repeat,
        count: u32,
        at: usize,
        groups: &mut Groups,
        then: Continue,
    ) -> bool {
        let more = repeat.max.is_none_or(|max| count < max);
        let enough = count >= repeat.min;
        if enough && repeat.preference == Preference::Lazy && then(at, groups) {
            return true;
        }
        let found = more
            && self.node(&repeat.body, at, groups, &mut |place, groups| {
                if place == at {
                    then(place, groups)
                } else {
                    self.rounds(repeat, count + 1, place, groups, then)
                }
            });
        found || enough && repeat.preference == Preference::Greedy && then(at, groups)
    }

    fn possessive(&self, repeat: &Repeat, at: usize, groups: &mut Groups, then: Continue) -> bool {
        let mut place = at;
        for count in 0.. {
            if repeat.max.is_some_and(|max| count >= max) {
                break;
            }
            match self.first(&repeat.body, place, groups) {
                Some(end) => {
                    let taken = end != place;
                    place = end;
                    if !taken && count >= repeat.min {
                        break;
                    }
                }
                None if count < repeat.min => return false,
                None => break,
            }
        }
        then(place, groups)
    }

    /// Where the preferred match of a node ends.
    fn first(&self, node: &Node, at: usize, groups: &mut Groups) -> Option<usize> {
        let mut end = None;
        self.node(node, at, groups, &mut |place, _| {
            end = Some(place);
            true
        });
        end
    }

    fn look(&self, look: &Look, at: usize, groups: &mut Groups) -> bool {
        let mut tried = groups.clone();
        let found = match look.direction {
            Direction::Ahead => self.first(&look.body, at, &mut tried).is_some(),
            Direction::Behind => (0..=at)
                .any(|start| self.node(&look.body, start, &mut tried, &mut |place, _| place == at)),
        };
        if found && !look.negative {
            *groups = tried;
        }
        found != look.negative
    }
}
