//! Which program patterns are compiled to, and that it is the smallest of its kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

use glue_pattern::{Anchoring, ClassSet, Limits, Program, Run, Step, Table, Tier, compile, parse};

fn whole(pattern: &str) -> Program {
    compile(&parse(pattern).unwrap(), Anchoring::Whole, &Limits::default())
}

fn search(pattern: &str) -> Program {
    compile(&parse(pattern).unwrap(), Anchoring::Search, &Limits::default())
}

fn run(ranges: &[(char, char)], min: u32, max: Option<u32>) -> Run {
    Run { class: ClassSet::from_ranges(ranges.iter().copied()), min, max }
}

fn literals(texts: &[&str]) -> Program {
    Program::Literals(texts.iter().map(|&text| text.to_owned()).collect())
}

/// A step of one given character.
fn text(c: char) -> Step {
    Step::Run(run(&[(c, c)], 1, Some(1)))
}

#[test]
fn constants() {
    for pattern in ["(?s).*", "[\\s\\S]*", "(.|[\\n\\r\\u0085\\u2028\\u2029])*", "(a|)*|(?s).*"] {
        assert_eq!(whole(pattern), Program::Everything, "{pattern}");
    }
    for pattern in ["[a&&b]", "a^", "$a", "\\uD800", "(?!)", "a(?<!a)", "(?=b)a"] {
        assert_eq!(whole(pattern), Program::Nothing, "{pattern}");
    }
    assert_eq!(search(""), Program::Everything);
    assert_eq!(search("a*"), Program::Everything);
}

#[test]
fn lists_of_strings() {
    assert_eq!(whole("auto"), literals(&["auto"]));
    assert_eq!(whole(""), literals(&[""]));
    assert_eq!(whole("^(bb|a|bb)$"), literals(&["a", "bb"]));
    assert_eq!(whole("aws(-cn|-us-gov)?"), literals(&["aws", "aws-cn", "aws-us-gov"]));
    assert_eq!(whole("(a|b)\\1"), literals(&["aa", "bb"]));
    assert_eq!(whole("(?!aws)(aws|gcp)"), literals(&["gcp"]));
    assert_eq!(whole("[ab]{3}").tier(), Tier::Direct);
    assert!(!matches!(whole("[a-z]{3}"), Program::Literals(_)));
}

