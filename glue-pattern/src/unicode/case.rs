//! What matches a character when case is ignored.

use crate::ClassSet;
use crate::class_set::scalar_range;
use crate::syntax::ast::Folding;
use std::sync::LazyLock;

/// The characters that match one code point.
pub(crate) fn fold_character(code_point: u32, folding: Folding) -> ClassSet {
    let exact = ClassSet::from_code_points(code_point, code_point);
    let (Folding::Unicode, Some(c)) = (folding, exact.only()) else {
        return fold_range(code_point, code_point, folding);
    };
    let folded = simple_lower(simple_upper(c));
    let variants = CASED.iter().filter(|cased| cased.folded == folded);
    let variants = variants.map(|cased| cased.character);
    ClassSet::from_ranges(variants.chain([c]).map(|c| (c, c)))
}

/// The characters that match a range of code points.
///
/// Java takes a character if it, its upper case or the lower case of that lies in the range.
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
    /// The lower case of the upper case, equal for characters that differ in case only.
    folded: char,
}

/// All of them: few of the many characters, and needed for every one that ignores case.
static CASED: LazyLock<Vec<Cased>> = LazyLock::new(|| {
    let cased = |character| {
        let upper = simple_upper(character);
        let folded = simple_lower(upper);
        Cased { character, upper, folded }
    };
    let has_case = |c: &char| simple_upper(*c) != *c || simple_lower(*c) != *c;
    ('\0'..=char::MAX).filter(has_case).map(cased).collect()
});

/// The simple upper case of Unicode: one character for one character.
fn simple_upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(only), None) => only,
        // The full mapping writes the iota subscript of Greek out; the simple one keeps it.
        _ => match u32::from(c) {
            code @ (0x1F80..=0x1F87 | 0x1F90..=0x1F97 | 0x1FA0..=0x1FA7) => {
                char::from_u32(code + 8).unwrap_or(c)
            }
            code @ (0x1FB3 | 0x1FC3 | 0x1FF3) => char::from_u32(code + 9).unwrap_or(c),
            _ => c,
        },
    }
}

/// The simple lower case of Unicode: one character for one character.
fn simple_lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ if c == '\u{130}' => 'i',
        _ => c,
    }
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
