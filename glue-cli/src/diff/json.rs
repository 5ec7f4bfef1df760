//! Changes as JSON, by the schema in `schemas/diff.schema.json`.

use std::io::{self, Write};

use glue_codegen::inspect::{Cause, Change, Difference, Impact};
use serde_json::{Value, json};

/// One object with all changes and the totals.
pub(super) fn write(difference: &Difference, out: &mut impl Write) -> io::Result<()> {
    let changes: Vec<Value> = difference.changes.iter().map(change_json).collect();
    let document = json!({
        "changes": changes,
        "totals": {
            "additive": difference.count(Impact::Additive),
            "allowed": difference.allowed(),
            "behavior": difference.count(Impact::Behavior),
            "breaking": difference.count(Impact::Breaking),
        },
    });
    writeln!(out, "{document:#}")
}

fn change_json(change: &Change) -> Value {
    json!({
        "accepted_now": change.accepted_now,
        "allowed": change.allowed,
        "aspect": change.aspect.code(),
        "cause": change.cause.as_ref().map(cause_json),
        "direction": change.direction.map(|direction| direction.to_string()),
        "impact": change.impact.to_string(),
        "item": change.item,
        "json": {
            "reads": change.json.reads.to_string(),
            "valid": change.json.valid.to_string(),
        },
        "kind": change.kind.to_string(),
        "member": change.member,
        "new": change.new,
        "note": change.note.map(|note| note.to_string()),
        "old": change.old,
        "refused_now": change.refused_now,
        "source": change.source().to_string(),
    })
}

fn cause_json(cause: &Cause) -> Value {
    json!({
        "kind": cause.kind.code(),
        "now": cause.now,
        "operation": cause.operation,
        "path": cause.path,
        "shape": cause.shape,
    })
}
