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

/// The characters of any of some categories.
pub(super) fn characters_of(categories: &[Category]) -> ClassSet {
    let ends = RUNS.iter().skip(1).map(|&(start, _)| start - 1);
    let runs = RUNS.iter().zip(ends.chain([u32::from(char::MAX)]));
    ClassSet::from_ranges(
        runs.filter(|((_, category), _)| categories.contains(category))
            .filter_map(|(&(start, _), end)| scalar_range(start, end)),
    )
}

/// The categories a name such as `L`, `Lu` or `LC` stands for, in Java's spelling.
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
