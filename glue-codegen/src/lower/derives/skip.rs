//! The derives that selected types do without.

use super::of_kind;
use crate::lower::problems::Problems;
use crate::plan::{Structure, TypeItem};

/// Takes derives, by their names and separated by commas, from the types at these places. It is a
/// problem if generated code needs one itself, and if none of the types has it.
pub(in crate::lower) fn skip(
    types: &mut [TypeItem],
    places: &[usize],
    names: &str,
    problems: &mut Problems<'_>,
) {
    for name in names.split(',').map(str::trim) {
        let (mut is_had, mut needed) = (false, None);
        for place in places {
            let Some(item) = types.get_mut(*place) else { continue };
            let Some(derive) = of_kind(item).iter().find(|derive| **derive == name) else {
                continue;
            };
            is_had = true;
            match reason(item, derive) {
                Some(reason) => {
                    needed = needed.or_else(|| Some(format!("`{}`: {reason}", item.name())));
                }
                None if item.derives().skipped.contains(derive) => {}
                None => item.derives_mut().skipped.push(derive),
            }
        }
        if let Some(reason) = needed {
            problems.option(
                format!("`{name}` cannot be skipped for {reason}"),
                "leave it out, or select other types".to_owned(),
            );
        } else if !is_had && !places.is_empty() {
            problems.option(
                format!("`{}` is not a derive that can be skipped there", name.escape_debug()),
                "structures derive `Clone`, `Debug`, `Default` and `PartialEq`, unions all of them \
                 but `Default`, and enums also `Eq`, `PartialOrd`, `Ord` and `Hash`"
                    .to_owned(),
            );
        }
    }
}

/// Why generated code needs a derive of a type, and an impl by hand would not do.
fn reason(item: &TypeItem, derive: &str) -> Option<&'static str> {
    match (item, derive) {
        (TypeItem::Structure(_), "Default") => {
            Some("reading starts with a structure of which nothing is set")
        }
        (_, "Debug") if hides_values(item) => Some("its `Debug` hides sensitive values"),
        _ => None,
    }
}

fn hides_values(item: &TypeItem) -> bool {
    match item {
        TypeItem::Structure(Structure { sensitive, fields, .. }) => {
            *sensitive || fields.iter().any(|field| field.sensitive)
        }
        TypeItem::Union(union) => {
            union.sensitive || union.variants.iter().any(|variant| variant.sensitive)
        }
        TypeItem::Enum(item) => item.sensitive,
    }
}
