//! Back-references to groups that can only match a few strings: `(-?)a\1` is `-a-|a`.

use crate::anchoring::Anchoring;
use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::program::Reason;
use crate::sorted::sorted;
use crate::syntax::ast::{Folding, Node, Preference};
use crate::unicode::fold_character;
use std::cmp::Ordering;
use std::convert::Infallible;

/// The maximum number of strings that a group may match to be written out.
const MOST_VALUES: usize = 128;

/// The maximum number of strings that the branches of a group may match together, counting
/// duplicates.
const MOST_NOT_DISTINCT: usize = 4096;

/// The tree without back-references; `None` if it had none.
///
/// # Errors
/// A group that matches too many strings, or that may take no part where it is referred to.
pub(super) fn without_back_references(
    root: &Node,
    anchoring: Anchoring,
    budget: &mut Budget,
) -> Result<Option<Node>, Reason> {
    let references = references(root);
    if references.is_empty() {
        return Ok(None);
    }
    budget.charge(effort(root))?;
    let alphabet = alphabet(root, anchoring, &references);
    let existing: Vec<u32> = nodes(root).filter_map(group_number).collect();
    let mut root = root.clone();
    let mut open: Vec<u32> = sorted(references.iter().map(|&(group, _)| group).collect());
    open.dedup();
    // Inner groups have greater numbers than the groups around them, and are written out first.
    for group in open.into_iter().rev() {
        budget.charge(effort(&root).saturating_add(existing.len()))?;
        root = if existing.contains(&group) {
            write_out(root, group, &alphabet, false, budget)?
        } else {
            // A group that does not exist is never set.
            replace(root, group, &[Node::Class(ClassSet::empty())])
        };
    }
    match self::references(&root).is_empty() {
        true => Ok(Some(root)),
        false => Err(Reason::BackReference),
    }
}

