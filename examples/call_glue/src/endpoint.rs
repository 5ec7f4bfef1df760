//! The address of a service.

use std::error::Error;
use std::fmt;
use std::net::IpAddr;

use glue_types::{Request, Service};
use ureq::http::Uri;

/// The address of a service: a scheme, a host, and optionally a port and a path prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    scheme: String,
    authority: String,
    host: String,
    path: String,
}

impl Endpoint {
    /// Reads a URL such as `http://127.0.0.1:5000`.
    ///
    /// # Errors
    ///
    /// If it is not a URL with the scheme `http` or `https`, or has a user, query or fragment.
    pub fn parse(url: &str) -> Result<Self, InvalidEndpoint> {
        let invalid = || InvalidEndpoint { url: url.to_owned() };
        if url.contains(['@', '?', '#']) {
            return Err(invalid());
        }
        let uri: Uri = url.parse().map_err(|_| invalid())?;
        let scheme = uri.scheme_str().filter(|scheme| ["http", "https"].contains(scheme));
        let host = uri.host().filter(|host| !host.is_empty());
        let (Some(scheme), Some(host), Some(authority)) = (scheme, host, uri.authority()) else {
            return Err(invalid());
        };
        Ok(Self {
            scheme: scheme.to_owned(),
            authority: authority.to_string(),
            host: host.trim_matches(['[', ']']).to_owned(),
            path: uri.path().trim_end_matches('/').to_owned(),
        })
    }

    /// Returns the address of an AWS service in the partition of most regions:
    /// `https://glue.eu-west-1.amazonaws.com`.
    ///
    /// # Errors
    ///
    /// If the region cannot be part of a host name, which only allows letters, digits and hyphens.
    pub fn of_aws(service: &Service, region: &str) -> Result<Self, InvalidEndpoint> {
        let url = format!("https://{}.{region}.amazonaws.com", service.endpoint_prefix);
        let is_label_byte = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if region.is_empty() || !region.bytes().all(is_label_byte) {
            return Err(InvalidEndpoint { url });
        }
        Self::parse(&url)
    }

    /// Returns the URL that a request is sent to.
    #[must_use]
    pub fn url(&self, request: &Request) -> String {
        let Self { scheme, authority, path, .. } = self;
        format!("{scheme}://{}{authority}{path}{}", request.host_prefix, request.uri)
    }

    /// Returns whether the host is this machine, as with emulators.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.host == "localhost"
            || self.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

/// A URL that cannot be the address of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidEndpoint {
    url: String,
}

impl fmt::Display for InvalidEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} names no endpoint; give a URL such as https://glue.eu-west-1.amazonaws.com \
             or http://127.0.0.1:5000",
            self.url
        )
    }
}

impl Error for InvalidEndpoint {}

#[cfg(test)]
mod tests {
    use glue_types::{GetJobRun, GetJobRunRequest, Operation};

    use super::*;

    #[test]
    fn urls_are_joined_with_the_request_s() {
        let mut request =
            GetJobRun::request(&GetJobRunRequest::default().with_job_name("a").with_run_id("b"))
                .unwrap();
        let url =
            |endpoint: &str, request: &Request| Endpoint::parse(endpoint).unwrap().url(request);
        assert_eq!(url("http://127.0.0.1:5000", &request), "http://127.0.0.1:5000/");
        assert_eq!(url("https://proxy.example/glue/", &request), "https://proxy.example/glue/");
        request.host_prefix = "sync-".to_owned();
        request.uri = "/things?v=1".to_owned();
        assert_eq!(url("https://a.example:1", &request), "https://sync-a.example:1/things?v=1");
        let aws = Endpoint::of_aws(GetJobRun::SERVICE, "eu-west-1").unwrap();
        assert_eq!(aws.to_string(), "https://glue.eu-west-1.amazonaws.com");
    }

    #[test]
    fn what_is_no_endpoint_is_refused() {
        for url in [
            "",
            "glue",
            "127.0.0.1:5000",
            "/path",
            "ftp://a.example",
            "http://",
            "http://u:p@a.example",
            "http://a.example/?a=b",
            "http://a.example/#a",
            "http://a b",
            "file:///etc/passwd",
        ] {
            assert!(Endpoint::parse(url).is_err(), "{url}");
        }
        for region in ["", "a.b", "evil.example/", "a@b", "é"] {
            assert!(Endpoint::of_aws(GetJobRun::SERVICE, region).is_err(), "{region}");
        }
    }

    #[test]
    fn this_machine_is_known() {
        let is_loopback = |url: &str| Endpoint::parse(url).unwrap().is_loopback();
        assert!(is_loopback("http://127.0.0.1:5000"));
        assert!(is_loopback("http://[::1]:5000"));
        assert!(is_loopback("http://localhost"));
        assert!(!is_loopback("http://localhost.example"));
        assert!(!is_loopback("http://10.0.0.1"));
    }
}
