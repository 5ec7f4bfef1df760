//! Doc comments: the model's descriptions and constraints.

use glue_model::{Bounds, Constraints, Deprecation, Number, Service, Shape};

use super::documentation::to_markdown;
use crate::markdown::code_span;
use crate::options::Options;
use crate::plan::Attributes;

/// The attributes of an item: the model's description, or `fallback` where it has none.
pub(super) fn attributes(
    options: &Options,
    documentation: Option<&str>,
    fallback: &str,
    deprecated: Option<&Deprecation>,
) -> Attributes {
    Attributes {
        docs: describe(options, documentation, fallback),
        deprecated: deprecated.map(deprecation_note),
        touches_deprecated: deprecated.is_some(),
        feature: None,
        custom: String::new(),
    }
}

/// A fallback for what has a page in AWS's reference, with a link to it: operations, structures and
/// unions, where the model says what the reference calls the service.
pub(super) fn with_reference(
    fallback: String,
    options: &Options,
    service: &Service,
    name: &str,
) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    match &service.uid {
        Some(uid) if !options.without_docs && name.bytes().all(is_plain) => {
            let address = format!("https://docs.aws.amazon.com/goto/WebAPI/{uid}/{name}");
            format!("{fallback}\n\n[AWS's reference]({address}).")
        }
        _ => fallback,
    }
}

/// The attributes of a member: as for any item, with the constraints as the last paragraph.
pub(super) fn member_attributes(
    options: &Options,
    member: &glue_model::Member,
    target: &Shape,
    demands: Demands<'_>,
) -> Attributes {
    let documentation = member.documentation.as_deref().or(target.documentation.as_deref());
    let fallback = format!("{}.", code_span(&member.name));
    let deprecated = member.deprecated.as_ref();
    let mut attributes = attributes(options, documentation, &fallback, deprecated);
    if let Some(sentence) = demands.in_words() {
        attributes.docs.push_str("\n\n");
        attributes.docs.push_str(&sentence);
    }
    attributes
}

fn describe(options: &Options, documentation: Option<&str>, fallback: &str) -> String {
    description(options, documentation).unwrap_or_else(|| fallback.to_owned())
}

/// The model's description, unless descriptions are left out.
pub(super) fn description(options: &Options, documentation: Option<&str>) -> Option<String> {
    let text = documentation.filter(|_| !options.without_docs).map(to_markdown);
    text.filter(|text| !text.is_empty())
}

/// Why users should stop using something, and since when; empty if the model does not say.
pub(super) fn deprecation_note(deprecation: &Deprecation) -> String {
    let since = deprecation.since.as_ref().map(|since| format!("Deprecated since {since}."));
    // Rustdoc renders the note as Markdown, on one line.
    let message = deprecation.message.as_deref().map(|text| to_markdown(text).replace('\n', " "));
    let parts = [message, since];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The constraints on a member.
pub(super) struct Demands<'a> {
    pub(super) required: bool,
    pub(super) constraints: &'a Constraints,
    /// Whether validators ignore the pattern because it has no small program.
    pub(super) has_unchecked_pattern: bool,
}

impl Demands<'_> {
    /// The constraints in words, such as `Required. Length: 1 to 255.`
    fn in_words(&self) -> Option<String> {
        let Self { required, constraints, has_unchecked_pattern } = *self;
        let required = required.then(|| "Required.".to_owned());
        let length =
            constraints.length.map(|bounds| format!("Length: {}.", bounds_in_words(bounds)));
        let range = constraints.range.map(|bounds| {
            let text = |number| match number {
                Number::Integer(value) => value.to_string(),
                Number::Float(value) => value.to_string(),
            };
            let bounds = Bounds { min: bounds.min.map(text), max: bounds.max.map(text) };
            format!("Range: {}.", bounds_in_words(bounds))
        });
        let label = if has_unchecked_pattern { "Pattern (not checked)" } else { "Pattern" };
        let pattern = constraints.pattern.as_deref().map(|p| format!("{label}: {}.", code_span(p)));
        let unique = constraints.unique_items.then(|| "No value twice.".to_owned());
        let sentences: Vec<String> =
            [required, length, range, pattern, unique].into_iter().flatten().collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }
}

/// Bounds as a phrase, such as `1 to 255`.
pub(crate) fn bounds_in_words<T: std::fmt::Display>(bounds: Bounds<T>) -> String {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("{min} or more"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any".to_owned(),
    }
}
