//! Shape definitions.

use std::collections::HashSet;

use super::super::kind::Kind;
use super::super::node::{Fields, Node};
use super::super::role::Role;
use super::error_trait;
use super::state::Reader;
use crate::diagnostic::Quoted;
use crate::model::{EnumValue, List, Map, Shape, ShapeKind, Structure, TimestampFormat, Union};

impl Reader<'_, '_, '_> {
    /// Reads the definition of a declared shape.
    pub(super) fn shape(&mut self, node: &Node<'_>) -> Option<Shape> {
        let kind = self.names.kind(node.key())?;
        let fields = &node.fields(self.report)?;
        let constraints = self.constraints(fields, kind);
        let timestamp_format = match kind {
            Kind::Timestamp => self.timestamp_format(fields),
            _ => None,
        };
        let streaming = match kind {
            Kind::Blob => fields.flag("streaming", self.report),
            kind => kind == Kind::EventStream,
        };
        Some(Shape {
            name: node.key().to_owned(),
            documentation: fields.owned_text("documentation", self.report),
            sensitive: fields.flag("sensitive", self.report),
            deprecated: fields.deprecation(self.report),
            kind: self.shape_kind(fields, kind)?,
            constraints,
            timestamp_format,
            media_type: None,
            streaming,
        })
    }

    fn shape_kind(&mut self, fields: &Fields<'_>, kind: Kind) -> Option<ShapeKind> {
        Some(match kind {
            Kind::Enum => ShapeKind::Enum(self.enum_values(fields)?),
            Kind::List => ShapeKind::List(self.list(fields)?),
            Kind::Map => ShapeKind::Map(self.map(fields)?),
            Kind::Structure => ShapeKind::Structure(self.structure(fields)?),
            Kind::Union | Kind::EventStream => {
                ShapeKind::Union(Union { members: self.members(fields)? })
            }
            // The format has no enums of integers, and other kinds have nothing more to read.
            kind => kind.simple()?,
        })
    }

    fn enum_values(&mut self, fields: &Fields<'_>) -> Option<Vec<EnumValue>> {
        let node = fields.field("enum")?;
        let mut seen = HashSet::new();
        let mut values = Vec::new();
        let items = node.items(self.report)?;
        if items.len() == 0 {
            let problem = node.problem("the enum has no values");
            self.report.push(problem.help("list at least one, or leave `enum` out"));
        }
        for item in items {
            let Some(value) = item.text(self.report) else {
                continue;
            };
            if !seen.insert(value) {
                let message = format_args!("enum value {} is listed more than once", Quoted(value));
                self.report.push(item.problem(message).help("keep only one"));
            }
            values.push(EnumValue {
                name: None,
                value: value.to_owned(),
                documentation: None,
                deprecated: None,
                internal: false,
            });
        }
        Some(values)
    }

    fn list(&mut self, fields: &Fields<'_>) -> Option<List> {
        let sparse = fields.flag("sparse", self.report);
        let member = fields.required("member", self.report)?;
        Some(List { member: self.member(&member, Role::ListMember)?, sparse })
    }

    fn map(&mut self, fields: &Fields<'_>) -> Option<Map> {
        let sparse = fields.flag("sparse", self.report);
        let key = fields.required("key", self.report);
        let key = key.and_then(|key| self.member(&key, Role::MapKey));
        let value = fields.required("value", self.report);
        let value = value.and_then(|value| self.member(&value, Role::MapValue));
        Some(Map { key: key?, value: value?, sparse })
    }

    fn structure(&mut self, fields: &Fields<'_>) -> Option<Structure> {
        let error = error_trait::read(fields, self.report);
        let mut members = self.members(fields);
        if let Some(members) = &mut members {
            self.apply_required(fields, members);
            self.apply_payload(fields, members);
        }
        Some(Structure { members: members?, error, reserved_for: None })
    }

    /// Reads `timestampFormat`.
    pub(super) fn timestamp_format(&mut self, fields: &Fields<'_>) -> Option<TimestampFormat> {
        let node = fields.field("timestampFormat")?;
        match node.text(self.report)? {
            "iso8601" => Some(TimestampFormat::DateTime),
            "rfc822" => Some(TimestampFormat::HttpDate),
            "unixTimestamp" => Some(TimestampFormat::EpochSeconds),
            other => {
                let message = format_args!("timestamp format {} is unknown", Quoted(other));
                let help = "use one of `iso8601`, `rfc822`, `unixTimestamp`";
                self.report.push(node.problem(message).help(help));
                None
            }
        }
    }
}
