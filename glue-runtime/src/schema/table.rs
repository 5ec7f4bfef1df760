//! [`TypeSchema`], the content of a generated type's schema.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::form::Form;
use super::object::object;
use crate::enumeration::OpenEnum;

/// A generated type, as its table describes it.
#[derive(Clone, Copy)]
pub struct TypeSchema {
    kind: Kind,
    documentation: Documentation,
}

#[derive(Clone, Copy)]
enum Kind {
    Structure(&'static [Member]),
    Union(&'static [Member]),
    Enum { values: &'static [&'static str], internal: &'static [&'static str] },
}

/// A member of a structure or union.
#[derive(Clone, Copy)]
pub struct Member {
    key: &'static str,
    form: Form,
    required: bool,
    documentation: Documentation,
}

/// The description of a type or a member, and whether it is deprecated.
#[derive(Clone, Copy)]
struct Documentation {
    text: Option<&'static str>,
    deprecated: bool,
}

impl Documentation {
    const NONE: Self = Self { text: None, deprecated: false };

    /// Adds it to a schema. A description that is there already is the last paragraph.
    fn add_to(self, schema: &mut Schema) {
        if let Some(text) = self.text {
            let own = schema.get("description").and_then(Value::as_str);
            let text = match own {
                Some(own) => format!("{text}\n\n{own}"),
                None => text.to_owned(),
            };
            schema.insert("description".to_owned(), text.into());
        }
        if self.deprecated {
            schema.insert("deprecated".to_owned(), true.into());
        }
    }
}

impl Member {
    /// A member by its key in JSON.
    #[must_use]
    pub const fn new(key: &'static str, form: Form) -> Self {
        Self { key, form, required: false, documentation: Documentation::NONE }
    }

    /// Its absence is a violation.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// With a description.
    #[must_use]
    pub const fn docs(mut self, text: &'static str) -> Self {
        self.documentation.text = Some(text);
        self
    }

    /// Users should stop using it.
    #[must_use]
    pub const fn deprecated(mut self) -> Self {
        self.documentation.deprecated = true;
        self
    }
}

impl TypeSchema {
    const fn new(kind: Kind) -> Self {
        Self { kind, documentation: Documentation::NONE }
    }

    /// A structure.
    #[must_use]
    pub const fn structure(members: &'static [Member]) -> Self {
        Self::new(Kind::Structure(members))
    }

    /// A union: exactly one member, which may be one that the model does not have.
    #[must_use]
    pub const fn union(members: &'static [Member]) -> Self {
        Self::new(Kind::Union(members))
    }

    /// An enum: its known values, and any others.
    #[must_use]
    pub const fn open_enum<E: OpenEnum>() -> Self {
        Self::new(Kind::Enum { values: E::VALUES, internal: E::INTERNAL })
    }

    /// With a description.
    #[must_use]
    pub const fn docs(mut self, text: &'static str) -> Self {
        self.documentation.text = Some(text);
        self
    }

    /// Users should stop using it.
    #[must_use]
    pub const fn deprecated(mut self) -> Self {
        self.documentation.deprecated = true;
        self
    }

    /// The schema.
    pub fn schema(&self, generator: &mut SchemaGenerator) -> Schema {
        let mut schema = match self.kind {
            Kind::Structure(members) => properties(members, generator),
            Kind::Union(members) => {
                let mut schema = properties(members, generator);
                schema.insert("minProperties".to_owned(), 1.into());
                schema.insert("maxProperties".to_owned(), 1.into());
                schema
            }
            Kind::Enum { values, internal } => {
                let is_shown = |value: &&&str| !internal.contains(*value);
                let shown: Vec<&&str> = values.iter().filter(is_shown).collect();
                let any = json!({"type": "string"});
                match shown.is_empty() {
                    true => object(any),
                    false => object(json!({"anyOf": [{"type": "string", "enum": shown}, any]})),
                }
            }
        };
        self.documentation.add_to(&mut schema);
        schema
    }
}

/// The schema of an object with these members, and any others.
fn properties(members: &[Member], generator: &mut SchemaGenerator) -> Schema {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    for member in members {
        let mut schema = member.form.schema(generator);
        member.documentation.add_to(&mut schema);
        properties.insert(member.key.to_owned(), schema.to_value());
        required.extend(member.required.then(|| member.key.into()));
    }
    let mut schema = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    object(schema)
}
