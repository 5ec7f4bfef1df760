//! Values with a secret in place of something that the model calls sensitive, of the right type or
//! not. Nothing that is printed of them may show it.

use std::io::{self, Write};

use glue_model::{Member, Model, Shape, ShapeId, ShapeKind};
use random_values::{Spelling, Values};
use serde_json::{Value, json};

/// The text that must not be printed.
const SECRET: &str = "hunter2";

/// The secret in every form of JSON; most do not fit the member. Objects have a key, which may be
/// secret too.
fn secrets(key: &str) -> [Value; 6] {
    [
        json!(SECRET),
        json!([SECRET]),
        json!([[SECRET]]),
        json!({key: SECRET}),
        json!([{key: [SECRET]}]),
        json!(77_777_777_777_777.5),
    ]
}

/// Writes a line for each sensitive member of a structure or union and each form of the secret: the
/// type, the value, and nothing. The type `!` means all errors.
pub(super) fn write_lines(
    model: &Model,
    id: ShapeId,
    shape: &Shape,
    to: &mut impl Write,
) -> io::Result<usize> {
    let mut lines = 0;
    let is_hidden = |member: &&Member| shape.sensitive || is_sensitive(model, member);
    for member in shape.kind.members().filter(is_hidden) {
        let hides_keys = shape.sensitive || member.sensitive || !has_public_keys(model, member);
        for secret in secrets(if hides_keys { SECRET } else { "key" }) {
            let value = match &shape.kind {
                ShapeKind::Structure(_) => {
                    let seed = u64::try_from(lines).unwrap_or_default();
                    let mut value = Values::new(model, Spelling::CommandLine, seed).shape(id);
                    value[&member.name] = secret;
                    value
                }
                _ => json!({&member.name: secret}),
            };
            writeln!(to, "{}\t{value}\t", shape.name)?;
            lines += 1;
            if let ShapeKind::Structure(structure) = &shape.kind
                && let Some(error) = &structure.error
            {
                let mut value = value;
                value["__type"] = error.code.as_ref().unwrap_or(&shape.name).as_str().into();
                writeln!(to, "!\t{value}\t")?;
            }
        }
    }
    Ok(lines)
}

/// Whether the model calls a member, or the content of its collections, sensitive.
fn is_sensitive(model: &Model, member: &Member) -> bool {
    let shape = model.shape(member.target);
    let is_collection = matches!(shape.kind, ShapeKind::List(_) | ShapeKind::Map(_));
    member.sensitive
        || shape.sensitive
        || is_collection && shape.kind.members().any(|member| is_sensitive(model, member))
}

/// Whether a member's values, or those in its lists, are maps with sensitive values but not keys.
fn has_public_keys(model: &Model, member: &Member) -> bool {
    let shape = model.shape(member.target);
    !shape.sensitive
        && match &shape.kind {
            ShapeKind::List(list) => has_public_keys(model, &list.member),
            ShapeKind::Map(map) => !is_sensitive(model, &map.key),
            _ => false,
        }
}