/// The work of visiting every node of a tree, and all nodes below each.
fn effort(root: &Node) -> usize {
    let mut effort = 0;
    let mut pending = vec![(root, 1)];
    while let Some((node, depth)) = pending.pop() {
        effort += depth;
        pending.extend(node.children().iter().map(|child| (child, depth + 1)));
    }
    effort
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

/// The characters that a matching text can have, as far as the pattern determines them.
///
/// Every character of the text is matched by a class outside of the look-around, unless the pattern
/// may match only a part of the text. For a text with other characters, look-around does not
/// matter.
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

/// Writes out the innermost node around a group and the references to it, for every string that the
/// group can match.
fn write_out(
    node: Node,
    group: u32,
    alphabet: &ClassSet,
    in_loop: bool,
    budget: &mut Budget,
) -> Result<Node, Reason> {
    let concerned = |node: &Node| nodes(node).any(|node| concerns(node, group));
    match node {
        // The order of preference would matter here.
        Node::Atomic(_) => Err(Reason::BackReference),
        Node::Repeat(repeat) if repeat.preference == Preference::Possessive => {
            Err(Reason::BackReference)
        }
        Node::Concat(parts) if parts.iter().filter(|part| concerned(part)).count() > 1 => {
            let branches = sequences(parts, group, alphabet, in_loop, budget)?;
            Ok(Node::Alternate(branches))
        }
        // Everything is below one child.
        node => {
            let in_loop = in_loop || matches!(&node, Node::Repeat(repeat) if repeat.max != Some(1));
            node.map_children(|child| match concerned(&child) {
                true => write_out(child, group, alphabet, in_loop, budget),
                false => Ok(child),
            })
        }
    }
}

fn concerns(node: &Node, group: u32) -> bool {
    match node {
        Node::Group(number, _) | Node::BackReference(number, _) => *number == group,
        _ => false,
    }
}

/// A sequence of parts, written out. One part sets a group that later parts refer to.
fn sequences(
    parts: Vec<Node>,
    group: u32,
    alphabet: &ClassSet,
    in_loop: bool,
    budget: &mut Budget,
) -> Result<Vec<Node>, Reason> {
    let sets = |part: &Node| nodes(part).any(|node| group_number(node) == Some(group));
    let refers = |part: &Node| references(part).iter().any(|(number, _)| *number == group);
    let setting = parts.iter().position(sets).ok_or(Reason::BackReference)?;
    // Before the group, references match nothing, unless the group was set in an earlier round.
    if refers(&parts[setting]) || in_loop && parts[..setting].iter().any(refers) {
        return Err(Reason::BackReference);
    }
    let body = nodes(&parts[setting]).find_map(|node| match node {
        Node::Group(number, body) if *number == group => Some(body),
        _ => None,
    });
    let values = match body {
        Some(body) => strings(body, alphabet, budget)?,
        None => None,
    };
    let written: usize = parts.iter().map(effort).sum();
    let referring: usize = parts.iter().map(|part| references(part).len()).sum();
    let mut branches = Vec::new();
    for value in values.ok_or(Reason::BackReference)? {
        budget.charge(8 * written + referring.saturating_mul(4 * value.len()))?;
        branches.push(with_group(&parts, setting, group, Some(&value))?);
    }
    // If the group takes no part, the references match nothing. In a loop, the group may have been
    // set in an earlier round.
    let unset = with_group(&parts, setting, group, None)?;
    if never_matches(&unset) {
        return Ok(branches);
    }
    if in_loop {
        return Err(Reason::BackReference);
    }
    branches.push(unset);
    Ok(branches)
}

/// The sequence if the group has matched one string, or has taken no part.
fn with_group(
    parts: &[Node],
    setting: usize,
    group: u32,
    value: Option<&Vec<Node>>,
) -> Result<Node, Reason> {
    let never = [Node::Class(ClassSet::empty())];
    let referred = value.map_or(&never[..], Vec::as_slice);
    let mut written = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        written.push(match index.cmp(&setting) {
            Ordering::Less => replace(part.clone(), group, &never),
            Ordering::Equal => through_group(part, group, value)?,
            Ordering::Greater => replace(part.clone(), group, referred),
        });
    }
    Ok(Node::Concat(written))
}

/// What a node matches on a path through a group that matches one string there or, without a
/// string, on a path that skips the group.
fn through_group(node: &Node, group: u32, value: Option<&Vec<Node>>) -> Result<Node, Reason> {
    let sets = |part: &Node| nodes(part).any(|node| group_number(node) == Some(group));
    if !sets(node) {
        let never = Node::Class(ClassSet::empty());
        return Ok(if value.is_some() { never } else { node.clone() });
    }
    Ok(match node {
        Node::Group(number, _) if *number == group => match value {
            Some(value) => Node::Concat(value.clone()),
            None => Node::Class(ClassSet::empty()),
        },
        Node::Group(number, body) => {
            Node::Group(*number, Box::new(through_group(body, group, value)?))
        }
        Node::Concat(parts) => {
            let through = |part: &Node| match sets(part) {
                true => through_group(part, group, value),
                false => Ok(part.clone()),
            };
            Node::Concat(parts.iter().map(through).collect::<Result<_, _>>()?)
        }
        Node::Alternate(branches) => {
            let through = |branch: &Node| through_group(branch, group, value);
            Node::Alternate(branches.iter().map(through).collect::<Result<_, _>>()?)
        }
        Node::Repeat(repeat)
            if repeat.max == Some(1) && repeat.preference != Preference::Possessive =>
        {
            let body = through_group(&repeat.body, group, value)?;
            match value {
                None if repeat.min == 0 => Node::Alternate(vec![body, Node::Empty]),
                _ => body,
            }
        }
        _ => return Err(Reason::BackReference),
    })
}

