//! A matcher that follows the syntax tree: slow, and simple enough to trust.
//!
//! For a node and a place in the text it lists the places where the node may end, the preferred
//! ones first, as a backtracking engine would meet them. Every such list is made once, so that
//! no pattern takes longer than a power of the text's length, where backtracking may take forever.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use glue_pattern::syntax::ast::{Direction, Folding, Look, Node, Preference, Repeat};

/// Whether a whole text matches.
pub fn matches(root: &Node, text: &str) -> bool {
    let mut referred = HashSet::new();
    groups_referred_to(root, &mut referred);
    let mut matcher = Matcher { text: text.chars().collect(), referred, known: HashMap::new() };
    let end = matcher.text.len();
    matcher.ends(root, &Place::default()).iter().any(|place| place.at == end)
}

/// A place in the text, on the way to which groups have matched.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Place {
    at: usize,
    /// The number, the start and the end of each group that something refers to.
    groups: Vec<(u32, usize, usize)>,
}

struct Matcher {
    text: Vec<char>,
    referred: HashSet<u32>,
    /// What is listed already, by the node's address.
    known: HashMap<(*const Node, Place), Rc<[Place]>>,
}

impl Matcher {
    /// Where a node may end that starts here, the preferred places first.
    fn ends(&mut self, node: &Node, from: &Place) -> Rc<[Place]> {
        let key = (std::ptr::from_ref(node), from.clone());
        if let Some(ends) = self.known.get(&key) {
            return Rc::clone(ends);
        }
        let mut ends = self.list(node, from);
        keep_first(&mut ends);
        let ends: Rc<[Place]> = ends.into();
        self.known.insert(key, Rc::clone(&ends));
        ends
    }

    fn first(&mut self, node: &Node, from: &Place) -> Option<Place> {
        self.ends(node, from).first().cloned()
    }

    fn list(&mut self, node: &Node, from: &Place) -> Vec<Place> {
        let here = |holds: bool| if holds { vec![from.clone()] } else { Vec::new() };
        match node {
            Node::Empty => here(true),
            Node::Start => here(from.at == 0),
            Node::End => here(from.at == self.text.len()),
            Node::Class(set) => match self.text.get(from.at) {
                Some(&c) if set.contains(c) => vec![from.moved(1)],
                _ => Vec::new(),
            },
            Node::Concat(parts) => self.sequence(parts, from),
            Node::Alternate(branches) => {
                branches.iter().flat_map(|branch| self.ends(branch, from).to_vec()).collect()
            }
            Node::Repeat(repeat) if repeat.preference == Preference::Possessive => {
                self.possessive(repeat, from).into_iter().collect()
            }
            Node::Repeat(repeat) => {
                let (mut ends, mut seen) = (Vec::new(), HashSet::new());
                self.rounds(repeat, 0, from, &mut ends, &mut seen);
                ends
            }
            Node::Group(number, body) => self.group(*number, body, from),
            Node::Atomic(body) => self.first(body, from).into_iter().collect(),
            Node::Look(look) => self.look(look, from).into_iter().collect(),
            Node::BackReference(number, folding) => {
                self.repeated(*number, *folding, from).into_iter().collect()
            }
        }
    }

    fn sequence(&mut self, parts: &[Node], from: &Place) -> Vec<Place> {
        let mut places = vec![from.clone()];
        for part in parts {
            places = places.iter().flat_map(|place| self.ends(part, place).to_vec()).collect();
            keep_first(&mut places);
        }
        places
    }

    /// More rounds of a repetition, after so many. One that takes nothing is the last, and then it
    /// does not matter how many there have been.
    fn rounds(
        &mut self,
        repeat: &Repeat,
        count: u32,
        from: &Place,
        ends: &mut Vec<Place>,
        seen: &mut HashSet<(u32, Place)>,
    ) {
        if !seen.insert((count, from.clone())) {
            return;
        }
        let enough = count >= repeat.min;
        if enough && repeat.preference == Preference::Lazy {
            ends.push(from.clone());
        }
        if repeat.max.is_none_or(|max| count < max) {
            for place in self.ends(&repeat.body, from).iter() {
                if place.at == from.at {
                    ends.push(place.clone());
                } else {
                    self.rounds(repeat, count + 1, place, ends, seen);
                }
            }
        }
        if enough && repeat.preference == Preference::Greedy {
            ends.push(from.clone());
        }
    }

    fn possessive(&mut self, repeat: &Repeat, from: &Place) -> Option<Place> {
        let mut place = from.clone();
        for count in 0..repeat.max.unwrap_or(u32::MAX) {
            match self.first(&repeat.body, &place) {
                Some(end) => {
                    let taken = end.at != place.at;
                    place = end;
                    if !taken && count >= repeat.min {
                        break;
                    }
                }
                None if count < repeat.min => return None,
                None => break,
            }
        }
        Some(place)
    }

    fn group(&mut self, number: u32, body: &Node, from: &Place) -> Vec<Place> {
        let mut ends = self.ends(body, from).to_vec();
        if self.referred.contains(&number) {
            for end in &mut ends {
                end.groups.retain(|group| group.0 != number);
                end.groups.push((number, from.at, end.at));
                end.groups.sort_unstable();
            }
        }
        ends
    }

    fn look(&mut self, look: &Look, from: &Place) -> Option<Place> {
        let found = match look.direction {
            Direction::Ahead => self.first(&look.body, from),
            Direction::Behind => (0..=from.at).find_map(|at| {
                let start = Place { at, groups: from.groups.clone() };
                self.ends(&look.body, &start).iter().find(|end| end.at == from.at).cloned()
            }),
        };
        match (found, look.negative) {
            (Some(end), false) => Some(Place { at: from.at, groups: end.groups }),
            (None, true) => Some(from.clone()),
            _ => None,
        }
    }

    /// After what a group has matched, once more.
    fn repeated(&self, number: u32, folding: Folding, from: &Place) -> Option<Place> {
        let &(_, start, end) = from.groups.iter().find(|group| group.0 == number)?;
        let again = self.text.get(from.at..from.at + (end - start))?;
        let same = |(a, b): (&char, &char)| match folding {
            Folding::None => a == b,
            _ => a.eq_ignore_ascii_case(b),
        };
        let equal = self.text[start..end].iter().zip(again).all(same);
        equal.then(|| from.moved(end - start))
    }
}

impl Place {
    fn moved(&self, by: usize) -> Self {
        Self { at: self.at + by, groups: self.groups.clone() }
    }
}

/// Drops places that come again, because what follows them has been tried.
fn keep_first(places: &mut Vec<Place>) {
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.clone()));
}

fn groups_referred_to(node: &Node, referred: &mut HashSet<u32>) {
    match node {
        Node::BackReference(number, _) => {
            referred.insert(*number);
        }
        Node::Concat(nodes) | Node::Alternate(nodes) => {
            nodes.iter().for_each(|node| groups_referred_to(node, referred));
        }
        Node::Repeat(repeat) => groups_referred_to(&repeat.body, referred),
        Node::Group(_, body) | Node::Atomic(body) => groups_referred_to(body, referred),
        Node::Look(look) => groups_referred_to(&look.body, referred),
        Node::Empty | Node::Class(_) | Node::Start | Node::End => {}
    }
}
