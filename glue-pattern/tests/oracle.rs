//! Compares with `java.util.regex`, where there is a JDK.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use glue_pattern::syntax::ast::{Direction, Node};
use glue_pattern::{Anchoring, ClassSet, Limits, Program, compile, parse};
use std::collections::BTreeMap;
use support::corpus::BOTOCORE;
use support::engine::{Engine, Question, Verdict, by_our_rules};
use support::generate::{all_texts, random_class, random_pattern, random_structure, texts};
use support::random::Random;

/// How many random patterns are tried: some, or as many times more as `GLUE_PATTERN_EFFORT` says.
fn amount(some: usize) -> usize {
    let effort = std::env::var("GLUE_PATTERN_EFFORT").ok();
    some * effort.and_then(|effort| effort.parse().ok()).unwrap_or(1)
}

/// What became of a comparison.
#[derive(Debug, Default)]
struct Tally {
    patterns: usize,
    /// Patterns that both refuse.
    refused: usize,
    unchecked: usize,
    texts: usize,
    matches: usize,
    /// Texts on which Java differs because a rule or Unicode does, and agrees once the pattern is
    /// written so that they do not.
    by_rule: usize,
    no_verdict: usize,
    wrong: Vec<String>,
}

impl Tally {
    /// Shows what was compared, and fails if anything is wrong.
    fn check(self, what: &str) {
        eprintln!(
            "{what}: {} patterns ({} refused, {} not checked), {} texts, {} match, \
             {} differ by rule, {} without a verdict, {} wrong",
            self.patterns,
            self.refused,
            self.unchecked,
            self.texts,
            self.matches,
            self.by_rule,
            self.no_verdict,
            self.wrong.len()
        );
        let shown: Vec<_> = self.wrong.iter().take(30).collect();
        assert!(shown.is_empty(), "{shown:#?}");
        assert!(self.matches * 100 > self.texts, "too few texts match");
    }
}

/// A text on which Java differs.
struct Difference {
    pattern: String,
    text: String,
    ours: bool,
}

/// Compares patterns, each with at least `count` texts.
fn compare(java: &Engine, patterns: &[String], count: usize, seed: u64) -> Tally {
    let mut random = Random::new(seed);
    compare_with(java, patterns, &Limits::default(), |root| texts(root, count, &mut random))
}

/// Compares patterns, each with texts made for it.
fn compare_with(
    java: &Engine,
    patterns: &[String],
    limits: &Limits,
    mut texts: impl FnMut(&Node) -> Vec<String>,
) -> Tally {
    let mut tally = Tally::default();
    let mut questions = Vec::new();
    let mut programs = Vec::new();
    for pattern in patterns {
        let syntax = parse(pattern);
        questions.push(Question {
            mode: "whole",
            pattern: pattern.clone(),
            texts: match &syntax {
                Ok(syntax) => texts(syntax.root()),
                Err(_) => Vec::new(),
            },
        });
        programs.push(syntax.map(|syntax| compile(&syntax, Anchoring::Whole, limits)));
    }
    let mut differences = Vec::new();
    let answers = java.ask(&questions);
    for ((question, program), answer) in questions.iter().zip(&programs).zip(&answers) {
        tally.patterns += 1;
        let pattern = &question.pattern;
        match (program, answer) {
            // Java wants to know how far to look back. It is cautious there, and miscounts, too.
            (Ok(_), _) if looks_back(pattern, is_unbounded) => tally.refused += 1,
            (Ok(_), None) if looks_back(pattern, |_| true) => tally.refused += 1,
            (Ok(program), Some(verdicts)) => {
                tally_texts(question, program, verdicts, &mut tally, &mut differences);
            }
            (Err(_), None) => tally.refused += 1,
            (Ok(_), None) => tally.wrong.push(format!("{pattern:?} is refused by Java only")),
            // Java accepts `[\wa&&]`, and then fails with an exception on every word character.
            (Err(error), Some(_)) if error.message().contains("`&&`") => tally.refused += 1,
            (Err(error), Some(_)) => {
                tally.wrong.push(format!("{pattern:?} is refused here only:\n{error}"));
            }
        }
    }
    explain(java, &differences, &mut tally);
    tally
}

/// Whether a look-behind holds a certain node.
fn looks_back(pattern: &str, wanted: fn(&Node) -> bool) -> bool {
    fn search(node: &Node, behind: bool, wanted: fn(&Node) -> bool) -> bool {
        let below = |node: &Node| search(node, behind, wanted);
        behind && wanted(node)
            || match node {
                Node::Repeat(repeat) => below(&repeat.body),
                Node::Concat(nodes) | Node::Alternate(nodes) => nodes.iter().any(below),
                Node::Group(_, body) | Node::Atomic(body) => below(body),
                Node::Look(look) => {
                    let behind = behind || look.direction == Direction::Behind;
                    search(&look.body, behind, wanted)
                }
                _ => false,
            }
    }
    parse(pattern).is_ok_and(|syntax| search(syntax.root(), false, wanted))
}

