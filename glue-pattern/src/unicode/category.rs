//! General categories.

use super::table::RUNS;
use crate::class_set::{ClassSet, scalar_range};

/// The general category of a character, by its short name in Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Category {
    Cc,
    Cf,
    Cn,
    Co,
    Ll,
    Lm,
    Lo,
    Lt,
    Lu,
    Mc,
    Me,
    Mn,
    Nd,
    Nl,
    No,
    Pc,
    Pd,
    Pe,
    Pf,
    Pi,
    Po,
    Ps,
    Sc,
    Sk,
    Sm,
    So,
    Zl,
    Zp,
    Zs,
}

use Category::*;

/// The characters of any of the given categories.
pub(super) fn characters_of(categories: &[Category]) -> ClassSet {
    let ends = RUNS.iter().skip(1).map(|&(start, _)| start - 1);
    let runs = RUNS.iter().zip(ends.chain([u32::from(char::MAX)]));
    ClassSet::from_ranges(
        runs.filter(|((_, category), _)| categories.contains(category))
            .filter_map(|(&(start, _), end)| scalar_range(start, end)),
    )
}

/// Whether a character is a letter or a number of any kind.
pub(crate) fn is_letter_or_number(c: char) -> bool {
    let after = RUNS.partition_point(|&(start, _)| start <= u32::from(c));
    let category = after.checked_sub(1).map(|index| RUNS[index].1);
    matches!(category, Some(Ll | Lm | Lo | Lt | Lu | Nd | Nl | No))
}

/// The categories that a name such as `L`, `Lu` or `LC` means, in Java's spelling.
pub(super) fn categories_named(name: &str) -> Option<&'static [Category]> {
    Some(match name {
        "Cc" => &[Cc],
        "Cf" => &[Cf],
        "Cn" => &[Cn],
        "Co" => &[Co],
        "Cs" => &[],
        "Ll" => &[Ll],
        "Lm" => &[Lm],
        "Lo" => &[Lo],
        "Lt" => &[Lt],
        "Lu" => &[Lu],
        "Mc" => &[Mc],
        "Me" => &[Me],
        "Mn" => &[Mn],
        "Nd" => &[Nd],
        "Nl" => &[Nl],
        "No" => &[No],
        "Pc" => &[Pc],
        "Pd" => &[Pd],
        "Pe" => &[Pe],
        "Pf" => &[Pf],
        "Pi" => &[Pi],
        "Po" => &[Po],
        "Ps" => &[Ps],
        "Sc" => &[Sc],
        "Sk" => &[Sk],
        "Sm" => &[Sm],
        "So" => &[So],
        "Zl" => &[Zl],
        "Zp" => &[Zp],
        "Zs" => &[Zs],
        "C" => &[Cc, Cf, Cn, Co],
        "L" => &[Ll, Lm, Lo, Lt, Lu],
        "LC" => &[Ll, Lt, Lu],
        "LD" => &[Ll, Lm, Lo, Lt, Lu, Nd],
        "M" => &[Mc, Me, Mn],
        "N" => &[Nd, Nl, No],
        "P" => &[Pc, Pd, Pe, Pf, Pi, Po, Ps],
        "S" => &[Sc, Sk, Sm, So],
        "Z" => &[Zl, Zp, Zs],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_general_category::{GeneralCategory, get_general_category};

    fn short_name(category: GeneralCategory) -> &'static str {
        match category {
            GeneralCategory::Control => "Cc",
            GeneralCategory::Format => "Cf",
            GeneralCategory::Unassigned => "Cn",
            GeneralCategory::PrivateUse => "Co",
            GeneralCategory::LowercaseLetter => "Ll",
            GeneralCategory::ModifierLetter => "Lm",
            GeneralCategory::OtherLetter => "Lo",
            GeneralCategory::TitlecaseLetter => "Lt",
            GeneralCategory::UppercaseLetter => "Lu",
            GeneralCategory::SpacingMark => "Mc",
            GeneralCategory::EnclosingMark => "Me",
            GeneralCategory::NonspacingMark => "Mn",
            GeneralCategory::DecimalNumber => "Nd",
            GeneralCategory::LetterNumber => "Nl",
            GeneralCategory::OtherNumber => "No",
            GeneralCategory::ConnectorPunctuation => "Pc",
            GeneralCategory::DashPunctuation => "Pd",
            GeneralCategory::ClosePunctuation => "Pe",
            GeneralCategory::FinalPunctuation => "Pf",
            GeneralCategory::InitialPunctuation => "Pi",
            GeneralCategory::OtherPunctuation => "Po",
            GeneralCategory::OpenPunctuation => "Ps",
            GeneralCategory::CurrencySymbol => "Sc",
            GeneralCategory::ModifierSymbol => "Sk",
            GeneralCategory::MathSymbol => "Sm",
            GeneralCategory::OtherSymbol => "So",
            GeneralCategory::LineSeparator => "Zl",
            GeneralCategory::ParagraphSeparator => "Zp",
            GeneralCategory::SpaceSeparator => "Zs",
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_character_is_in_its_category() {
        let mut runs = RUNS.iter().peekable();
        let mut current = None;
        for c in '\0'..=char::MAX {
            while let Some((_, category)) = runs.next_if(|(start, _)| *start <= u32::from(c)) {
                current = Some(*category);
            }
            let expected = categories_named(short_name(get_general_category(c)));
            assert_eq!(current.as_ref().map(std::slice::from_ref), expected, "{c:?}");
        }
    }

    #[test]
    fn groups_are_unions() {
        let of = |name| characters_of(categories_named(name).unwrap());
        for (group, members) in [
            ("C", &["Cc", "Cf", "Cn", "Co", "Cs"][..]),
            ("L", &["Lu", "Ll", "Lt", "Lm", "Lo"]),
            ("LC", &["Lu", "Ll", "Lt"]),
            ("LD", &["L", "Nd"]),
            ("M", &["Mn", "Mc", "Me"]),
            ("N", &["Nd", "Nl", "No"]),
            ("P", &["Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"]),
            ("S", &["Sm", "Sc", "Sk", "So"]),
            ("Z", &["Zs", "Zl", "Zp"]),
        ] {
            let union =
                members.iter().fold(ClassSet::empty(), |union, name| union.union(&of(name)));
            assert_eq!(of(group), union, "{group}");
        }
        let all = ["C", "L", "M", "N", "P", "S", "Z"];
        assert!(all.iter().fold(ClassSet::empty(), |all, name| all.union(&of(name))).is_any());
        assert_eq!(categories_named("lu"), None);
    }
}
