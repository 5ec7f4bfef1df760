//! Unions.

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::members::{self, Facts};
use super::pairs::{Names, Pair, pair};
use super::rust_type;
use super::side::Side;
use super::verdict::JsonVerdict;
use crate::plan::{Union, UnionVariant};

pub(super) fn compare(old: (&Side, &Union), new: (&Side, &Union), found: &mut Vec<Change>) {
    let subject = Subject::item(ItemKind::Union, &new.1.model_name);
    subject.sensitivity(old.1.sensitive, new.1.sensitive, found);
    let old_members = facts(old.0, old.1);
    let new_members = facts(new.0, new.1);
    let names = |(variant, _): &(&UnionVariant, Facts<'_>)| Names {
        model: variant.model_name.clone(),
        rust: variant.name.to_string(),
    };
    let pairs = pair(old_members.iter().map(names), new_members.iter().map(names));
    let keys = new.0.place(&new.1.name).and_then(|place| new.0.keys(place));
    let taker = |key: &str| -> Option<&str> {
        new_members.get(keys?.find(key)?).map(|(variant, _)| variant.model_name.as_str())
    };
    let text =
        |variant: &UnionVariant| format!("{}({})", variant.name, rust_type::text(&variant.ty));
    for pair in pairs.select(&old_members, &new_members) {
        match pair {
            Pair::Both((old, old_facts), (new, new_facts)) => {
                let subject = subject.member(&new.model_name);
                if !members::is_same_type(old_facts, new_facts) {
                    let (from, to) = (rust_type::text(&old.ty), rust_type::text(&new.ty));
                    let cause = members::type_cause(old_facts, new_facts);
                    let subject =
                        subject.json(members::type_verdict(subject, old_facts, new_facts));
                    let subject = subject.cause(cause.as_ref());
                    subject.compare(Aspect::Type, Some(from), Some(to), Impact::Breaking, found);
                }
                members::compare(subject, old_facts, new_facts, taker(&old.key), found);
            }
            Pair::New((variant, _)) => {
                subject.member(&variant.model_name).added(text(variant), Impact::Additive, found);
            }
            Pair::Old((variant, _)) => {
                // Its value is kept as an unknown member, unless another member takes the key.
                let cause = taker(&variant.key).map(members::key_taken);
                let json = if cause.is_some() { JsonVerdict::LOST } else { JsonVerdict::SAME };
                let subject = subject.member(&variant.model_name).json(json);
                subject.cause(cause.as_ref()).removed(text(variant), found);
            }
        }
    }
}

fn facts<'a>(side: &'a Side, union: &'a Union) -> Vec<(&'a UnionVariant, Facts<'a>)> {
    let members = side.members(&union.model_name);
    let variants = union.variants.iter().zip(members);
    let holder = (side, union.model_name.as_str());
    variants.map(|(variant, member)| (variant, Facts::variant(holder, variant, member))).collect()
}
