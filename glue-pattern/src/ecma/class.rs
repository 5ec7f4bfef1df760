//! Sets of characters as classes of ECMAScript.

use std::fmt::Write;
use std::sync::LazyLock;

use crate::class_set::ClassSet;
use crate::unicode::{Property, property};

/// Matches any character.
const ANY: &str = "[\\s\\S]";
/// Matches nothing.
const NOTHING: &str = "[^\\s\\S]";

/// The categories of Unicode, those that hold others first.
const CATEGORIES: [&str; 36] = [
    "L", "M", "N", "P", "S", "Z", "C", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl",
    "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc",
    "Cf", "Co", "Cn",
];

static SETS: LazyLock<Vec<(&str, ClassSet)>> =
    LazyLock::new(|| CATEGORIES.iter().map(|name| (*name, category(name))).collect());

fn category(name: &str) -> ClassSet {
    match property(name, false, false) {
        Property::Set(set) => set,
        Property::Unsupported | Property::Unknown => ClassSet::empty(),
    }
}

/// How many ranges a class has before categories are looked for.
const MANY: usize = 24;

/// A class that holds these characters.
pub(super) fn class(set: &ClassSet) -> String {
    if set.is_empty() {
        return NOTHING.to_owned();
    }
    if set.is_any() {
        return ANY.to_owned();
    }
    if let Some(c) = set.only() {
        return character(c);
    }
    let has_many = set.ranges().len() >= MANY;
    if let Some((name, _)) = SETS.iter().find(|(_, category)| has_many && category == set) {
        return format!("\\p{{{name}}}");
    }
    let plain = items(set);
    let negated = items(&set.complement());
    match negated.len() < plain.len() {
        true => format!("[^{negated}]"),
        false => format!("[{plain}]"),
    }
}

/// The content of a class.
fn items(set: &ClassSet) -> String {
    let plain = ranges(set);
    if set.ranges().len() < MANY {
        return plain;
    }
    let mut named = String::new();
    let mut rest = set.clone();
    for (name, category) in SETS.iter() {
        // The whole of it, and not only what is left, for categories hold each other.
        if !category.is_disjoint(&rest) && category.difference(set).is_empty() {
            let _ = write!(named, "\\p{{{name}}}");
            rest = rest.difference(category);
        }
    }
    named.push_str(&ranges(&rest));
    if named.len() < plain.len() { named } else { plain }
}

fn ranges(set: &ClassSet) -> String {
    let mut text = String::new();
    for &(first, last) in set.ranges() {
        push(&mut text, first, "\\]^[-");
        // Two neighbors need no hyphen between them.
        if u32::from(last) > u32::from(first) + 1 {
            text.push('-');
        }
        if first != last {
            push(&mut text, last, "\\]^[-");
        }
    }
    text
}

/// A character outside of a class.
pub(super) fn character(c: char) -> String {
    let mut text = String::new();
    push(&mut text, c, "^$\\.*+?()[]{}|");
    text
}

/// Writes a character: a special one with a backslash, and one that is no visible ASCII by its
/// number.
fn push(text: &mut String, c: char, special: &str) {
    let _ = match c {
        '\n' => write!(text, "\\n"),
        '\r' => write!(text, "\\r"),
        '\t' => write!(text, "\\t"),
        ' '..='~' if special.contains(c) => write!(text, "\\{c}"),
        ' '..='~' => write!(text, "{c}"),
        '\0'..='\u{FFFF}' => write!(text, "\\u{:04x}", u32::from(c)),
        _ => write!(text, "\\u{{{:x}}}", u32::from(c)),
    };
}
