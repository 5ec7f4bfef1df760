//! Texts to try a pattern with: matches, near misses, and others.

use super::random::Random;
use glue_pattern::ClassSet;
use glue_pattern::syntax::ast::{Node, Preference};
use std::collections::BTreeMap;

/// Characters that implementations disagree about.
const ODD: &[char] = &[
    '\0',
    '\t',
    '\n',
    '\u{B}',
    '\u{C}',
    '\r',
    '\u{1B}',
    '\u{1F}',
    ' ',
    '-',
    '^',
    '&',
    '[',
    ']',
    '\u{7F}',
    '\u{80}',
    '\u{85}',
    '\u{A0}',
    '\u{AD}',
    '\u{B5}',
    '\u{DF}',
    '\u{E9}',
    '\u{FF}',
    '\u{100}',
    '\u{130}',
    '\u{131}',
    '\u{17F}',
    '\u{301}',
    '\u{345}',
    '\u{3C3}',
    '\u{660}',
    '\u{1680}',
    '\u{180E}',
    '\u{2000}',
    '\u{200B}',
    '\u{200D}',
    '\u{2028}',
    '\u{2029}',
    '\u{202F}',
    '\u{212A}',
    '\u{3000}',
    '\u{D7FF}',
    '\u{E000}',
    '\u{FEFF}',
    '\u{FFFC}',
    '\u{FFFD}',
    '\u{FFFE}',
    '\u{FFFF}',
    '\u{10000}',
    '\u{1D400}',
    '\u{1F600}',
    '\u{20000}',
    '\u{E0001}',
    '\u{F0000}',
    '\u{10FFFD}',
    '\u{10FFFF}',
];

/// At least `count` texts for a pattern.
pub fn texts(root: &Node, count: usize, random: &mut Random) -> Vec<String> {
    let mut interesting = ODD.to_vec();
    boundaries(root, &mut interesting);
    let mut texts: Vec<String> = ["", "a", "\n", "-", "0", "A b"].map(str::to_owned).to_vec();
    let mut matches: Vec<String> = Vec::new();
    while texts.len() < count {
        let mut walk = Walk { random, groups: BTreeMap::new(), text: String::new(), budget: 1000 };
        walk.node(root);
        let text = walk.text;
        for _ in 0..3 {
            texts.push(mutated(&text, &interesting, random));
        }
        texts.push(format!("{text}\n"));
        if let Some(other) = matches.last() {
            texts.push(format!("{other}{text}"));
        }
        let odd = (0..random.below(6)).map(|_| *random.pick(&interesting));
        texts.push(odd.collect());
        texts.push(text.clone());
        matches.push(text);
    }
    texts
}

/// The characters at and beside the ends of the ranges in a pattern.
fn boundaries(node: &Node, characters: &mut Vec<char>) {
    match node {
        Node::Class(set) => {
            for &(first, last) in set.ranges().iter().take(40) {
                let codes = [first as u32, last as u32];
                let around = codes.iter().flat_map(|&c| [c.wrapping_sub(1), c, c + 1]);
                characters.extend(around.filter_map(char::from_u32));
            }
        }
        Node::Concat(nodes) | Node::Alternate(nodes) => {
            nodes.iter().for_each(|node| boundaries(node, characters));
        }
        Node::Repeat(repeat) => boundaries(&repeat.body, characters),
        Node::Group(_, body) | Node::Atomic(body) => boundaries(body, characters),
        Node::Look(look) => boundaries(&look.body, characters),
        _ => {}
    }
}

/// Changes a text in one or two places.
fn mutated(text: &str, interesting: &[char], random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(2) {
        let place = random.below(characters.len() + 1);
        let existing = place < characters.len();
        match random.below(7) {
            0 if existing => drop(characters.remove(place)),
            1 if existing => characters[place] = *random.pick(interesting),
            2 if existing => characters.insert(place, characters[place]),
            3 if existing => {
                let c = characters[place];
                let other = if c.is_ascii_lowercase() {
                    c.to_ascii_uppercase()
                } else {
                    c.to_ascii_lowercase()
                };
                characters[place] = other;
            }
            4 if existing => characters.truncate(place),
            5 if existing => {
                let other = random.below(characters.len());
                characters.swap(place, other);
            }
            _ => characters.insert(place, *random.pick(interesting)),
        }
    }
    characters.into_iter().collect()
}

/// A random walk through a pattern.
struct Walk<'a> {
    random: &'a mut Random,
    groups: BTreeMap<u32, String>,
    text: String,
    /// How many more nodes may be visited; then repetitions stop as soon as they may.
    budget: usize,
}

