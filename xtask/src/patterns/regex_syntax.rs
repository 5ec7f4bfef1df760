//! Patterns in the syntax of the crate `regex`.

use std::fmt::Write as _;

use glue_pattern::ClassSet;
use glue_pattern::syntax::ast::{Node, Preference, Repeat};

/// The pattern, matched from end to end; `None` if `regex` cannot express it.
pub(super) fn of(root: &Node) -> Option<String> {
    let mut text = String::from(r"\A(?:");
    write(root, &mut text)?;
    text.push_str(r")\z");
    Some(text)
}

fn write(node: &Node, text: &mut String) -> Option<()> {
    match node {
        Node::Empty => text.push_str("(?:)"),
        Node::Class(set) => class(set, text),
        Node::Concat(parts) => parts.iter().try_for_each(|part| write(part, text))?,
        Node::Alternate(branches) => {
            text.push_str("(?:");
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    text.push('|');
                }
                write(branch, text)?;
            }
            text.push(')');
        }
        Node::Repeat(repeat) => repetition(repeat, text)?,
        Node::Group(_, body) => {
            text.push_str("(?:");
            write(body, text)?;
            text.push(')');
        }
        Node::Start => text.push_str(r"\A"),
        Node::End => text.push_str(r"\z"),
        Node::Atomic(_) | Node::Look(_) | Node::BackReference(..) => return None,
    }
    Some(())
}

fn class(set: &ClassSet, text: &mut String) {
    if set.is_empty() {
        text.push_str(r"[^\x{0}-\x{10FFFF}]");
        return;
    }
    text.push('[');
    for (first, last) in set.ranges() {
        // Writing to a String cannot fail.
        let _ = write!(text, r"\x{{{:x}}}-\x{{{:x}}}", u32::from(*first), u32::from(*last));
    }
    text.push(']');
}

fn repetition(repeat: &Repeat, text: &mut String) -> Option<()> {
    if repeat.preference == Preference::Possessive {
        return None;
    }
    text.push_str("(?:");
    write(&repeat.body, text)?;
    text.push(')');
    let _ = match (repeat.min, repeat.max) {
        (0, None) => write!(text, "*"),
        (1, None) => write!(text, "+"),
        (0, Some(1)) => write!(text, "?"),
        (min, None) => write!(text, "{{{min},}}"),
        (min, Some(max)) => write!(text, "{{{min},{max}}}"),
    };
    Some(())
}
