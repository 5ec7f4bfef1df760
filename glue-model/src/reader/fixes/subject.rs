//! The shape or member that a fix is for.

use super::super::node::Fields;
use super::super::report::Report;
use crate::diagnostic::Quoted;
use crate::model::{Model, ShapeId};

/// The shape or member that a fix is for.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) shape: ShapeId,
    pub(super) member: Option<&'a str>,
}

impl Subject<'_> {
    /// The shape of the values: the shape itself, or the one that the member targets.
    pub(super) fn values(self, model: &Model) -> ShapeId {
        let mut members = model.shape(self.shape).kind.members();
        match self.member.and_then(|name| members.find(|member| member.name == name)) {
            Some(member) => member.target,
            None => self.shape,
        }
    }
}

/// Reads which shape or member of the model a fix is for.
pub(super) fn read<'a>(
    model: &Model,
    fields: &Fields<'a>,
    report: &mut Report<'_>,
) -> Option<Subject<'a>> {
    const HELP: &str = "correct the name, or remove the fix";
    let node = fields.required("shape", report)?;
    let name = node.text(report)?;
    let Some(id) = model.shape_named(name) else {
        let message = format_args!("the model has no shape {}", Quoted(name));
        report.push(node.problem(message).help(HELP));
        return None;
    };
    let Some(node) = fields.field("member") else {
        return Some(Subject { shape: id, member: None });
    };
    let name = node.text(report)?;
    let shape = model.shape(id);
    if !shape.kind.members().any(|member| member.name == name) {
        let message = format_args!("shape {} has no member {}", Quoted(&shape.name), Quoted(name));
        report.push(node.problem(message).help(HELP));
        return None;
    }
    Some(Subject { shape: id, member: Some(name) })
}
