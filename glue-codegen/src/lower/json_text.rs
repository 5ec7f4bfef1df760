//! Strings that hold JSON, which the AWS CLI prints as JSON.

use glue_model::{Binding, Member, ShapeId, ShapeKind};

use super::context::Context;
use crate::plan::Codec;

/// The media type of such strings in Smithy's `mediaType`, and the meaning of botocore's
/// `jsonvalue`.
const MEDIA_TYPE: &str = "application/json";

/// The policies of IAM. botocore decodes them in responses, where they are percent-encoded;
/// requests have plain text.
const POLICY: (&str, &str) = ("IAM", "policyDocumentType");

/// The template that CloudFormation's GetTemplate returns. botocore decodes it if it is JSON; other
/// templates stay text.
const TEMPLATE: (&str, &str, &str) = ("CloudFormation", "GetTemplate", "TemplateBody");

/// The codec of a member of `holder` whose text holds JSON; `None` if it does not.
///
/// All such text is also read from JSON. The AWS CLI prints only some of it as JSON: what
/// botocore's `handlers.py` decodes, and headers.
pub(super) fn json_codec(context: &Context<'_>, holder: ShapeId, member: &Member) -> Option<Codec> {
    let target = context.model.shape(member.target);
    if target.kind != ShapeKind::String {
        return None;
    }
    let service = context.model.service.id.as_str();
    let media_type = member.media_type.as_ref().or(target.media_type.as_ref());
    if (service, target.name.as_str()) == POLICY {
        let is_answer = is_structure(context, holder) && !is_input(context, holder);
        Some(if is_answer { Codec::EncodedJson } else { Codec::Plain })
    } else if service == TEMPLATE.0 && member.name == TEMPLATE.2 && is_template(context, holder) {
        Some(Codec::Json)
    } else if media_type.is_some_and(|media_type| media_type == MEDIA_TYPE) {
        Some(if member.binding == Binding::Header { Codec::Json } else { Codec::Plain })
    } else {
        None
    }
}

fn is_structure(context: &Context<'_>, id: ShapeId) -> bool {
    matches!(context.model.shape(id).kind, ShapeKind::Structure(_))
}

fn is_input(context: &Context<'_>, id: ShapeId) -> bool {
    context.model.operations.iter().any(|operation| operation.input == Some(id))
}

fn is_template(context: &Context<'_>, id: ShapeId) -> bool {
    let mut operations = context.model.operations.iter();
    operations.any(|operation| operation.name == TEMPLATE.1 && operation.output == Some(id))
}
