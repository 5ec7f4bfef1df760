//! Random JSON for the shapes of a model, as a service and as the AWS CLI would write it.

use fastrand::Rng;
use glue_model::{Binding, Member, Model, Protocol, ShapeId, ShapeKind, TimestampFormat};
use serde_json::{Map, Value, json};

/// How deep optional members and the entries of lists go.
const DEEP: usize = 12;

/// How deep required members go: so far only structures come that require themselves, and a reader
/// cannot insist on those.
const DEEPEST: usize = 40;

/// Who writes the JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// The service: members by their names on the wire, times as the protocol says.
    Wire,
    /// The AWS CLI, version 2: members by their own names, times in ISO 8601.
    CommandLine,
}

/// Makes values; the same for the same number, whatever the spelling.
pub struct Values<'a> {
    model: &'a Model,
    spelling: Spelling,
    rng: Rng,
    /// How many more optional members and entries there may be.
    budget: usize,
}

impl<'a> Values<'a> {
    /// Values of a model's shapes; each number makes others.
    #[must_use]
    pub fn new(model: &'a Model, spelling: Spelling, seed: u64) -> Self {
        Self { model, spelling, rng: Rng::with_seed(seed), budget: 300 }
    }

    /// A value of a structure or union.
    pub fn shape(&mut self, id: ShapeId) -> Value {
        self.aggregate(id, 0)
    }

    fn aggregate(&mut self, id: ShapeId, depth: usize) -> Value {
        match &self.model.shape(id).kind {
            ShapeKind::Union(union) => self.union(id, &union.members, depth),
            kind => {
                let mut entries = Map::new();
                let members: Vec<&Member> = kind.members().collect();
                for member in &members {
                    let wanted = (member.required && depth < DEEPEST) || self.spends(depth);
                    if wanted {
                        let value = self.member(id, member, depth);
                        entries.insert(self.key(&members, member), value);
                    }
                }
                Value::Object(entries)
            }
        }
    }

    /// One member of a union, now and then one that the model does not know.
    fn union(&mut self, id: ShapeId, members: &[Member], depth: usize) -> Value {
        let known = depth < DEEP && self.rng.u8(..10) > 0;
        let member = self.rng.choice(members).filter(|_| known);
        match member {
            Some(member) => {
                let value = self.member(id, member, depth);
                let members: Vec<&Member> = members.iter().collect();
                json!({self.key(&members, member): value})
            }
            None => json!({"a member of tomorrow": self.document(0)}),
        }
    }

    /// The key of a member among these. On the wire it may be the name of one that is no part of the
    /// body; where both are in one object, each has its own name.
    fn key(&self, members: &[&Member], member: &Member) -> String {
        let is_free = |name: &String| {
            let elsewhere = members.iter().filter(|other| other.binding != Binding::Body);
            !elsewhere.into_iter().any(|other| other.name == *name)
        };
        let own_key = self.spelling == Spelling::Wire && self.is_json();
        let key = match member.binding {
            Binding::Body => member.location_name.as_ref().filter(|name| is_free(name)),
            _ => member.body_name.as_ref(),
        };
        key.filter(|_| own_key).unwrap_or(&member.name).clone()
    }

    /// Whether bodies are JSON, and have keys of their own.
    fn is_json(&self) -> bool {
        let protocol = self.model.service.protocol;
        matches!(
            protocol,
            Protocol::AwsJson1_0
                | Protocol::AwsJson1_1
                | Protocol::RestJson1
                | Protocol::RpcV2Json
                | Protocol::Unknown
        )
    }