fn is_unbounded(node: &Node) -> bool {
    match node {
        Node::Repeat(repeat) => repeat.max.is_none(),
        Node::BackReference(..) => true,
        _ => false,
    }
}

fn tally_texts(
    question: &Question,
    program: &Program,
    verdicts: &[Verdict],
    tally: &mut Tally,
    differences: &mut Vec<Difference>,
) {
    if let Program::Unchecked(_) = program {
        tally.unchecked += 1;
        return;
    }
    let looks_back = looks_back(&question.pattern, |_| true);
    for (text, verdict) in question.texts.iter().zip(verdicts) {
        // Looking back, Java takes a surrogate pair for two characters now and then.
        if looks_back && text.chars().any(|c| c > '\u{FFFF}') {
            continue;
        }
        let ours = program.is_match(text);
        tally.texts += 1;
        tally.matches += usize::from(ours);
        match verdict {
            Verdict::Matches(theirs) if *theirs == ours => {}
            Verdict::Matches(_) => differences.push(Difference {
                pattern: question.pattern.clone(),
                text: text.clone(),
                ours,
            }),
            Verdict::StackOverflow | Verdict::TookTooLong => tally.no_verdict += 1,
        }
    }
}

/// Asks again about the differences, with patterns that mean in Java what they mean here.
fn explain(java: &Engine, differences: &[Difference], tally: &mut Tally) {
    let questions: Vec<_> = differences
        .iter()
        .flat_map(|difference| {
            by_our_rules(&difference.pattern, &difference.text).map(|pattern| Question {
                mode: "whole",
                pattern,
                texts: vec![difference.text.clone()],
            })
        })
        .collect();
    let answers = java.ask(&questions);
    for (difference, answers) in differences.iter().zip(answers.chunks(2)) {
        let Difference { pattern, text, ours } = difference;
        if answers.contains(&Some(vec![Verdict::Matches(*ours)])) {
            tally.by_rule += 1;
        } else {
            tally.wrong.push(format!("{pattern:?} on {text:?}: here {ours}, {answers:?} in Java"));
        }
    }
}

#[test]
fn agrees_with_java_on_a_corpus() {
    let Some(patterns) = support::corpus::patterns(BOTOCORE) else {
        return support::skipped(&format!("{BOTOCORE} does not say where models are"));
    };
    let Some(java) = Engine::java() else {
        return;
    };
    compare(&java, &patterns, 200, 1).check("corpus");
    let limits = Limits { states: 800, work: 200_000, ..Limits::default() };
    let mut random = Random::new(8);
    let some = |root: &Node| texts(root, 60, &mut random);
    compare_with(&java, &patterns, &limits, some).check("corpus, taken apart");
}

#[test]
fn agrees_with_java_on_random_patterns() {
    let Some(java) = Engine::java() else {
        return;
    };
    let mut random = Random::new(2);
    let patterns: Vec<String> = (0..amount(4_000)).map(|_| random_pattern(&mut random)).collect();
    compare(&java, &patterns, 12, 3).check("random patterns");
}

#[test]
fn agrees_with_java_on_random_classes() {
    let Some(java) = Engine::java() else {
        return;
    };
    let mut random = Random::new(4);
    let patterns: Vec<String> = (0..amount(4_000)).map(|_| random_class(&mut random)).collect();
    compare(&java, &patterns, 20, 5).check("random classes");
}

#[test]
fn agrees_with_java_on_random_structures() {
    let Some(java) = Engine::java() else {
        return;
    };
    let mut random = Random::new(6);
    let patterns: Vec<String> =
        (0..amount(2_000)).map(|_| random_structure(3, &mut random)).collect();
    let texts = all_texts(&['a', 'b', '-', '\n'], 4);
    let limits = Limits::default();
    compare_with(&java, &patterns, &limits, |_| texts.clone()).check("random structures");
    // So tight that most patterns have to be taken apart.
    let limits = Limits { states: 80, work: 40_000, table_bytes: 4096 };
    compare_with(&java, &patterns, &limits, |_| texts.clone()).check("taken apart");
}

/// Properties of characters, in all spellings that lead to different sets.
const PROPERTIES: &str = "\
    Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Co Cn L LC LD M \
    N P S Z C L1 Lower Upper ASCII Alpha Digit Alnum Punct Graph Print Blank Cntrl XDigit Space \
    IsAlphabetic IsLowercase IsUppercase IsTitlecase IsPunctuation IsControl IsWhite_Space \
    IsHex_Digit IsAssigned IsLetter IsNoncharacter_Code_Point IsJoin_Control IsWord IsDigit IsAlnum \
    IsGraph IsPrint IsBlank javaLowerCase javaUpperCase javaTitleCase javaAlphabetic javaDigit \
    javaDefined javaLetter javaLetterOrDigit javaSpaceChar javaWhitespace javaISOControl";

/// Whether an engine has the version of Unicode that the tables are of.
fn has_our_unicode(java: &Engine) -> bool {
    let unassigned = java.members(&["\\p{Cn}".to_owned()]).remove(0);
    let holds = |c: char| unassigned.iter().any(|&(first, last)| first <= c && c <= last);
    // U+1C89 came with version 16, U+20C1 with version 17.
    !holds('\u{1C89}') && holds('\u{20C1}')
}

