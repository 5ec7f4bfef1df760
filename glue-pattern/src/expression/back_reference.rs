//! Back-references to groups that can match a few strings only: `(-?)a\1` is `-a-|a`.

use crate::ClassSet;
use crate::compile::Anchoring;
use crate::program::Reason;
use crate::syntax::ast::{Folding, Node, Preference};
use crate::unicode::fold_character;
use std::convert::Infallible;

/// How many strings a group may match to be written out.
const MOST_VALUES: usize = 128;

/// How many nodes the tree may have when all is written out.
const MOST_NODES: usize = 50_000;

/// The tree without back-references; `None` if there are none anyway.
///
/// # Errors
/// A group that matches too many strings, or that need not take part where it is referred to.
pub(super) fn without_back_references(
    root: &Node,
    anchoring: Anchoring,
) -> Result<Option<Node>, Reason> {
    let references = references(root);
    if references.is_empty() {
        return Ok(None);
    }
    let alphabet = alphabet(root, anchoring, &references);
    let existing: Vec<u32> = nodes(root).filter_map(group_number).collect();
    let mut root = root.clone();
    let mut open: Vec<u32> = references.iter().map(|&(group, _)| group).collect();
    open.sort_unstable();
    open.dedup();
    // Inner groups have greater numbers than those around them, and are written out before them.
    for group in open.into_iter().rev() {
        root = if existing.contains(&group) {
            write_out(root, group, &alphabet)?
        } else {
            // A group that does not exist is never set.
            replace(root, group, None, &[Node::Class(ClassSet::empty())])
        };
        if nodes(&root).take(MOST_NODES + 1).count() > MOST_NODES {
            return Err(Reason::BackReference);
        }
    }
    match self::references(&root).is_empty() {
        true => Ok(Some(root)),
        false => Err(Reason::BackReference),
    }
}

/// All nodes of a tree, each before its children.
fn nodes(root: &Node) -> impl Iterator<Item = &Node> {
    let mut pending = vec![root];
    std::iter::from_fn(move || {
        let node = pending.pop()?;
        pending.extend(node.children());
        Some(node)
    })
}

fn group_number(node: &Node) -> Option<u32> {
    match node {
        Node::Group(number, _) => Some(*number),
        _ => None,
    }
}

fn references(root: &Node) -> Vec<(u32, Folding)> {
    let reference = |node: &Node| match node {
        Node::BackReference(group, folding) => Some((*group, *folding)),
        _ => None,
    };
    nodes(root).filter_map(reference).collect()
}

/// The characters that a matching text can have, if the pattern says so much.
///
/// All text is matched by some class outside of the look-around, unless the pattern may match a
/// part of the text only. With a text that has other characters, it does not matter what the
/// look-around says.
fn alphabet(root: &Node, anchoring: Anchoring, references: &[(u32, Folding)]) -> ClassSet {
    let whole = match (anchoring, root) {
        (Anchoring::Whole, _) => true,
        (Anchoring::Search, Node::Concat(parts)) => {
            parts.first() == Some(&Node::Start) && parts.last() == Some(&Node::End)
        }
        (Anchoring::Search, _) => false,
    };
    if !whole || references.iter().any(|(_, folding)| *folding != Folding::None) {
        return ClassSet::any();
    }
    let mut ranges = Vec::new();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        match node {
            Node::Class(set) => ranges.extend_from_slice(set.ranges()),
            Node::Look(_) => {}
            other => pending.extend(other.children()),
        }
    }
    ClassSet::from_ranges(ranges)
}

