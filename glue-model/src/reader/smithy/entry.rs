//! The entries of `/shapes`, by their form alone.

use super::super::kind::{Category, Kind};
use super::super::name;
use super::super::node::{Fields, Node};
use super::super::report::Report;
use crate::diagnostic::Quoted;

/// One entry, taken apart.
pub(super) struct Entry<'a> {
    pub(super) node: &'a Node<'a>,
    pub(super) content: Content<'a>,
}

/// The content of an entry.
pub(super) enum Content<'a> {
    /// A shape, and the members it defines itself: by name, or `member`, `key` and `value`.
    Shape {
        category: Category,
        fields: Fields<'a>,
        members: Vec<Node<'a>>,
        /// Whether the type is `set`, a list without repeats that version 2.0 removed.
        is_set: bool,
    },
    /// Traits for a member of a shape that is defined elsewhere.
    Apply,
    /// Anything else, which has been reported.
    Unknown,
}

impl<'a> Entry<'a> {
    /// Reads the entry that `node` holds.
    pub(super) fn read(node: &'a Node<'a>, report: &mut Report<'_>) -> Self {
        Self { node, content: Content::read(node, report).unwrap_or(Content::Unknown) }
    }

    /// The shape's absolute ID.
    pub(super) fn id(&self) -> &'a str {
        self.node.key()
    }

    /// The shape's name without its namespace.
    pub(super) fn name(&self) -> &'a str {
        local_name(self.id())
    }

    /// The category of the shape; `None` if the definition has a problem.
    pub(super) fn category(&self) -> Option<Category> {
        match &self.content {
            Content::Shape { category, .. } => Some(*category),
            Content::Apply | Content::Unknown => None,
        }
    }
}

impl<'a> Content<'a> {
    fn read(node: &'a Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let fields = node.fields(report)?;
        let node_of_type = fields.required("type", report)?;
        let name = node_of_type.text(report);
        let kind = name.and_then(|name| Type::read(&node_of_type, name, report));
        let has_id = check_id(node, kind, report);
        let kind = kind?;
        check_object(&fields, "traits", report);
        let Type::Shape(category) = kind else {
            return has_id.then_some(Content::Apply);
        };
        let members = members(&fields, category, report);
        Some(Content::Shape { category, fields, members, is_set: name == Some("set") })
    }
}

/// The meaning of an entry's `type`.
#[derive(Clone, Copy)]
enum Type {
    Shape(Category),
    Apply,
}

/// The types of Smithy's JSON AST.
const TYPES: [(&str, Type); 24] = [
    ("apply", Type::Apply),
    ("bigDecimal", Type::data(Kind::BigDecimal)),
    ("bigInteger", Type::data(Kind::BigInteger)),
    ("blob", Type::data(Kind::Blob)),
    ("boolean", Type::data(Kind::Boolean)),
    ("byte", Type::data(Kind::Byte)),
    ("document", Type::data(Kind::Document)),
    ("double", Type::data(Kind::Double)),
    ("enum", Type::data(Kind::Enum)),
    ("float", Type::data(Kind::Float)),
    ("intEnum", Type::data(Kind::IntEnum)),
    ("integer", Type::data(Kind::Integer)),
    ("list", Type::data(Kind::List)),
    ("long", Type::data(Kind::Long)),
    ("map", Type::data(Kind::Map)),
    ("operation", Type::Shape(Category::Operation)),
    ("resource", Type::Shape(Category::Resource)),
    ("service", Type::Shape(Category::Service)),
    ("set", Type::data(Kind::List)),
    ("short", Type::data(Kind::Short)),
    ("string", Type::data(Kind::String)),
    ("structure", Type::data(Kind::Structure)),
    ("timestamp", Type::data(Kind::Timestamp)),
    ("union", Type::data(Kind::Union)),
];

impl Type {
    const fn data(kind: Kind) -> Self {
        Type::Shape(Category::Data(kind))
    }

    fn read(node: &Node<'_>, name: &str, report: &mut Report<'_>) -> Option<Self> {
        let known = TYPES.iter().find(|(known, _)| *known == name);
        if known.is_none() {
            let types = TYPES.iter().map(|(known, _)| Quoted(known).to_string());
            let types = types.collect::<Vec<_>>().join(", ");
            let message = format_args!("shape type {} is unknown", Quoted(name));
            report.push(node.problem(message).help(format_args!("use one of {types}")));
        }
        known.map(|(_, kind)| *kind)
    }
}

/// The name in a shape's ID, without the namespace.
pub(super) fn local_name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Checks the key that leads to an entry: the ID of a shape or, for `apply`, perhaps of a member.
/// Returns whether it is valid.
fn check_id(node: &Node<'_>, kind: Option<Type>, report: &mut Report<'_>) -> bool {
    let (shape, member) = match (kind, node.key().split_once('$')) {
        (Some(Type::Apply), Some((shape, member))) => (shape, Some(member)),
        _ => (node.key(), None),
    };
    let is_id = shape.split_once('#').is_some_and(|(namespace, name)| {
        namespace.split('.').chain([name]).chain(member).all(name::is_identifier)
    });
    if !is_id {
        let message = format_args!("{} is not a shape id", Quoted(node.key()));
        let help = "write it as `namespace#Name`, in ASCII letters, digits and underscores";
        report.push(node.key_problem(message).help(help));
    }
    is_id
}

/// The members that a shape defines itself.
fn members<'a>(fields: &Fields<'a>, category: Category, report: &mut Report<'_>) -> Vec<Node<'a>> {
    let keys: &[&str] = match category {
        Category::Data(Kind::List) => &["member"],
        Category::Data(Kind::Map) => &["key", "value"],
        Category::Data(Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum) => {
            check_object(fields, "members", report);
            let members: Vec<Node<'a>> = fields.node.entries_within("members").collect();
            for member in &members {
                name::check("member", member, report);
                check_member(member, report);
            }
            return members;
        }
        _ => &[],
    };
    let members: Vec<Node<'a>> = keys.iter().filter_map(|key| fields.field(key)).collect();
    for member in &members {
        check_member(member, report);
    }
    members
}

fn check_member(member: &Node<'_>, report: &mut Report<'_>) {
    if let Some(fields) = member.fields(report) {
        check_object(&fields, "traits", report);
    }
}

/// Reports a value under a key that is not an object.
fn check_object(fields: &Fields<'_>, key: &str, report: &mut Report<'_>) {
    if let Some(node) = fields.field(key) {
        node.fields(report);
    }
}
