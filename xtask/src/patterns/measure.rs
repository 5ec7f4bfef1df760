//! Gives generated code and the crate `regex` the same texts, and measures the time.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

#[allow(dead_code, missing_docs)]
mod generated;

/// How often a text is matched in a row, and how often that is repeated; the fastest time counts.
const REPETITIONS: u32 = 200;
const ROUNDS: usize = 7;

#[derive(Deserialize)]
struct Case {
    pattern: String,
    regex: Option<String>,
    tier: String,
    texts: Vec<(String, bool)>,
    timed: Vec<String>,
}

/// How many times faster generated code is.
struct Ratio {
    tier: String,
    ratio: f64,
}

fn main() -> ExitCode {
    let path = std::env::args().nth(1).expect("the file of cases is named");
    let text = std::fs::read_to_string(path).expect("the file of cases can be read");
    let cases: Vec<Case> = serde_json::from_str(&text).expect("the cases are JSON");
    let (mut asked, mut wrong, mut without) = (0, 0, 0);
    let mut ratios = Vec::new();
    for (case, function) in cases.iter().zip(generated::functions()) {
        let regex = case.regex.as_deref().and_then(compile);
        without += usize::from(regex.is_none());
        for (text, matches) in &case.texts {
            asked += 1;
            let others = regex.as_ref().map_or(*matches, |regex| regex.is_match(text));
            if function(text) != *matches || others != *matches {
                wrong += 1;
                println!("{:?} on {text:?}: {}, regex: {others}", case.pattern, function(text));
            }
        }
        let Some(regex) = regex.filter(|_| !case.timed.is_empty()) else { continue };
        let (mut ours, mut theirs) = (f64::MAX, f64::MAX);
        for _ in 0..ROUNDS {
            ours = ours.min(time(&case.timed, |text| function(text)));
            theirs = theirs.min(time(&case.timed, |text| regex.is_match(text)));
        }
        ratios.push(Ratio { tier: case.tier.clone(), ratio: theirs / ours });
    }
    println!("{} patterns, {without} of which `regex` cannot say", cases.len());
    println!("{asked} texts, {wrong} verdicts differ\n");
    table(ratios);
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).size_limit(1 << 28).build().ok()
}

/// The time in seconds to match all texts.
fn time(texts: &[String], matches: impl Fn(&str) -> bool) -> f64 {
    let start = Instant::now();
    for _ in 0..REPETITIONS {
        for text in texts {
            black_box(matches(black_box(text)));
        }
    }
    start.elapsed().as_secs_f64()
}

fn table(mut ratios: Vec<Ratio>) {
    ratios.sort_by(|one, other| one.ratio.total_cmp(&other.ratio));
    println!("how many times faster than `regex`, on texts of 10 to 200 bytes that match");
    println!("{:12}{:>9}{:>8}{:>8}{:>8}{:>8}", "", "patterns", "p10", "median", "p90", "slower");
    for tier in ["direct", "automaton", "all"] {
        let of_tier = |ratio: &&Ratio| tier == "all" || ratio.tier == tier;
        let ratios: Vec<f64> = ratios.iter().filter(of_tier).map(|ratio| ratio.ratio).collect();
        let at = |percent: usize| ratios.get(ratios.len().saturating_sub(1) * percent / 100);
        let [p10, median, p90] = [10, 50, 90].map(|percent| at(percent).copied().unwrap_or(0.0));
        let slower = ratios.iter().filter(|ratio| **ratio < 1.0).count();
        let count = ratios.len();
        println!("{tier:12}{count:9}{p10:8.2}{median:8.2}{p90:8.2}{slower:8}");
    }
}
