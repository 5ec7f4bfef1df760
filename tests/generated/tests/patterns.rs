//! Generated matching against verdicts that `java.util.regex` gave: the whole way from a model's
//! pattern to `validate()`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use generated_tests::java_patterns::Texts;
use glue_runtime::{Validate, ViolationKind};

/// A pattern, texts that match it, and texts that do not.
type Verdicts = (String, Vec<String>, Vec<String>);

fn matches(pattern: usize, text: &str) -> bool {
    let member = format!("P{pattern}");
    let texts: Texts = serde_json::from_value(serde_json::json!({&member: text})).unwrap();
    match texts.validate() {
        Ok(()) => true,
        Err(violations) => {
            let found: Vec<_> = violations.iter().collect();
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].path(), format!("/{member}"));
            assert!(matches!(found[0].kind(), ViolationKind::Pattern { .. }));
            false
        }
    }
}

#[test]
fn generated_code_agrees_with_java() {
    let recorded = include_str!("../../../glue-pattern/tests/data/verdicts.json");
    let mut recorded: serde_json::Value = serde_json::from_str(recorded).unwrap();
    let recorded: Vec<Verdicts> = serde_json::from_value(recorded["verdicts"].take()).unwrap();
    let mut texts = 0;
    for (index, (pattern, matching, others)) in recorded.iter().enumerate() {
        for text in matching {
            assert!(matches(index, text), "{pattern:?} on {text:?}");
        }
        for text in others {
            assert!(!matches(index, text), "{pattern:?} on {text:?}");
        }
        texts += matching.len() + others.len();
    }
    assert!(texts > 3000, "{texts}");
}
