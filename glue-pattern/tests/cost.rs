//! What the worst patterns cost: time, memory and units of work, for patterns that were made to cost
//! much, at random and by hand. `GLUE_PATTERN_EFFORT` says how many times more random ones to try.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

#[path = "support/random.rs"]
#[allow(dead_code)]
mod random;

use glue_pattern::{Anchoring, Limits, Program, Tier, compile, compile_counted, parse};
use random::Random;
use std::time::{Duration, Instant};

/// No pattern takes more memory. What is allowed is twice as much.
const MOST_BYTES: u64 = 128 << 20;

/// No pattern takes longer on a machine of today with nothing else to do. A test cannot count on
/// that, and a machine that is busy takes several times as long.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 2 });

/// What a pattern cost.
struct Cost {
    pattern: String,
    time: Duration,
    bytes: u64,
    units: u64,
    tier: Tier,
}

/// How long this thread has been running, where the system says so.
fn running_time(start: Instant) -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = text.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn cost(pattern: &str, anchoring: Anchoring) -> Cost {
    let limits = Limits::default();
    let mut compiled = None;
    let start = Instant::now();
    let before = running_time(start);
    let allocations = allocation_counter::measure(|| {
        if let Ok(syntax) = parse(pattern) {
            compiled = Some(compile_counted(&syntax, anchoring, &limits));
        }
    });
    let time = running_time(start).saturating_sub(before);
    let (program, units) = compiled.unwrap_or((Program::Nothing, 0));
    assert!(units <= limits.work);
    Cost {
        pattern: pattern.to_owned(),
        time,
        bytes: allocations.bytes_max,
        units,
        tier: program.tier(),
    }
}

/// Shows the worst, and fails if one of them is too bad.
fn check(what: &str, mut costs: Vec<Cost>) {
    let line = |cost: &Cost| {
        let start: String = cost.pattern.chars().take(70).collect();
        format!(
            "{:8.1?} {:6} KiB {:9} units {:?} {start:?} ({} bytes)",
            cost.time,
            cost.bytes >> 10,
            cost.units,
            cost.tier,
            cost.pattern.len()
        )
    };
    let unchecked = costs.iter().filter(|cost| cost.tier == Tier::Unchecked).count();
    eprintln!("{what}: {} patterns, {unchecked} not checked; the slowest:", costs.len());
    costs.sort_by_key(|cost| std::cmp::Reverse(cost.time));
    costs.iter().take(8).for_each(|cost| eprintln!("  {}", line(cost)));
    let slow: Vec<String> = costs.iter().filter(|cost| cost.time > LONGEST).map(line).collect();
    assert!(slow.is_empty(), "{slow:#?}");
    eprintln!("the most memory:");
    costs.sort_by_key(|cost| std::cmp::Reverse(cost.bytes));
    costs.iter().take(5).for_each(|cost| eprintln!("  {}", line(cost)));
    let large: Vec<String> =
        costs.iter().filter(|cost| cost.bytes > MOST_BYTES).map(line).collect();
    assert!(large.is_empty(), "{large:#?}");
}

/// Patterns of which each was once too much for some stage, or is close to what is allowed.
fn made_by_hand() -> Vec<String> {
    let word = |n: usize| format!("word{n}");
    let words = |count: usize| (0..count).map(word).collect::<Vec<_>>().join("|");
    let kanji = |count: u32| (0..count).filter_map(|n| char::from_u32(0x4E00 + 2 * n));
    let pairs = |count: u32| kanji(count).map(|c| format!("{c}x{c}")).collect::<Vec<_>>().join("|");
    let behinds: String = (0..1000).map(|n| format!("[a-z]+(?<!{n}x)")).collect();
    let nested = |open: &str, body: &str, close: &str, depth: usize| {
        format!("{}{body}{}", open.repeat(depth), close.repeat(depth))
    };
    let groups: String = (0..4000).map(|n| format!("(?<g{n}>)")).collect();
    vec![
        "(?:(?:\\p{L}{30,60})++.){25}x".to_owned(),
        "(?:(?:\\p{Lu}{230,337})++.){99}[a-z]".to_owned(),
        "lorem ipsum ".repeat(9000),
        words(2000),
        format!("({})", words(12_000)),
        format!("(?:{})*x", words(2000)),
        pairs(12_000),
        format!("(?:{})*", pairs(6000)),
        format!("[{}]", "a-z0-9".repeat(20_000)),
        format!("[{}]", "\\p{L}\\p{N}".repeat(10_000)),
        "\\p{L}".repeat(20_000),
        "\\p{L}?".repeat(16_000),
        "[\\p{L}x]\\p{N}?".repeat(6000),
        format!("(?iu)[{}]", "a-z\u{3b1}-\u{3c9}".repeat(10_000)),
        format!("(?iu){}", "\u{3b1}b".repeat(30_000)),
        format!("(?U){}", "\\w\\b\\s".repeat(10_000)),
        "a?".repeat(50_000),
        "(a|b)".repeat(20_000),
        "(?!a)".repeat(20_000),
        "\\b\\B\\b".repeat(15_000),
        "a{1,100}b?".repeat(10_000),
        "(^a|b$)*".repeat(12_000),
        "(?:^|a){2,}".repeat(8000),
        behinds,
        nested("(?:", "a|^", "){2,}", 190),
        nested("(?:x?", "a|^", "){2,}", 190),
        nested("(?:", "a|b", ")?", 190),
        nested("(?:", &words(10_000), ")?", 190),
        nested("(?:", "a", "b?)++", 190),
        nested("(?>", "a|ab", "|c)", 190),
        nested("(?=", "a", "b.*)", 190),
        nested("(?!a", "a", ".*)", 190),
        nested("[a-z&&", "\\p{L}", "]", 150),
        nested("[\\p{L}", "a", "]", 190),
        format!("(?>{})", words(5000)),
        format!("(?>{})*+x", words(30)),
        groups,
        format!("({})\\1", "a".repeat(90_000)),
        format!("((?:{}))\\1", words(127)),
        format!("([a-p])([a-p]){}", "\\1\\2".repeat(5000)),
        format!("{}\\1\\2\\3\\4\\5\\6\\7", "(a|b)".repeat(7)),
        format!("(-?)(?:{})\\1", words(5000)),
        "(a|b)*a(a|b){20}".to_owned(),
        "(a|b)*a(a|b){2000}".to_owned(),
        "(?:(?:(?:a?){100}){100}){100}b".to_owned(),
        "((ab?){1,1000}c?){1,1000}".to_owned(),
        "(.*a){30}.*b{1,500}(.*c){30}".to_owned(),
        "(?=.*a{100})(?=.*b{100})(?=.*c{100})(?=.*d{100}).*".to_owned(),
        "((?=a.{50}b)[^c])*((?!b.{60}c).)*".to_owned(),
        "(?<=(a|b)*a(a|b){12}).*(?<!(b|c)*c(b|c){12})".to_owned(),
        "((a|b)(c|d)(e|f)(g|h)(i|j)(k|l)(m|n)(o|p)(q|r)(s|t)){1,300}x?y?z?".to_owned(),
        "(((((((((a++)b++)++c++)++d++)++e++)++f++)++g++)++h++)++i++)++".to_owned(),
        "(?iu)[\\p{L}\\p{N}&&[^\\p{Lu}]]{1,300}x[\\p{L}]{1,300}".to_owned(),
        "(?:[\\p{L}&&[^a]]{0,60}[\\p{Ll}-]{0,60}){40}".to_owned(),
        "(?:.{0,300}\\p{Lu}){0,40}\\p{Nd}{3}".to_owned(),
    ]
}

