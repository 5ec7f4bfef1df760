//! Patterns in the dialect of JavaScript: how they are written, and that an engine, where there is
//! one, finds what the programs match.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use glue_pattern::{Anchoring, Inexact, Limits, Program, compile, ecma, parse};
use support::corpus::{BOTOCORE, SMITHY};
use support::engine::{Engine, Question, Verdict};
use support::generate::{all_texts, random_class, random_pattern, random_structure, texts};
use support::random::Random;

fn whole(pattern: &str) -> Result<String, Inexact> {
    ecma(&parse(pattern).unwrap(), Anchoring::Whole)
}

#[test]
fn patterns_are_written_for_any_engine() {
    for (pattern, expected) in [
        ("", "^$"),
        ("^abc$", "^abc$"),
        ("a|b", "^(?:a|b)$"),
        ("^a|b$", "^(?:^a|b$)$"),
        ("(ab)+?c{2}d{3,}e{0,4}", "^(?:ab)+?c{2}d{3,}e{0,4}$"),
        ("a(?:b*)*", "^a(?:b*)*$"),
        ("\\d\\w", "^[0-9][0-9A-Z_a-z]$"),
        (".", "^[^\\n\\r\\u0085\\u2028\\u2029]$"),
        ("(?s).*", "^[\\s\\S]*$"),
        ("(?i)ab", "^[Aa][Bb]$"),
        ("[a-c\\]\\^-]", "^[\\-\\]\\^a-c]$"),
        ("[a-z&&[^q]]", "^[a-pr-z]$"),
        ("[^\\p{L}]", "^[^\\p{L}]$"),
        ("\\p{L}", "^\\p{L}$"),
        ("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", "^[\\p{L}\\p{N}\\p{Z}+\\--/:=@_]*$"),
        ("\\P{M}\\p{M}*+", "^[^\\p{M}](?=(\\p{M}*))(?:\\1)$"),
        ("\\uD800\\uDC00", "^\\u{10000}$"),
        ("[ \\uD800\\uDC00-\\uDBFF\\uDFFF]", "^[ \\u{10000}-\\u{10ffff}]$"),
        ("\\uD800", "^[^\\s\\S]$"),
        ("\\Qa.b\\E/", "^a\\.b/$"),
        ("(?>a+)b", "^(?=(a+))(?:\\1)b$"),
        ("(?>ab)(a{2})++", "^ab(?=((?:a{2})+))(?:\\1)$"),
        ("(['\"])x\\1", "^([\"'])x(?:\\1)$"),
        ("(?=a)(?!b)(?<=c)(?<!d)", "^(?=a)(?!b)(?<=c)(?<!d)$"),
        ("(?:(?=a)|$)?", "^(?:(?=a)|$)?$"),
    ] {
        assert_eq!(whole(pattern).as_deref(), Ok(expected), "{pattern}");
    }
    let search = |pattern| ecma(&parse(pattern).unwrap(), Anchoring::Search);
    assert_eq!(search("\\S|^a$").as_deref(), Ok("[^\\t-\\r ]|^a$"));
}

#[test]
fn what_cannot_be_said_is_an_error() {
    for (pattern, expected) in [
        ("(a)?\\1", Inexact::BackReference),
        ("(a)|\\1", Inexact::BackReference),
        ("(?!(a))\\1", Inexact::BackReference),
        ("(a\\1)", Inexact::BackReference),
        ("(?i)(a)\\1", Inexact::BackReference),
        ("(?<=(?>a+)b)", Inexact::AtomicBehind),
        ("(?<=a++b)", Inexact::AtomicBehind),
        ("(?>(?:a?)*)", Inexact::EmptyRound),
        ("(?:\\B|b)*+", Inexact::EmptyRound),
        ("(a?)*(b)\\2", Inexact::EmptyRound),
    ] {
        assert_eq!(whole(pattern), Err(expected), "{pattern}");
    }
}

