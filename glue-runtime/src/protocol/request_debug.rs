//! What `Debug` shows of a request.

use std::fmt;

use super::Request;
use crate::binding::Location;

/// Headers with secrets that signers add.
const SECRET_HEADERS: [&str; 2] = ["Authorization", "X-Amz-Security-Token"];

/// Shows the body's length only, and nothing of what the model calls sensitive or a signer adds.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers = self.headers.iter().map(|(name, value)| {
            let value = if self.hides_header(name) { HIDDEN } else { Shown::Text(value) };
            (name, value)
        });
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("host_prefix", &self.host_prefix)
            .field("uri", &if self.hides_uri() { HIDDEN } else { Shown::Text(&self.uri) })
            .field("headers", &headers.collect::<Vec<_>>())
            .field("body", &Shown::Arguments(format_args!("{} bytes", self.body.len())))
            .finish()
    }
}

impl Request {
    fn hides_uri(&self) -> bool {
        self.bindings.iter().filter(|binding| binding.sensitive).any(|binding| {
            let location = binding.location;
            matches!(location, Location::Label(..) | Location::Query(..) | Location::QueryParams)
        })
    }

    fn hides_header(&self, name: &str) -> bool {
        let is_sensitive =
            self.bindings.iter().filter(|binding| binding.sensitive).any(|binding| {
                match binding.location {
                    Location::Header(header, _) => header.eq_ignore_ascii_case(name),
                    Location::PrefixHeaders(prefix) => {
                        let start = name.as_bytes().get(..prefix.len());
                        start.is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
                    }
                    _ => false,
                }
            });
        is_sensitive || SECRET_HEADERS.iter().any(|secret| secret.eq_ignore_ascii_case(name))
    }
}

enum Shown<'a> {
    Text(&'a str),
    Arguments(fmt::Arguments<'a>),
}

const HIDDEN: Shown<'static> = Shown::Arguments(format_args!("<sensitive>"));

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Debug::fmt(text, f),
            Self::Arguments(arguments) => f.write_fmt(*arguments),
        }
    }
}
