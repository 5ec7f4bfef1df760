//! What `Debug` shows of a request.

use std::fmt;

use super::request::Request;
use crate::binding::Location;

/// Headers with secrets that signers and clients add.
const SECRET_HEADERS: [&str; 4] =
    ["Authorization", "Cookie", "Proxy-Authorization", "X-Amz-Security-Token"];

/// Query parameters that a signer adds, which make the URI a secret.
const SECRET_PARAMETERS: [&str; 2] = ["X-Amz-Signature", "X-Amz-Security-Token"];

/// Shows the body's length only, and nothing of what the model calls sensitive or a signer adds:
/// the whole URI is hidden where a part of it is sensitive. The labels of a host prefix are shown
/// instead of their values.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers = self.headers.iter().map(|(name, value)| self.shown_header(name, value));
        let has_labels = self.host_template.contains('{');
        let host_prefix = if has_labels { self.host_template } else { &self.host_prefix };
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("host_prefix", &host_prefix)
            .field("uri", &if self.hides_uri() { HIDDEN } else { Shown::Text(&self.uri) })
            .field("headers", &headers.collect::<Vec<_>>())
            .field("body", &Shown::Arguments(format_args!("{} bytes", self.body.len())))
            .finish()
    }
}

impl Request {
    /// Where sensitive members are.
    fn sensitive(&self) -> impl Iterator<Item = Location> {
        self.bindings.iter().filter(|binding| binding.sensitive).map(|binding| binding.location)
    }

    fn hides_uri(&self) -> bool {
        let is_signed = self.uri.split(['?', '&']).skip(1).any(|parameter| {
            let name = parameter.split('=').next().unwrap_or_default();
            SECRET_PARAMETERS.iter().any(|secret| secret.eq_ignore_ascii_case(name))
        });
        let is_in_uri = |location| {
            matches!(location, Location::Label(..) | Location::Query(..) | Location::QueryParams)
        };
        is_signed || self.sensitive().any(is_in_uri)
    }

    /// A header's name and value. The name of a header from a sensitive map has the entry's key,
    /// which may be what is sensitive.
    fn shown_header<'a>(&self, name: &'a str, value: &'a str) -> (Shown<'a>, Shown<'a>) {
        let is_secret = SECRET_HEADERS.iter().any(|secret| secret.eq_ignore_ascii_case(name));
        let is_sensitive = |location| match location {
            Location::Header(header, _) => header.eq_ignore_ascii_case(name),
            _ => false,
        };
        if is_secret || self.sensitive().any(is_sensitive) {
            return (Shown::Text(name), HIDDEN);
        }
        let prefix = self.sensitive().find_map(|location| match location {
            Location::PrefixHeaders(prefix) => {
                name.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix))
            }
            _ => None,
        });
        match prefix {
            Some(prefix) => (Shown::Start(prefix), HIDDEN),
            None => (Shown::Text(name), Shown::Text(value)),
        }
    }
}

enum Shown<'a> {
    Text(&'a str),
    /// The start of text whose rest is hidden.
    Start(&'a str),
    Arguments(fmt::Arguments<'a>),
}

const HIDDEN: Shown<'static> = Shown::Arguments(format_args!("<sensitive>"));

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Debug::fmt(text, f),
            Self::Start(text) => write!(f, "{text:?}<sensitive>"),
            Self::Arguments(arguments) => f.write_fmt(*arguments),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Request;
    use crate::binding::{Binding, Location};

    fn shown(bindings: &'static [Binding], host_template: &'static str) -> String {
        let headers = [("X-Key", "a"), ("x-note-b", "c"), ("COOKIE", "d"), ("X-Plain", "e")];
        let request = Request {
            method: "GET",
            host_prefix: "123.".to_owned(),
            uri: "/boxes/f?g=h".to_owned(),
            headers: headers.map(|(name, value)| (name.into(), value.to_owned())).into(),
            body: Vec::new(),
            bindings,
            host_template,
        };
        format!("{request:?}")
    }

    #[test]
    fn what_is_not_sensitive_is_shown() {
        const BINDINGS: &[Binding] = &[
            Binding::header("Key", "x-key"),
            Binding::new("Notes", Location::PrefixHeaders("X-Note-")),
            Binding::label("Box", "Box"),
        ];
        assert_eq!(
            shown(BINDINGS, "123."),
            "Request { method: \"GET\", host_prefix: \"123.\", uri: \"/boxes/f?g=h\", headers: \
             [(\"X-Key\", \"a\"), (\"x-note-b\", \"c\"), (\"COOKIE\", <sensitive>), (\"X-Plain\", \
             \"e\")], body: 0 bytes }",
        );
    }

    #[test]
    fn what_is_sensitive_is_hidden() {
        const BINDINGS: &[Binding] = &[
            Binding::header("Key", "x-key").sensitive(),
            Binding::new("Notes", Location::PrefixHeaders("X-Note-")).sensitive(),
        ];
        assert_eq!(
            shown(BINDINGS, "{Account}."),
            "Request { method: \"GET\", host_prefix: \"{Account}.\", uri: \"/boxes/f?g=h\", headers: \
             [(\"X-Key\", <sensitive>), (\"x-note-\"<sensitive>, <sensitive>), (\"COOKIE\", \
             <sensitive>), (\"X-Plain\", \"e\")], body: 0 bytes }",
        );
        const LABEL: &[Binding] = &[Binding::label("Box", "Box").sensitive()];
        const QUERY: &[Binding] = &[Binding::query("Page", "g").sensitive()];
        const QUERIES: &[Binding] = &[Binding::new("All", Location::QueryParams).sensitive()];
        for bindings in [LABEL, QUERY, QUERIES] {
            assert!(shown(bindings, "").contains("uri: <sensitive>, headers"), "{bindings:?}");
        }
    }

    #[test]
    fn signed_uris_are_hidden() {
        for (uri, is_hidden) in [
            ("/?X-Amz-Signature=1", true),
            ("/a?b=c&x-amz-security-token=1", true),
            ("/X-Amz-Signature?b=X-Amz-Signature", false),
        ] {
            let request = Request {
                method: "GET",
                host_prefix: String::new(),
                uri: uri.to_owned(),
                headers: Vec::new(),
                body: Vec::new(),
                bindings: &[],
                host_template: "",
            };
            assert_eq!(format!("{request:?}").contains("uri: <sensitive>"), is_hidden, "{uri}");
        }
    }
}
