//! Compares two models of one service, part by part.

use std::collections::HashMap;
use std::fmt::Debug;

use glue_model::{
    Binding, Bounds, Constraints, ErrorTrait, Fault, Member, Model, Operation, Protocol, Service,
    Shape, ShapeId, ShapeKind,
};

use super::tally::Tally;

/// A comparison under way.
#[derive(Default)]
pub(super) struct Comparison {
    pub(super) tally: Tally,
    /// The part that is being compared.
    part: String,
    /// Whether botocore's model of the service leaves all constraints out.
    is_unconstrained: bool,
}

/// One part in botocore's model and in Smithy's.
#[derive(Clone, Copy)]
struct Pair<'m, T: ?Sized> {
    botocore: (&'m Model, &'m T),
    smithy: (&'m Model, &'m T),
}

impl<'m, T: ?Sized> Pair<'m, T> {
    /// The same with a part of each.
    fn with<U: ?Sized>(&self, left: &'m U, right: &'m U) -> Pair<'m, U> {
        Pair { botocore: (self.botocore.0, left), smithy: (self.smithy.0, right) }
    }

    fn parts(&self) -> (&'m T, &'m T) {
        (self.botocore.1, self.smithy.1)
    }
}

impl Comparison {
    fn same<V: Debug + PartialEq>(&mut self, kind: &'static str, left: V, right: V) {
        self.tally.same(kind, &self.part, left, right);
    }

    /// Compares values where there is any.
    fn both<V: Debug + PartialEq>(
        &mut self,
        kind: &'static str,
        left: Option<V>,
        right: Option<V>,
    ) {
        if left.is_some() || right.is_some() {
            self.same(kind, left, right);
        }
    }

    /// Compares what models of a service have both.
    pub(super) fn services(&mut self, botocore: &Model, smithy: &Model) {
        self.part.clone_from(&smithy.service.id);
        let (left, right) = (&botocore.service, &smithy.service);
        self.same("service id", &left.id, &right.id);
        self.same("title", &left.full_name, &right.full_name);
        self.same("API version", &left.api_version, &right.api_version);
        self.same("protocol", left.protocol, right.protocol);
        self.same("query codes", left.query_compatible, right.query_compatible);
        self.same("deprecated", left.deprecated.is_some(), right.deprecated.is_some());
        self.same("target prefix", &left.target_prefix, &right.target_prefix);
        self.same("signing name", &left.signing_name, &right.signing_name);
        self.same("endpoint prefix", &left.endpoint_prefix, &right.endpoint_prefix);
        let names = |model: &Model| model.operations.iter().map(|o| o.name.clone()).collect();
        self.order("operations come in another order", names(botocore), names(smithy));
        let names = |model: &Model| model.shapes().map(|(_, shape)| shape.name.clone()).collect();
        self.order("shapes come in another order", names(botocore), names(smithy));
        let free = Constraints::default();
        self.is_unconstrained = botocore.shapes().all(|(_, shape)| shape.constraints == free);
        let kind = "botocore has no constraints in the model of a service";
        self.same(kind, false, self.is_unconstrained);
        for left in &botocore.operations {
            if let Some(right) = smithy.operation(&left.name) {
                self.part = format!("{}.{}", smithy.service.id, left.name);
                self.operation(&Pair { botocore: (botocore, left), smithy: (smithy, right) });
            }
        }
        let by_name: HashMap<&str, &Shape> =
            smithy.shapes().map(|(_, shape)| (shape.name.as_str(), shape)).collect();
        for (_, left) in botocore.shapes() {
            if let Some(right) = by_name.get(left.name.as_str()) {
                self.part = format!("{}#{}", smithy.service.id, left.name);
                self.shape(&Pair { botocore: (botocore, left), smithy: (smithy, right) });
            }
        }
    }

