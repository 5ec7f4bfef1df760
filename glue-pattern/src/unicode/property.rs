//! The properties named by `\p{...}`.

use super::ascii;
use super::category::{categories_named, characters_of};
use super::table::{OTHER_ALPHABETIC, OTHER_LOWERCASE, OTHER_UPPERCASE};
use crate::class_set::ClassSet;
use crate::class_set::scalar_range;

/// The meaning of `\p{name}`.
pub(crate) enum Property {
    /// A set of characters.
    Set(ClassSet),
    /// A script or a block, which Java supports and this crate does not.
    Unsupported,
    /// A name that is unknown to Java.
    Unknown,
}

/// Looks up the text between the braces of `\p{...}`.
///
/// In Java, case matters in POSIX names and general categories, but not in the names after `Is`.
/// `case_insensitive` widens properties of case, and `unicode_classes` is the flag `U`.
pub(crate) fn property(name: &str, case_insensitive: bool, unicode_classes: bool) -> Property {
    if let Some((key, value)) = name.split_once('=') {
        return match key.to_ascii_lowercase().as_str() {
            "gc" | "general_category" => known(exact(value, case_insensitive)),
            "sc" | "script" | "blk" | "block" => Property::Unsupported,
            _ => Property::Unknown,
        };
    }
    if name.starts_with("In") {
        return Property::Unsupported;
    }
    if let Some(short) = name.strip_prefix("Is") {
        let upper = short.to_uppercase();
        return binary(&upper, case_insensitive)
            .or_else(|| posix(&upper, case_insensitive))
            .or_else(|| exact(short, case_insensitive))
            .map_or(Property::Unsupported, Property::Set);
    }
    let unicode = unicode_classes.then(|| posix(&name.to_uppercase(), case_insensitive));
    known(unicode.flatten().or_else(|| exact(name, case_insensitive)))
}

fn known(set: Option<ClassSet>) -> Property {
    set.map_or(Property::Unknown, Property::Set)
}

fn category(name: &str) -> ClassSet {
    categories_named(name).map_or_else(ClassSet::empty, characters_of)
}

/// The characters of a category and additional ranges.
fn with_others(category_name: &str, others: &[(u32, u32)]) -> ClassSet {
    let others = others.iter().filter_map(|&(first, last)| scalar_range(first, last));
    category(category_name).union(&ClassSet::from_ranges(others))
}

pub(super) fn digit() -> ClassSet {
    category("Nd")
}

pub(super) fn white_space() -> ClassSet {
    let separators = category("Z");
    separators.union(&ClassSet::from_ranges([('\t', '\r'), ('\u{85}', '\u{85}')]))
}

fn alphabetic() -> ClassSet {
    with_others("L", OTHER_ALPHABETIC).union(&category("Nl"))
}

fn lower_case() -> ClassSet {
    with_others("Ll", OTHER_LOWERCASE)
}

fn upper_case() -> ClassSet {
    with_others("Lu", OTHER_UPPERCASE)
}

fn cased() -> ClassSet {
    lower_case().union(&upper_case()).union(&category("Lt"))
}

fn blank() -> ClassSet {
    category("Zs").union(&ClassSet::single('\t'))
}

fn graph() -> ClassSet {
    ["Z", "Cc", "Cn"].into_iter().fold(ClassSet::any(), |set, name| set.difference(&category(name)))
}

fn hexadecimal_digit() -> ClassSet {
    ascii_hexadecimal_digit().union(&digit()).union(&ClassSet::from_ranges([
        ('\u{FF10}', '\u{FF19}'),
        ('\u{FF21}', '\u{FF26}'),
        ('\u{FF41}', '\u{FF46}'),
    ]))
}

fn ascii_hexadecimal_digit() -> ClassSet {
    ClassSet::from_ranges([('0', '9'), ('A', 'F'), ('a', 'f')])
}

fn join_control() -> ClassSet {
    ClassSet::range('\u{200C}', '\u{200D}')
}

/// `\w` under the flag `U`.
pub(super) fn word() -> ClassSet {
    [category("M"), digit(), category("Pc"), join_control()]
        .iter()
        .fold(alphabetic(), |set, other| set.union(other))
}