/// Whether a node certainly matches nothing.
fn never_matches(node: &Node) -> bool {
    match node {
        Node::Class(set) => set.is_empty(),
        Node::Concat(parts) => parts.iter().any(never_matches),
        Node::Alternate(branches) => branches.iter().all(never_matches),
        Node::Group(_, body) | Node::Atomic(body) => never_matches(body),
        Node::Repeat(repeat) => repeat.min > 0 && never_matches(&repeat.body),
        Node::Empty | Node::Look(_) | Node::Start | Node::End | Node::BackReference(..) => false,
    }
}

/// The strings that a node matches, as sequences of single characters, if there are few.
fn strings(
    node: &Node,
    alphabet: &ClassSet,
    budget: &mut Budget,
) -> Result<Option<Vec<Vec<Node>>>, Reason> {
    budget.charge(1)?;
    let mut found: Vec<Vec<Node>> = match node {
        Node::Empty => vec![Vec::new()],
        Node::Class(set) => {
            let set = set.intersection(alphabet);
            if set.len() > MOST_VALUES {
                return Ok(None);
            }
            let single = |c| vec![Node::Class(ClassSet::single(c))];
            set.chars().map(single).collect()
        }
        Node::Concat(parts) => {
            let mut joined = vec![Vec::new()];
            for part in parts {
                let Some(strings) = strings(part, alphabet, budget)? else { return Ok(None) };
                let Some(longer) = product(&joined, &strings, budget)? else { return Ok(None) };
                joined = longer;
            }
            joined
        }
        Node::Alternate(branches) => {
            let mut all = Vec::new();
            for branch in branches {
                let Some(strings) = strings(branch, alphabet, budget)? else { return Ok(None) };
                all.extend(strings);
                if all.len() > MOST_NOT_DISTINCT {
                    return Ok(None);
                }
            }
            all
        }
        Node::Repeat(repeat) if repeat.preference != Preference::Possessive => {
            let Some(max) = repeat.max.filter(|&max| max <= 16) else { return Ok(None) };
            let Some(body) = strings(&repeat.body, alphabet, budget)? else { return Ok(None) };
            let mut rounds = vec![Vec::new()];
            let mut all = Vec::new();
            for round in 0..=max {
                if round >= repeat.min {
                    all.extend(rounds.iter().cloned());
                }
                let Some(longer) = product(&rounds, &body, budget)? else { return Ok(None) };
                rounds = longer;
            }
            all
        }
        Node::Group(_, body) => return strings(body, alphabet, budget),
        _ => return Ok(None),
    };
    let characters: usize = found.iter().map(Vec::len).sum();
    budget.charge(characters.saturating_add(found.len().pow(2) / 8))?;
    let mut seen: Vec<Vec<Node>> = Vec::new();
    found.retain(|string| {
        let fresh = !seen.contains(string);
        if fresh {
            seen.push(string.clone());
        }
        fresh
    });
    Ok((found.len() <= MOST_VALUES).then_some(found))
}

fn product(
    left: &[Vec<Node>],
    right: &[Vec<Node>],
    budget: &mut Budget,
) -> Result<Option<Vec<Vec<Node>>>, Reason> {
    if left.len() * right.len() > MOST_VALUES {
        return Ok(None);
    }
    let characters = |strings: &[Vec<Node>]| strings.iter().map(Vec::len).sum::<usize>();
    budget.charge(characters(left) * right.len() + characters(right) * left.len())?;
    let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    Ok(Some(pairs.map(|(a, b)| [&a[..], b].concat()).collect()))
}

/// Replaces the references to a group.
fn replace(node: Node, group: u32, referred: &[Node]) -> Node {
    match node {
        Node::BackReference(number, folding) if number == group => {
            let fold = |node: &Node| match node {
                Node::Class(set) => match set.only() {
                    Some(c) => Node::Class(fold_character(u32::from(c), folding)),
                    None => node.clone(),
                },
                node => node.clone(),
            };
            Node::Concat(referred.iter().map(fold).collect())
        }
        node => {
            let replaced = |child| Ok::<_, Infallible>(replace(child, group, referred));
            let Ok(node) = node.map_children(replaced);
            node
        }
    }
}
