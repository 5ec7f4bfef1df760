//! Structures and their members.

use glue_model::{ErrorTrait, Fault, Member, Shape, ShapeId, ShapeKind, Structure};

use super::docs;
use super::lowering::Lowering;
use super::names::{Taken, identifier, snake_name};
use super::problems::Problems;
use crate::markdown::code_span;
use crate::plan::{self, Attributes, ErrorInfo, Field};

pub(super) fn lower(
    lowering: &mut Lowering<'_>,
    id: ShapeId,
    shape: &Shape,
    structure: &Structure,
    problems: &mut Problems<'_>,
) -> plan::Structure {
    let mut taken = Taken::default();
    // First, so that no member that a model adds can change the field's name.
    let unknown_members = lowering.options.keep_unknown_members.then(|| {
        let snake = taken.take("unknown_members".to_owned(), "_");
        let setter = identifier(&format!("with_{snake}"));
        plan::UnknownMembers { name: identifier(&snake), setter }
    });
    let mut fields = Vec::with_capacity(structure.members.len());
    let keys = lowering.keys(&structure.members);
    for (member, key) in structure.members.iter().zip(&keys) {
        let snake = taken.take(snake_name(&member.name), "_");
        fields.push(field(lowering, id, (member, key), &snake, problems));
    }
    if structure.error.is_some() && !fields.iter().any(is_message) {
        fields.push(unmodelled_message(&taken.take("message".to_owned(), "_")));
    }
    let fallback = format!("{}.", code_span(&shape.name));
    plan::Structure {
        attributes: lowering.aggregate_attributes(shape, &structure.members, fallback),
        derives: Vec::new(),
        name: lowering.names.shape(lowering.model, id),
        model_name: shape.name.clone(),
        sensitive: shape.sensitive,
        error: structure.error.as_ref().map(|error| error_info(shape, error, &fields)),
        bindings: lowering.bindings(shape, &structure.members, &keys),
        fields,
        unknown_members,
    }
}

fn field(
    lowering: &mut Lowering<'_>,
    holder: ShapeId,
    (member, key): (&Member, &str),
    snake: &str,
    problems: &mut Problems<'_>,
) -> Field {
    let target = lowering.model.shape(member.target);
    let constraints = super::checks::effective(member, target);
    let check = lowering.check_of(holder, member, problems);
    let demands = lowering.demands(member, &constraints);
    let mut attributes = docs::member_attributes(lowering.options, member, target, demands);
    attributes.touches_deprecated = lowering.names_deprecated(member);
    Field {
        attributes,
        name: identifier(snake),
        setter: identifier(&format!("with_{snake}")),
        model_name: member.name.clone(),
        key: key.to_owned(),
        ty: lowering.member_type(holder, member),
        codec: lowering.codec(holder, member),
        required: member.required,
        check,
        sensitive: lowering.is_sensitive(member),
    }
}

/// Whether a member is called as services call what they say about an error.
fn is_message(field: &Field) -> bool {
    [&field.model_name, &field.key].iter().any(|name| name.eq_ignore_ascii_case("message"))
}

/// What services say about an error in any case, for models that have no member for it.
fn unmodelled_message(snake: &str) -> Field {
    Field {
        attributes: Attributes {
            docs: "What the service says about the error; the model has no member for it.".into(),
            deprecated: None,
            touches_deprecated: false,
            feature: None,
        },
        name: identifier(snake),
        setter: identifier(&format!("with_{snake}")),
        // The other spelling, so that either one reads.
        model_name: "Message".to_owned(),
        key: "message".to_owned(),
        ty: plan::Type::String,
        codec: plan::Codec::Plain,
        required: false,
        check: None,
        sensitive: false,
    }
}

impl Lowering<'_> {
    /// The attributes of a structure or union: code for it names its members and their types.
    pub(super) fn aggregate_attributes(
        &self,
        shape: &Shape,
        members: &[Member],
        fallback: String,
    ) -> Attributes {
        let documentation = shape.documentation.as_deref();
        let deprecated = shape.deprecated.as_ref();
        let service = &self.model.service;
        let fallback = docs::with_reference(fallback, self.options, service, &shape.name);
        let mut attributes = docs::attributes(self.options, documentation, &fallback, deprecated);
        attributes.touches_deprecated |= members.iter().any(|member| self.names_deprecated(member));
        attributes
    }

    /// Whether a member, or a type that its own names, is deprecated.
    pub(super) fn names_deprecated(&self, member: &Member) -> bool {
        let shape = self.model.shape(member.target);
        member.deprecated.is_some()
            || match &shape.kind {
                ShapeKind::List(list) => self.names_deprecated(&list.member),
                ShapeKind::Map(map) => {
                    self.names_deprecated(&map.key) || self.names_deprecated(&map.value)
                }
                ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => {
                    shape.deprecated.is_some()
                }
                _ => false,
            }
    }

    /// Whether a member's values must not be printed. Structures hide their own, and so do unions, but
    /// what stands in place of a union of nothing but secrets may be one.
    pub(super) fn is_sensitive(&self, member: &Member) -> bool {
        let shape = self.model.shape(member.target);
        member.sensitive
            || shape.sensitive
            || match &shape.kind {
                ShapeKind::List(list) => self.is_sensitive(&list.member),
                ShapeKind::Map(map) => self.is_sensitive(&map.key) || self.is_sensitive(&map.value),
                ShapeKind::Union(union) => {
                    let is_secret = |member: &Member| {
                        member.sensitive || self.model.shape(member.target).sensitive
                    };
                    !union.members.is_empty() && union.members.iter().all(is_secret)
                }
                _ => false,
            }
    }
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
