//! The language of a pattern, without details that only a backtracking matcher can see: groups,
//! preferences and spellings are gone, and the rest is in a simple form.

mod anchor;
mod atomic;
mod back_reference;
mod build;
mod context;
mod edge;
mod lower;
mod progress;

pub(crate) use anchor::{anchored, anything_after, anything_before};
pub(crate) use edge::{Edge, MOST_FENCES, edge_of_sequence, sequence_looks_past};
pub(crate) use lower::lower;

use crate::class_set::ClassSet;
use crate::syntax::ast::Direction;

/// A set of strings, each at a place in a text. Look-around can examine the text around it.
///
/// Only built by the functions of this module, which keep it simple: for example, a concatenation
/// contains no concatenation and has at least two parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Expression {
    /// The empty string.
    Empty,
    /// One character. An empty set matches nothing.
    Class(ClassSet),
    /// One part after the other.
    Concat(Vec<Expression>),
    /// Any of the branches.
    Alternate(Vec<Expression>),
    /// The body, `min` to `max` times.
    Repeat(Box<Expression>, u32, Option<u32>),
    /// The empty string, where the body does or does not match after or before this place.
    Look(Look),
    /// The empty string at the start of the text.
    Start,
    /// The empty string at the end of the text.
    End,
}

/// A condition on the text around a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Look {
    pub(crate) direction: LookDirection,
    pub(crate) negative: bool,
    pub(crate) body: Box<Expression>,
}

/// The direction of a [`Look`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LookDirection {
    Ahead,
    Behind,
}

impl From<Direction> for LookDirection {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Ahead => Self::Ahead,
            Direction::Behind => Self::Behind,
        }
    }
}

impl Expression {
    /// Matches no text.
    pub(crate) fn nothing() -> Self {
        Self::Class(ClassSet::empty())
    }

    /// Matches every text.
    pub(crate) fn everything() -> Self {
        Self::Repeat(Box::new(Self::Class(ClassSet::any())), 0, None)
    }

    /// The number of nodes.
    pub(crate) fn size(&self) -> usize {
        1 + match self {
            Self::Empty | Self::Class(_) | Self::Start | Self::End => 0,
            Self::Concat(parts) | Self::Alternate(parts) => parts.iter().map(Self::size).sum(),
            Self::Repeat(body, ..) => body.size(),
            Self::Look(look) => look.body.size(),
        }
    }

    /// The number of ranges of characters in all classes.
    pub(crate) fn ranges(&self) -> usize {
        match self {
            Self::Empty | Self::Start | Self::End => 0,
            Self::Class(set) => set.ranges().len(),
            Self::Concat(parts) | Self::Alternate(parts) => parts.iter().map(Self::ranges).sum(),
            Self::Repeat(body, ..) => body.ranges(),
            Self::Look(look) => look.body.ranges(),
        }
    }

    /// The maximum depth of nested nodes.
    fn depth(&self) -> usize {
        1 + match self {
            Self::Empty | Self::Class(_) | Self::Start | Self::End => 0,
            Self::Concat(parts) | Self::Alternate(parts) => {
                parts.iter().map(Self::depth).max().unwrap_or(0)
            }
            Self::Repeat(body, ..) => body.depth(),
            Self::Look(look) => look.body.depth(),
        }
    }

