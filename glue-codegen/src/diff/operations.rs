//! Operations, and the enums of their errors.

use proc_macro2::Ident;

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::pairs::{Names, Pair, pair};
use super::side::Side;
use super::verdict::{Answer, JsonVerdict};
use super::{reads, rust_type, taken};
use crate::plan::{ErrorVariant, Operation};

pub(super) fn compare(old: &Side, new: &Side, found: &mut Vec<Change>) {
    let names = |operation: &Operation| Names {
        model: operation.model_name.clone(),
        rust: operation.name.to_string(),
    };
    let (from, to) = (&old.plan.operations, &new.plan.operations);
    let pairs = pair(from.iter().map(names), to.iter().map(names));
    for pair in pairs.select(from, to) {
        match pair {
            Pair::Both(from, to) => operation((old, from), (new, to), found),
            Pair::New(operation) => {
                let subject = Subject::item(ItemKind::Operation, &operation.model_name);
                subject.added(operation.name.to_string(), Impact::Additive, found);
            }
            Pair::Old(operation) => {
                let subject = Subject::item(ItemKind::Operation, &operation.model_name);
                // Changes of its input and output are reported at those types.
                subject.json(JsonVerdict::SAME).removed(operation.name.to_string(), found);
            }
        }
    }
}

fn operation(old: (&Side, &Operation), new: (&Side, &Operation), found: &mut Vec<Change>) {
    let (from, to) = (old.1, new.1);
    let subject = Subject::item(ItemKind::Operation, &to.model_name);
    let (old_error, new_error) = (&from.error.name, &to.error.name);
    let cause = taken::cause(new.0, old_error, new_error);
    let (before, now) = (Some(old_error.to_string()), Some(new_error.to_string()));
    let renamed = subject.cause(cause.as_ref());
    renamed.compare(Aspect::ErrorName, before, now, Impact::Breaking, found);
    let mut compare = |aspect, impact, text: fn(&Operation) -> Option<String>| {
        subject.compare(aspect, text(from), text(to), impact, found);
    };
    compare(Aspect::RustName, Impact::Breaking, |operation| Some(operation.name.to_string()));
    compare(Aspect::Method, Impact::Behavior, |operation| Some(operation.method.clone()));
    // The name of a label is not visible; which member is in its place is reported at that member.
    if without_labels(&from.uri) != without_labels(&to.uri) {
        compare(Aspect::Uri, Impact::Behavior, |operation| Some(operation.uri.clone()));
    }
    compare(Aspect::HostPrefix, Impact::Behavior, |operation| operation.host_prefix.clone());
    compare(Aspect::Target, Impact::Behavior, |operation| operation.target.clone());
    let mut shape = |aspect, from: Option<&Ident>, to: Option<&Ident>| {
        let is_same = match (from, to) {
            (Some(from), Some(to)) => rust_type::is_same_name((old.0, from), (new.0, to)),
            (from, to) => from == to,
        };
        if !is_same {
            let text = |name: Option<&Ident>| name.map(Ident::to_string);
            let reads = reads::of_names((old.0, from), (new.0, to));
            // Where there was no input or output, no value was valid.
            let valid = if from.is_none() { Answer::Yes } else { reads.max(Answer::Unknown) };
            let subject = subject.json(JsonVerdict { reads, valid });
            subject.compare(aspect, text(from), text(to), Impact::Breaking, found);
        }
    };
    shape(Aspect::Input, from.input.as_ref(), to.input.as_ref());
    shape(Aspect::Output, from.output.as_ref(), to.output.as_ref());
    errors(subject, old, new, found);
    subject.deprecation(&from.attributes.deprecated, &to.attributes.deprecated, found);
}

/// A path with only the places of its labels: `/boxes/{}/{+}`.
fn without_labels(uri: &str) -> String {
    let parts = uri.split_inclusive(['{', '}']);
    let places = parts.map(|part| match part.strip_suffix('}') {
        Some(label) if label.ends_with('+') => "+}",
        Some(_) => "}",
        None => part,
    });
    places.collect()
}

fn errors(
    subject: Subject<'_>,
    old: (&Side, &Operation),
    new: (&Side, &Operation),
    found: &mut Vec<Change>,
) {
    fn model_name<'a>(side: &'a Side, variant: &'a ErrorVariant) -> &'a str {
        side.model_name(&variant.structure).unwrap_or(&variant.code)
    }
    let names = |side: &Side, variant: &ErrorVariant| Names {
        model: model_name(side, variant).to_owned(),
        rust: variant.variant.to_string(),
    };
    let (from, to) = (&old.1.error.variants, &new.1.error.variants);
    let pairs = pair(
        from.iter().map(|variant| names(old.0, variant)),
        to.iter().map(|variant| names(new.0, variant)),
    );
    let name = |variant: &ErrorVariant| variant.variant.to_string();
    for pair in pairs.select(from, to) {
        match pair {
            Pair::Both(from, to) => {
                let subject = subject.member(model_name(new.0, to));
                let (from, to) = (Some(name(from)), Some(name(to)));
                subject.compare(Aspect::RustName, from, to, Impact::Breaking, found);
            }
            Pair::New(variant) => {
                let subject = subject.member(model_name(new.0, variant));
                subject.added(name(variant), Impact::Additive, found);
            }
            Pair::Old(variant) => {
                // Errors that are not modeled are kept whole.
                let subject = subject.member(model_name(old.0, variant)).json(JsonVerdict::SAME);
                subject.removed(name(variant), found);
            }
        }
    }
}
