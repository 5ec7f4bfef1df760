//! The aspects of an item that can change.

use std::fmt;

/// The aspect of an item that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// Whether it exists.
    Existence,
    /// Whether it is a structure, a union or an enum.
    Kind,
    /// Its name in Rust.
    RustName,
    /// The name in Rust of the enum of an operation's errors.
    ErrorName,
    /// The name of a member in the model, which the AWS CLI uses.
    MemberName,
    /// Its Rust type.
    Type,
    /// A derive that the options request.
    Derive,
    /// The order of an enum's values, which is how they compare.
    Order,
    /// The order of a structure's members, which is how values compare if they derive an order.
    MemberOrder,
    /// Whether `validate` reports its absence.
    Presence,
    /// The key in JSON, or the value of an enum.
    WireName,
    /// How a timestamp is written.
    TimestampFormat,
    /// The allowed lengths.
    Length,
    /// The allowed numbers.
    Range,
    /// The pattern that strings must match.
    Pattern,
    /// Whether a list may hold a value twice.
    Uniqueness,
    /// Whether values are kept out of `Debug` and messages.
    Sensitivity,
    /// Whether using it causes a warning.
    Deprecation,
    /// The value that a member has if it is absent.
    Default,
    /// Whether a structure is an error.
    Error,
    /// The code of an error.
    ErrorCode,
    /// The HTTP status of an error.
    ErrorStatus,
    /// Which side is at fault for an error.
    ErrorFault,
    /// Whether the same request may succeed later.
    ErrorRetry,
    /// The input of an operation.
    Input,
    /// The output of an operation.
    Output,
    /// The HTTP method of an operation.
    Method,
    /// The path of an operation.
    Uri,
    /// The header that names an operation.
    Target,
    /// The host prefix of an operation.
    HostPrefix,
    /// Which part of a request or response carries a member.
    Location,
    /// The service's identifier.
    ServiceId,
    /// The version of the service's API.
    ApiVersion,
    /// The wire protocol of the service.
    Protocol,
    /// The name used to sign requests.
    SigningName,
    /// The first label of the service's host names.
    EndpointPrefix,
    /// Whether errors keep the codes of the query protocol.
    QueryCodes,
}

impl Aspect {
    /// All aspects, in the order of the enum.
    pub(super) const ALL: [Self; 37] = [
        Self::Existence,
        Self::Kind,
        Self::RustName,
        Self::ErrorName,
        Self::MemberName,
        Self::Type,
        Self::Derive,
        Self::Order,
        Self::MemberOrder,
        Self::Presence,
        Self::WireName,
        Self::TimestampFormat,
        Self::Length,
        Self::Range,
        Self::Pattern,
        Self::Uniqueness,
        Self::Sensitivity,
        Self::Deprecation,
        Self::Default,
        Self::Error,
        Self::ErrorCode,
        Self::ErrorStatus,
        Self::ErrorFault,
        Self::ErrorRetry,
        Self::Input,
        Self::Output,
        Self::Method,
        Self::Uri,
        Self::Target,
        Self::HostPrefix,
        Self::Location,
        Self::ServiceId,
        Self::ApiVersion,
        Self::Protocol,
        Self::SigningName,
        Self::EndpointPrefix,
        Self::QueryCodes,
    ];

    /// The name for tools, such as `wire-name`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.names().0
    }

    /// The name for tools, and the name for people.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Existence => ("existence", "existence"),
            Self::Kind => ("kind", "kind"),
            Self::RustName => ("rust-name", "Rust name"),
            Self::ErrorName => ("error-enum-name", "Rust name of its errors"),
            Self::MemberName => ("member-name", "name in the model"),
            Self::Type => ("type", "type"),
            Self::Derive => ("derive", "derive"),
            Self::Order => ("value-order", "order of values"),
            Self::MemberOrder => ("member-order", "order of members"),
            Self::Presence => ("presence", "presence"),
            Self::WireName => ("wire-name", "wire name"),
            Self::TimestampFormat => ("timestamp-format", "timestamp format"),
            Self::Length => ("length", "length"),
            Self::Range => ("range", "range"),
            Self::Pattern => ("pattern", "pattern"),
            Self::Uniqueness => ("uniqueness", "uniqueness"),
            Self::Sensitivity => ("sensitivity", "sensitivity"),
            Self::Deprecation => ("deprecation", "deprecation"),
            Self::Default => ("default", "default"),
            Self::Error => ("error", "error"),
            Self::ErrorCode => ("error-code", "error code"),
            Self::ErrorStatus => ("error-status", "error status"),
            Self::ErrorFault => ("error-fault", "fault"),
            Self::ErrorRetry => ("error-retry", "retry"),
            Self::Input => ("input", "input"),
            Self::Output => ("output", "output"),
            Self::Method => ("method", "method"),
            Self::Uri => ("path", "path"),
            Self::Target => ("target", "target"),
            Self::HostPrefix => ("host-prefix", "host prefix"),
            Self::Location => ("location", "place"),
            Self::ServiceId => ("service-id", "service ID"),
            Self::ApiVersion => ("api-version", "API version"),
            Self::Protocol => ("protocol", "protocol"),
            Self::SigningName => ("signing-name", "signing name"),
            Self::EndpointPrefix => ("endpoint-prefix", "endpoint prefix"),
            Self::QueryCodes => ("query-codes", "codes of the query protocol"),
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.names().1)
    }
}

#[cfg(test)]
mod tests {
    use super::Aspect;

    #[test]
    fn all_are_in_the_list() {
        assert!(Aspect::ALL.iter().enumerate().all(|(place, aspect)| *aspect as usize == place));
        assert_eq!(Aspect::ALL.len(), Aspect::QueryCodes as usize + 1);
    }
}
