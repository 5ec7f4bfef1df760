//! Compiles every pattern of a corpus and reports the results.
//!
//! The environment variable `GLUE_PATTERN_CORPUS` is the path of the patterns: a JSON list, or a
//! folder with models in botocore's format. Run it with
//! `cargo run --release -p glue-pattern --example corpus`.
#![allow(clippy::unwrap_used)]

#[path = "../tests/support/corpus.rs"]
#[allow(dead_code, unreachable_pub)]
mod corpus;

use glue_pattern::{Anchoring, Limits, Program, Table, compile_counted, parse};
use std::collections::BTreeMap;

/// How many of the slowest and of the largest are shown.
const SHOWN: usize = 10;

fn main() {
    let Some(patterns) = corpus::patterns(corpus::BOTOCORE) else {
        println!("{} does not say where the patterns are", corpus::BOTOCORE);
        return;
    };
    let mut kinds: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut work: Vec<(u64, &str)> = Vec::new();
    let mut sizes: Vec<(usize, &str)> = Vec::new();
    for pattern in &patterns {
        let syntax = match parse(pattern) {
            Ok(syntax) => syntax,
            Err(error) => {
                println!("{error}");
                continue;
            }
        };
        let (program, units) = compile_counted(&syntax, Anchoring::Whole, &Limits::default());
        work.push((units, pattern));
        let bytes = program.table_bytes();
        sizes.push((bytes, pattern));
        kinds.entry(kind(&program)).or_default().push(bytes);
        kinds.entry("all together").or_default().push(bytes);
        if let Program::Unchecked(reason) = program {
            println!("not checked, for {reason}: {pattern}");
        }
    }
    let total: u64 = work.iter().map(|(units, _)| units).sum();
    println!("{} patterns, {total} units of work; bytes of tables:", patterns.len());
    println!(
        "{:20}{:>6}{:>8}{:>8}{:>8}{:>8}{:>9}",
        "", "count", "median", "p90", "p99", "most", "sum"
    );
    for (kind, mut bytes) in kinds {
        bytes.sort_unstable();
        let at = |permille: usize| bytes[(bytes.len() - 1) * permille / 1000];
        let [median, p90, p99, most] = [500, 900, 990, 1000].map(at);
        let (count, sum) = (bytes.len(), bytes.iter().sum::<usize>());
        println!("{kind:20}{count:6}{median:8}{p90:8}{p99:8}{most:8}{sum:9}");
    }
    work.sort();
    println!("units of work, of {} allowed:", Limits::default().work);
    for (units, pattern) in work.iter().rev().take(SHOWN) {
        println!("{units:10} {}", shortened(pattern));
    }
    println!("bytes of tables:");
    sizes.sort();
    for (bytes, pattern) in sizes.iter().rev().take(SHOWN) {
        println!("{bytes:10} {}", shortened(pattern));
    }
}

fn shortened(pattern: &str) -> String {
    pattern.chars().take(100).collect()
}

fn kind(program: &Program) -> &'static str {
    match program {
        Program::Everything | Program::Nothing => "constant",
        Program::Literals(_) => "literals",
        Program::Runs(_) => "runs",
        Program::Steps(_) => "steps",
        Program::Between { inner, .. } => match kind(inner) {
            "runs" => "runs, from both ends",
            _ => "between runs",
        },
        Program::Dfa(dfa) => match dfa.table() {
            Table::Dense(_) => "dense automaton",
            _ => "automaton, shared rows",
        },
        Program::Then { .. } => "then",
        Program::Times { .. } => "times",
        Program::All(_) => "all of several",
        Program::Any(_) => "any of several",
        Program::Not(_) => "not",
        Program::Unchecked(_) => "not checked",
    }
}
