//! From expressions to minimal deterministic automata.
//!
//! An expression becomes an [`nfa::Nfa`] (over an [`alphabet::Alphabet`] of character classes),
//! then a deterministic [`graph::Graph`] by subset construction with conditions, then its minimal
//! form, then the tables of a [`Dfa`](crate::Dfa).

pub(crate) mod alphabet;
mod builder;
mod determinize;
mod encode;
mod final_loop;
pub(crate) mod graph;
mod layout;
mod minimize;
mod nfa;
mod threads;

pub(crate) use encode::encode;

use crate::budget::Budget;
use crate::expression::Expression;
use crate::program::Reason;
use graph::Graph;

/// Builds the minimal automaton of the texts that match an expression from end to end.
pub(crate) fn automaton(expression: &Expression, budget: &mut Budget) -> Result<Graph, Reason> {
    let nfa = builder::build(expression, budget)?;
    let graph = determinize::determinize(&nfa, budget)?;
    minimize::minimize(&graph, budget)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchoring::Anchoring;
    use crate::expression::{anchored, lower};
    use crate::limits::Limits;
    use crate::program::{Dfa, Table};

    fn budget(states: usize, work: u64) -> Budget {
        Budget::new(&Limits { states, work, ..Limits::default() })
    }

    fn graph(pattern: &str) -> Graph {
        let syntax = crate::parse(pattern).unwrap();
        let mut budget = budget(20_000, 10_000_000);
        let expression = lower(syntax.root(), Anchoring::Whole, &mut budget).unwrap();
        let whole = anchored(expression, Anchoring::Whole, &mut budget).unwrap();
        automaton(&whole, &mut budget).unwrap()
    }

    fn matches(graph: &Graph, text: &str) -> bool {
        let state = text.chars().fold(graph.start, |state, c| {
            let range = graph.alphabet.ranges.partition_point(|&(start, _)| start <= c) - 1;
            graph.row(state)[usize::from(graph.alphabet.ranges[range].1)]
        });
        graph.accepting[state as usize]
    }

    #[test]
    fn automata_are_minimal() {
        // The dead state counts.
        for (pattern, states, classes) in [
            ("(?s).*", 2, 1),
            ("[a&&b]", 1, 1),
            ("a", 3, 2),
            ("(a|b)*abb", 5, 3),
            ("(?:a|b)*a(?:a|b){3}", 17, 3),
            ("[a-cx-z]*|[b-y]*", 4, 4),
            ("a{0,9}", 11, 2),
            ("a{0,9}|a{5,20}", 22, 2),
            ("(?:ab|cd)|(?:cb|ad)|ab", 4, 3),
            // Classes are counted if they lead to different states.
            ("[ab]c|[ba]d", 4, 3),
        ] {
            let graph = graph(pattern);
            assert_eq!((graph.len(), graph.alphabet.len), (states, classes), "{pattern}");
        }
    }

    #[test]
    fn loops_at_the_end_leave_each_other() {
        let graph = graph("a\\d+|b\\d+.\\d*|a\\d*");
        for (text, expected) in [("a", true), ("a12", true), ("b1-2", true), ("b", false)] {
            assert_eq!(matches(&graph, text), expected, "{text}");
        }
    }

    #[test]
    fn look_around_is_followed_along() {
        for (pattern, matching, other) in [
            ("(?=.*b)(?=.*c).*", &["bc", "acab", "cb"][..], &["", "bb", "ac", "b\nc"][..]),
            ("(?:(?!ab).)*", &["", "ba", "aa", "b"], &["ab", "aab"]),
            (".*(?<!ab)(?<!c)", &["", "a", "b", "abb"], &["ab", "aab", "c", "abc"]),
            ("(?:a(?=(?!ac)..)|b|c)*", &["abc", "b", "aabb"], &["a", "aac", "ab", "aab", "baca"]),
            (".*(?<=a(?=b)b).*", &["ab", "xabx"], &["", "a b", "ba"]),
            ("a(?:$|b)(?<=a$|bb?).*", &["a", "ab", "abc"], &["ac", "b", ""]),
            ("(?:^|x)a(?:\\b|b)-?", &["a", "xa-", "ab", "a-"], &["ax", "-", "xaa"]),
        ] {
            let graph = graph(pattern);
            for text in matching {
                assert!(matches(&graph, text), "{pattern} on {text:?}");
            }
            for text in other {
                assert!(!matches(&graph, text), "{pattern} on {text:?}");
            }
        }
    }

    #[test]
    fn prefix_free_automata() {
        for (pattern, is_prefix_free) in
            [("[a-z]+:", true), ("ab|ac", true), ("a|ab", false), ("a*", false), ("", true)]
        {
            assert_eq!(graph(pattern).is_prefix_free(), is_prefix_free, "{pattern}");
        }
    }

    /// Follows both forms of a table from the start, in step.
    fn assert_same(dfa: &Dfa, graph: &Graph) {
        let class_of = |class: usize| {
            let (start, _) =
                graph.alphabet.ranges.iter().find(|(_, c)| usize::from(*c) == class)?;
            Some(dfa.class_of(*start))
        };
        let mut pairs = vec![(dfa.start(), graph.start)];
        let mut seen = std::collections::HashMap::new();
        while let Some((state, graph_state)) = pairs.pop() {
            match seen.insert(graph_state, state) {
                Some(before) => assert_eq!(before, state),
                None => {
                    let accepts = state >= dfa.first_accepting();
                    assert_eq!(accepts, graph.accepting[graph_state as usize]);
                    for (class, &next) in graph.row(graph_state).iter().enumerate() {
                        let class = class_of(class).unwrap();
                        pairs.push((dfa.next_state(state, class), next));
                    }
                }
            }
        }
        assert!(seen.len() + 1 >= graph.len());
    }

    #[test]
    fn tables_are_what_the_automaton_is() {
        for (pattern, is_shared) in [
            ("(a|b)*abb", false),
            ("[\\u00e9\\u4e00-\\u9fa5]*x|\\w", false),
            (".{0,1000}x", true),
            ("[a-z]([a-z-]{0,700}[a-z])?(\\.x)?", true),
            ("(?:[a-z]{0,200}:){4}[^x]{3,400}", true),
            ("(?:a|bb){1,300}(?:c|dd){2,200}", true),
        ] {
            let graph = graph(pattern);
            let dfa = encode(&graph, &mut budget(20_000, 10_000_000)).unwrap();
            assert_eq!(matches!(dfa.table(), Table::Shared { .. }), is_shared, "{pattern}");
            assert_eq!(usize::from(dfa.state_count()), graph.len());
            assert_same(&dfa, &graph);
        }
    }

    #[test]
    fn budgets_are_kept() {
        let syntax = crate::parse("(?:a|bb)*a(?:a|bb){9}").unwrap();
        let all = &mut budget(20_000, 1_000_000);
        let expression = lower(syntax.root(), Anchoring::Whole, all).unwrap();
        let run = |states, work| {
            let mut budget = budget(states, work);
            let reason = automaton(&expression, &mut budget).err();
            assert!(budget.spent() <= work);
            reason
        };
        assert_eq!(run(20_000, 1_000_000), None);
        assert_eq!(run(20, 1_000_000), Some(Reason::States));
        assert_eq!(run(100, 1_000_000), Some(Reason::States));
        assert_eq!(run(20_000, 1000), Some(Reason::Work));
    }
}
