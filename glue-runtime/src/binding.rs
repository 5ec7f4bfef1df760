//! Where members of requests, responses and errors travel that are not keys of the body.

#[cfg(feature = "protocol")]
mod read;

use crate::timestamp::TimestampFormat;

/// A member that travels outside the keys of the body, as
/// [Smithy's HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html) say.
///
/// Generated structures list their bindings. If a structure is both input and output, labels and
/// query parameters apply to requests only and the status to responses only; in the other
/// direction, the member is in the body. Plain serde ignores bindings: it reads and writes all
/// members under the keys of the data at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Binding {
    /// The member's key in the data at rest.
    pub member: &'static str,
    /// Where the member travels.
    pub location: Location,
    /// Whether the model calls the member sensitive.
    pub sensitive: bool,
}

impl Binding {
    /// Binds the member with the key `member` to `location`.
    #[must_use]
    pub const fn new(member: &'static str, location: Location) -> Self {
        Self { member, location, sensitive: false }
    }

    /// The same binding of a member that the model calls sensitive.
    #[must_use]
    pub const fn sensitive(self) -> Self {
        Self { sensitive: true, ..self }
    }

    /// Binds a member as text to a label of the URI.
    #[must_use]
    pub const fn label(member: &'static str, label: &'static str) -> Self {
        Self::new(member, Location::Label(label, TextForm::Text))
    }

    /// Binds a member as text to a query parameter.
    #[must_use]
    pub const fn query(member: &'static str, parameter: &'static str) -> Self {
        Self::new(member, Location::Query(parameter, TextForm::Text))
    }

    /// Binds a member as text to a header.
    #[must_use]
    pub const fn header(member: &'static str, header: &'static str) -> Self {
        Self::new(member, Location::Header(header, TextForm::Text))
    }

    /// The same binding with the value in another form, if the location has one.
    #[must_use]
    pub const fn in_form(self, form: TextForm) -> Self {
        let location = match self.location {
            Location::Label(label, _) => Location::Label(label, form),
            Location::Query(parameter, _) => Location::Query(parameter, form),
            Location::Header(header, _) => Location::Header(header, form),
            other => other,
        };
        Self { location, ..self }
    }
}

/// Where a member travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Location {
    /// In place of a label of the URI: `{name}`, or `{name+}` for several segments.
    Label(&'static str, TextForm),
    /// In query parameters of this name, one for each entry of a list.
    Query(&'static str, TextForm),
    /// Each entry of a map in query parameters under its key.
    QueryParams,
    /// In the header of this name.
    Header(&'static str, TextForm),
    /// Each entry of a map in a header: the prefix, then the entry's key.
    PrefixHeaders(&'static str),
    /// In the status of the response.
    StatusCode,
    /// As the whole body.
    Payload(PayloadForm),
    /// In the body, but under this key, which is another member's in the data at rest.
    Body(&'static str),
}

impl Location {
    /// Whether requests have this location. If not, the member is in the body under its own key.
    #[cfg(feature = "protocol")]
    pub(crate) fn is_in_requests(self) -> bool {
        !matches!(self, Self::StatusCode)
    }

    /// Whether responses have this location. If not, the member is in the body under its own key.
    #[cfg(feature = "protocol")]
    pub(crate) fn is_in_responses(self) -> bool {
        !matches!(self, Self::Label(..) | Self::Query(..) | Self::QueryParams)
    }
}

/// How a value is written as text in a URI or header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextForm {
    /// As it is: strings, enums, and blobs in base64.
    Text,
    /// A number, or `NaN`, `Infinity` and `-Infinity`.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A timestamp.
    Timestamp(TimestampFormat),
    /// Base64 of the text, which has a media type such as JSON.
    Base64,
    /// The entries in this form: parameters of one name, or separated by commas in a header.
    List(&'static TextForm),
}

/// The form of a body that is a single member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PayloadForm {
    /// The JSON of a structure, and an empty object where the member is not set.
    Structure,
    /// The JSON of any other value, and nothing where the member is not set.
    Json,
    /// A string's text.
    Text,
    /// A blob's bytes.
    Bytes,
    /// A stream of events, one after the other in Amazon's binary encoding. The sender of the
    /// request or the receiver of the response handles them; the member stays unset.
    EventStream,
}
