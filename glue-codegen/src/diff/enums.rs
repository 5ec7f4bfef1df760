//! Enums.

use std::collections::HashSet;

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::pairs::{Names, Pair, pair};
use super::verdict::JsonVerdict;
use crate::plan::{Enum, EnumVariant};

pub(super) fn compare(old: &Enum, new: &Enum, found: &mut Vec<Change>) {
    let subject = Subject::item(ItemKind::Enum, &new.model_name);
    order(subject, old, new, found);
    let names = |variant: &EnumVariant| Names {
        model: variant.value.clone(),
        rust: variant.name.to_string(),
    };
    let pairs = pair(old.variants.iter().map(names), new.variants.iter().map(names));
    for pair in pairs.select(&old.variants, &new.variants) {
        match pair {
            Pair::Both(old, new) => {
                let subject = subject.member(&new.value);
                let name = |variant: &EnumVariant| Some(variant.name.to_string());
                subject.compare(Aspect::RustName, name(old), name(new), Impact::Breaking, found);
                let value = |variant: &EnumVariant| Some(variant.value.clone());
                subject.compare(Aspect::WireName, value(old), value(new), Impact::Behaviour, found);
                let (from, to) = (&old.attributes.deprecated, &new.attributes.deprecated);
                subject.deprecation(from, to, found);
            }
            Pair::New(variant) => {
                let name = variant.name.to_string();
                subject.member(&variant.value).added(name, Impact::Additive, found);
            }
            Pair::Old(variant) => {
                // The value is kept as an unknown one.
                let subject = subject.member(&variant.value).json(JsonVerdict::SAME);
                subject.removed(variant.name.to_string(), found);
            }
        }
    }
}

/// Whether values compare otherwise than before: enums derive `Ord`.
fn order(subject: Subject<'_>, old: &Enum, new: &Enum, found: &mut Vec<Change>) {
    let names = |item: &Enum| -> Vec<String> {
        item.variants.iter().map(|variant| variant.name.to_string()).collect()
    };
    let (old, new) = (names(old), names(new));
    let (in_old, in_new): (HashSet<&String>, HashSet<&String>) =
        (old.iter().collect(), new.iter().collect());
    let of_both = |names: &[String]| {
        let names = names.iter().filter(|name| in_old.contains(name) && in_new.contains(name));
        Some(names.cloned().collect::<Vec<_>>().join(", "))
    };
    subject.compare(Aspect::Order, of_both(&old), of_both(&new), Impact::Behaviour, found);
}
