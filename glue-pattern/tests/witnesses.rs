//! Texts that one pattern matches and another one does not, checked by trying all short texts and,
//! where there is a JDK, by `java.util.regex`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use glue_pattern::{Anchoring, Limits, compile, difference, parse};
use support::engine::{Engine, Question, Verdict, by_our_rules};
use support::generate::{all_texts, random_pattern, random_structure};
use support::random::Random;

/// Patterns that AWS has changed, the old one first.
const CHANGED: [(&str, &str); 8] = [
    ("[a-z]+", "[a-z-]+"),
    ("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,99}", "[a-zA-Z0-9-]{1,100}"),
    ("arn:aws:iam::\\d{12}:role/.*", "arn:aws(-[a-z]+)*:iam::\\d{12}:role/.*"),
    ("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"),
    (
        "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*",
        "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
    ),
    (".*\\S.*", "\\S+"),
    ("s3://[a-z0-9.-]{3,63}(/.*)?", "https?://.+|s3://[a-z0-9.-]{3,63}/.+"),
    ("[\\w+=,.@-]{1,64}", "[\\w+=,.@-]{2,64}"),
];

/// What only the second old pattern matches: it counts a hyphen together with what follows it.
const LONG: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
    aaaaaaaaaaaaaaaa-a";

/// A shortest text that only the first of two patterns matches; none where it cannot be decided.
fn only_first(first: &str, second: &str) -> Option<Option<String>> {
    let (first, second) = (parse(first).ok()?, parse(second).ok()?);
    let (first, second) = ((&first, Anchoring::Whole), (&second, Anchoring::Whole));
    difference(first, second, (0, None), &Limits::default()).ok()
}

fn both_ways(pairs: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    pairs.iter().flat_map(|(one, other)| [(one.as_str(), other.as_str()), (other, one)])
}

fn changed() -> Vec<(String, String)> {
    CHANGED.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect()
}

#[test]
fn no_shorter_text_would_do() {
    let mut random = Random::new(11);
    let mut pairs = Vec::new();
    for _ in 0..400 {
        pairs.push((random_structure(2, &mut random), random_structure(2, &mut random)));
    }
    let texts = all_texts(&['a', 'b', '-', '\n'], 4);
    let (mut found, mut none) = (0, 0);
    for (first, second) in both_ways(&pairs) {
        let Some(witness) = only_first(first, second) else { continue };
        let program =
            |pattern| compile(&parse(pattern).unwrap(), Anchoring::Whole, &Limits::default());
        let (one, other) = (program(first), program(second));
        let differs = |text: &str| one.is_match(text) && !other.is_match(text);
        if let Some(witness) = &witness {
            assert!(differs(witness), "{witness:?} for {first:?} without {second:?}");
        }
        match witness {
            Some(_) => found += 1,
            None => none += 1,
        }
        let length = witness.as_ref().map_or(usize::MAX, |witness| witness.chars().count());
        let shorter = texts.iter().find(|text| text.chars().count() < length && differs(text));
        assert_eq!(shorter, None, "shorter than {witness:?} for {first:?} without {second:?}");
    }
    assert!(found > 350 && none > 20, "{found} texts, {none} times none");
}

#[test]
fn java_sees_the_same_difference() {
    let Some(java) = Engine::java() else {
        return;
    };
    let mut random = Random::new(12);
    let mut pairs = changed();
    for _ in 0..1_000 {
        pairs.push((random_pattern(&mut random), random_pattern(&mut random)));
        pairs.push((random_structure(3, &mut random), random_structure(3, &mut random)));
    }
    let mut witnesses = Vec::new();
    let mut questions = Vec::new();
    for (first, second) in both_ways(&pairs) {
        let Some(Some(text)) = only_first(first, second) else { continue };
        for pattern in [first, second] {
            // As it is, and written so that our rules and Java's are the same.
            let [with_ends, with_boundaries] = by_our_rules(pattern, &text);
            for pattern in [pattern.to_owned(), with_ends, with_boundaries] {
                questions.push(Question { mode: "whole", pattern, texts: vec![text.clone()] });
            }
        }
        witnesses.push((first, second, text));
    }
    let answers = java.ask(&questions);
    let (mut asked, mut wrong) = (0, Vec::new());
    for (witness, answers) in witnesses.iter().zip(answers.chunks(6)) {
        // Java refuses some patterns that look back, and runs out of stack on others.
        if answers.iter().any(|answer| !matches!(answer.as_deref(), Some([Verdict::Matches(_)]))) {
            continue;
        }
        asked += 1;
        let says = |answers: &[Option<Vec<Verdict>>], matches| {
            answers.contains(&Some(vec![Verdict::Matches(matches)]))
        };
        if !(says(&answers[..3], true) && says(&answers[3..], false)) {
            wrong.push(witness);
        }
    }
    eprintln!("{asked} texts asked about, of {}", witnesses.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(asked > 800, "only {asked} texts");
}

#[test]
fn changes_of_aws_are_told_by_short_texts() {
    let texts: Vec<_> =
        CHANGED.iter().map(|(old, new)| (only_first(old, new), only_first(new, old))).collect();
    let told = |text: Option<&str>| Some(text.map(str::to_owned));
    let expected: [(Option<&str>, Option<&str>); 8] = [
        (None, Some("-")),
        (Some(LONG), Some("-")),
        (None, Some("arn:aws-a:iam::000000000000:role/")),
        (None, Some("aws:")),
        (None, Some("\n")),
        // `.` stops at U+0085, which `\S` takes.
        (Some("a "), Some("\u{85}\u{85}")),
        (Some("s3://aaa"), Some("http://a")),
        (Some("a"), None),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(lost, gained)| (told(*lost), told(*gained))).collect();
    assert_eq!(texts, expected);
}
