//! The cases to compare: patterns, each with texts.

use std::collections::BTreeSet;

use fastrand::Rng;
use glue_pattern::{Anchoring, Limits, Program, Tier, compile, parse};
use serde::Serialize;

use super::{regex_syntax, texts};

/// The number of random texts for each pattern.
const TEXTS: usize = 200;

/// The number of texts that are timed; all of them match.
const TIMED: usize = 6;

/// The length of a timed text in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 10..=200;

/// A pattern and its texts.
#[derive(Serialize)]
pub(super) struct Case {
    /// The pattern, as written in the model.
    pub(super) pattern: String,
    /// The equivalent pattern for the crate `regex`, if there is one.
    regex: Option<String>,
    tier: &'static str,
    /// Texts, and whether they match.
    texts: Vec<(String, bool)>,
    /// Texts that match and are timed.
    timed: Vec<String>,
}

/// A case for each pattern that does not match everything.
pub(super) fn of(patterns: &BTreeSet<String>) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (number, pattern) in (0..).zip(patterns) {
        let syntax = parse(pattern).map_err(|error| anyhow::anyhow!("{pattern}: {error}"))?;
        let program = compile(&syntax, Anchoring::Whole, &Limits::default());
        let tier = match program.tier() {
            _ if program == Program::Everything => continue,
            Tier::Direct => "direct",
            Tier::Automaton => "automaton",
            Tier::Unchecked => continue,
        };
        let mut rng = Rng::with_seed(number);
        let made: Vec<String> = (0..TEXTS).map(|_| texts::of(syntax.root(), &mut rng)).collect();
        let broken = made.iter().map(|text| texts::broken(text, &mut rng)).collect::<Vec<_>>();
        let is_timed = |text: &&String| LENGTHS.contains(&text.len()) && program.is_match(text);
        let timed: BTreeSet<&String> = made.iter().filter(is_timed).take(TIMED).collect();
        cases.push(Case {
            pattern: pattern.clone(),
            regex: regex_syntax::of(syntax.root()),
            tier,
            timed: timed.into_iter().cloned().collect(),
            texts: made
                .into_iter()
                .chain(broken)
                .map(|text| (text.clone(), program.is_match(&text)))
                .collect(),
        });
    }
    Ok(cases)
}