#[test]
fn patterns_made_by_hand() {
    let both = [Anchoring::Whole, Anchoring::Search];
    let patterns = made_by_hand();
    let costs = patterns.iter().flat_map(|pattern| both.map(|anchoring| cost(pattern, anchoring)));
    check("made by hand", costs.collect());
}

/// A random pattern that is likely to cost much.
fn random_pattern(depth: usize, random: &mut Random) -> String {
    let leaf = [
        "a",
        "b",
        "[ab]",
        ".",
        "[^a]",
        "\\w",
        "\\p{L}",
        "\\p{Lu}",
        "[\\p{L}\\p{N}_-]",
        "\\P{Ll}",
        "\\d",
        "\\b",
        "^",
        "$",
        "[a-z&&[^q]]",
        "(?i:k)",
        "(?iu:[a-z])",
        "word",
        "\u{4E00}",
        "\\R",
    ];
    let counts = [
        "",
        "?",
        "*",
        "+",
        "{2}",
        "{0,9}",
        "{1,60}",
        "{30,60}",
        "{230,337}",
        "{1,1000}",
        "{99}",
        "{3,}",
        "{25}",
    ];
    let preferences = ["", "", "", "", "?", "+", "+"];
    if depth == 0 || random.below(8) == 0 {
        return leaf[random.below(leaf.len())].to_owned() + counts[random.below(counts.len())];
    }
    let parts: Vec<String> =
        (0..1 + random.below(4)).map(|_| random_pattern(depth - 1, random)).collect();
    let open =
        ["(", "(?:", "(?:", "(?:", "(?:", "(?>", "(?=", "(?!", "(?<=", "(?<!"][random.below(10)];
    let joined = parts.join(if random.below(3) == 0 { "|" } else { "" });
    let count = counts[random.below(counts.len())];
    let preference = if count.is_empty() { "" } else { preferences[random.below(7)] };
    let repeated = if random.below(60) == 0 { 50 } else { 1 };
    format!("{open}{joined}){count}{preference}").repeat(repeated)
}

#[test]
fn random_patterns() {
    let effort = std::env::var("GLUE_PATTERN_EFFORT").ok().and_then(|effort| effort.parse().ok());
    let mut random = Random::new(11);
    let costs = (0..150 * effort.unwrap_or(1)).map(|number| {
        let pattern = random_pattern(2 + number % 4, &mut random);
        cost(&pattern, if number % 5 == 0 { Anchoring::Search } else { Anchoring::Whole })
    });
    check("random", costs.collect());
}

#[test]
fn long_lists_and_texts_are_checked() {
    let words: Vec<String> = (0..2000).map(|n| format!("word-{n}")).collect();
    let list = compile(&parse(&words.join("|")).unwrap(), Anchoring::Whole, &Limits::default());
    assert!(matches!(&list, Program::Literals(texts) if texts.len() == 2000));
    assert!(list.is_match("word-1999") && !list.is_match("word-2000") && !list.is_match("word-"));
    let text = "lorem ipsum ".repeat(9000);
    let program = compile(&parse(&text).unwrap(), Anchoring::Whole, &Limits::default());
    assert!(program.is_match(&text) && !program.is_match(&text[1..]));
}
