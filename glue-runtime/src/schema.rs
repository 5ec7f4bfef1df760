//! JSON Schemas: [`schemars::JsonSchema`] for the types of this crate, and what the tables of
//! generated types call.

mod form;
mod object;
mod render;
mod scalar;
mod table;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

pub use form::{Form, Of};
pub use table::{Member, TypeSchema};

use crate::blob::Blob;
use crate::document::Document;
use crate::json_text::JsonText;
use crate::timestamp::Timestamp;

/// Implements `JsonSchema` for generated types. A row has a type, its name, and the
/// [`TypeSchema`](crate::__private::v1::schema::TypeSchema) that describes it.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemas {
    ($($type:path = $name:literal: $schema:expr;)*) => {
        $(impl $crate::__private::v1::schema::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed($name)
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", $name))
            }

            fn json_schema(
                generator: &mut $crate::__private::v1::schema::SchemaGenerator,
            ) -> $crate::__private::v1::schema::Schema {
                const SCHEMA: $crate::__private::v1::schema::TypeSchema = $schema;
                SCHEMA.schema(generator)
            }
        })*
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "schemas" }
    };
}

/// Base64 with padding, a part of it or none, whose last letter has no bits that no byte has.
const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]={0,2}\
                      |[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=?)?$";

/// Base64 in a string, as in JSON.
impl JsonSchema for Blob {
    fn schema_name() -> Cow<'static, str> {
        "Blob".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "glue_runtime::Blob".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "contentEncoding": "base64", "pattern": BASE64})
    }
}

/// Anything.
impl JsonSchema for Document {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Document".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "glue_runtime::Document".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        true.into()
    }
}

/// A string that holds JSON. JSON in place of the text is read as well, which the schema does not
/// say.
impl JsonSchema for JsonText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "JsonText".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "glue_runtime::JsonText".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Form::JSON.schema(generator)
    }
}

/// Seconds since the Unix epoch, as a number; to be read, text as well.
impl JsonSchema for Timestamp {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Timestamp".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "glue_runtime::Timestamp".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Form::EPOCH_SECONDS.schema(generator)
    }
}