/// Writes out, for every string a group can match, the innermost sequence around the group and the
/// references to it.
fn write_out(node: Node, group: u32, alphabet: &ClassSet) -> Result<Node, Reason> {
    let refers = |node: &Node| references(node).iter().any(|(number, _)| *number == group);
    match node {
        // Which string is tried first would matter here.
        Node::Atomic(_) => Ok(node),
        Node::Repeat(repeat) if repeat.preference == Preference::Possessive => {
            Ok(Node::Repeat(repeat))
        }
        Node::Concat(parts) => match parts.iter().position(|part| always_sets(part, group)) {
            Some(index) if parts[index + 1..].iter().any(refers) => {
                if parts[..=index].iter().any(refers) {
                    return Err(Reason::BackReference);
                }
                let body = parts.iter().flat_map(nodes).find_map(|node| match node {
                    Node::Group(number, body) if *number == group => Some(body),
                    _ => None,
                });
                let values = body.and_then(|body| strings(body, alphabet));
                let values = values.ok_or(Reason::BackReference)?;
                let branches = values.iter().map(|value| {
                    let parts = parts.iter().cloned();
                    let parts = parts.map(|part| replace(part, group, Some(value), value));
                    Node::Concat(parts.collect())
                });
                Ok(Node::Alternate(branches.collect()))
            }
            _ => Node::Concat(parts).map_children(|child| write_out(child, group, alphabet)),
        },
        other => other.map_children(|child| write_out(child, group, alphabet)),
    }
}

/// Whether a group takes part in every match of a node, exactly once.
fn always_sets(node: &Node, group: u32) -> bool {
    match node {
        Node::Group(number, _) if *number == group => true,
        Node::Group(_, body) => always_sets(body, group),
        Node::Concat(parts) => parts.iter().any(|part| always_sets(part, group)),
        _ => false,
    }
}

/// The strings that a node matches, as sequences of single characters, if they are few.
fn strings(node: &Node, alphabet: &ClassSet) -> Option<Vec<Vec<Node>>> {
    let mut found: Vec<Vec<Node>> = match node {
        Node::Empty => vec![Vec::new()],
        Node::Class(set) => {
            let set = set.intersection(alphabet);
            if set.len() > MOST_VALUES {
                return None;
            }
            let single = |c| vec![Node::Class(ClassSet::single(c))];
            set.chars().map(single).collect()
        }
        Node::Concat(parts) => {
            let mut joined = vec![Vec::new()];
            for part in parts {
                joined = product(&joined, &strings(part, alphabet)?)?;
            }
            joined
        }
        Node::Alternate(branches) => {
            let mut all = Vec::new();
            for branch in branches {
                all.extend(strings(branch, alphabet)?);
            }
            all
        }
        Node::Repeat(repeat) => {
            let max = repeat.max.filter(|&max| max <= 16)?;
            let body = strings(&repeat.body, alphabet)?;
            let mut rounds = vec![Vec::new()];
            let mut all = Vec::new();
            for round in 0..=max {
                if round >= repeat.min {
                    all.extend(rounds.iter().cloned());
                }
                rounds = product(&rounds, &body)?;
            }
            all
        }
        Node::Group(_, body) => strings(body, alphabet)?,
        _ => return None,
    };
    let mut seen: Vec<Vec<Node>> = Vec::new();
    found.retain(|string| {
        let fresh = !seen.contains(string);
        if fresh {
            seen.push(string.clone());
        }
        fresh
    });
    (found.len() <= MOST_VALUES).then_some(found)
}

fn product(left: &[Vec<Node>], right: &[Vec<Node>]) -> Option<Vec<Vec<Node>>> {
    if left.len() * right.len() > MOST_VALUES {
        return None;
    }
    let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    Some(pairs.map(|(a, b)| [&a[..], b].concat()).collect())
}

/// Replaces a group by a string, if there is one for it, and the references to it by another.
fn replace(node: Node, group: u32, matched: Option<&[Node]>, referred: &[Node]) -> Node {
    match (node, matched) {
        (Node::Group(number, _), Some(value)) if number == group => Node::Concat(value.to_vec()),
        (Node::BackReference(number, folding), _) if number == group => {
            let fold = |node: &Node| match node {
                Node::Class(set) => match set.only() {
                    Some(c) => Node::Class(fold_character(u32::from(c), folding)),
                    None => node.clone(),
                },
                node => node.clone(),
            };
            Node::Concat(referred.iter().map(fold).collect())
        }
        (node, matched) => {
            let replaced = |child| Ok::<_, Infallible>(replace(child, group, matched, referred));
            let Ok(node) = node.map_children(replaced);
            node
        }
    }
}