/// The POSIX names, with their members in Unicode. `name` is in upper case.
fn posix(name: &str, case_insensitive: bool) -> Option<ClassSet> {
    Some(match name {
        "ALPHA" => alphabetic(),
        "LOWER" | "UPPER" if case_insensitive => cased(),
        "LOWER" => lower_case(),
        "UPPER" => upper_case(),
        "SPACE" => white_space(),
        "PUNCT" => category("P"),
        "XDIGIT" => hexadecimal_digit(),
        "ALNUM" => alphabetic().union(&digit()),
        "CNTRL" => category("Cc"),
        "DIGIT" => digit(),
        "BLANK" => blank(),
        "GRAPH" => graph(),
        "PRINT" => graph().union(&blank()).difference(&category("Cc")),
        _ => return None,
    })
}

/// The binary properties, by their names in upper case.
fn binary(name: &str, case_insensitive: bool) -> Option<ClassSet> {
    Some(match name {
        "ALPHABETIC" => alphabetic(),
        "ASSIGNED" => category("Cn").complement(),
        "CONTROL" => category("Cc"),
        "HEXDIGIT" | "HEX_DIGIT" => hexadecimal_digit(),
        "JOINCONTROL" | "JOIN_CONTROL" => join_control(),
        "LETTER" => category("L"),
        "LOWERCASE" | "UPPERCASE" | "TITLECASE" if case_insensitive => cased(),
        "LOWERCASE" => lower_case(),
        "UPPERCASE" => upper_case(),
        "TITLECASE" => category("Lt"),
        "NONCHARACTERCODEPOINT" | "NONCHARACTER_CODE_POINT" => noncharacters(),
        "PUNCTUATION" => category("P"),
        "WHITESPACE" | "WHITE_SPACE" => white_space(),
        "WORD" => word(),
        _ => return None,
    })
}

fn noncharacters() -> ClassSet {
    let last_two = (0..=0x10).map(|plane| (plane << 16 | 0xFFFE, plane << 16 | 0xFFFF));
    ClassSet::from_ranges(
        last_two.chain([(0xFDD0, 0xFDEF)]).filter_map(|(first, last)| scalar_range(first, last)),
    )
}

/// The names whose case matters: general categories, POSIX names with their ASCII members, and the
/// methods of `java.lang.Character` that depend on a general category.
fn exact(name: &str, case_insensitive: bool) -> Option<ClassSet> {
    if case_insensitive && matches!(name, "Ll" | "Lu" | "Lt") {
        return Some(category("LC"));
    }
    if let Some(categories) = categories_named(name) {
        return Some(characters_of(categories));
    }
    ascii(name, case_insensitive).or_else(|| java_method(name, case_insensitive))
}

fn ascii(name: &str, case_insensitive: bool) -> Option<ClassSet> {
    let letters = || ClassSet::from_ranges([('A', 'Z'), ('a', 'z')]);
    Some(match name {
        "all" => ClassSet::any(),
        "L1" => ClassSet::range('\0', '\u{FF}'),
        "ASCII" => ClassSet::range('\0', '\u{7F}'),
        "Alnum" => letters().union(&ascii::digit()),
        "Alpha" => letters(),
        "Blank" => ClassSet::from_ranges([('\t', '\t'), (' ', ' ')]),
        "Cntrl" => ClassSet::from_ranges([('\0', '\u{1F}'), ('\u{7F}', '\u{7F}')]),
        "Digit" => ascii::digit(),
        "Graph" => ClassSet::range('!', '~'),
        "Lower" | "Upper" if case_insensitive => letters(),
        "Lower" => ClassSet::range('a', 'z'),
        "Print" => ClassSet::range(' ', '~'),
        "Punct" => ClassSet::range('!', '~').difference(&letters()).difference(&ascii::digit()),
        "Space" => ascii::space(),
        "Upper" => ClassSet::range('A', 'Z'),
        "XDigit" => ascii_hexadecimal_digit(),
        _ => return None,
    })
}

