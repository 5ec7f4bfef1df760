//! Where members travel that are not keys of the body.

use glue_model::TimestampFormat;

/// A member that is not a key of the body.
pub(crate) struct Binding {
    /// The key in JSON at rest.
    pub(crate) key: String,
    pub(crate) location: Location,
    /// Whether the value must not be printed.
    pub(crate) sensitive: bool,
}

/// The place in which a member travels. The names are those of labels, parameters, headers and
/// keys.
pub(crate) enum Location {
    Label(String, TextForm),
    Query(String, TextForm),
    QueryParams,
    Header(String, TextForm),
    PrefixHeaders(String),
    StatusCode,
    Payload(PayloadForm),
    Body(String),
}

/// The form of a value as text.
pub(crate) enum TextForm {
    Text,
    Number,
    Boolean,
    Timestamp(TimestampFormat),
    Base64,
    List(Box<TextForm>),
}

/// The content of a body that is one member.
pub(crate) enum PayloadForm {
    Structure,
    Json,
    Text,
    Bytes,
    EventStream,
}
