//! The values of enums.

use std::collections::HashSet;

use super::super::kind::{Category, Kind};
use super::super::node::Node;
use super::super::report::Report;
use super::definition::{Definition, MemberDefinition};
use super::entry::Entry;
use crate::diagnostic::Quoted;
use crate::json::JsonNumber;
use crate::model::{Deprecation, EnumValue, IntEnumValue};

const VALUE: &str = "smithy.api#enumValue";

/// The values of an enum of strings: its members or, on a string, the trait `enum`.
pub(super) fn texts(
    definition: &Definition<'_>,
    entry: &Entry<'_>,
    report: &mut Report<'_>,
) -> Option<Vec<EnumValue>> {
    let spelling = |value: &EnumValue| value.value.clone();
    if definition.category == Some(Category::Data(Kind::Enum)) {
        let members = definition.members.iter();
        let read = members.map(|member| (*member.node, named_text(member, report))).collect();
        return checked(read, spelling, entry.node, report);
    }
    let node = definition.traits.get("smithy.api#enum")?;
    let items = node.items(report)?;
    let read = items.map(|item| (item, listed_text(&item, report))).collect();
    checked(read, spelling, node, report)
}

/// The values of an enum of integers: its members.
pub(super) fn numbers(
    definition: &Definition<'_>,
    entry: &Entry<'_>,
    report: &mut Report<'_>,
) -> Option<Vec<IntEnumValue>> {
    let members = definition.members.iter();
    let read = members.map(|member| (*member.node, named_number(member, report))).collect();
    checked(read, |value| value.value.to_string(), entry.node, report)
}

/// A value that equals its name unless a trait says otherwise.
fn named_text(member: &MemberDefinition<'_>, report: &mut Report<'_>) -> Option<EnumValue> {
    let value = match member.traits.get(VALUE) {
        Some(node) => node.text(report)?,
        None => member.name(),
    };
    Some(EnumValue {
        name: Some(member.name().to_owned()),
        value: value.to_owned(),
        documentation: member.traits.documentation(report),
        deprecated: member.traits.deprecation(report),
        internal: member.traits.get("smithy.api#internal").is_some(),
    })
}

/// Entries of the trait `enum` cannot have traits, so a tag marks internal values.
fn listed_text(item: &Node<'_>, report: &mut Report<'_>) -> Option<EnumValue> {
    let fields = item.fields(report)?;
    let value = fields.required("value", report).and_then(|node| node.text(report));
    let name = fields.owned_text("name", report);
    let documentation = fields.owned_text("documentation", report);
    let deprecated = fields.flag("deprecated", report).then(Deprecation::default);
    let tags = fields.field("tags");
    let tags = tags.as_ref().and_then(|node| node.items(report)).into_iter().flatten();
    let internal = tags.filter(|tag| tag.text(report) == Some("internal")).count() > 0;
    Some(EnumValue { name, value: value?.to_owned(), documentation, deprecated, internal })
}

fn named_number(member: &MemberDefinition<'_>, report: &mut Report<'_>) -> Option<IntEnumValue> {
    let Some(node) = member.traits.get(VALUE) else {
        let message =
            format_args!("member {} has no trait {}", Quoted(member.name()), Quoted(VALUE));
        report.push(member.node.problem(message).help("give it a number"));
        return None;
    };
    let number = node.number(report)?;
    let value = match number {
        JsonNumber::Integer(value) => i32::try_from(value).ok(),
        JsonNumber::Unsigned(_) | JsonNumber::Float(_) => None,
    };
    if value.is_none() {
        report.push(node.problem(format_args!("{number} is not a whole number of 32 bits")));
    }
    Some(IntEnumValue {
        name: member.name().to_owned(),
        value: value?,
        documentation: member.traits.documentation(report),
        deprecated: member.traits.deprecation(report),
    })
}

/// A value and its place; `None` if it could not be read.
type Read<'a, V> = (Node<'a>, Option<V>);

/// The values of the enum at `node`: at least one, and none twice.
fn checked<V>(
    read: Vec<Read<'_, V>>,
    spelling: fn(&V) -> String,
    node: &Node<'_>,
    report: &mut Report<'_>,
) -> Option<Vec<V>> {
    if read.is_empty() {
        report.push(node.problem("the enum has no values").help("list at least one"));
    }
    let mut seen = HashSet::new();
    for (node, value) in &read {
        let Some(spelled) = value.as_ref().map(spelling) else {
            continue;
        };
        if seen.contains(&spelled) {
            let message = format_args!("enum value {} is listed more than once", Quoted(&spelled));
            report.push(node.problem(message).help("keep only one"));
        }
        seen.insert(spelled);
    }
    read.into_iter().map(|(_, value)| value).collect()
}
