//! A shortest text that one pattern matches and another one does not.

use std::collections::HashSet;

use crate::anchoring::Anchoring;
use crate::automaton::graph::{DEAD, Graph, StateId};
use crate::budget::Budget;
use crate::compare::class_of;
use crate::limits::Limits;
use crate::minimal::minimal;
use crate::program::Reason;
use crate::readable::READABLE;
use crate::syntax::Syntax;

/// Returns a shortest text that `one` matches and `other` does not, of `shortest` to `longest`
/// characters; `None` if there is no such text. The first pattern is included in the second one if
/// and only if there is no such text of any length.
///
/// ```
/// use glue_pattern::{Anchoring, Limits, difference, parse};
///
/// let (old, new) = (parse("[a-z]+")?, parse("[a-z][a-z-]*")?);
/// let (old, new) = ((&old, Anchoring::Whole), (&new, Anchoring::Whole));
/// let any_length = (0, None);
/// let limits = Limits::default();
/// assert_eq!(difference(old, new, any_length, &limits), Ok(None));
/// assert_eq!(difference(new, old, any_length, &limits), Ok(Some("a-".to_owned())));
/// assert_eq!(difference(new, old, (4, Some(9)), &limits), Ok(Some("aaa-".to_owned())));
/// # Ok::<(), glue_pattern::SyntaxError>(())
/// ```
///
/// # Errors
///
/// The reason why this cannot be decided: one of the patterns has no automaton, or none within the
/// limits, or their comparison takes more work than the limits allow.
pub fn difference(
    one: (&Syntax, Anchoring),
    other: (&Syntax, Anchoring),
    (shortest, longest): (u64, Option<u64>),
    limits: &Limits,
) -> Result<Option<String>, Reason> {
    let budget = || Budget::new(limits);
    let (one, other) = (minimal(one, &mut budget())?, minimal(other, &mut budget())?);
    let search = Search { characters: class_pairs(&one, &other), one, other };
    search.run(shortest, longest, &mut Budget::new(limits))
}

/// A state of each automaton, after the same text.
type Pair = (StateId, StateId);

/// A pair of states and how it is reached: the place of the previous step, and the last character.
struct Step {
    pair: Pair,
    before: Option<(usize, char)>,
}

/// Two automata that are followed in parallel.
struct Search {
    one: Graph,
    other: Graph,
    /// A character for each pair of classes that a character can have in the two.
    characters: Vec<(u16, u16, char)>,
}

impl Search {
    /// Follows all texts in order of length.
    ///
    /// Below the minimum length, a pair of states is visited once for each length. From then on it
    /// is visited only once, because a later visit leads to nothing new.
    fn run(
        &self,
        shortest: u64,
        longest: Option<u64>,
        budget: &mut Budget,
    ) -> Result<Option<String>, Reason> {
        let mut steps = vec![Step { pair: (self.one.start, self.other.start), before: None }];
        let mut layer = 0..1;
        let mut length = 0;
        let mut seen = HashSet::from([steps[0].pair]);
        while !layer.is_empty() && longest.is_none_or(|longest| length <= longest) {
            if length >= shortest {
                let found = layer.clone().find(|&place| self.is_witness(steps[place].pair));
                if let Some(place) = found {
                    return Ok(Some(text(&steps, place)));
                }
            } else {
                seen.clear();
            }
            for place in layer.clone() {
                budget.charge(self.characters.len())?;
                self.follow(place, &mut seen, &mut steps);
            }
            layer = layer.end..steps.len();
            length += 1;
        }
        Ok(None)
    }

    fn is_witness(&self, (one, other): Pair) -> bool {
        self.one.accepting[one as usize] && !self.other.accepting[other as usize]
    }

    /// Adds the pairs after one more character that have not been seen.
    fn follow(&self, place: usize, seen: &mut HashSet<Pair>, steps: &mut Vec<Step>) {
        let (one, other) = steps[place].pair;
        let (one, other) = (self.one.row(one), self.other.row(other));
        for &(one_class, other_class, character) in &self.characters {
            let pair = (one[usize::from(one_class)], other[usize::from(other_class)]);
            if pair.0 != DEAD && seen.insert(pair) {
                steps.push(Step { pair, before: Some((place, character)) });
            }
        }
    }
}