impl Walk<'_> {
    fn node(&mut self, node: &Node) {
        self.budget = self.budget.saturating_sub(1);
        match node {
            Node::Empty | Node::Start | Node::End => {}
            Node::Class(set) => self.character(set),
            Node::Concat(parts) => parts.iter().for_each(|part| self.node(part)),
            Node::Alternate(branches) => {
                let branch = self.random.below(branches.len());
                self.node(&branches[branch]);
            }
            Node::Repeat(repeat) => {
                let max = repeat.max.unwrap_or(u32::MAX);
                let count = self.count(repeat.min, max, repeat.preference);
                for _ in 0..count {
                    self.node(&repeat.body);
                }
            }
            Node::Group(number, body) => {
                let start = self.text.len();
                self.node(body);
                self.groups.insert(*number, self.text[start..].to_owned());
            }
            Node::Atomic(body) => self.node(body),
            // Sometimes what is looked for is there.
            Node::Look(look) => {
                if self.random.one_in(8) {
                    self.node(&look.body);
                }
            }
            Node::BackReference(number, _) => {
                let group = self.groups.get(number).cloned().unwrap_or_default();
                self.text.push_str(&group);
            }
        }
    }

    fn count(&mut self, min: u32, max: u32, preference: Preference) -> u32 {
        let max = max.min(min.saturating_add(self.budget as u32));
        let some = self.random.below(5) as u32;
        let count = match self.random.below(10) {
            0..=2 => min,
            3..=6 => min.saturating_add(some).min(max),
            7 => max,
            8 => max.saturating_add(1),
            _ => min.saturating_sub(1),
        };
        // A possessive repetition takes all it can, so little is more likely to match.
        match preference {
            _ if self.budget == 0 => min.min(1),
            Preference::Possessive => count.min(min.saturating_add(2)),
            _ => count.min(3000),
        }
    }

    fn character(&mut self, set: &ClassSet) {
        let ranges = set.ranges();
        if ranges.is_empty() {
            return;
        }
        let ascii = ranges.partition_point(|&(first, _)| first.is_ascii());
        let count = match ascii {
            0 => ranges.len(),
            ascii if self.random.one_in(6) => ascii.max(ranges.len()),
            ascii => ascii,
        };
        let (first, last) = ranges[self.random.below(count)];
        let last = match last.is_ascii() || self.random.one_in(8) || !first.is_ascii() {
            true => last,
            false => '\u{7F}',
        };
        let c = match self.random.below(8) {
            0 => first,
            1 => last,
            _ => {
                let span = last as usize - first as usize + 1;
                let code = first as u32 + self.random.below(span) as u32;
                char::from_u32(code).unwrap_or(first)
            }
        };
        self.text.push(c);
    }
}

/// What random patterns are made of.
const PIECES: &[&str] = &[
    "a",
    "b",
    "ab",
    "A",
    "0",
    "_",
    "-",
    " ",
    ",",
    "é",
    "\u{1F600}",
    "]",
    "}",
    "&",
    ":",
    "#",
    "\n",
    ".",
    "^",
    "$",
    "|",
    "|",
    "(",
    "(",
    ")",
    ")",
    ")",
    "(?:",
    "(?=",
    "(?!",
    "(?<=",
    "(?<!",
    "(?>",
    "(?i)",
    "(?s)",
    "(?m)",
    "(?d)",
    "(?x)",
    "(?iu)",
    "(?-i)",
    "(?i:",
    "(?-s:",
    "(?<n>",
    "*",
    "+",
    "?",
    "*",
    "+",
    "?",
    "*?",
    "+?",
    "??",
    "++",
    "?+",
    "{2}",
    "{0,2}",
    "{1,}",
    "{2}?",
    "{1,2}+",
    "{,2}",
    "{",
    "{1",
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\h",
    "\\v",
    "\\H",
    "\\V",
    "\\R",
    "\\b",
    "\\B",
    "\\A",
    "\\z",
    "\\Z",
    "\\G",
    "\\.",
    "\\-",
    "\\_",
    "\\n",
    "\\t",
    "\\x41",
    "\\x{1F600}",
    "\\u0061",
    "\\uD83D\\uDE00",
    "\\uD800",
    "\\0101",
    "\\07",
    "\\08",
    "\\cA",
    "\\e",
    "\\1",
    "\\2",
    "\\k<n>",
    "\\Q",
    "\\E",
    "\\Qa*\\E",
    "\\p{L}",
    "\\pL",
    "\\P{Lu}",
    "\\p{Alpha}",
    "\\p{IsLetter}",
    "\\p{Lower}",
    "\\p{Nope}",
    "\\y",
    "\\",
    "[ab]",
    "[^a]",
    "[a-z]",
    "[^\\w-]",
    "[\\d_-]",
];

