//! Structures and their members.

use glue_model::{ErrorTrait, Fault, Member, Shape, ShapeId, Structure};

use super::check_functions::CheckFunctions;
use super::context::Context;
use super::names::{Taken, identifier, snake_name};
use super::problems::Problems;
use super::{bindings, checks, docs, members, types};
use crate::markdown::code_span;
use crate::plan::{self, Attributes, ErrorInfo, Field};

pub(super) fn lower(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    id: ShapeId,
    shape: &Shape,
    structure: &Structure,
    problems: &mut Problems<'_>,
) -> plan::Structure {
    let mut taken = Taken::default();
    // This comes first, so that no member added to the model can change the field's name.
    let unknown_members = context.options.keep_unknown_members.then(|| {
        let snake = taken.take("unknown_members".to_owned(), "_");
        let setter = identifier(&format!("with_{snake}"));
        plan::UnknownMembers { name: identifier(&snake), setter }
    });
    let mut fields = Vec::with_capacity(structure.members.len());
    let keys = bindings::keys(context, &structure.members);
    for (place, (member, key)) in structure.members.iter().zip(&keys).enumerate() {
        let snake = taken.take(snake_name(&member.name), "_");
        let snake = context.renames.of_part(id, place, snake);
        fields.push(field(context, functions, id, (member, key), &snake, problems));
    }
    if structure.error.is_some() && !fields.iter().any(is_message) {
        fields.push(unmodeled_message(&taken.take("message".to_owned(), "_")));
    }
    let fallback = format!("{}.", code_span(&shape.name));
    plan::Structure {
        attributes: aggregate_attributes(context, shape, &structure.members, fallback),
        derives: plan::Derives::default(),
        name: context.names.shape(context.model, id),
        model_name: shape.name.clone(),
        sensitive: shape.sensitive,
        error: structure.error.as_ref().map(|error| error_info(shape, error, &fields)),
        bindings: bindings::bindings(context, shape, &structure.members, &keys),
        fields,
        unknown_members,
    }
}

fn field(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    holder: ShapeId,
    (member, key): (&Member, &str),
    snake: &str,
    problems: &mut Problems<'_>,
) -> Field {
    let target = context.model.shape(member.target);
    let constraints = checks::effective(member, target);
    let check = checks::check_of(context, functions, holder, member, problems);
    let demands = checks::demands(functions, member, &constraints);
    let mut attributes = docs::member_attributes(context.options, member, target, demands);
    attributes.touches_deprecated = members::names_deprecated(context, member);
    Field {
        attributes,
        name: identifier(snake),
        setter: identifier(&format!("with_{snake}")),
        model_name: member.name.clone(),
        key: key.to_owned(),
        ty: types::member_type(context, holder, member),
        codec: types::codec(context, holder, member),
        required: member.required,
        check,
        sensitive: members::is_sensitive(context, member),
    }
}

/// Whether a member has the name that services use for the message of an error.
fn is_message(field: &Field) -> bool {
    [&field.model_name, &field.key].iter().any(|name| name.eq_ignore_ascii_case("message"))
}

/// The message of an error, for models that have no member for it.
fn unmodeled_message(snake: &str) -> Field {
    Field {
        attributes: Attributes {
            docs: "What the service says about the error; the model has no member for it.".into(),
            deprecated: None,
            touches_deprecated: false,
            feature: None,
            custom: String::new(),
        },
        name: identifier(snake),
        setter: identifier(&format!("with_{snake}")),
        // The other spelling, so that both are read.
        model_name: "Message".to_owned(),
        key: "message".to_owned(),
        ty: plan::Type::String,
        codec: plan::Codec::Plain,
        required: false,
        check: None,
        sensitive: false,
    }
}

/// The attributes of a structure or union, whose code names its members and their types.
pub(super) fn aggregate_attributes(
    context: &Context<'_>,
    shape: &Shape,
    members: &[Member],
    fallback: String,
) -> Attributes {
    let documentation = shape.documentation.as_deref();
    let deprecated = shape.deprecated.as_ref();
    let fallback =
        docs::with_reference(fallback, context.options, &context.model.service, &shape.name);
    let mut attributes = docs::attributes(context.options, documentation, &fallback, deprecated);
    attributes.touches_deprecated |=
        members.iter().any(|member| members::names_deprecated(context, member));
    attributes
}

fn error_info(shape: &Shape, error: &ErrorTrait, fields: &[Field]) -> ErrorInfo {
    let message = fields.iter().find(|field| is_message(field) && field.ty == plan::Type::String);
    ErrorInfo {
        code: error.code.clone().unwrap_or_else(|| shape.name.clone()),
        status: error.status,
        server_fault: error.fault == Fault::Server,
        retryable: error.retryable,
        throttling: error.throttling,
        message: message.map(|field| field.name.clone()),
        sensitive_message: message.is_some_and(|field| shape.sensitive || field.sensitive),
    }
}