#[test]
fn runs_of_the_first_patterns() {
    let printable = [(' ', '\u{D7FF}'), ('\u{E000}', '\u{FFFD}'), ('\u{10000}', '\u{10FFFF}')];
    let class = "\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF";
    let with = |more: &[(char, char)]| [&printable[..], more].concat();
    assert_eq!(
        whole(&format!("[{class}\\t]*")),
        Program::Runs(vec![run(&with(&[('\t', '\t')]), 0, None)])
    );
    assert_eq!(
        whole(&format!("[{class}\\r\\n\\t]*")),
        Program::Runs(vec![run(&with(&[('\t', '\n'), ('\r', '\r')]), 0, None)])
    );
    assert_eq!(
        whole("[\\.\\-_/#A-Za-z0-9]+"),
        Program::Runs(vec![run(
            &[('#', '#'), ('-', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
            1,
            None
        )])
    );
    // The spelling of the supplementary planes that matches none of their characters.
    let misspelled = whole("[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDBFF-\\uDC00\\uDFFF\\t]*");
    assert!(misspelled.is_match("\u{FFFD}") && !misspelled.is_match("\u{1F600}"));
    assert!(whole(&format!("[{class}\\t]*")).is_match("a\t\u{1F600}"));
    assert!(!whole(&format!("[{class}\\t]*")).is_match("a\n"));
    assert!(whole(&format!("[{class}\\r\\n\\t]*")).is_match("a\r\n"));
}

#[test]
fn runs_where_greed_is_right() {
    let colon = || run(&[(':', ':')], 1, Some(1));
    assert_eq!(
        whole("[a-z]+:[0-9]{12}:.*"),
        Program::Runs(vec![
            run(&[('a', 'z')], 1, None),
            colon(),
            run(&[('0', '9')], 12, Some(12)),
            colon(),
            run(
                &[
                    ('\0', '\t'),
                    ('\u{B}', '\u{C}'),
                    ('\u{E}', '\u{84}'),
                    ('\u{86}', '\u{2027}'),
                    ('\u{202A}', char::MAX)
                ],
                0,
                None
            ),
        ])
    );
    // Equal classes side by side are one run.
    assert_eq!(whole("\\w\\w{2,3}\\w*"), whole("[a-zA-Z0-9_]{3,}"));
    assert_eq!(whole("(([a-z])+)*"), whole("[a-z]*"));
    assert_eq!(whole("(?:[a-z]{2}){3}"), whole("[a-z]{6}"));
    // Here the first run must leave something to the second.
    assert!(!matches!(whole("[a-z]*z[a-z]?"), Program::Runs(_)));
}

#[test]
fn runs_from_both_ends() {
    let letter = [('0', '9'), ('a', 'z')];
    let inner = run(&[('-', '-'), ('0', '9'), ('a', 'z')], 1, Some(61));
    assert_eq!(
        whole("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$"),
        Program::Between {
            before: vec![run(&letter, 1, Some(1))],
            inner: Box::new(Program::Runs(vec![inner])),
            after: vec![run(&letter, 1, Some(1))],
        }
    );
    let bucket = whole("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    assert!(bucket.is_match("a-b") && bucket.is_match(&"a".repeat(63)));
    for wrong in ["ab", "-ab", "ab-", &"a".repeat(64), "a_b"] {
        assert!(!bucket.is_match(wrong), "{wrong}");
    }
}

#[test]
fn steps() {
    let Program::Steps(arn) = whole("arn:(aws|aws-cn|aws-us-gov):[a-z]+:([0-9]{12})?:.+") else {
        panic!("steps")
    };
    let cn = Step::Choice {
        branches: vec![vec![text('c'), text('n')], "us-gov".chars().map(text).collect()],
        optional: false,
    };
    let partition = Step::Repeat { body: vec![text('-'), cn], min: 0, max: Some(1) };
    assert!(arn.contains(&partition), "{arn:#?}");
    for (pattern, matching, others) in [
        ("(ab{0,900}c)*[^a]{2,900}", vec!["xy", "acabcxy"], vec!["", "x", "abxy", "acax"]),
        (
            "(\\.[a-z]{9})?x(,[0-9]{1,900})*",
            vec!["x", ".abcdefghix,1,22"],
            vec!["x,", ".ax", "x,a"],
        ),
        ("(a[0-9]{9,}|b*)(:c{8,900}){2}", vec!["bb:cccccccc:cccccccc"], vec!["a1:c:c", ":c"]),
    ] {
        let program = whole(pattern);
        assert!(matches!(program, Program::Steps(_)), "{pattern}: {program:?}");
        for text in matching {
            assert!(program.is_match(text), "{pattern}: {text}");
        }
        for text in others {
            assert!(!program.is_match(text), "{pattern}: {text}");
        }
    }
    // Here the next character does not say how to go on.
    for pattern in ["[a-z]{9,}[a-z-]*z", "(a{9,}b?)*a", "(ab{9,}|a+c)", "(\\w{9,})?(\\w-)?"] {
        assert!(!matches!(whole(pattern), Program::Steps(_)), "{pattern}");
    }
}

#[test]
fn dense_tables() {
    let Program::Dfa(time) = whole("^(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])$") else {
        panic!("an automaton")
    };
    assert!(matches!(time.table(), Table::Dense(_)) && time.table_bytes() < 1024);
    for (text, matches) in [
        ("Sun:0", true),
        ("Mon:09", true),
        ("Tue:19", true),
        ("Sat:23", true),
        ("Sat:24", false),
        ("Sat:", false),
        ("sat:1", false),
        ("Sat:1 ", false),
        ("", false),
    ] {
        assert_eq!(time.is_match(text), matches, "{text}");
    }
    let name = whole("^((\\w+\\.)+\\w+|auto)$");
    assert_eq!(name.tier(), Tier::Automaton);
    for (text, matches) in [
        ("a.b", true),
        ("a.b.c_9", true),
        ("auto", true),
        ("automatic", false),
        ("a.", false),
        ("a..b", false),
        (".a", false),
        ("a.\u{E9}", false),
    ] {
        assert_eq!(name.is_match(text), matches, "{text}");
    }
    // The same automaton, whatever the spelling.
    assert_eq!(whole("(ab)*|(ab)*ab"), whole("(?:ab)*"));
    assert_eq!(whole("^(a|b)*c(?![\\s\\S])"), whole("[ab]*c"));
}

#[test]
fn long_labels() {
    let label = whole("[a-z]([a-z-]{0,700}[a-z])?(\\.x)?");
    assert!(label.table_bytes() < 1024);
    for length in [1, 2, 700, 701, 702] {
        assert!(label.is_match(&"a".repeat(length)));
        assert!(label.is_match(&("a".repeat(length) + ".x")));
        assert!(!label.is_match(&("a".repeat(length) + "-")));
    }
    assert!(!label.is_match(&"a".repeat(703)));
    assert!(label.is_match(&format!("a{}z", "-".repeat(700))));
    assert!(!label.is_match(&format!("a{}z", "-".repeat(701))));
}

#[test]
fn conditions_are_taken_apart() {
    let limited = whole(
        "^(?=.{20,2048}$)arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[a-zA-Z0-9/_+=.@-]+",
    );
    assert!(matches!(limited, Program::All(_)));
    assert_eq!(limited.tier(), Tier::Direct);
    let secret =
        |length| format!("arn:aws:secretsmanager:eu:123456789012:secret:{}", "x".repeat(length));
    assert!(limited.is_match(&secret(1)) && limited.is_match(&secret(2048 - 46)));
    assert!(!limited.is_match(&secret(0)) && !limited.is_match(&secret(2048 - 45)));
}

#[test]
fn parts_one_after_the_other() {
    let keys = whole("(?:[a-z]|<[a-z]{1,9}d>){1,9000}");
    assert!(matches!(keys, Program::Times { min: 1, max: Some(9000), .. }));
    assert!(keys.is_match("a<id>b<added>") && !keys.is_match("") && !keys.is_match("<id"));
    assert!(keys.is_match(&"<id>".repeat(9000)) && !keys.is_match(&"<id>".repeat(9001)));
    let case = whole(".{1,500}/case/[a-z/]{1,500}");
    assert!(matches!(case, Program::Then { .. }));
    let text =
        |before: usize, after: usize| format!("{}/case/{}", "/".repeat(before), "/".repeat(after));
    assert!(case.is_match(&text(1, 1)) && case.is_match(&text(500, 500)));
    assert!(!case.is_match(&text(0, 1)) && !case.is_match(&text(1, 0)));
    assert!(!case.is_match(&text(501, 1)) && !case.is_match(&text(1, 501)));
    // Both places where it may be parted are tried.
    assert!(case.is_match(&format!("a/case/b/case/{}", "c".repeat(500))));
    assert!(case.is_match(&format!("a/case/{}/case/c", "b".repeat(490))));
}

#[test]
fn searching() {
    assert_eq!(search("^a$"), literals(&["a"]));
    assert_eq!(search("^a$|^bb$"), literals(&["a", "bb"]));
    let somewhere = search("\\S");
    assert!(somewhere.is_match(" a ") && !somewhere.is_match(" \n") && !somewhere.is_match(""));
    let prefix = search("^arn:");
    assert!(prefix.is_match("arn:\n") && !prefix.is_match(" arn:"));
    let either = search("^a|b$");
    assert!(either.is_match("ax") && either.is_match("xb") && !either.is_match("xax"));
    assert!(search("a|b").is_match("xxbxx") && !whole("a|b").is_match("xxbxx"));
    let boundary = search("\\bcat\\b");
    assert!(boundary.is_match("a cat!") && boundary.is_match("cat") && !boundary.is_match("cats"));
    let guarded = search("(?<!-)x(?!-)");
    assert!(guarded.is_match("-x x") && !guarded.is_match("-x x-"));
}

#[test]
fn whole_texts_only() {
    // Alternatives are anchored together, and a last line terminator counts.
    assert!(whole("a|b").is_match("b") && !whole("a|b").is_match("ab"));
    assert!(!whole("^a$").is_match("a\n") && !whole("a\\Z").is_match("a\n"));
    assert!(whole("^a|b$").is_match("a") && !whole("^a|b$").is_match("ac"));
    assert!(!whole(".").is_match("\u{85}") && whole(".").is_match("\u{1F600}"));
    assert!(!whole("\\w").is_match("\u{E9}") && whole("\\p{L}").is_match("\u{E9}"));
    assert!(!whole("\\d").is_match("\u{660}") && !whole("\\s").is_match("\u{A0}"));
    // The word boundary knows ASCII only.
    assert!(whole("a\\b.").is_match("a\u{E9}"));
}

#[test]
fn examples_match_and_counterexamples_do_not() {
    let patterns = [
        "[a-z]{3,5}",
        "(?!aws:)\\S+",
        "(?=.{8,12}$)[a-z]+-[0-9]+",
        "[^<>]*",
        "a|bc",
        "\\p{Lu}\\p{Ll}+",
        "(a|b)*abb",
        "[\\u4e00-\\u9fa5]+",
        "(?=.*\\d)(?=.*[a-z]).{6,}",
        ".*",
    ];
    for pattern in patterns {
        let program = whole(pattern);
        let example = program.example().expect(pattern);
        assert!(program.is_match(&example), "{pattern}: {example:?}");
        assert!(!example.is_empty() && !example.chars().any(char::is_control), "{example:?}");
        let counterexample = program.counterexample().expect(pattern);
        assert!(!program.is_match(&counterexample), "{pattern}: {counterexample:?}");
    }
    assert_eq!(whole("[a-z]{3,5}").example().as_deref(), Some("aaa"));
    assert_eq!(whole("").example().as_deref(), Some(""));
    assert_eq!(whole("(?s).*").counterexample(), None);
    assert_eq!(whole("[a&&b]").example(), None);
    assert!(whole("[a&&b]").counterexample().is_some());
}