/// The text that leads to a step.
fn text(steps: &[Step], mut place: usize) -> String {
    let mut characters = Vec::new();
    while let Some((before, character)) = steps[place].before {
        characters.push(character);
        place = before;
    }
    characters.iter().rev().collect()
}

/// The most readable character of each pair of classes that a character can have in two automata.
fn class_pairs(one: &Graph, other: &Graph) -> Vec<(u16, u16, char)> {
    let starts = one.alphabet.ranges.iter().chain(&other.alphabet.ranges);
    let characters = READABLE.chars().chain(starts.map(|&(start, _)| start));
    let mut seen = HashSet::new();
    characters
        .map(|character| (class_of(one, character), class_of(other, character), character))
        .filter(|&(one, other, _)| seen.insert((one, other)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(
        one: &str,
        other: &str,
        lengths: (u64, Option<u64>),
    ) -> Result<Option<String>, Reason> {
        let (one, other) = (crate::parse(one).unwrap(), crate::parse(other).unwrap());
        let whole = Anchoring::Whole;
        difference((&one, whole), (&other, whole), lengths, &Limits::default())
    }

    #[test]
    fn the_shortest_text_is_found() {
        for (one, other, expected) in [
            ("[a-z]*", "[a-z]+", Some("")),
            ("[a-z]+", "[a-z]*", None),
            ("[a-z0-9]+", "[a-z]+", Some("0")),
            ("[\\w.-]{3,}", "[\\w-]{2,9}", Some("aa.")),
            ("a{1,3}", "a{1,2}|a{4}", Some("aaa")),
            ("(?!aws:).*", "(?!aws).*", Some("aws")),
            ("[\\s\\S]*", ".*", Some("\n")),
            ("[^a-zA-Z]", "[^a-z\\x{1F600}]", Some("😀")),
            ("(?!)", "a", None),
        ] {
            let expected = Ok(expected.map(str::to_owned));
            assert_eq!(whole(one, other, (0, None)), expected, "{one} without {other}");
        }
    }

    #[test]
    fn lengths_are_kept() {
        let found = |lengths| whole("[a-z-]*", "-?[a-z]*", lengths).unwrap();
        assert_eq!(found((0, None)).as_deref(), Some("a-"));
        assert_eq!(found((2, Some(2))).as_deref(), Some("a-"));
        assert_eq!(found((0, Some(1))), None);
        assert_eq!(found((5, Some(5))).as_deref(), Some("aaaa-"));
        assert_eq!(found((5, Some(4))), None);
        // Only one length differs.
        let even = |lengths| whole("(?:aa)*", "(?:a{4})*", lengths).unwrap();
        assert_eq!(even((0, None)).as_deref(), Some("aa"));
        assert_eq!(even((3, None)).as_deref(), Some("aaaaaa"));
        assert_eq!(even((7, Some(9))), None);
        assert_eq!(even((2000, None)), Some("a".repeat(2002)));
    }

    #[test]
    fn anchors_count() {
        let (one, other) = (crate::parse("a|b").unwrap(), crate::parse("^a|b$").unwrap());
        let (one, other) = ((&one, Anchoring::Whole), (&other, Anchoring::Search));
        let limits = Limits::default();
        assert_eq!(difference(one, other, (0, None), &limits), Ok(None));
        assert_eq!(difference(other, one, (0, None), &limits), Ok(Some("aa".to_owned())));
    }

    #[test]
    fn what_has_no_automaton_or_takes_too_long_cannot_be_told() {
        assert_eq!(whole("([a-z]+)\\1", "a", (0, None)), Err(Reason::BackReference));
        // Two automata of some hundred states each whose lengths meet after their product.
        let (one, other) = ("(?:a{499})*", "(?:a{503})*a{1,502}");
        assert_eq!(whole(one, other, (1, None)).unwrap().map(|text| text.len()), Some(499 * 503));
        let limits = Limits { work: 100_000, ..Limits::default() };
        let (one, other) = (crate::parse(one).unwrap(), crate::parse(other).unwrap());
        let (one, other) = ((&one, Anchoring::Whole), (&other, Anchoring::Whole));
        assert_eq!(difference(one, other, (1, None), &limits), Err(Reason::Work));
        // A least length that is never reached ends as well.
        assert_eq!(difference(one, other, (u64::MAX, None), &limits), Err(Reason::Work));
    }
}