    /// Whether the text around matters, because there is look-around or an anchor.
    pub(crate) fn looks_around(&self) -> bool {
        match self {
            Self::Look(_) | Self::Start | Self::End => true,
            Self::Concat(parts) | Self::Alternate(parts) => parts.iter().any(Self::looks_around),
            Self::Repeat(body, ..) => body.looks_around(),
            Self::Empty | Self::Class(_) => false,
        }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Class(set) if set.is_empty())
    }

    /// Whether the expression can only match the empty string.
    pub(crate) fn is_zero_width(&self) -> bool {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => true,
            Self::Class(_) => false,
            Self::Concat(parts) | Self::Alternate(parts) => parts.iter().all(Self::is_zero_width),
            Self::Repeat(body, ..) => body.is_zero_width(),
        }
    }

    /// Whether the expression matches the empty string at every place.
    pub(crate) fn is_nullable(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Class(_) | Self::Look(_) | Self::Start | Self::End => false,
            Self::Concat(parts) => parts.iter().all(Self::is_nullable),
            Self::Alternate(branches) => branches.iter().any(Self::is_nullable),
            Self::Repeat(body, min, _) => *min == 0 || body.is_nullable(),
        }
    }

    /// The length in characters that all matching strings share, if they do.
    pub(crate) fn fixed_length(&self) -> Option<u64> {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => Some(0),
            Self::Class(_) => Some(1),
            Self::Concat(parts) => {
                parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(part.fixed_length()?))
            }
            Self::Alternate(branches) => {
                let mut lengths = branches.iter().map(Self::fixed_length);
                let first = lengths.next()??;
                lengths.all(|length| length == Some(first)).then_some(first)
            }
            Self::Repeat(body, min, max) => match body.fixed_length()? {
                0 => Some(0),
                length if *max == Some(*min) => length.checked_mul(u64::from(*min)),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchoring::Anchoring;
    use crate::budget::Budget;
    use crate::limits::Limits;
    use crate::program::Reason;

    fn budget() -> Budget {
        Budget::new(&Limits::default())
    }

    /// The expression of a pattern, anywhere in a text.
    fn expression(pattern: &str) -> Result<Expression, Reason> {
        lower(crate::parse(pattern).unwrap().root(), Anchoring::Whole, &mut budget())
    }

    fn whole(pattern: &str) -> Expression {
        anchored(expression(pattern).unwrap(), Anchoring::Whole, &mut budget()).unwrap()
    }

    fn search(pattern: &str) -> Expression {
        anchored(expression(pattern).unwrap(), Anchoring::Search, &mut budget()).unwrap()
    }

    fn program(pattern: &str) -> Result<crate::Program, Reason> {
        crate::plan::plan(&whole(pattern), &Limits::default(), &mut budget())
    }

    #[test]
    fn simple_forms() {
        for (pattern, simple) in [
            ("(a)(?:b)()", "ab"),
            ("a|b|[c-d]", "[a-d]"),
            ("x|ab|x|ab", "ab|x"),
            ("(a|bc|)", "(?:bc|a)?"),
            ("(a{2}){3}", "a{6}"),
            ("(a{2,3}){2}", "a{4,6}"),
            ("(a?){3,4}", "a{0,4}"),
            ("(a+)*", "a*"),
            ("(a*)+", "a*"),
            ("a{1}", "a"),
            ("(ab?|c*)*", "(ab?|c*){0,}"),
            ("aa?a*", "a{1,}"),
            ("[ab]{2,3}[ab]{0,4}", "[ab]{2,7}"),
            ("x(?=)", "x"),
            ("(?!)|x", "x"),
            ("x*?", "x*"),
            ("(a{3,4}){2,}", "a{6,}"),
            ("(?:(?=a)){3,5}", "(?=a)"),
            ("(?:\\b)*x", "x"),
        ] {
            assert_eq!(expression(pattern), expression(simple), "{pattern}");
        }
        // These counts leave gaps.
        for (pattern, body) in [("(a{2}){0,3}", "a{2}"), ("(a{3,4})+", "a{3,4}")] {
            let Ok(Expression::Repeat(inner, ..)) = expression(pattern) else {
                panic!("{pattern}");
            };
            assert_eq!(*inner, expression(body).unwrap());
        }
        assert!(expression("a(?!)").unwrap().is_nothing());
        assert!(expression("[a&&b]").unwrap().is_nothing());
        assert_eq!(expression("[a&&b]*"), Ok(Expression::Empty));
    }

    #[test]
    fn anchors_that_hold_anyway_are_dropped() {
        assert_eq!(whole("^a$"), whole("a"));
        assert_eq!(whole("^(a|^b$)$"), whole("a|b"));
        assert_eq!(whole("(?!x)^a(?<!y)$"), whole("(?!x)a(?<!y)"));
        assert_eq!(whole("(?=^ab$)\\w*"), whole("(?=ab$)\\w*"));
        assert_eq!(search("^a$"), whole("a"));
        assert_eq!(search("^(a|b)"), whole("(a|b)[\\s\\S]*"));
        assert_eq!(search("a$|b$"), whole("[\\s\\S]*(?:a|b)"));
        assert_ne!(search("^a|b"), whole("(a|b)[\\s\\S]*"));
        assert_ne!(whole("a^b"), whole("ab"));
    }

    #[test]
    fn certain_look_around_is_dropped() {
        assert_eq!(whole("\\b[0-9]\\b-\\b[a-z]+\\b"), whole("[0-9]-[a-z]+"));
        assert_eq!(whole("a(?=b)b"), whole("ab"));
        assert_eq!(whole("a+(?!a)b"), whole("a+b"));
        assert_eq!(whole("(?<![^a])a"), whole("a"));
        assert!(whole("a\\bb").is_nothing());
        assert!(whole("a(?=b)").is_nothing());
        for uncertain in ["\\w?\\b-", "(a|-)\\bb", "(?:a\\b-?)*", "a(?!b)\\w"] {
            let expression = whole(uncertain);
            assert!(format!("{expression:?}").contains("Look"), "{uncertain}: {expression:?}");
        }
    }

    #[test]
    fn edges() {
        let set = |pattern: &str| match expression(pattern) {
            Ok(Expression::Class(set)) => set,
            other => panic!("{other:?}"),
        };
        for (pattern, first, last) in [
            ("ab", "a", "b"),
            ("a?b*c", "[a-c]", "c"),
            ("a(b|c)?", "a", "[a-c]"),
            ("(?!x)a(?<!y)", "a", "a"),
            ("(ab){2}", "a", "b"),
        ] {
            let expression = expression(pattern).unwrap();
            assert_eq!(expression.edge(Edge::First), set(first), "{pattern}");
            assert_eq!(expression.edge(Edge::Last), set(last), "{pattern}");
        }
    }

    #[test]
    fn how_far_it_looks() {
        for (pattern, before, after) in [
            ("ab", false, false),
            ("^a", true, false),
            ("a$", false, true),
            ("a\\b", false, true),
            ("\\ba", true, false),
            ("ab(?<!ab)", false, false),
            ("b(?<!ab)", true, false),
            ("a(?<=a+)", true, false),
            ("x(?<=a+)", false, false),
            ("(?=a)ab", false, false),
            ("(?=ab)a", false, true),
            ("(?=ab)ab", false, false),
            // The look-ahead cannot go beyond the colon.
            ("(?![^:]*--)[^:]*:", false, false),
            ("(?!.*--)[^:]*:", false, true),
            ("(?:(?![^:]*--).*:){4}", false, false),
        ] {
            let expression = expression(pattern).unwrap();
            assert_eq!(expression.looks_past(Edge::First), before, "{pattern}");
            assert_eq!(expression.looks_past(Edge::Last), after, "{pattern}");
        }
    }

    #[test]
    fn atomic_groups() {
        for (pattern, plain) in [
            ("(?>abc)", "abc"),
            ("(?>a|b)c", "[ab]c"),
            ("a*+", "a*(?!a)"),
            ("[ab]{2}+", "[ab]{2}"),
            ("a?+b", "(?:a|(?!a))b"),
            ("(?>a*?)b", "b"),
            ("(?>a|ab)", "a|(?!a)ab"),
            ("(?>ab|a)", "ab|(?!ab)a"),
            ("(?>xa*)", "xa*(?!a)"),
        ] {
            assert_eq!(expression(pattern), expression(plain), "{pattern}");
        }
        for refused in ["(?>a*b*)", "(?>(a|ab)*)", "(?>.*x)"] {
            assert_eq!(expression(refused), Err(Reason::AtomicGroup), "{refused}");
        }
    }

    #[test]
    fn back_references() {
        for (pattern, plain) in [
            ("(a)\\1", "aa"),
            ("(-?)a\\1b\\1", "ab|-a-b-"),
            ("([ab])([cd])\\2\\1", "(?:a(?:cc|dd)a)|(?:b(?:cc|dd)b)"),
            ("(?:(a)|b)\\1", "aa"),
            ("(?:(a)|b)(?:\\1|c)", "a[ac]|bc"),
            ("(?i)(a)\\1", "a[aA]|A[aA]"),
            ("\\1(a)", "[x&&y]"),
            ("(a)\\2", "[x&&y]"),
            ("(?:(ab|c)\\1)*", "(?:abab|cc)*"),
        ] {
            assert_eq!(program(pattern), program(plain), "{pattern}");
        }
        for refused in ["(a*)\\1", "(\\w+) \\1", "(?:(a)|b\\1)*", "(?=(a|b))\\1", "(a\\1)"] {
            assert_eq!(expression(refused), Err(Reason::BackReference), "{refused}");
        }
    }

    #[test]
    fn rounds_that_take_nothing_end_a_loop() {
        assert_eq!(expression("(^|a){2,}"), expression("a{2,}|a*^"));
        assert_eq!(expression("(?:a|$){1,3}"), expression("a{1,3}|a{0,2}$"));
        assert_eq!(expression("(?:\\bx?){2}"), expression("(?:\\bx){2}|(?:\\bx)?\\b"));
    }
}
