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
        Program::Then { head, most: None, tail } if matches!(**tail, Program::Dfa(_)) => {
            let Program::Dfa(tail) = &**tail else { unreachable!() };
            together(head, tail, text, count)
        }
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

/// One pass that runs an automaton from each place where another one accepts.
fn together(head: &Dfa, tail: &Dfa, text: &str, count: &mut usize) -> bool {
    let mut state = head.start();
    let mut tails = Vec::new();
    for c in text.chars() {
        if state >= head.first_accepting() && !tails.contains(&tail.start()) {
            tails.push(tail.start());
        }
        *count += 1 + tails.len();
        state = head.next_state(state, head.class_of(c));
        let class = tail.class_of(c);
        tails.iter_mut().for_each(|state| *state = tail.next_state(*state, class));
        tails.retain(|state| *state != 0);
        tails.sort_unstable();
        tails.dedup();
    }
    let accepts_nothing = state >= head.first_accepting() && tail.is_match("");
    accepts_nothing || tails.iter().any(|state| *state >= tail.first_accepting())
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
    let parts = [
        "a",
        "/",
        "a/",
        ":",
        "a:",
        "a.",
        "0",
        "/case/",
        "https://a.bc/",
        "cron(0 0 * * * ",
        "cron(0 0 * * * a)",
    ];
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

/// Patterns whose first part ends wherever a link or a schedule begins.
const LINK: &str = r".*https?:\/\/(www\.)?[-a-zA-Z0-9@:%._\+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b([-a-zA-Z0-9()@:%_\+.~#?&*//=]*).*";
const SCHEDULE: &str = r".*cron\((\b[0-5]?[0-9]\b) (\b2[0-3]\b|\b[0-1]?[0-9]\b) ([-?*,/\dLW]){1,83} ([-*,/\d]|[a-zA-Z]{3}){1,23} ([-?#*,/\dL]|[a-zA-Z]{3}){1,13} ([^\)]+)\).*";

#[test]
fn real_patterns_that_were_quadratic() {
    for pattern in [
        "https://([^/]+)/?.{3,1016}",
        LINK,
        SCHEDULE,
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
    let hints = ["//", "\\/\\/", "arn:", "cron"];
    let hinted = |pattern: &&String| hints.iter().any(|hint| pattern.contains(hint));
    for pattern in patterns.iter().filter(hinted) {
        assert_linear(pattern, |count| repeated(&STARTS, count));
    }
}