    fn member(&mut self, holder: ShapeId, member: &Member, depth: usize) -> Value {
        let depth = depth + 1;
        let shape = self.model.shape(member.target);
        match &shape.kind {
            ShapeKind::Boolean => json!(self.rng.bool()),
            ShapeKind::Byte => json!(self.rng.i8(..)),
            ShapeKind::Short => json!(self.rng.i16(..)),
            ShapeKind::Integer | ShapeKind::IntEnum(_) => json!(self.rng.i32(..)),
            ShapeKind::Long => json!(self.rng.i64(..)),
            ShapeKind::Float | ShapeKind::Double => self.float(),
            ShapeKind::String if self.holds_json(member) => self.json_text(holder, member),
            ShapeKind::String => Value::String(self.text()),
            ShapeKind::Enum(values) => {
                let known = self.rng.choice(values).map(|value| value.value.clone());
                let known = known.filter(|_| self.rng.u8(..5) > 0);
                Value::String(known.unwrap_or_else(|| self.text()))
            }
            ShapeKind::Blob => Value::String(self.base64()),
            ShapeKind::Timestamp => {
                self.timestamp(member.timestamp_format.or(shape.timestamp_format))
            }
            ShapeKind::List(list) => {
                let mut entries = Vec::new();
                while entries.len() < 4 && self.spends(depth) {
                    let null = list.sparse && self.rng.u8(..4) == 0;
                    entries.push(if null {
                        Value::Null
                    } else {
                        self.member(member.target, &list.member, depth)
                    });
                }
                Value::Array(entries)
            }
            ShapeKind::Map(map) => {
                let mut entries = Map::new();
                while entries.len() < 4 && self.spends(depth) {
                    let null = map.sparse && self.rng.u8(..4) == 0;
                    let value = if null {
                        Value::Null
                    } else {
                        self.member(member.target, &map.value, depth)
                    };
                    // A key is a string or an enum.
                    if let Value::String(key) = self.member(member.target, &map.key, depth) {
                        entries.insert(key, value);
                    }
                }
                Value::Object(entries)
            }
            ShapeKind::Structure(_) | ShapeKind::Union(_) => self.aggregate(member.target, depth),
            _ => self.document(0),
        }
    }

    /// Whether another optional value fits: fewer the deeper it is.
    fn spends(&mut self, depth: usize) -> bool {
        let spends = self.budget > 0 && depth < DEEP && self.rng.usize(..depth + 3) < 2;
        self.budget -= usize::from(spends);
        spends
    }

    /// A number that both binary formats hold exactly and write with all its digits, or one that JSON has no number for.
    fn float(&mut self) -> Value {
        match self.rng.u8(..10) {
            0 => json!("Infinity"),
            1 => json!("-Infinity"),
            _ => json!(f64::from(self.rng.i16(..)) / 4.0),
        }
    }

    fn text(&mut self) -> String {
        let length = self.rng.usize(..12);
        (0..length)
            .map(|_| if self.rng.bool() { self.rng.alphanumeric() } else { self.rng.char(..) })
            .collect()
    }

    /// Whether a member is text that holds JSON.
    fn holds_json(&self, member: &Member) -> bool {
        let shape = self.model.shape(member.target);
        let media_type = member.media_type.as_ref().or(shape.media_type.as_ref());
        self.is_policy(member)
            || media_type.is_some_and(|media_type| media_type == "application/json")
    }

    /// Whether a member is a policy of IAM.
    fn is_policy(&self, member: &Member) -> bool {
        let name = &self.model.shape(member.target).name;
        self.model.service.id == "IAM" && name == "policyDocumentType"
    }

    /// JSON as text on the wire, where policies are encoded unless they are sent; and as what it is
    /// where it is printed.
    fn json_text(&mut self, holder: ShapeId, member: &Member) -> Value {
        let json = json!({"Statement": [self.document(0)], "Version": self.text()});
        if self.spelling == Spelling::CommandLine {
            return json;
        }
        let text = json.to_string();
        let is_structure = matches!(self.model.shape(holder).kind, ShapeKind::Structure(_));
        let is_sent = self.model.operations.iter().any(|operation| operation.input == Some(holder));
        match self.is_policy(member) && is_structure && !is_sent {
            true => Value::String(percent_encoded(&text)),
            false => Value::String(text),
        }
    }

    /// Base64 (RFC 4648) in groups of four letters, the last with padding or not.
    fn base64(&mut self) -> String {
        let groups = self.rng.usize(..4);
        let mut text: String = (0..groups * 4).map(|_| self.rng.alphanumeric()).collect();
        text.push_str(self.rng.choice(["", "Zg==", "Zm8=", "+/+/"]).unwrap_or_default());
        text
    }

