//! Texts drawn from patterns, checked by their programs, by trying all short texts, and with the
//! patterns of models. `GLUE_PATTERN_CORPUS` says where those are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use std::collections::BTreeMap;

use glue_pattern::{Anchoring, Limits, Program, Reason, Sampler, compile, parse};
use support::corpus;
use support::generate::{all_texts, random_pattern, random_structure};
use support::random::Random;

const ANY_LENGTH: (u64, Option<u64>) = (0, None);

fn sampler(pattern: &str, lengths: (u64, Option<u64>)) -> Result<Option<Sampler>, Reason> {
    let syntax = parse(pattern).unwrap();
    Sampler::new(Some((&syntax, Anchoring::Whole)), lengths, &Limits::default())
}

fn program(pattern: &str) -> Program {
    compile(&parse(pattern).unwrap(), Anchoring::Whole, &Limits::default())
}

/// Texts of a sampler: one with the first of all choices, some at random, and the longest one.
fn texts(sampler: &Sampler, count: usize, random: &mut Random) -> Vec<String> {
    let mut choose = |bound: u32| random.below(bound as usize) as u32;
    let mut texts = vec![sampler.sample(&mut |_| 0)];
    texts.extend((0..count).map(|_| sampler.sample(&mut choose)));
    texts.extend(sampler.longest().map(|longest| sampler.of_length(longest, &mut choose).unwrap()));
    texts
}

fn length(text: &str) -> u64 {
    text.chars().count() as u64
}

#[test]
fn every_text_matches_and_none_is_forgotten() {
    let mut random = Random::new(21);
    let short = all_texts(&['a', 'b', '-', '\n'], 5);
    let bounds = [ANY_LENGTH, (1, None), (3, None), (2, Some(4)), (4, Some(5)), (40, Some(41))];
    let (mut drawn, mut none, mut unknown) = (0, 0, 0);
    for turn in 0..3_000 {
        let pattern = match turn % 2 {
            0 => random_pattern(&mut random),
            _ => random_structure(3, &mut random),
        };
        if parse(&pattern).is_err() {
            continue;
        }
        let (least, most) = *random.pick(&bounds);
        let Ok(sampler) = sampler(&pattern, (least, most)) else {
            unknown += 1;
            continue;
        };
        let program = program(&pattern);
        let within = |text: &str| {
            let length = length(text);
            least <= length && most.is_none_or(|most| length <= most)
        };
        let shortest = short.iter().filter(|text| within(text) && program.is_match(text));
        let shortest = shortest.map(|text| length(text)).min();
        let Some(sampler) = sampler else {
            assert_eq!(shortest, None, "{pattern:?} of {least} to {most:?} characters");
            none += 1;
            continue;
        };
        assert!(
            shortest.is_none_or(|shortest| sampler.shortest() <= shortest),
            "{pattern:?} of {least} to {most:?} characters: {shortest:?}"
        );
        for text in texts(&sampler, 8, &mut random) {
            assert!(program.is_match(&text), "{text:?} of {pattern:?}");
            assert!(within(&text), "{text:?} of {pattern:?} has {least} to {most:?} characters");
            drawn += 1;
        }
    }
    eprintln!("{drawn} texts, {none} patterns without any, {unknown} undecided");
    assert!(drawn > 6_000 && none > 500 && unknown < 500, "{drawn} {none} {unknown}");
}

#[test]
fn patterns_of_models() {
    let Some(patterns) = corpus::patterns(corpus::BOTOCORE) else { return };
    let mut random = Random::new(22);
    let (mut drawn, mut without) = (0, BTreeMap::<String, Vec<&str>>::new());
    for pattern in &patterns {
        if parse(pattern).is_err() {
            without.entry("it cannot be read".to_owned()).or_default().push(pattern);
            continue;
        }
        match sampler(pattern, ANY_LENGTH) {
            Ok(Some(sampler)) => {
                let program = program(pattern);
                for text in texts(&sampler, 20, &mut random) {
                    assert!(program.is_match(&text), "{text:?} of {pattern:?}");
                    drawn += 1;
                }
            }
            Ok(None) => without.entry("no text matches".to_owned()).or_default().push(pattern),
            Err(reason) => without.entry(reason.to_string()).or_default().push(pattern),
        }
    }
    eprintln!("{drawn} texts of {} patterns", patterns.len());
    for (reason, patterns) in &without {
        eprintln!("{} without a sampler, because {reason}: {patterns:#?}", patterns.len());
    }
    let without: usize = without.values().map(Vec::len).sum();
    assert!(without <= patterns.len() / 500, "{without} of {} patterns", patterns.len());
}