#[test]
fn agrees_with_java_on_every_character() {
    let Some(java) = Engine::java() else {
        return;
    };
    if !has_our_unicode(&java) {
        return support::skipped("this JDK has another version of Unicode than Java 25");
    }
    let names = PROPERTIES.split_whitespace();
    let mut patterns: Vec<String> = names
        .flat_map(|name| ["", "(?i)", "(?U)", "(?iu)"].map(|flags| format!("{flags}\\p{{{name}}}")))
        .collect();
    patterns
        .extend(["(?U)\\w", "(?U)\\d", "(?U)\\s", "\\w", "\\s", "\\h", "\\v"].map(str::to_owned));
    // Characters and ranges under both kinds of case folding.
    let cased = ["k", "[a-z]", "[\\u00e0-\\u017f]", "[\\u0370-\\u1fff]", "[\\u2c00-\\x{1FFFF}]"];
    patterns
        .extend(cased.iter().flat_map(|class| ["(?i)", "(?iu)"].map(|i| format!("{i}{class}"))));
    patterns.extend(
        "\u{130}\u{131}\u{1E9E}\u{3A3}\u{3C2}\u{1C89}\u{A7DC}\u{1FB3}\u{10D50}"
            .chars()
            .map(|c| format!("(?iu){c}")),
    );
    let mut wrong = Vec::new();
    for (pattern, members) in patterns.iter().zip(java.members(&patterns)) {
        let syntax = parse(pattern).unwrap();
        let Node::Class(ours) = syntax.root() else { panic!("{pattern}") };
        let theirs = ClassSet::from_ranges(members);
        let (more, less) = (ours.difference(&theirs), theirs.difference(ours));
        if !(more.is_empty() && less.is_empty()) {
            wrong.push(format!("{pattern}: more {:x?}, less {:x?}", more.ranges(), less.ranges()));
        }
    }
    eprintln!("{} classes compared in full", patterns.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The command that writes `verdicts.json`.
const RECORD: &str = "cargo test -p glue-pattern --test oracle -- --ignored record";

/// Writes down what Java says of the patterns in `tests/data`, for the test that needs no Java.
#[test]
#[ignore = "writes files"]
fn record() {
    let java = Engine::java().unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let read = |name: &str| -> Vec<String> {
        serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
    };
    let refused = read("refused.json");
    let question = |pattern: &String| Question {
        mode: "whole",
        pattern: pattern.clone(),
        texts: vec!["a".to_owned()],
    };
    let answers = java.ask(&refused.iter().map(question).collect::<Vec<_>>());
    for (pattern, answer) in refused.iter().zip(answers) {
        assert_eq!(answer, None, "{pattern}");
    }
    let mut random = Random::new(7);
    let patterns = read("patterns.json");
    let mut questions = Vec::new();
    for pattern in &patterns {
        let syntax = parse(pattern).unwrap();
        let mut texts = texts(syntax.root(), 150, &mut random);
        // Characters that are younger than Java 17 would say nothing about the pattern.
        let old = |c: char| c < '\u{3000}' || "\u{1F600}\u{10000}\u{10FFFF}\u{E000}".contains(c);
        texts.retain(|text| text.chars().count() <= 70 && text.chars().all(old));
        texts.sort();
        texts.dedup();
        // Only where our rules make no difference is Java's verdict also ours.
        for text in texts {
            let [_, rewritten] = by_our_rules(pattern, &text);
            for pattern in [pattern.clone(), rewritten] {
                questions.push(Question { mode: "whole", pattern, texts: vec![text.clone()] });
            }
        }
    }
    let answers = java.ask(&questions);
    let mut verdicts: BTreeMap<&str, [Vec<&str>; 2]> = BTreeMap::new();
    for (questions, answers) in questions.chunks(2).zip(answers.chunks(2)) {
        let lists = verdicts.entry(&questions[0].pattern).or_default();
        match &answers[0].as_deref().expect(&questions[0].pattern) {
            [Verdict::Matches(matches)] if answers[0] == answers[1] => {
                lists[usize::from(!matches)].push(&questions[0].texts[0]);
            }
            _ => {}
        }
    }
    let some = |texts: &[&str]| -> Vec<String> {
        let step = texts.len().div_ceil(6).max(1);
        texts.iter().step_by(step).map(|&text| text.to_owned()).collect()
    };
    let line = |(pattern, [matching, other]): (&&str, &[Vec<&str>; 2])| {
        serde_json::json!([pattern, some(matching), some(other)]).to_string()
    };
    let lines: Vec<String> = verdicts.iter().map(line).collect();
    let (command, lines) = (serde_json::json!(RECORD), lines.join(",\n"));
    let text = format!("{{\n\"command\": {command},\n\"verdicts\": [\n{lines}\n]\n}}\n");
    std::fs::write(folder.join("verdicts.json"), text).unwrap();
}
