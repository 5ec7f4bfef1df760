//! Texts that match and texts that do not, as examples for people.

use super::step::all_runs;
use super::{Dfa, Program, Run, Step};
use crate::class_set::ClassSet;
use crate::sorted::sorted;
use crate::unicode::is_letter_or_number;

/// The lengths that are tried if a text has to match several programs at once.
const LENGTHS: [usize; 22] =
    [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 32, 40, 48, 64, 80, 100, 128, 256];

/// The maximum number of characters in a text.
const MOST_CHARACTERS: u32 = 32_768;

/// Texts that many patterns refuse.
const UNLIKELY: [&str; 14] =
    ["", " ", "a", "0", "-", "!", "A", "\n", "\u{E9}", "\u{0}", "aws:", "a b", "--", "a\nb"];

impl Program {
    /// Returns a text that matches, short and printable where possible, and not empty unless there
    /// is no other. `None` means that none was found, not that none exists.
    pub fn example(&self) -> Option<String> {
        let text = match self {
            Self::Everything => Some("a".to_owned()),
            Self::Nothing | Self::Unchecked(_) => None,
            Self::Literals(literals) => {
                let mut literals = literals.iter().rev();
                let last = literals.clone().next();
                literals.rfind(|literal| !literal.is_empty()).or(last).cloned()
            }
            Self::Runs(runs) => run_text(runs),
            Self::Steps(steps) => step_text(steps, &mut 0),
            Self::Between { before, inner, after } => {
                Some(run_text(before)? + &inner.example()? + &run_text(after)?)
            }
            Self::Dfa(dfa) => dfa.example(),
            Self::Then { head, tail, .. } => Some(head.example()? + &tail.example()?),
            Self::Times { unit, min, max } => {
                let count = (*min).max(1).min(max.unwrap_or(u32::MAX));
                let count = usize::try_from(count.min(MOST_CHARACTERS)).ok()?;
                Some(unit.example()?.repeat(count))
            }
            Self::All(programs) => {
                let first = programs.iter().filter_map(Self::example);
                let longer = LENGTHS.iter().flat_map(|&length| {
                    programs.iter().filter_map(move |program| program.of_length(length))
                });
                first.chain(longer).find(|text| self.is_match(text))
            }
            Self::Any(programs) => {
                let mut examples = programs.iter().filter_map(Self::example);
                let first = examples.next();
                match first {
                    Some(first) if first.is_empty() => {
                        examples.find(|text| !text.is_empty()).or(Some(first))
                    }
                    first => first,
                }
            }
            Self::Not(program) => program.counterexample(),
        };
        text.filter(|text| self.is_match(text))
    }

    /// Returns a text that does not match, short where possible. `None` means that none was found,
    /// not that none exists.
    pub fn counterexample(&self) -> Option<String> {
        if let Self::Everything | Self::Unchecked(_) = self {
            return None;
        }
        if let Self::Not(program) = self {
            return program.example();
        }
        let altered = self.example().into_iter().flat_map(|text| {
            let mut shorter = text.clone();
            shorter.pop();
            let broken = format!("{text}\n");
            [format!("{text} "), format!("{text}!"), shorter, broken]
        });
        let refused = self.refused().into_iter();
        let too_long = self.too_long().into_iter();
        let unlikely = UNLIKELY.iter().map(|&text| text.to_owned());
        altered.chain(unlikely).chain(refused).chain(too_long).find(|text| !self.is_match(text))
    }

