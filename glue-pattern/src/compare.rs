//! Whether two patterns mean the same.

use std::collections::HashMap;

use crate::anchoring::Anchoring;
use crate::automaton::graph::{Graph, StateId};
use crate::budget::Budget;
use crate::limits::Limits;
use crate::minimal::minimal;
use crate::program::Reason;
use crate::sorted::sorted;
use crate::syntax::Syntax;

/// Returns whether two patterns match the same texts, however they are written and anchored.
///
/// ```
/// use glue_pattern::{Anchoring, Limits, is_equivalent, parse};
///
/// let botocore = (&parse("[a-z]+")?, Anchoring::Whole);
/// let smithy = (&parse("^[a-z][a-z]*$")?, Anchoring::Search);
/// assert_eq!(is_equivalent(botocore, smithy, &Limits::default()), Ok(true));
/// assert_eq!(is_equivalent(botocore, (smithy.0, Anchoring::Whole), &Limits::default()), Ok(true));
/// assert_eq!(is_equivalent(botocore, (botocore.0, Anchoring::Search), &Limits::default()), Ok(false));
/// # Ok::<(), glue_pattern::SyntaxError>(())
/// ```
///
/// # Errors
///
/// The reason why this cannot be decided: one of the patterns has no automaton, or none within the
/// limits.
pub fn is_equivalent(
    one: (&Syntax, Anchoring),
    other: (&Syntax, Anchoring),
    limits: &Limits,
) -> Result<bool, Reason> {
    let budget = || Budget::new(limits);
    Ok(are_alike(&minimal(one, &mut budget())?, &minimal(other, &mut budget())?))
}

/// Whether two minimal automata are the same except for the numbers of states and classes. Only
/// then do they accept the same texts.
fn are_alike(one: &Graph, other: &Graph) -> bool {
    let classes = class_pairs(one, other);
    let mut counterparts: HashMap<StateId, StateId> = HashMap::from([(one.start, other.start)]);
    let mut open = vec![(one.start, other.start)];
    while let Some((left, right)) = open.pop() {
        if one.accepting[left as usize] != other.accepting[right as usize] {
            return false;
        }
        let (left, right) = (one.row(left), other.row(right));
        for &(one_class, other_class) in &classes {
            let next = (left[usize::from(one_class)], right[usize::from(other_class)]);
            match counterparts.insert(next.0, next.1) {
                None => open.push(next),
                Some(counterpart) if counterpart == next.1 => {}
                Some(_) => return false,
            }
        }
    }
    true
}

/// The classes that a character may have in each of two automata.
fn class_pairs(one: &Graph, other: &Graph) -> Vec<(u16, u16)> {
    let starts = one.alphabet.ranges.iter().chain(&other.alphabet.ranges);
    let pairs: Vec<(u16, u16)> =
        starts.map(|&(start, _)| (class_of(one, start), class_of(other, start))).collect();
    let mut pairs = sorted(pairs);
    pairs.dedup();
    pairs
}

/// The class of a character.
pub(crate) fn class_of(graph: &Graph, character: char) -> u16 {
    let ranges = &graph.alphabet.ranges;
    let after = ranges.partition_point(|&(start, _)| start <= character);
    after.checked_sub(1).map_or(0, |place| ranges[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: (&str, Anchoring), other: (&str, Anchoring)) -> Result<bool, Reason> {
        let (left, right) = (crate::parse(one.0).unwrap(), crate::parse(other.0).unwrap());
        let limits = Limits::default();
        let there = is_equivalent((&left, one.1), (&right, other.1), &limits);
        assert_eq!(is_equivalent((&right, other.1), (&left, one.1), &limits), there);
        there
    }

    #[test]
    fn spellings_do_not_matter() {
        for (one, other) in [
            ("[a-z]+", "^([a-z])+$"),
            ("a|b|cd", "(?:cd|[ab])"),
            ("[\\w-]{1,3}", "[a-zA-Z0-9_-]([\\w\\-]{0,2})"),
            ("(?!aws:).*", "(?!aws:)(?:.*)"),
            ("[\\s\\S]*", "(?s).*"),
            ("x[\\u00e9]", "x\u{e9}"),
            ("[a&&b]", "(?!)"),
        ] {
            assert_eq!(same((one, Anchoring::Whole), (other, Anchoring::Whole)), Ok(true), "{one}");
        }
    }

    #[test]
    fn anchors_stand_in_for_matching_the_whole() {
        assert_eq!(same(("a|b", Anchoring::Whole), ("^(a|b)$", Anchoring::Search)), Ok(true));
        assert_eq!(same(("a|b", Anchoring::Whole), ("^a|b$", Anchoring::Search)), Ok(false));
        assert_eq!(
            same(("[\\s\\S]*\\S[\\s\\S]*", Anchoring::Whole), ("\\S", Anchoring::Search)),
            Ok(true)
        );
        // `.` does not match line breaks.
        assert_eq!(same((".*\\S.*", Anchoring::Whole), ("\\S", Anchoring::Search)), Ok(false));
    }

    #[test]
    fn any_difference_is_found() {
        for (one, other) in [
            ("[a-z]+", "[a-z]*"),
            ("[a-z]{1,300}", "[a-z]{1,301}"),
            ("[a-z]", "[a-z\u{10ffff}]"),
            ("(?:ab)*", "(?:ab|ba)*"),
            ("", "(?!)"),
        ] {
            assert_eq!(
                same((one, Anchoring::Whole), (other, Anchoring::Whole)),
                Ok(false),
                "{one}"
            );
        }
    }

    #[test]
    fn what_has_no_automaton_cannot_be_told() {
        let pattern = ("([a-z]+)\\1", Anchoring::Whole);
        assert_eq!(same(pattern, pattern), Err(Reason::BackReference));
        let pattern = ("(?:a|bb)*a(?:a|bb){20}", Anchoring::Whole);
        assert!(same(pattern, pattern).is_err());
    }
}
