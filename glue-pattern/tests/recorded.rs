//! Compares with verdicts of `java.util.regex` that were written down: `verdicts.json` lists
//! patterns, each with texts that match and texts that do not, and `refused.json` what is no pattern.
//! The former is written from `patterns.json`, by the command at its start.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

use glue_pattern::{Anchoring, Limits, Tier, compile, parse};

#[test]
fn agrees_with_recorded_verdicts() {
    let mut file: serde_json::Value =
        serde_json::from_str(include_str!("data/verdicts.json")).unwrap();
    let recorded: Vec<(String, Vec<String>, Vec<String>)> =
        serde_json::from_value(file["verdicts"].take()).unwrap();
    assert!(recorded.len() > 300);
    let mut texts = 0;
    for (pattern, matching, other) in &recorded {
        let syntax = parse(pattern).unwrap();
        let program = compile(&syntax, Anchoring::Whole, &Limits::default());
        assert_ne!(program.tier(), Tier::Unchecked, "{pattern:?}");
        for text in matching {
            assert!(program.is_match(text), "{pattern:?} on {text:?}");
        }
        for text in other {
            assert!(!program.is_match(text), "{pattern:?} on {text:?}");
        }
        texts += matching.len() + other.len();
    }
    assert!(texts > 3000);
}

#[test]
fn refuses_what_java_refuses() {
    let refused: Vec<String> = serde_json::from_str(include_str!("data/refused.json")).unwrap();
    assert!(refused.len() > 40);
    for pattern in &refused {
        let error = parse(pattern).expect_err(pattern);
        assert_eq!(error.pattern(), pattern);
        assert!(pattern.is_char_boundary(error.offset()));
        assert_eq!(error.to_string().lines().count(), 3);
    }
}
