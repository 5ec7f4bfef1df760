//! Compares programs with a matcher that follows the syntax tree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use glue_pattern::{Anchoring, Limits, Program, compile, parse};
use proptest::prelude::*;
use support::reference;

/// Limits so tight that most patterns have to be taken apart.
const TIGHT: Limits = Limits { states: 80, work: 40_000, table_bytes: 4096 };

fn leaf() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "a",
        "b",
        "c",
        "-",
        ".",
        "[ab]",
        "[^a]",
        "[a-c&&[^b]]",
        "\\w",
        "ab",
        "a-b",
        "\\x61",
        "",
    ])
    .prop_map(str::to_owned)
}

fn assertion() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["^", "$", "\\b", "\\B", "\\A", "\\z"]).prop_map(str::to_owned)
}

fn quantifier() -> impl Strategy<Value = String> {
    let counts = (0_u32..4, 0_u32..4).prop_map(|(min, more)| format!("{{{min},{}}}", min + more));
    let open = (0_u32..4).prop_map(|min| format!("{{{min},}}"));
    let named = prop::sample::select(vec!["*", "+", "?", "{2}", "{0,12}", "{3,20}"]);
    let base = prop_oneof![named.prop_map(str::to_owned), counts, open];
    let kind = prop::sample::select(vec!["", "", "", "?", "+"]);
    (base, kind).prop_map(|(base, kind)| base + kind)
}

fn pattern() -> impl Strategy<Value = String> {
    let leaves = prop_oneof![6 => leaf(), 1 => assertion()];
    leaves.prop_recursive(5, 24, 3, |inner| {
        let pair = || (inner.clone(), inner.clone());
        prop_oneof![
            5 => pair().prop_map(|(a, b)| format!("{a}{b}")),
            3 => pair().prop_map(|(a, b)| format!("(?:{a}|{b})")),
            1 => pair().prop_map(|(a, b)| format!("({a}|{b}|)")),
            4 => (inner.clone(), quantifier()).prop_map(|(a, q)| format!("(?:{a}){q}")),
            1 => pair().prop_map(|(a, b)| format!("(?={a}){b}")),
            1 => pair().prop_map(|(a, b)| format!("(?!{a}){b}")),
            1 => pair().prop_map(|(a, b)| format!("{a}(?<={b})")),
            1 => pair().prop_map(|(a, b)| format!("{a}(?<!{b})")),
            1 => pair().prop_map(|(a, b)| format!("(?>{a}){b}")),
        ]
    })
}

fn check(pattern: &str, texts: &[String]) {
    let syntax = parse(pattern).unwrap();
    for limits in [Limits::default(), TIGHT] {
        let program = compile(&syntax, Anchoring::Whole, &limits);
        if let Program::Unchecked(_) = program {
            continue;
        }
        for text in texts {
            let expected = reference::matches(syntax.root(), text);
            assert_eq!(
                program.is_match(text),
                expected,
                "{pattern:?} on {text:?} with {program:?}"
            );
        }
        if let Some(example) = program.example() {
            assert!(reference::matches(syntax.root(), &example));
        }
        if let Some(counterexample) = program.counterexample() {
            assert!(!reference::matches(syntax.root(), &counterexample));
        }
    }
}

/// Nested counts of what may be empty: to try every way through them takes forever.
#[test]
fn agrees_on_nested_counts() {
    let texts = ["", "a", "ab-", "\n\n", &"b".repeat(240), &"b".repeat(241)].map(str::to_owned);
    check("(?:(?:([a-c&&[^b]]|[^a]|)){3,20}?){0,12}?", &texts);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn agrees_on_random_texts(
        pattern in pattern(),
        texts in prop::collection::vec("[abc\\-\n]{0,9}", 1..20),
    ) {
        check(&pattern, &texts);
    }

    #[test]
    fn agrees_on_references(
        group in pattern(),
        between in pattern(),
        after in pattern(),
        texts in prop::collection::vec("[ab\\-]{0,7}", 1..20),
    ) {
        // Numbers of groups shift with those in the parts; a name does not.
        check(&format!("(?<n>{group}){between}\\k<n>{after}"), &texts);
    }

    #[test]
    fn agrees_on_sequences_of_runs(
        runs in prop::collection::vec((
            prop::sample::select(vec!["a", "b", "-", "[ab]", "[^-]", "\\w", "[a-c-]"]),
            prop::sample::select(vec!["", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,30}", "?"]),
        ), 1..7),
        texts in prop::collection::vec("[abc\\-]{0,9}", 1..30),
    ) {
        let pattern: String = runs.iter().map(|(class, count)| format!("{class}{count}")).collect();
        check(&pattern, &texts);
    }
}