    /// Compares the order of what both have, and tells what only Smithy's model has.
    fn order(&mut self, kind: &'static str, left: Vec<String>, right: Vec<String>) -> Vec<String> {
        let both = |list: &[String], other: &[String]| -> Vec<String> {
            list.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        self.same(kind, both(&left, &right), both(&right, &left));
        right.into_iter().filter(|name| !left.contains(name)).collect()
    }

    fn operation(&mut self, pair: &Pair<'_, Operation>) {
        let (left, right) = pair.parts();
        self.same("host prefix", &left.host_prefix, &right.host_prefix);
        self.same("method", &left.http.method, &right.http.method);
        self.uri(&left.http.uri, &right.http.uri);
        self.same("status of success", left.http.status, right.http.status);
        self.same("deprecated", left.deprecated.is_some(), right.deprecated.is_some());
        let (botocore, smithy) = (pair.botocore.0, pair.smithy.0);
        let name = |model: &Model, id: Option<ShapeId>| id.map(|id| model.shape(id).name.clone());
        self.same("input", name(botocore, left.input), name(smithy, right.input));
        self.same("output", name(botocore, left.output), name(smithy, right.output));
        let names = |model: &Model, operation: &Operation| {
            operation.errors.iter().map(|&id| model.shape(id).name.clone()).collect()
        };
        let mut added =
            self.order("errors come in another order", names(botocore, left), names(smithy, right));
        let discovery = "InvalidEndpointException";
        let is_discovery = added.iter().any(|name| name == discovery);
        self.same("botocore leaves out errors of endpoint discovery", false, is_discovery);
        added.retain(|name| name != discovery);
        self.same("errors only in Smithy", Vec::new(), added);
    }

    fn uri(&mut self, left: &str, right: &str) {
        let (left, left_labels) = without_labels(left);
        let (right, right_labels) = without_labels(right);
        self.same("botocore has another name for a label of a URI", left_labels, right_labels);
        let without_id = right.find(['?', '&']).map(|_| right.split(['?', '&']));
        let without_id: Vec<&str> = match without_id {
            Some(parts) => parts.filter(|part| !part.starts_with("x-id=")).collect(),
            None => vec![&right],
        };
        let parts: Vec<&str> = left.split(['?', '&']).collect();
        self.same("botocore has no `x-id` in a URI", true, right.find("x-id=").is_none());
        let slash = "botocore or Smithy leaves out the last slash of a URI";
        self.same(slash, parts[0].ends_with('/'), without_id[0].ends_with('/'));
        let bare = |parts: &[&str]| {
            let path = parts[0].trim_end_matches('/').to_owned();
            (path, parts[1..].join("&"))
        };
        self.same("URI", bare(&parts), bare(&without_id));
    }

    fn shape(&mut self, pair: &Pair<'_, Shape>) {
        let (left, right) = pair.parts();
        self.kinds(left, right);
        self.constraints(&left.constraints, &right.constraints);
        self.same("sensitive", left.sensitive, right.sensitive);
        self.same("deprecated", left.deprecated.is_some(), right.deprecated.is_some());
        self.same("timestamp format", left.timestamp_format, right.timestamp_format);
        match (&left.kind, &right.kind) {
            (ShapeKind::Enum(left), ShapeKind::Enum(right)) => {
                let known = |values: &[glue_model::EnumValue]| {
                    values.iter().map(|value| value.value.clone()).collect()
                };
                let added = self.order("order of enum values", known(left), known(right));
                self.same("enum values only in Smithy", Vec::new(), added);
                let unnamed = right.iter().all(|value| value.name.is_none());
                self.same("botocore has no name for a value of an enum", true, unnamed);
            }
            (ShapeKind::List(left), ShapeKind::List(right)) => {
                self.same("sparse", left.sparse, right.sparse);
                self.member(&pair.with(&left.member, &right.member));
            }
            (ShapeKind::Map(left), ShapeKind::Map(right)) => {
                self.same("sparse", left.sparse, right.sparse);
                self.member(&pair.with(&left.key, &right.key));
                self.member(&pair.with(&left.value, &right.value));
            }
            (ShapeKind::Structure(left), ShapeKind::Structure(right)) => {
                let is_free = right.reserved_for.is_none();
                self.same("botocore has no traits `input` and `output`", true, is_free);
                if let (Some(left), Some(right)) = (&left.error, &right.error) {
                    self.error(left, right, &pair.smithy.0.service);
                }
                self.same("error", left.error.is_some(), right.error.is_some());
                self.members(&pair.with(&left.members, &right.members), right.error.is_some());
            }
            (ShapeKind::Union(left), ShapeKind::Union(right)) => {
                self.members(&pair.with(&left.members, &right.members), false);
            }
            _ => {}
        }
    }

    /// botocore's models of three services keep types that are not those on the wire.
    fn kinds(&mut self, left: &Shape, right: &Shape) {
        let pair = (kind(left), kind(right));
        let is_kept = matches!(
            pair,
            ("structure", "union") | ("string", "timestamp" | "integer") | ("integer", "string")
        );
        self.same("botocore keeps a type that its users have", false, is_kept);
        if !is_kept {
            self.same("kind", pair.0, pair.1);
        }
    }

    fn error(&mut self, left: &ErrorTrait, right: &ErrorTrait, service: &Service) {
        let kind = match service.query_compatible && left.code.is_none() {
            true => "botocore leaves out codes of the query protocol",
            false => "error code",
        };
        self.same(kind, &left.code, &right.code);
        let is_json = matches!(service.protocol, Protocol::AwsJson1_0 | Protocol::AwsJson1_1);
        let kind = match is_json && left.status.is_none() {
            true => "botocore gives an error no status under awsJson",
            false => "error status",
        };
        self.same(kind, left.status, right.status);
        let kind = match (left.fault, right.fault) {
            (Fault::Client, Fault::Server) => "botocore gives an error of the service no fault",
            _ => "fault",
        };
        self.same(kind, left.fault, right.fault);
        let retry = |error: &ErrorTrait| (error.retryable, error.throttling);
        self.same("retryable", retry(left), retry(right));
    }

    fn members(&mut self, pair: &Pair<'_, Vec<Member>>, is_error: bool) {
        let (left, right) = pair.parts();
        let names = |members: &[Member]| members.iter().map(|m| m.name.clone()).collect();
        let added = self.order("order of members", names(left), names(right));
        let is_message = |name: &String| name.eq_ignore_ascii_case("message");
        let kind = match is_error && left.is_empty() && added.iter().all(is_message) {
            true => "botocore has an error without its message",
            false => "members only in Smithy",
        };
        self.same(kind, Vec::new(), added);
        let part = self.part.clone();
        for left in left {
            if let Some(right) = right.iter().find(|right| right.name == left.name) {
                self.part = format!("{part}${}", left.name);
                self.member(&pair.with(left, right));
            }
        }
        self.part = part;
    }

    fn member(&mut self, pair: &Pair<'_, Member>) {
        let (left, right) = pair.parts();
        let (left_target, right_target) =
            (pair.botocore.0.shape(left.target), pair.smithy.0.shape(right.target));
        self.same("targets have another name", &left_target.name, &right_target.name);
        self.kinds(left_target, right_target);
        self.same("required", left.required, right.required);
        // Shapes are compared for themselves, each once.
        let free = Constraints::default();
        if left.constraints != free || right.constraints != free {
            self.constraints(&effective(left, left_target), &effective(right, right_target));
        }
        let sensitive = |member: &Member, target: &Shape| member.sensitive || target.sensitive;
        self.same("sensitive", sensitive(left, left_target), sensitive(right, right_target));
        self.same("deprecated", left.deprecated.is_some(), right.deprecated.is_some());
        self.same("binding", left.binding, right.binding);
        let location =
            |member: &Member| member.location_name.clone().unwrap_or_else(|| member.name.clone());
        let kind = match left.binding {
            Binding::Label => "botocore has another name for a label of a URI",
            _ => "location name",
        };
        self.same(kind, location(left), location(right));
        let format =
            |member: &Member, target: &Shape| member.timestamp_format.or(target.timestamp_format);
        self.same("timestamp format", format(left, left_target), format(right, right_target));
        let media = |member: &Member, target: &Shape| {
            member.media_type.clone().or_else(|| target.media_type.clone())
        };
        self.same("media type", media(left, left_target), media(right, right_target));
        let streaming = |member: &Member, target: &Shape| member.streaming || target.streaming;
        self.same("streaming", streaming(left, left_target), streaming(right, right_target));
        self.same("idempotency token", left.idempotency_token, right.idempotency_token);
        self.same("botocore has no default value", &left.default, &right.default);
        let optional = (left.client_optional, right.client_optional);
        self.same("botocore has no trait `clientOptional`", optional.0, optional.1);
    }

    fn constraints(&mut self, left: &Constraints, right: &Constraints) {
        if self.is_unconstrained {
            return;
        }
        let spelled = |bounds: Option<Bounds<u64>>| bounds.map(|bounds| bounds.min.unwrap_or(0));
        let least = |bounds: Option<Bounds<u64>>| bounds.and_then(|bounds| bounds.min);
        if spelled(left.length).is_some() && spelled(left.length) == spelled(right.length) {
            let kind = "botocore or Smithy leaves out a least length of 0";
            self.same(kind, least(left.length), least(right.length));
        }
        let length = |constraints: &Constraints| {
            constraints.length.map(|length| (length.min.unwrap_or(0), length.max))
        };
        self.both("length", length(left), length(right));
        self.both("range", left.range, right.range);
        let pattern = |constraints: &Constraints| constraints.pattern.as_deref().map(bare);
        self.both("pattern", pattern(left), pattern(right));
        let unique = (left.unique_items, right.unique_items);
        self.same("botocore has no trait `uniqueItems`", unique.0, unique.1);
    }
}

/// A member's own constraints, and those of its target that they do not supersede.
fn effective(member: &Member, target: &Shape) -> Constraints {
    let mut constraints = target.constraints.clone();
    constraints.length = member.constraints.length.or(constraints.length);
    constraints.range = member.constraints.range.or(constraints.range);
    constraints.pattern = member.constraints.pattern.clone().or(constraints.pattern);
    constraints.unique_items |= member.constraints.unique_items;
    constraints
}

/// A pattern without its anchors, which only Smithy's need. What is searched for needs nothing
/// around it that matches anything.
fn bare(pattern: &str) -> String {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    let pattern = pattern.strip_suffix('$').unwrap_or(pattern);
    let pattern = pattern.strip_prefix(".*").unwrap_or(pattern);
    pattern.strip_suffix(".*").unwrap_or(pattern).to_owned()
}

/// A URI with empty labels, and the labels.
fn without_labels(uri: &str) -> (String, Vec<String>) {
    let mut labels = Vec::new();
    let mut bare = String::new();
    for (index, part) in uri.split(['{', '}']).enumerate() {
        match index % 2 {
            0 => bare.push_str(part),
            _ => {
                bare.push_str("{}");
                labels.push(part.to_owned());
            }
        }
    }
    (bare, labels)
}

fn kind(shape: &Shape) -> &'static str {
    match &shape.kind {
        ShapeKind::Boolean => "boolean",
        ShapeKind::Byte => "byte",
        ShapeKind::Short => "short",
        ShapeKind::Integer => "integer",
        ShapeKind::Long => "long",
        ShapeKind::BigInteger => "big integer",
        ShapeKind::Float => "float",
        ShapeKind::Double => "double",
        ShapeKind::BigDecimal => "big decimal",
        ShapeKind::String => "string",
        ShapeKind::Enum(_) => "enum",
        ShapeKind::IntEnum(_) => "enum of integers",
        ShapeKind::Blob => "blob",
        ShapeKind::Timestamp => "timestamp",
        ShapeKind::Document => "document",
        ShapeKind::List(_) => "list",
        ShapeKind::Map(_) => "map",
        ShapeKind::Structure(_) => "structure",
        ShapeKind::Union(_) => "union",
        other => unreachable!("{other:?}"),
    }
}