/// Compares what the engine finds with what programs match, and returns how many patterns were
/// written and how many cannot be.
fn compare(
    engine: &Engine,
    patterns: &[String],
    anchoring: Anchoring,
    mut texts: impl FnMut(&glue_pattern::Syntax) -> Vec<String>,
) -> (usize, usize) {
    let (mut questions, mut programs, mut inexact) = (Vec::new(), Vec::new(), 0);
    for source in patterns {
        let Ok(syntax) = parse(source) else { continue };
        let program = compile(&syntax, anchoring, &Limits::default());
        if let Program::Unchecked(_) = program {
            continue;
        }
        let Ok(pattern) = ecma(&syntax, anchoring) else {
            inexact += 1;
            continue;
        };
        questions.push(Question { mode: "unicode", pattern, texts: texts(&syntax) });
        programs.push((source, program));
    }
    let answers = engine.ask(&questions);
    let (mut asked, mut matches, mut slow, mut differences) = (0, 0, 0, Vec::new());
    for ((question, (source, program)), answer) in questions.iter().zip(&programs).zip(&answers) {
        let Question { pattern, texts, .. } = question;
        let Some(verdicts) = answer else { panic!("{source:?} is refused as {pattern:?}") };
        for (text, verdict) in texts.iter().zip(verdicts) {
            let Verdict::Matches(theirs) = *verdict else {
                slow += 1;
                continue;
            };
            asked += 1;
            matches += usize::from(theirs);
            if theirs != program.is_match(text) {
                differences.push((format!("{source:?} as {pattern:?}: {theirs} there"), text));
            }
        }
    }
    // The engine's Unicode may be older than ours, or newer.
    let texts: Vec<String> = differences.iter().map(|(_, text)| (*text).clone()).collect();
    let new = Question { mode: "unicode", pattern: "\\p{Cn}".to_owned(), texts };
    let verdicts = engine.ask(&[new]).pop().flatten().unwrap();
    let here = compile(&parse("\\p{Cn}").unwrap(), Anchoring::Search, &Limits::default());
    let wrong = differences
        .iter()
        .zip(verdicts)
        .filter(|((_, text), there)| *there != Verdict::Matches(true) && !here.is_match(text));
    let wrong: Vec<_> = wrong.map(|(difference, _)| difference).take(20).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let count = questions.len();
    eprintln!(
        "{count} patterns, {inexact} cannot be written, {asked} texts, {matches} match, {slow} took too long"
    );
    assert!(matches * 100 > asked && slow * 100 < asked);
    (count, inexact)
}

#[test]
fn an_engine_agrees_on_the_corpora() {
    let Some(engine) = Engine::node() else { return };
    for (variable, anchoring) in [(BOTOCORE, Anchoring::Whole), (SMITHY, Anchoring::Search)] {
        let Some(patterns) = support::corpus::patterns(variable) else {
            support::skipped(&format!("{variable} does not say where models are"));
            continue;
        };
        let mut random = Random::new(31);
        let (written, inexact) =
            compare(&engine, &patterns, anchoring, |syntax| texts(syntax.root(), 40, &mut random));
        assert!(inexact * 100 < written);
    }
}

#[test]
fn an_engine_agrees_on_random_patterns() {
    let Some(engine) = Engine::node() else { return };
    let mut random = Random::new(32);
    let patterns: Vec<String> = (0..4_000).map(|_| random_pattern(&mut random)).collect();
    for anchoring in [Anchoring::Whole, Anchoring::Search] {
        let mut random = Random::new(33);
        compare(&engine, &patterns, anchoring, |syntax| texts(syntax.root(), 12, &mut random));
    }
}

#[test]
fn an_engine_agrees_on_random_classes() {
    let Some(engine) = Engine::node() else { return };
    let mut random = Random::new(34);
    let patterns: Vec<String> = (0..4_000).map(|_| random_class(&mut random)).collect();
    let mut random = Random::new(35);
    compare(&engine, &patterns, Anchoring::Whole, |syntax| texts(syntax.root(), 20, &mut random));
}

#[test]
fn an_engine_agrees_on_random_structures() {
    let Some(engine) = Engine::node() else { return };
    let mut random = Random::new(36);
    let patterns: Vec<String> = (0..2_000).map(|_| random_structure(3, &mut random)).collect();
    let texts = all_texts(&['a', 'b', '-', '\n'], 4);
    compare(&engine, &patterns, Anchoring::Whole, |_| texts.clone());
}
