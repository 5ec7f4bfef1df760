//! Expressions that are written as a list of texts: a word or an alternation of words, of any
//! length.

use super::literals::{MOST_BYTES, MOST_LITERALS};
use crate::budget::Budget;
use crate::expression::Expression;
use crate::program::Reason;
use crate::sorted::sorted;

/// The texts that an expression matches, sorted and without duplicates, if it is written as a list
/// that is too long for a search with an automaton.
///
/// # Errors
/// The work exceeds the budget.
pub(super) fn texts(
    expression: &Expression,
    budget: &mut Budget,
) -> Result<Option<Vec<String>>, Reason> {
    let size = expression.size();
    let branches = match expression {
        Expression::Alternate(branches) => &branches[..],
        other => std::slice::from_ref(other),
    };
    if branches.len() <= MOST_LITERALS && size <= MOST_BYTES {
        return Ok(None);
    }
    budget.charge(2 * size)?;
    let mut texts = Vec::new();
    for branch in branches {
        match branch {
            // The single characters of the alternation.
            Expression::Class(set) if set.len() <= branches.len() => {
                texts.extend(set.chars().map(String::from));
            }
            branch => match text(branch) {
                Some(text) => texts.push(text),
                None => return Ok(None),
            },
        }
    }
    let mut texts = sorted(texts);
    texts.dedup();
    Ok(Some(texts))
}

/// The only text that an expression matches, if it is written as text.
fn text(expression: &Expression) -> Option<String> {
    let mut text = String::new();
    let parts = match expression {
        Expression::Concat(parts) => &parts[..],
        other => std::slice::from_ref(other),
    };
    for part in parts {
        let (class, count) = match part {
            Expression::Class(set) => (set, 1),
            Expression::Repeat(body, min, Some(max)) if min == max && *min <= MOST_REPEATED => {
                match &**body {
                    Expression::Class(set) => (set, *min),
                    _ => return None,
                }
            }
            _ => return None,
        };
        text.extend(std::iter::repeat_n(class.only()?, count as usize));
    }
    Some(text)
}

/// How often a character of a text may be repeated, so that the list is not longer than the
/// pattern.
const MOST_REPEATED: u32 = 8;
