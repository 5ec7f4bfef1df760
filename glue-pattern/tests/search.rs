//! Compares searching with a JavaScript engine, because that is what Smithy's patterns are written for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use glue_pattern::{Anchoring, Limits, Program, compile, parse};
use support::corpus::SMITHY;
use support::engine::{Engine, Question, Verdict};
use support::generate::texts;
use support::random::Random;

/// Characters on which JavaScript and Java differ by definition: it has more white space, and fewer
/// line terminators.
fn is_disputed(c: char) -> bool {
    matches!(
        c,
        '\u{B}' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202F}'
                | '\u{205F}'
                | '\u{3000}'
                | '\u{FEFF}'
    )
}

/// Constructs that mean something else in JavaScript, or nothing.
fn is_comparable(pattern: &str) -> bool {
    let other =
        ["\\A", "\\z", "\\Z", "\\h", "\\Q", "\\p", "\\P", "&&", "(?i", "++", "?+", "*+", "}+"];
    !other.iter().any(|construct| pattern.contains(construct))
}

#[test]
fn agrees_with_javascript() {
    let Some(patterns) = support::corpus::patterns(SMITHY) else {
        return support::skipped(&format!("{SMITHY} does not say where models are"));
    };
    let Some(node) = Engine::node() else {
        return;
    };
    let mut random = Random::new(1);
    let mut questions = Vec::new();
    let mut programs = Vec::new();
    for pattern in &patterns {
        let syntax = parse(pattern).unwrap();
        let program = compile(&syntax, Anchoring::Search, &Limits::default());
        assert!(!matches!(program, Program::Unchecked(_)), "{pattern}: {program:?}");
        if !is_comparable(pattern) {
            continue;
        }
        let mut texts = texts(syntax.root(), 200, &mut random);
        texts.retain(|text| !text.contains(is_disputed));
        programs.push(program);
        questions.push(Question { mode: "search", pattern: pattern.clone(), texts });
    }
    let answers = node.ask(&questions);
    let (mut count, mut refused, mut no_verdict) = (0, 0, 0);
    let mut wrong = Vec::new();
    for ((question, program), answer) in questions.iter().zip(&programs).zip(answers) {
        let Some(verdicts) = answer else {
            refused += 1;
            continue;
        };
        for (text, verdict) in question.texts.iter().zip(verdicts) {
            count += 1;
            if verdict == Verdict::TookTooLong {
                no_verdict += 1;
            } else if verdict != Verdict::Matches(program.is_match(text)) {
                wrong.push(format!("{:?} on {text:?}: {verdict:?} there", question.pattern));
            }
        }
    }
    eprintln!(
        "{} patterns, {} compared ({refused} refused there), {count} texts, \
         {no_verdict} without a verdict, {} wrong",
        patterns.len(),
        questions.len(),
        wrong.len()
    );
    let shown: Vec<_> = wrong.iter().take(30).collect();
    assert!(shown.is_empty(), "{shown:#?}");
}
