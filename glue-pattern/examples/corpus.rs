//! Compiles every pattern of a corpus and says what became of them.
//!
//! `cargo run --release -p glue-pattern --example corpus -- FILE` where FILE is a JSON list of
//! patterns.

use glue_pattern::{Anchoring, Limits, Program, compile, parse};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

fn main() {
    let path = std::env::args().nth(1).expect("a file name");
    let text = std::fs::read_to_string(path).expect("a readable file");
    let patterns: Vec<String> = serde_json::from_str(&text).expect("a JSON list of strings");
    let mut kinds: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut slow: Vec<(Duration, &str)> = Vec::new();
    let mut large: Vec<(usize, &str)> = Vec::new();
    let mut unchecked = Vec::new();
    let (mut without_example, mut without_counterexample) = (Vec::new(), Vec::new());
    let start = Instant::now();
    for pattern in &patterns {
        let begin = Instant::now();
        let syntax = match parse(pattern) {
            Ok(syntax) => syntax,
            Err(error) => {
                println!("{error}");
                continue;
            }
        };
        let program = compile(&syntax, Anchoring::Whole, &Limits::default());
        slow.push((begin.elapsed(), pattern));
        large.push((program.table_bytes(), pattern));
        let kind = match &program {
            Program::Everything => "everything".to_owned(),
            Program::Nothing => "nothing".to_owned(),
            Program::Literals(_) => "literals".to_owned(),
            Program::Runs(_) => "runs".to_owned(),
            Program::Dfa(dfa) => match dfa.table() {
                glue_pattern::Table::Dense(_) => "dense".to_owned(),
                _ => "chained".to_owned(),
            },
            Program::Between { inner, .. } => format!("btw {:?}", inner.tier()),
            Program::Then { .. } => "then".to_owned(),
            Program::Times { .. } => "times".to_owned(),
            Program::All(_) => "all".to_owned(),
            Program::Any(_) => "any".to_owned(),
            other => format!("{:?}", other.tier()),
        };
        if let Program::Unchecked(reason) = &program {
            unchecked.push((pattern, *reason));
        }
        if program.example().is_none() && program != Program::Nothing {
            without_example.push(pattern);
        }
        if program.counterexample().is_none() && program != Program::Everything {
            without_counterexample.push(pattern);
        }
        kinds.entry(kind).or_default().push(program.table_bytes());
    }
    println!("{} patterns in {:?}", patterns.len(), start.elapsed());
    for (kind, mut sizes) in kinds {
        sizes.sort_unstable();
        let at = |permille: usize| sizes[(sizes.len() - 1) * permille / 1000];
        println!(
            "{kind:>10} {:5}  bytes: median {} p90 {} p99 {} max {} total {}",
            sizes.len(),
            at(500),
            at(900),
            at(990),
            at(1000),
            sizes.iter().sum::<usize>()
        );
    }
    slow.sort();
    large.sort();
    println!("slowest:");
    for (time, pattern) in slow.iter().rev().take(15) {
        println!("  {time:?} {}", pattern.chars().take(120).collect::<String>());
    }
    println!("largest:");
    for (bytes, pattern) in large.iter().rev().take(40) {
        println!("  {bytes} {}", pattern.chars().take(150).collect::<String>());
    }
    println!("without an example: {without_example:#?}");
    println!("without a counterexample: {without_counterexample:#?}");
    println!("unchecked:");
    for (pattern, reason) in unchecked {
        println!("  {reason:?} {pattern}");
    }
}
