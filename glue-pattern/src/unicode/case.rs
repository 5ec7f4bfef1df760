//! The characters that match a character if case is ignored.

use super::table::{LOWER, UPPER};
use crate::class_set::ClassSet;
use crate::class_set::scalar_range;
use crate::sorted::sorted;
use crate::syntax::ast::Folding;
use std::sync::LazyLock;

/// The characters that match one code point.
pub(crate) fn fold_character(code_point: u32, folding: Folding) -> ClassSet {
    let exact = ClassSet::from_code_points(code_point, code_point);
    let (Folding::Unicode, Some(c)) = (folding, exact.only()) else {
        return fold_range(code_point, code_point, folding);
    };
    let known = CASED.binary_search_by_key(&c, |cased| cased.character);
    let folded = known.map_or(c, |index| CASED[index].folded);
    let variants = CASED.iter().filter(|other| other.folded == folded);
    let variants = variants.map(|other| other.character);
    ClassSet::from_ranges(variants.chain([c, folded]).map(|c| (c, c)))
}

/// The characters that match a range of code points.
///
/// Java accepts a character if the character, its upper case or the lower case of that is in the
/// range.
pub(crate) fn fold_range(first: u32, last: u32, folding: Folding) -> ClassSet {
    let within = |c: char| (first..=last).contains(&u32::from(c));
    let variants: Vec<char> = match folding {
        Folding::None => Vec::new(),
        Folding::Ascii => ('A'..='Z')
            .chain('a'..='z')
            .filter(|c| within(c.to_ascii_uppercase()) || within(c.to_ascii_lowercase()))
            .collect(),
        Folding::Unicode => CASED
            .iter()
            .filter(|cased| within(cased.upper) || within(cased.folded))
            .map(|cased| cased.character)
            .collect(),
    };
    ClassSet::from_ranges(
        scalar_range(first, last).into_iter().chain(variants.into_iter().map(|c| (c, c))),
    )
}

/// A character that has another case.
struct Cased {
    character: char,
    upper: char,
    /// The lower case of the upper case, equal for characters that only differ in case.
    folded: char,
}

/// All characters that have another case: they are few, and needed for every character if case is
/// ignored.
static CASED: LazyLock<Vec<Cased>> = LazyLock::new(|| {
    let (upper, lower) = (mapping(UPPER), mapping(LOWER));
    let other = |cases: &[(char, char)], c| {
        cases.binary_search_by_key(&c, |&(from, _)| from).map_or(c, |index| cases[index].1)
    };
    let mut characters = sorted(upper.iter().chain(&lower).map(|&(from, _)| from).collect());
    characters.dedup();
    let cased = |character| {
        let upper = other(&upper, character);
        Cased { character, upper, folded: other(&lower, upper) }
    };
    characters.into_iter().map(cased).collect()
});

/// The characters with another case, in order, each with its other case.
fn mapping(runs: &[(u32, u32, u32, i32)]) -> Vec<(char, char)> {
    let mut pairs = Vec::new();
    for &(first, last, step, distance) in runs {
        for code_point in (first..=last).step_by(step as usize) {
            let other = code_point.checked_add_signed(distance).and_then(char::from_u32);
            pairs.extend(char::from_u32(code_point).zip(other));
        }
    }
    sorted(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(set: &ClassSet) -> String {
        set.chars().collect()
    }

    #[test]
    fn folds_characters() {
        let fold = |c, folding| chars(&fold_character(u32::from(c), folding));
        assert_eq!(fold('k', Folding::None), "k");
        assert_eq!(fold('k', Folding::Ascii), "Kk");
        assert_eq!(fold('k', Folding::Unicode), "Kk\u{212A}");
        assert_eq!(fold('\u{E9}', Folding::Ascii), "\u{E9}");
        assert_eq!(fold('\u{E9}', Folding::Unicode), "\u{C9}\u{E9}");
        assert_eq!(fold('\u{1FB3}', Folding::Unicode), "\u{1FB3}\u{1FBC}");
        assert_eq!(fold('1', Folding::Unicode), "1");
        assert_eq!(fold('\u{DF}', Folding::Unicode), "\u{DF}\u{1E9E}");
        assert_eq!(fold('\u{1E9E}', Folding::Unicode), "\u{DF}\u{1E9E}");
        assert!(fold_character(0xD800, Folding::Unicode).is_empty());
    }

    #[test]
    fn folds_ranges() {
        let fold = |a, b, folding| chars(&fold_range(u32::from(a), u32::from(b), folding));
        assert_eq!(fold('x', 'z', Folding::None), "xyz");
        assert_eq!(fold('x', 'z', Folding::Ascii), "XYZxyz");
        assert_eq!(fold('Y', '[', Folding::Ascii), "YZ[yz");
        assert_eq!(fold('r', 's', Folding::Unicode), "RSrs\u{17F}");
    }
}