/// A pattern put together at random. Many are refused.
pub fn random_pattern(random: &mut Random) -> String {
    let mut pattern = String::new();
    let mut open = 0;
    for _ in 0..=random.below(9) {
        let piece =
            if random.one_in(8) { random_class(random) } else { (*random.pick(PIECES)).to_owned() };
        if piece.starts_with('(') && !piece.ends_with(')') {
            open += 1;
        }
        if piece == ")" {
            // Most of the time, close only what is open.
            if open == 0 && !random.one_in(10) {
                continue;
            }
            open -= 1;
        }
        pattern.push_str(&piece);
    }
    for _ in 0..open {
        pattern.push_str(if random.one_in(4) { "x)" } else { ")" });
    }
    pattern
}

/// What random classes are made of.
const CLASS_PIECES: &[&str] = &[
    "a",
    "b",
    "c",
    "z",
    "A",
    "Z",
    "0",
    "9",
    "é",
    "ÿ",
    "\u{100}",
    "\u{17F}",
    "\u{1F600}",
    "^",
    "^",
    "-",
    "-",
    "-",
    "&",
    "&&",
    "&&",
    "&&",
    "[",
    "[",
    "]",
    "]",
    "[^",
    " ",
    "#",
    ",",
    "{",
    "}",
    "(",
    ")",
    "|",
    ".",
    "$",
    "*",
    "a-z",
    "A-Z",
    "0-9",
    "b-d",
    "+-/",
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\h",
    "\\v",
    "\\-",
    "\\]",
    "\\[",
    "\\^",
    "\\&",
    "\\x41",
    "\\u0061",
    "\\uD83D\\uDE00",
    "\\uD800",
    "\\uDFFF",
    "\\uD800-\\uDFFF",
    "\\uD800\\uDC00-\\uDBFF\\uDFFF",
    "\\x{61}-\\x{63}",
    "\\p{Lu}",
    "\\P{L}",
    "\\pN",
    "\\Q]\\E",
    "\\Qa-c\\E",
    "\\0101",
    "\\cA",
    "\\t",
    "\\n",
    "\\b",
    "\\1",
];

/// A class put together at random, with flags now and then.
pub fn random_class(random: &mut Random) -> String {
    const FLAGS: &[&str] = &["", "", "", "", "(?i)", "(?iu)", "(?x)"];
    let mut class = (*random.pick(FLAGS)).to_owned();
    class.push_str(if random.one_in(3) { "[^" } else { "[" });
    let mut open = 1;
    for _ in 0..=random.below(8) {
        let piece = *random.pick(CLASS_PIECES);
        match piece {
            "[" | "[^" => open += 1,
            "]" if open == 1 && !random.one_in(6) => continue,
            "]" => open -= 1,
            _ => {}
        }
        class.push_str(piece);
    }
    for _ in 0..open {
        class.push(']');
    }
    class
}

/// A well-formed pattern over a few letters, with all that changes how matching goes.
pub fn random_structure(depth: usize, random: &mut Random) -> String {
    const LEAVES: &[&str] = &[
        "a", "b", "c", "-", ".", "[ab]", "[^a]", "\\w", "ab", "a-b", "^", "$", "\\b", "\\B", "\\1",
    ];
    if depth == 0 || random.one_in(5) {
        return (*random.pick(LEAVES)).to_owned();
    }
    let mut inner = || random_structure(depth - 1, random);
    let (first, second) = (inner(), inner());
    let quantifier =
        *random.pick(&["*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,}", "*?", "??", "{1,2}?", "+?"]);
    let possessive = *random.pick(&["*+", "++", "?+", "{1,2}+"]);
    match random.below(22) {
        0..=4 => format!("{first}{second}"),
        5..=7 => format!("({first}|{second})"),
        8 => format!("(?:{first}|{second}|)"),
        9..=12 => format!("(?:{first}){quantifier}{second}"),
        13 => format!("({first}){quantifier}"),
        14 => format!("(?={first}){second}"),
        15 => format!("(?!{first}){second}"),
        16 => format!("{second}(?<={first})"),
        17 => format!("{second}(?<!{first})"),
        18 => format!("(?>{first}){second}"),
        19 => format!("(?:{first}){possessive}{second}"),
        20 => format!("(?:{first}(?!{second}))*"),
        _ => format!("({first})\\1{second}"),
    }
}

/// All texts over some letters up to a length.
pub fn all_texts(letters: &[char], length: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut from = 0;
    for _ in 0..length {
        let to = texts.len();
        for index in from..to {
            for &letter in letters {
                texts.push(format!("{}{letter}", texts[index]));
            }
        }
        from = to;
    }
    texts
}
