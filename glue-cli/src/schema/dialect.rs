//! The dialects of schemas. The library writes 2020-12, which is also that of OpenAPI 3.1.

use clap::{Arg, ArgMatches};
use serde_json::{Value, json};

use super::openapi;
use super::parts::for_parts;
use crate::fetch::arguments::flag;

pub(super) const DIALECT: &str = "dialect";
pub(super) const OPENAPI: &str = "openapi";

/// A dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Draft202012,
    Draft07,
    OpenApi31,
    OpenApi30,
}

const DIALECTS: [(&str, Dialect); 4] = [
    ("2020-12", Dialect::Draft202012),
    ("draft-07", Dialect::Draft07),
    ("openapi-3.1", Dialect::OpenApi31),
    ("openapi-3.0", Dialect::OpenApi30),
];

/// The options that name the dialect.
pub(super) fn arguments() -> [Arg; 2] {
    [
        Arg::new(DIALECT)
            .long(DIALECT)
            .value_name("DIALECT")
            .value_parser(DIALECTS.map(|(name, _)| name))
            .conflicts_with(OPENAPI)
            .help("The dialect; of OpenAPI, the object `components` [default: 2020-12]"),
        flag(OPENAPI, "The same as --dialect openapi-3.1"),
    ]
}

/// The dialect that the arguments name.
pub(super) fn chosen(matches: &ArgMatches) -> Dialect {
    let name = matches.get_one::<String>(DIALECT);
    let named = DIALECTS.iter().find(|(own, _)| name.is_some_and(|name| name == own));
    match (named, matches.get_flag(OPENAPI)) {
        (Some((_, dialect)), _) => *dialect,
        (None, true) => Dialect::OpenApi31,
        (None, false) => Dialect::Draft202012,
    }
}

impl Dialect {
    /// What is before the name in a reference to a schema.
    pub(super) fn references(self) -> &'static str {
        match self {
            Self::Draft202012 => "#/$defs/",
            Self::Draft07 => "#/definitions/",
            Self::OpenApi31 | Self::OpenApi30 => "#/components/schemas/",
        }
    }

    /// The keyword for schemas that are referred to, of a schema that stands alone.
    pub(super) fn definitions(self) -> &'static str {
        if self == Self::Draft07 { "definitions" } else { "$defs" }
    }

    /// The address of the meta-schema.
    pub(super) fn address(self) -> Option<&'static str> {
        match self {
            Self::Draft202012 => Some("https://json-schema.org/draft/2020-12/schema"),
            Self::Draft07 => Some("http://json-schema.org/draft-07/schema#"),
            Self::OpenApi31 | Self::OpenApi30 => None,
        }
    }

    /// Whether schemas are part of a document of OpenAPI.
    pub(super) fn is_openapi(self) -> bool {
        matches!(self, Self::OpenApi31 | Self::OpenApi30)
    }

    /// Turns a schema of 2020-12 into one of this dialect.
    pub(super) fn convert(self, schema: &mut Value) {
        match self {
            Self::Draft202012 | Self::OpenApi31 => {}
            Self::Draft07 => {
                for_parts(schema, &|part| self.convert(part));
                wrap_reference(schema);
            }
            Self::OpenApi30 => {
                for_parts(schema, &|part| self.convert(part));
                openapi::convert(schema);
                wrap_reference(schema);
            }
        }
    }
}

/// Older dialects ignore what is beside a reference.
fn wrap_reference(schema: &mut Value) {
    let Value::Object(keywords) = schema else { return };
    if keywords.len() > 1
        && let Some(reference) = keywords.remove("$ref")
    {
        keywords.insert("allOf".to_owned(), json!([{"$ref": reference}]));
    }
}
