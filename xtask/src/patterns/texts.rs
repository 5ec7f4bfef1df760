//! Random texts, some of which match a pattern.

use fastrand::Rng;
use glue_pattern::ClassSet;
use glue_pattern::syntax::ast::Node;

/// The maximum number of repetitions beyond the required ones.
const MOST_REPETITIONS: u32 = 40;

/// Characters that patterns often allow or forbid.
const ODD: [char; 10] = ['\n', '\0', ' ', 'é', '\u{2028}', '😀', '-', 'a', 'Z', '0'];

/// A text that mostly matches.
pub(super) fn of(root: &Node, rng: &mut Rng) -> String {
    let mut text = String::new();
    append(root, rng, &mut text);
    text
}

fn append(node: &Node, rng: &mut Rng, text: &mut String) {
    match node {
        Node::Class(set) => text.extend(character(set, rng)),
        Node::Concat(parts) => parts.iter().for_each(|part| append(part, rng, text)),
        Node::Alternate(branches) => {
            if let Some(branch) = rng.choice(branches) {
                append(branch, rng, text);
            }
        }
        Node::Repeat(repeat) => {
            let room = repeat.max.map_or(u32::MAX, |max| max.saturating_sub(repeat.min));
            // Texts of a pattern with many repetitions would grow without limit.
            let most = if text.len() > 1000 { 0 } else { room.min(MOST_REPETITIONS) };
            let count = repeat.min.min(1000) + rng.u32(0..=most);
            (0..count).for_each(|_| append(&repeat.body, rng, text));
        }
        Node::Group(_, body) | Node::Atomic(body) => append(body, rng, text),
        // Look-around and back-references are left to chance.
        Node::Empty | Node::Look(_) | Node::Start | Node::End | Node::BackReference(..) => {}
    }
}

/// A character of the set, usually a printable ASCII one if there is any.
fn character(set: &ClassSet, rng: &mut Rng) -> Option<char> {
    for _ in 0..40 {
        let printable = char::from(rng.u8(b' '..=b'~'));
        if set.contains(printable) {
            return Some(printable);
        }
    }
    let (first, last) = *rng.choice(set.ranges())?;
    Some(rng.char(first..=last))
}

/// The text with a random change.
pub(super) fn broken(text: &str, rng: &mut Rng) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let place = rng.usize(0..=characters.len());
    let odd = rng.choice(ODD).unwrap_or_default();
    match rng.u8(0..3) {
        0 if place < characters.len() => drop(characters.remove(place)),
        1 if place < characters.len() => characters[place] = odd,
        _ => characters.insert(place, odd),
    }
    characters.into_iter().collect()
}