    fn timestamp(&mut self, format: Option<TimestampFormat>) -> Value {
        let default = match self.model.service.protocol {
            Protocol::RestXml | Protocol::AwsQuery | Protocol::Ec2Query => {
                TimestampFormat::DateTime
            }
            _ => TimestampFormat::EpochSeconds,
        };
        let Some(instant) = self.rng.choice(&INSTANTS) else { return Value::Null };
        match (self.spelling, format.unwrap_or(default)) {
            (Spelling::CommandLine, _) => json!(instant.command_line),
            (_, TimestampFormat::EpochSeconds) => json!(instant.epoch_seconds),
            (_, TimestampFormat::DateTime) => json!(instant.date_time),
            (_, TimestampFormat::HttpDate) => json!(instant.http_date),
        }
    }

    /// Any JSON value but null, which a member has when it is not set.
    fn document(&mut self, depth: usize) -> Value {
        match self.rng.u8(..if depth < 3 { 6 } else { 4 }) {
            0 => json!(self.rng.bool()),
            1 => json!(self.rng.i64(..)),
            2 => json!(f64::from(self.rng.i32(..)) / 8.0),
            3 => json!(self.text()),
            4 => (0..self.rng.usize(..4)).map(|_| self.document(depth + 1)).collect(),
            _ => {
                let entries =
                    (0..self.rng.usize(..4)).map(|_| (self.text(), self.document(depth + 1)));
                Value::Object(entries.collect())
            }
        }
    }
}

/// Text in which all but letters, digits and four marks are percent-encoded (RFC 3986).
fn percent_encoded(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let encoded = |byte| match is_plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(encoded).collect()
}

/// One point in time, as each format has it.
struct Instant {
    epoch_seconds: f64,
    date_time: &'static str,
    http_date: &'static str,
    command_line: &'static str,
}

/// Whole seconds, for one format has no others.
const INSTANTS: [Instant; 4] = [
    Instant {
        epoch_seconds: 0.0,
        date_time: "1970-01-01T00:00:00Z",
        http_date: "Thu, 01 Jan 1970 00:00:00 GMT",
        command_line: "1970-01-01T01:00:00+01:00",
    },
    Instant {
        epoch_seconds: 1_714_564_800.0,
        date_time: "2024-05-01T12:00:00Z",
        http_date: "Wed, 01 May 2024 12:00:00 GMT",
        command_line: "2024-05-01T12:00:00+00:00",
    },
    Instant {
        epoch_seconds: 951_782_400.0,
        date_time: "2000-02-29T00:00:00Z",
        http_date: "Tue, 29 Feb 2000 00:00:00 GMT",
        command_line: "2000-02-28T16:00:00-08:00",
    },
    Instant {
        epoch_seconds: -62_135_596_800.0,
        date_time: "0001-01-01T00:00:00Z",
        http_date: "Mon, 01 Jan 0001 00:00:00 GMT",
        command_line: "0001-01-01T00:00:00+00:00",
    },
];

#[cfg(test)]
mod tests {
    use glue_model::{Source, read};

    use super::*;

    fn values(spelling: Spelling, seed: u64) -> Vec<Value> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../features/recursion/model.json");
        let bytes = std::fs::read(path).unwrap();
        let model = read(&Source { file: path, bytes: &bytes }).unwrap();
        let is_aggregate =
            |kind: &ShapeKind| matches!(kind, ShapeKind::Structure(_) | ShapeKind::Union(_));
        let shapes = model.shapes().filter(|(_, shape)| is_aggregate(&shape.kind));
        shapes.map(|(id, _)| Values::new(&model, spelling, seed).shape(id)).collect()
    }

    #[test]
    fn a_number_makes_one_value_and_others_make_others() {
        assert_eq!(values(Spelling::Wire, 1), values(Spelling::Wire, 1));
        assert_ne!(values(Spelling::Wire, 1), values(Spelling::Wire, 2));
    }
}
