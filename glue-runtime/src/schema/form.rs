//! [`Form`], what the schema of a value says.

use std::marker::PhantomData;

use super::scalar::{Integer, TimeForm};
use crate::document::Document;
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// The type of a value, and its constraints. Generated tables are made of constants of it.
#[derive(Clone, Copy)]
pub struct Form {
    pub(super) kind: Kind,
    /// Bounds of a length: of characters, bytes, entries or members.
    pub(super) min: Option<u64>,
    pub(super) max: Option<u64>,
    pub(super) pattern: Option<&'static str>,
    pub(super) java_pattern: Option<&'static str>,
    pub(super) unique: bool,
}

#[derive(Clone, Copy)]
pub(super) enum Kind {
    Boolean,
    Integer(Integer),
    Float {
        min: Option<f64>,
        max: Option<f64>,
    },
    Text,
    /// Text that holds JSON.
    Json,
    /// The same, percent-encoded: constraints are those of other text.
    EncodedJson,
    Blob,
    Time(TimeForm),
    /// A type with a schema of its own.
    Type(fn(&mut SchemaGenerator) -> Schema),
    List {
        entry: &'static Form,
        sparse: bool,
    },
    Map {
        key: &'static Form,
        value: &'static Form,
        sparse: bool,
    },
}

/// The form of a type that has a schema of its own.
pub struct Of<T>(PhantomData<T>);

impl<T: JsonSchema> Of<T> {
    /// The form.
    pub const FORM: Form = Form::new(Kind::Type(SchemaGenerator::subschema_for::<T>));
}

impl Form {
    /// A boolean.
    pub const BOOLEAN: Self = Self::new(Kind::Boolean);
    /// A whole number of 8 bits.
    pub const I8: Self = Self::new(Kind::Integer(Integer::of(8, "int8")));
    /// A whole number of 16 bits.
    pub const I16: Self = Self::new(Kind::Integer(Integer::of(16, "int16")));
    /// A whole number of 32 bits.
    pub const I32: Self = Self::new(Kind::Integer(Integer::of(32, "int32")));
    /// A whole number of 64 bits.
    pub const I64: Self = Self::new(Kind::Integer(Integer::of(64, "int64")));
    /// A floating-point number.
    pub const F64: Self = Self::new(Kind::Float { min: None, max: None });
    /// A string.
    pub const TEXT: Self = Self::new(Kind::Text);
    /// A string that holds JSON.
    pub const JSON: Self = Self::new(Kind::Json);
    /// A string that holds JSON, percent-encoded.
    pub const ENCODED_JSON: Self = Self::new(Kind::EncodedJson);
    /// Bytes.
    pub const BLOB: Self = Self::new(Kind::Blob);
    /// A time, written as a number.
    pub const EPOCH_SECONDS: Self = Self::new(Kind::Time(TimeForm::EpochSeconds));
    /// A time, written as RFC 3339 has it.
    pub const DATE_TIME: Self = Self::new(Kind::Time(TimeForm::DateTime));
    /// A time, written as HTTP has it.
    pub const HTTP_DATE: Self = Self::new(Kind::Time(TimeForm::HttpDate));
    /// Anything.
    pub const DOCUMENT: Self = Of::<Document>::FORM;

    const fn new(kind: Kind) -> Self {
        Self { kind, min: None, max: None, pattern: None, java_pattern: None, unique: false }
    }

    /// A list.
    #[must_use]
    pub const fn list(entry: &'static Self) -> Self {
        Self::new(Kind::List { entry, sparse: false })
    }

    /// A list whose entries may be null.
    #[must_use]
    pub const fn sparse_list(entry: &'static Self) -> Self {
        Self::new(Kind::List { entry, sparse: true })
    }

    /// A map.
    #[must_use]
    pub const fn map(key: &'static Self, value: &'static Self) -> Self {
        Self::new(Kind::Map { key, value, sparse: false })
    }

    /// A map whose values may be null.
    #[must_use]
    pub const fn sparse_map(key: &'static Self, value: &'static Self) -> Self {
        Self::new(Kind::Map { key, value, sparse: true })
    }

    /// With a least length.
    #[must_use]
    pub const fn min(mut self, min: u64) -> Self {
        self.min = Some(min);
        self
    }

    /// With a greatest length.
    #[must_use]
    pub const fn max(mut self, max: u64) -> Self {
        self.max = Some(max);
        self
    }

    /// A whole number, at least this.
    #[must_use]
    pub const fn least(mut self, least: i64) -> Self {
        if let Kind::Integer(integer) = &mut self.kind {
            integer.min = if least > integer.min { least } else { integer.min };
        }
        self
    }

    /// A whole number, at most this.
    #[must_use]
    pub const fn greatest(mut self, greatest: i64) -> Self {
        if let Kind::Integer(integer) = &mut self.kind {
            integer.max = if greatest < integer.max { greatest } else { integer.max };
        }
        self
    }

    /// A floating-point number, at least this.
    #[must_use]
    pub const fn least_float(mut self, least: f64) -> Self {
        if let Kind::Float { min, .. } = &mut self.kind {
            *min = Some(least);
        }
        self
    }

    /// A floating-point number, at most this.
    #[must_use]
    pub const fn greatest_float(mut self, greatest: f64) -> Self {
        if let Kind::Float { max, .. } = &mut self.kind {
            *max = Some(greatest);
        }
        self
    }

    /// A whole number of which the model names some.
    #[must_use]
    pub const fn known(mut self, known: &'static [i32]) -> Self {
        if let Kind::Integer(integer) = &mut self.kind {
            integer.known = known;
        }
        self
    }

    /// With a pattern of ECMAScript.
    #[must_use]
    pub const fn pattern(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// With a pattern that ECMAScript has no equal of: only the description says it. It is a
    /// code span of Markdown.
    #[must_use]
    pub const fn java_pattern(mut self, pattern: &'static str) -> Self {
        self.java_pattern = Some(pattern);
        self
    }

    /// A list that holds no value twice.
    #[must_use]
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }
}
