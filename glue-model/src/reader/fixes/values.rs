//! Changes of an enum's values.

use std::collections::{HashMap, HashSet};

use super::super::kind::{Category, Kind};
use super::super::node::Node;
use super::super::report::{Problem, Report};
use super::fix::Fix;
use super::sides;
use crate::diagnostic::Quoted;
use crate::model::{EnumValue, Model, ShapeKind};

/// A value of a fix, and its place.
type Value<'a> = (Node<'a>, &'a str);

/// Applies a change of `values`.
pub(super) fn apply(model: &mut Model, fix: Fix<'_>, report: &mut Report<'_>) -> Option<()> {
    let sides = sides::read(fix.change, report)?;
    let from = sides.from.as_ref().and_then(|from| texts(from, report));
    let to = sides.to.as_ref().and_then(|to| texts(to, report));
    let subject = fix.subject?;
    if subject.member.is_some() {
        let message = format_args!("fix {} is for a member", Quoted(fix.node.key()));
        let help = "leave `member` out, and name the enum: members have no values of their own";
        report.push(fix.node.key_problem(message).help(help));
        return None;
    }
    let (from, to) = (from?, to?);
    if !from.is_empty() && !to.is_empty() && from.len() != to.len() {
        let (old, new) = (from.len(), to.len());
        let message = format_args!("`from` has {old} values and `to` has {new}");
        let help = "give one for each, or leave a side empty to add or remove values";
        report.push(fix.change.problem(message).help(help));
        return None;
    }
    let shape = model.shape_mut(subject.shape)?;
    let category = Category::Data(Kind::of(shape));
    let ShapeKind::Enum(values) = &mut shape.kind else {
        let (name, found) = (Quoted(&shape.name), category.describe());
        let message = format_args!("shape {name} is {found}, not an enum");
        report
            .push(fix.node.key_problem(message).help("name an enum of strings, or remove the fix"));
        return None;
    };
    let name = Quoted(&shape.name).to_string();
    let problems = mismatches(fix, &name, values, &from, &to);
    if problems.is_empty() {
        change(values, &from, &to);
        if values.is_empty() {
            let problem = fix.change.problem(format_args!("the enum {name} has no values left"));
            report.push(problem.help("leave at least one"));
        }
    }
    problems.into_iter().for_each(|problem| report.push(problem));
    Some(())
}

/// Reads a list of values, each of them once.
fn texts<'a>(node: &'a Node<'a>, report: &mut Report<'_>) -> Option<Vec<Value<'a>>> {
    let mut seen = HashSet::new();
    let mut texts = Vec::new();
    let items = node.items(report)?;
    let count = items.len();
    for item in items {
        let Some(text) = item.text(report) else {
            continue;
        };
        if seen.insert(text) {
            texts.push((item, text));
        } else {
            let message = format_args!("enum value {} is listed more than once", Quoted(text));
            report.push(item.problem(message).help("keep only one"));
        }
    }
    (texts.len() == count).then_some(texts)
}

/// The values that have gone from the enum called `name`, and those that it has already.
fn mismatches(
    fix: Fix<'_>,
    name: &str,
    values: &[EnumValue],
    from: &[Value<'_>],
    to: &[Value<'_>],
) -> Vec<Problem> {
    let known: HashSet<&str> = values.iter().map(|value| value.value.as_str()).collect();
    let fix = Quoted(fix.node.key()).to_string();
    let gone = from.iter().filter(|(_, text)| !known.contains(text)).map(|(node, text)| {
        let text = Quoted(text);
        let message = format_args!("fix {fix} does not apply: enum {name} has no value {text}");
        node.problem(message)
            .help("correct the value, or remove the fix if the model has been mended")
    });
    let present = to.iter().filter(|(_, text)| known.contains(text)).map(|(node, text)| {
        let text = Quoted(text);
        let message =
            format_args!("fix {fix} does not apply: enum {name} has the value {text} already");
        node.problem(message)
            .help("leave the value out, or remove the fix if the model has been mended")
    });
    gone.chain(present).collect()
}

/// Replaces, adds or removes values.
fn change(values: &mut Vec<EnumValue>, from: &[Value<'_>], to: &[Value<'_>]) {
    if to.is_empty() {
        let removed: HashSet<&str> = from.iter().map(|(_, text)| *text).collect();
        values.retain(|value| !removed.contains(value.value.as_str()));
    }
    let renamed: HashMap<&str, &str> =
        from.iter().zip(to).map(|((_, old), (_, new))| (*old, *new)).collect();
    for value in values.iter_mut() {
        if let Some(new) = renamed.get(value.value.as_str()) {
            (*new).clone_into(&mut value.value);
        }
    }
    if from.is_empty() {
        values.extend(to.iter().map(|(_, text)| EnumValue {
            name: None,
            value: (*text).to_owned(),
            documentation: None,
            deprecated: None,
            internal: false,
        }));
    }
}
