//! Matching takes time in proportion to the text: what a program looks at is counted, on texts that
//! part again and again where a first part may end. `GLUE_PATTERN_CORPUS` adds the patterns of models.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

#[path = "support/corpus.rs"]
#[allow(dead_code)]
mod corpus;

use glue_pattern::{Anchoring, Dfa, Limits, Program, compile, parse};

/// Whether a text matches, as `Program::is_match` says it, with a count of the characters looked at.
fn counted(program: &Program, text: &str, count: &mut usize) -> bool {
    match program {
        Program::Then { head, most, tail } => {
            let most = most.map_or(usize::MAX, |most| most as usize * 4);
            *count += text.len();
            let rests = head.rests(text).filter(|rest| rest.len() <= most);
            rests.into_iter().any(|rest| counted(tail, rest, count))
        }
        Program::All(programs) => programs.iter().all(|program| counted(program, text, count)),
        Program::Any(programs) => programs.iter().any(|program| counted(program, text, count)),
        Program::Not(program) => !counted(program, text, count),
        other => {
            *count += taken(other, text);
            other.is_match(text)
        }
    }
}

/// How many characters one pass looks at.
fn taken(program: &Program, text: &str) -> usize {
    let until_dead = |dfa: &Dfa| {
        let mut state = dfa.start();
        let mut live = text.chars().take_while(|c| {
            state = dfa.next_state(state, dfa.class_of(*c));
            state != 0
        });
        live.by_ref().count() + 1
    };
    match program {
        Program::Dfa(dfa) => until_dead(dfa),
        _ => text.len() + 1,
    }
}

fn assert_linear(pattern: &str, texts: impl Fn(usize) -> Vec<String>) {
    let program = compile(&parse(pattern).unwrap(), Anchoring::Whole, &Limits::default());
    let steps = |text: &String| {
        let mut count = 0;
        counted(&program, text, &mut count);
        count
    };
    for (short, long) in texts(50_000).iter().zip(&texts(100_000)) {
        let (few, many) = (steps(short), steps(long));
        assert!(many <= 3 * few + 8_000_000, "{pattern}: {few} steps, then {many}");
    }
}

/// Texts of so many repetitions of one part after a start.
fn repeated(starts: &[&str], count: usize) -> Vec<String> {
    let parts = ["a", "/", "a/", ":", "a:", "a.", "0", "/case/"];
    let text =
        |start: &&str| parts.map(|part| format!("{start}{}\n", part.repeat(count / part.len())));
    starts.iter().flat_map(text).collect()
}

const STARTS: [&str; 8] = [
    "",
    "https://",
    "https://a.s3.amazonaws.com/",
    "s3://",
    "arn:aws:fsx:us-east-1:123456789012:",
    "arn:aws:cases:us-east-1:123456789012:domain/",
    "arn:aws:iam::123456789012:role/",
    "a",
];

#[test]
fn real_patterns_that_were_quadratic() {
    for pattern in [
        "https://([^/]+)/?.{3,1016}",
        "s3://([a-z0-9][a-z0-9-.]{1,61}[a-z0-9])/?((.{1,1024})/)?",
        "arn:[a-z-]*?:cases:[a-z0-9-]*?:[0-9]{12}:domain/.{1,500}/case/[A-Za-z0-9\\-._/:#=+-]{1,500}",
        "^((https://([^/]+)\\.s3((-|\\.)[^/]+)?\\.amazonaws\\.com(.cn)?)|(s3://([^/]+)))/\\S{1,2000}$",
        "^arn:(?=[^:]+:fsx:[^:]+:\\d{12}:)((|(?=[a-z0-9-.]{1,63})(?!\\d{1,3}(\\.\\d{1,3}){3})(?![^:]*-{2})(?![^:]*-\\.)(?![^:]*\\.-)[a-z0-9].*(?<!-)):){4}(?!/).{0,1024}$",
    ] {
        assert_linear(pattern, |count| repeated(&STARTS, count));
    }
}

#[test]
fn patterns_of_models() {
    let Some(patterns) = corpus::patterns(corpus::BOTOCORE) else { return };
    for pattern in
        patterns.iter().filter(|pattern| pattern.contains("//") || pattern.contains("arn:"))
    {
        assert_linear(pattern, |count| repeated(&STARTS, count));
    }
}