    /// Texts with a character that is not allowed somewhere, or without one that is required.
    fn refused(&self) -> Vec<String> {
        let outside = |run: &Run| presentable(&run.class.complement()).map(String::from);
        match self {
            Self::Runs(runs) => runs.iter().filter_map(outside).collect(),
            Self::Steps(steps) => {
                let mut runs = Vec::new();
                all_runs(steps, &mut runs);
                runs.into_iter().filter_map(outside).collect()
            }
            Self::Between { before, after, .. } => {
                before.iter().chain(after).filter_map(outside).collect()
            }
            Self::Dfa(dfa) => {
                dfa.shortest(|state| state < dfa.first_accepting()).into_iter().collect()
            }
            Self::All(programs) | Self::Any(programs) => {
                programs.iter().flat_map(Self::refused).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A text with more characters than a bound on the length allows.
    fn too_long(&self) -> Option<String> {
        match self {
            Self::Runs(runs) => {
                let most: Option<u32> = runs.iter().map(|run| run.max).sum();
                let most = most.filter(|&most| most < MOST_CHARACTERS)?;
                Some("a".repeat(most as usize + 1))
            }
            Self::All(programs) => programs.iter().find_map(Self::too_long),
            _ => None,
        }
    }

    /// A text of `length` characters that matches, if it is easy to find.
    fn of_length(&self, length: usize) -> Option<String> {
        match self {
            Self::Dfa(dfa) => dfa.of_length(length),
            Self::Between { before, inner, after } => {
                let (before, after) = (run_text(before)?, run_text(after)?);
                let rest = length.checked_sub(before.chars().count() + after.chars().count())?;
                Some(before + &inner.of_length(rest)? + &after)
            }
            Self::Runs(runs) => {
                let (last, others) = runs.split_last()?;
                let mut text = run_text(others)?;
                let rest = length.checked_sub(text.chars().count())?;
                text.extend(std::iter::repeat_n(presentable(&last.class)?, rest));
                Some(text)
            }
            Self::Steps(steps) => {
                let shortest = step_text(steps, &mut 0)?.chars().count();
                let mut more = u32::try_from(length.checked_sub(shortest)?).ok()?;
                step_text(steps, &mut more).filter(|_| more == 0)
            }
            Self::Then { head, tail, .. } => {
                let head = head.example()?;
                let rest = length.checked_sub(head.chars().count())?;
                Some(head + &tail.of_length(rest)?)
            }
            Self::Any(programs) => programs.iter().find_map(|program| program.of_length(length)),
            _ => None,
        }
    }
}

/// The most presentable character of a set: a letter or digit, if there is one, or else a printable
/// one.
fn presentable(set: &ClassSet) -> Option<char> {
    let preferred = ('a'..='z').chain('0'..='9').chain('A'..='Z').chain('!'..='~');
    let fallback = set.ranges().first().map(|&(first, _)| first);
    let printable = set.ranges().iter().map(|&(first, _)| first);
    let printable = printable.filter(|&c| is_letter_or_number(c));
    preferred
        .filter(|&c| set.contains(c))
        .chain(set.contains(' ').then_some(' '))
        .chain(printable)
        .chain(fallback)
        .next()
}

/// A text with as few characters of each run as allowed, but at least one where possible.
fn run_text(runs: &[Run]) -> Option<String> {
    let mut text = String::new();
    for run in runs {
        let count = run.min.max(1).min(run.max.unwrap_or(u32::MAX));
        if count > MOST_CHARACTERS {
            return None;
        }
        if count > 0 {
            text.extend(std::iter::repeat_n(presentable(&run.class)?, count as usize));
        }
    }
    Some(text)
}

/// Like [`run_text`], with as many of the `more` characters as there is room for.
fn step_text(steps: &[Step], more: &mut u32) -> Option<String> {
    let mut text = String::new();
    for step in steps {
        match step {
            Step::Run(run) => {
                let most = run.max.unwrap_or(u32::MAX);
                let least = run.min.max(1).min(most);
                let extra = (*more).min(most - least);
                *more -= extra;
                let min = least.checked_add(extra)?;
                let run = Run { min, max: run.max, class: run.class.clone() };
                text.push_str(&run_text(&[run])?);
            }
            Step::Repeat { body, min, max } => {
                for _ in 0..(*min).max(1).min(max.unwrap_or(u32::MAX)) {
                    text.push_str(&step_text(body, more)?);
                    if text.len() > MOST_CHARACTERS as usize {
                        return None;
                    }
                }
            }
            Step::Choice { branches, .. } => text.push_str(&step_text(branches.first()?, more)?),
        }
    }
    Some(text)
}

impl Dfa {
    /// The most presentable character of each class.
    fn presentable_characters(&self) -> Vec<char> {
        let mut ranges = vec![Vec::new(); usize::from(self.class_count())];
        for c in '\0'..='\u{7F}' {
            ranges[usize::from(self.class_of(c))].push((c, c));
        }
        let others = self.other_classes();
        let ends = others.iter().skip(1).map(|&(start, _)| start);
        let ends = ends.filter_map(crate::class_set::predecessor);
        for (&(start, class), end) in others.iter().zip(ends.chain([char::MAX])) {
            ranges[usize::from(class)].push((start, end));
        }
        let presentable = |ranges| presentable(&ClassSet::from_ranges(ranges));
        ranges.into_iter().map(|ranges| presentable(ranges).unwrap_or('\0')).collect()
    }

    /// The classes in the order in which they are tried, starting with classes that have letters.
    fn classes_by_preference(&self, characters: &[char]) -> Vec<u8> {
        let ranked = (0_u8..)
            .zip(characters)
            .map(|(class, &c)| ((!c.is_ascii_alphanumeric(), !c.is_ascii_graphic(), c), class));
        sorted(ranked.collect()).into_iter().map(|(_, class)| class).collect()
    }

    /// A shortest text that leads to acceptance, not empty if possible.
    fn example(&self) -> Option<String> {
        let accepts = |state| state >= self.first_accepting();
        self.shortest(accepts).or_else(|| accepts(self.start()).then(String::new))
    }

    /// A shortest nonempty text that leads to a wanted state.
    fn shortest(&self, wanted: impl Fn(u16) -> bool) -> Option<String> {
        let characters = self.presentable_characters();
        let classes = self.classes_by_preference(&characters);
        let mut reached_by: Vec<Option<(u16, u8)>> = vec![None; usize::from(self.state_count())];
        let mut queue = std::collections::VecDeque::from([self.start()]);
        while let Some(state) = queue.pop_front() {
            for &class in &classes {
                let next = self.next_state(state, class);
                if reached_by[usize::from(next)].is_some() {
                    continue;
                }
                reached_by[usize::from(next)] = Some((state, class));
                if wanted(next) {
                    return Some(self.path_to(next, &reached_by, &characters));
                }
                queue.push_back(next);
            }
        }
        None
    }

    fn path_to(&self, end: u16, reached_by: &[Option<(u16, u8)>], characters: &[char]) -> String {
        let mut text = Vec::new();
        let mut state = end;
        while let Some((before, class)) = reached_by[usize::from(state)] {
            text.push(characters[usize::from(class)]);
            state = before;
            if state == self.start() {
                break;
            }
        }
        text.iter().rev().collect()
    }

    /// A text of `length` characters that leads to acceptance.
    fn of_length(&self, length: usize) -> Option<String> {
        let characters = self.presentable_characters();
        let classes = self.classes_by_preference(&characters);
        let states = self.state_count();
        // For each number of characters, the states from which acceptance is reached.
        let accepting = (0..states).map(|state| state >= self.first_accepting());
        let mut ways: Vec<Vec<bool>> = vec![accepting.collect()];
        for rest in 0..length {
            let leads = |state| {
                let mut targets = classes.iter().map(|&class| self.next_state(state, class));
                targets.any(|next| ways[rest][usize::from(next)])
            };
            let row = (0..states).map(leads).collect();
            ways.push(row);
        }
        let mut state = self.start();
        let mut text = String::new();
        for rest in (0..length).rev() {
            let class = classes.iter().copied().find(|&class| {
                let next = self.next_state(state, class);
                ways[rest][usize::from(next)]
            })?;
            text.push(characters[usize::from(class)]);
            state = self.next_state(state, class);
        }
        (state >= self.first_accepting()).then_some(text)
    }
}
