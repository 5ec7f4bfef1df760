//! Patterns: short ones are beside their values, others at the end of the page.

use glue_codegen::inspect::{PatternForm, Program};

use crate::quoted::PatternText;

/// The longest pattern that is beside its value.
const SHORT: usize = 32;

/// The patterns that are at the end of the page, by their numbers.
#[derive(Default)]
pub(super) struct Patterns(Vec<usize>);

impl Patterns {
    /// The pattern, or its number.
    pub(super) fn note(&mut self, place: usize, forms: &[PatternForm]) -> Option<String> {
        let pattern = forms.get(place)?;
        let text = PatternText(&pattern.source).to_string();
        if text.chars().count() <= SHORT && !text.contains(' ') {
            return Some(format!("pattern {text}{}", unchecked(pattern)));
        }
        let number = self.0.iter().position(|other| *other == place).unwrap_or_else(|| {
            self.0.push(place);
            self.0.len() - 1
        });
        Some(format!("pattern {}", number + 1))
    }

    /// The patterns with their numbers.
    pub(super) fn listed(&self, forms: &[PatternForm]) -> Vec<(usize, String)> {
        let listed = self.0.iter().filter_map(|place| forms.get(*place));
        let text = |pattern: &PatternForm| {
            format!("{}{}", PatternText(&pattern.source), unchecked(pattern))
        };
        (1..).zip(listed.map(text)).collect()
    }
}

fn unchecked(pattern: &PatternForm) -> &'static str {
    match pattern.program {
        Program::Unchecked(_) => " (not checked)",
        _ => "",
    }
}