fn java_method(name: &str, case_insensitive: bool) -> Option<ClassSet> {
    Some(match name {
        "javaLowerCase" | "javaUpperCase" | "javaTitleCase" if case_insensitive => cased(),
        "javaLowerCase" => lower_case(),
        "javaUpperCase" => upper_case(),
        "javaTitleCase" => category("Lt"),
        "javaAlphabetic" => alphabetic(),
        "javaDigit" => digit(),
        "javaDefined" => category("Cn").complement(),
        "javaLetter" => category("L"),
        "javaLetterOrDigit" => category("LD"),
        "javaSpaceChar" => category("Z"),
        "javaWhitespace" => java_white_space(),
        "javaISOControl" => category("Cc"),
        _ => return None,
    })
}

/// `Character.isWhitespace`: the separators that allow a break, and some controls.
fn java_white_space() -> ClassSet {
    let no_break = ['\u{A0}', '\u{2007}', '\u{202F}'].map(|c| (c, c));
    category("Z")
        .difference(&ClassSet::from_ranges(no_break))
        .union(&ClassSet::from_ranges([('\t', '\r'), ('\u{1C}', '\u{1F}')]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(name: &str, case_insensitive: bool, unicode_classes: bool) -> ClassSet {
        match property(name, case_insensitive, unicode_classes) {
            Property::Set(set) => set,
            _ => panic!("{name}"),
        }
    }

    #[test]
    fn posix_names_are_ascii_unless_flagged() {
        let ascii = |predicate: fn(&char) -> bool| {
            ClassSet::from_ranges(('\0'..='\u{7F}').filter(predicate).map(|c| (c, c)))
        };
        for (name, predicate) in [
            ("Alnum", char::is_ascii_alphanumeric as fn(&char) -> bool),
            ("Alpha", char::is_ascii_alphabetic),
            ("Cntrl", char::is_ascii_control),
            ("Digit", char::is_ascii_digit),
            ("Graph", char::is_ascii_graphic),
            ("Lower", char::is_ascii_lowercase),
            ("Punct", char::is_ascii_punctuation),
            ("Upper", char::is_ascii_uppercase),
            ("XDigit", char::is_ascii_hexdigit),
            ("ASCII", char::is_ascii),
        ] {
            assert_eq!(set(name, false, false), ascii(predicate), "{name}");
        }
        assert_eq!(set("Print", false, false).len(), 95);
        assert_eq!(set("Space", false, false).len(), 6);
        assert!(set("Alpha", false, true).contains('\u{E9}'));
        assert!(set("Digit", false, true).contains('\u{660}'));
        assert!(!set("Print", false, true).contains('\n'));
    }

    #[test]
    fn members_do_not_depend_on_the_compiler() {
        // Counted in Unicode 16.0; later versions have more.
        for (name, members) in [
            ("IsAlphabetic", 142_759),
            ("IsLowercase", 2_569),
            ("IsUppercase", 1_978),
            ("IsAssigned", 292_531),
        ] {
            assert_eq!(set(name, false, false).len(), members, "{name}");
        }
    }

    #[test]
    fn case_may_not_matter() {
        assert!(!set("Lu", false, false).contains('a') && set("Lu", true, false).contains('a'));
        assert_eq!(set("Lower", true, false), set("Alpha", false, false));
        assert_eq!(set("IsLowercase", true, false), set("IsUppercase", true, false));
        assert_eq!(set("L", true, false), set("L", false, false));
    }

    #[test]
    fn names_with_is_are_found_in_any_case() {
        assert_eq!(set("IsWhiteSpace", false, false), set("Iswhite_space", false, false));
        assert_eq!(set("IsLu", false, false), set("Lu", false, false));
        assert_eq!(set("IsPunct", false, false), set("P", false, false));
        assert_eq!(set("general_category=Nd", false, false), set("GC=Nd", false, false));
        assert_eq!(set("IsNoncharacter_Code_Point", false, false).len(), 66);
    }

    #[test]
    fn the_rest_is_refused() {
        for name in ["", "alpha", "lu", "Nope", "gc=Nope", "age=5"] {
            assert!(matches!(property(name, false, false), Property::Unknown), "{name}");
        }
        for name in ["InGreek", "IsGreek", "script=Greek", "blk=Greek"] {
            assert!(matches!(property(name, false, false), Property::Unsupported), "{name}");
        }
    }
}
