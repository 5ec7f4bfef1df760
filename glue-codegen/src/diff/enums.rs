//! Enums.

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::order;
use super::pairs::{Names, Pair, pair};
use super::verdict::JsonVerdict;
use crate::plan::{Enum, EnumVariant};

pub(super) fn compare(old: &Enum, new: &Enum, found: &mut Vec<Change>) {
    let subject = Subject::item(ItemKind::Enum, &new.model_name);
    // Enums derive `Ord`.
    let names =
        |item: &Enum| item.variants.iter().map(|variant| variant.name.to_string()).collect();
    order::compare(subject, Aspect::Order, names(old), names(new), found);
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
                subject.compare(Aspect::WireName, value(old), value(new), Impact::Behavior, found);
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
