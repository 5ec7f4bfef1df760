//! No pattern exhausts the stack, takes forever, or needs more memory than allowed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

use glue_pattern::syntax::MAX_DEPTH;
use glue_pattern::{Anchoring, Limits, Program, Reason, Tier, compile, parse};
use std::time::{Duration, Instant};

fn program(pattern: &str) -> Program {
    let syntax = parse(pattern).unwrap();
    compile(&syntax, Anchoring::Whole, &Limits::default())
}

#[test]
fn nesting_is_bounded() {
    for (open, close) in [("(", ")"), ("(?:", ")"), ("(?=", ")"), ("(?<!", ")"), ("[", "]")] {
        let nested = |depth: usize| format!("{}a{}", open.repeat(depth), close.repeat(depth));
        let error = parse(&nested(10_000)).unwrap_err();
        assert!(error.message().contains("nest"), "{error}");
        assert_eq!(error.offset(), open.len() * MAX_DEPTH);
        // What is allowed compiles, whatever it is.
        let deep = parse(&nested(MAX_DEPTH)).unwrap();
        let program = compile(&deep, Anchoring::Whole, &Limits::default());
        assert_ne!(program.tier(), Tier::Unchecked, "{open}");
    }
    let intersections = format!("[a{}]", "&&a".repeat(10_000));
    assert!(parse(&intersections).is_err());
    let unclosed = "(".repeat(100_000);
    assert!(parse(&unclosed).is_err());
}

#[test]
fn large_counts_need_no_states() {
    let many = program("a{1000000000}");
    assert!(matches!(many, Program::Runs(_)));
    assert!(!many.is_match("aaa"));
    let up_to = program("[a-z]{3,2147483647}");
    assert!(up_to.is_match(&"q".repeat(5000)) && !up_to.is_match("qq"));
    let framed = program("x[a-z]{0,100000}x");
    assert_eq!(framed.tier(), Tier::Direct);
    assert!(framed.is_match(&format!("x{}x", "y".repeat(100_000))));
    assert!(!framed.is_match(&format!("x{}x", "y".repeat(100_001))));
    assert!(!framed.is_match("x"));
    // The product of the counts is beyond 32 bits.
    let very_many = program("((a{65536}){65536}){65536}");
    assert_eq!(very_many.tier(), Tier::Direct);
    assert!(!very_many.is_match(&"a".repeat(1 << 20)));
}

#[test]
fn hostile_patterns_end_soon() {
    let patterns = [
        "(a|b)*a(a|b){20}",
        "(a|b)*a(a|b){2000}",
        "(?:(?:(?:a?){100}){100}){100}b",
        "((ab?){1,1000}c?){1,1000}",
        "(a+)+(b+)+(a+)+(b+)+c",
        "(.*a){30}.*b{1,500}(.*c){30}",
        "(?=.*a{100})(?=.*b{100})(?=.*c{100})(?=.*d{100}).*",
        "((?=a.{50}b)[^c])*((?!b.{60}c).)*",
        "(?<=(a|b)*a(a|b){12}).*(?<!(b|c)*c(b|c){12})",
        "((a|b)(c|d)(e|f)(g|h)(i|j)(k|l)(m|n)(o|p)(q|r)(s|t)){1,300}x?y?z?",
        "(?>(?>(?>(?>(?>(?>(?>(?>a|ab)c|b)d|c)e|d)f|e)g|f)h|g)i|h)*",
        "(((((((((a++)b++)++c++)++d++)++e++)++f++)++g++)++h++)++i++)++",
        "(a|b|c)(d|e|f)(g|h|i)(j|k|l)\\1\\2\\3\\4",
        "(.)(.)(.)\\3\\2\\1",
        "(?iu)[\\p{L}\\p{N}&&[^\\p{Lu}]]{1,300}x[\\p{L}]{1,300}",
    ];
    for pattern in patterns {
        let start = Instant::now();
        let program = program(pattern);
        let elapsed = start.elapsed();
        assert!(elapsed < Duration::from_secs(60), "{pattern} took {elapsed:?}");
        assert!(program.table_bytes() <= Limits::default().table_bytes);
    }
}

#[test]
fn long_patterns_end_soon() {
    let alternatives: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
    let behinds: Vec<String> = (0..1000).map(|n| format!("[a-z]+(?<!{n}x)")).collect();
    let patterns = [
        alternatives.join("|"),
        format!("[{}]", "a-z0-9".repeat(20_000)),
        format!("[{}]", "\\u4e00-\\u9fa5".repeat(20_000)),
        "a?".repeat(5000),
        "(a|b)".repeat(5000),
        "(?!a)".repeat(5000),
        "a{1,100}b?".repeat(500),
        format!("(?>{})", alternatives.join("|")),
        "\\b\\B\\b".repeat(5000),
        "(^a|b$)*".repeat(800),
        behinds.concat(),
    ];
    for pattern in patterns {
        let start = Instant::now();
        let program = program(&pattern);
        let elapsed = start.elapsed();
        assert!(elapsed < Duration::from_secs(60), "{} took {elapsed:?}", &pattern[..20]);
        // A list of words is as long as the pattern is.
        let most = Limits::default().table_bytes.max(9 * pattern.len());
        assert!(program.table_bytes() <= most);
    }
}

#[test]
fn what_exceeds_a_limit_is_named() {
    let compile = |pattern: &str, limits: Limits| {
        compile(&parse(pattern).unwrap(), Anchoring::Whole, &limits)
    };
    let default = Limits::default();
    let pattern = "(a|bb)*a(a|bb){9}";
    assert_eq!(compile(pattern, default).tier(), Tier::Automaton);
    let few_states = Limits { states: 64, ..default };
    assert_eq!(compile(pattern, few_states), Program::Unchecked(Reason::States));
    let little_work = Limits { work: 100, ..default };
    assert_eq!(compile(pattern, little_work), Program::Unchecked(Reason::Work));
    let small_tables = Limits { table_bytes: 100, ..default };
    assert_eq!(compile(pattern, small_tables), Program::Unchecked(Reason::TableBytes));
    let reference = compile("(\\w+)-\\1", default);
    assert_eq!(reference, Program::Unchecked(Reason::BackReference));
    assert!(reference.is_match("anything"));
    assert_eq!(reference.example(), None);
    let atomic = compile("(?>a*b*)a(?>(a|ab)(c|bcd)(d*))", default);
    assert_eq!(atomic, Program::Unchecked(Reason::AtomicGroup));
    // Each character is of a kind of its own.
    let kinds = (0..300).filter_map(|n| char::from_u32(0x4E00 + 2 * n));
    let pairs: Vec<String> = kinds.map(|c| format!("{c}x{c}")).collect();
    let many_kinds = compile(&format!("(?:{})*", pairs.join("|")), default);
    assert_eq!(many_kinds, Program::Unchecked(Reason::Classes));
}
