//! [`Request`], and how an input becomes one.

use std::borrow::Cow;

use serde_core::Serialize;

use super::error::RequestError;
use super::head::{Head, Header, has_header};
use super::host;
use super::split::{self, Parts};
use super::wire_form::WireForm;
use crate::binding::{Binding, PayloadForm};
use crate::operation::{NoMembers, OperationMetadata};
use crate::service::{Protocol, Service};
use crate::wire::Structure;

/// A request for an HTTP client to sign and send: all but the host and the headers of the
/// connection, such as `Host` and `Content-Length`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// The method, such as `POST`.
    pub method: &'static str,
    /// The host prefix, such as `sync-` in `sync-states`; usually empty.
    pub host_prefix: String,
    /// Path and query, percent-encoded: `/things/a%20b?v=1`. Append them to the host's name as they
    /// are: resolved as a reference, a path that starts with two slashes would name another host.
    pub uri: String,
    /// Names and values.
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// The body, which may be empty.
    pub body: Vec<u8>,
    /// Where the input's members are, so that `Debug` can hide the sensitive ones.
    pub(super) bindings: &'static [Binding],
    /// The host prefix with its labels, which `Debug` shows instead of their values.
    pub(super) host_template: &'static str,
}

impl Request {
    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }
}

/// Turns an input into a request.
pub(crate) fn write<T: Structure + Serialize>(
    call: &OperationMetadata,
    input: &T,
) -> Result<Request, RequestError> {
    let _wire_form = WireForm::start();
    let service = call.service;
    let mut request = match service.protocol {
        Protocol::AwsJson1_0 | Protocol::AwsJson1_1 => Request {
            method: call.method,
            host_prefix: String::new(),
            uri: "/".to_owned(),
            headers: aws_json_headers(service, call.target),
            body: serde_json::to_vec(input).map_err(RequestError::Body)?,
            bindings: &[],
            host_template: "",
        },
        Protocol::RpcV2Json => Request {
            method: call.method,
            host_prefix: String::new(),
            uri: call.uri.to_owned(),
            headers: rpc_json_headers(has_input::<T>()),
            body: match has_input::<T>() {
                true => serde_json::to_vec(input).map_err(RequestError::Body)?,
                false => Vec::new(),
            },
            bindings: &[],
            host_template: "",
        },
        Protocol::RestJson1 => {
            let parts = split::split(input)?;
            let request = assemble(call.method, call.uri, parts, content_type::<T>())?;
            Request { bindings: T::BINDINGS, ..request }
        }
        other => return Err(RequestError::Protocol(other)),
    };
    if let Some(prefix) = call.host_prefix {
        request.host_prefix = host::prefix(prefix, input)?;
        request.host_template = prefix;
    }
    Ok(request)
}

fn aws_json_headers(service: &Service, target: Option<&str>) -> Vec<Header> {
    let content_type = match service.protocol {
        Protocol::AwsJson1_0 => "application/x-amz-json-1.0",
        _ => "application/x-amz-json-1.1",
    };
    let mut headers = vec![("Content-Type".into(), content_type.to_owned())];
    headers.extend(target.map(|target| ("X-Amz-Target".into(), target.to_owned())));
    if service.query_compatible {
        headers.push(("X-Amzn-Query-Mode".into(), "true".to_owned()));
    }
    headers
}

/// Whether an operation has an input, even one without members.
fn has_input<T: Structure>() -> bool {
    T::NAME != NoMembers::NAME || !T::MEMBERS.is_empty()
}

/// The headers of Smithy's RPC protocol over JSON.
fn rpc_json_headers(has_body: bool) -> Vec<Header> {
    let content_type = has_body.then(|| ("Content-Type".into(), "application/json".to_owned()));
    let others = [
        ("Smithy-Protocol".into(), "rpc-v2-json".to_owned()),
        ("Accept".into(), "application/json".to_owned()),
    ];
    content_type.into_iter().chain(others).collect()
}

/// The content type of a body of this type.
fn content_type<T: Structure>() -> ContentType {
    match split::payload_form(T::BINDINGS) {
        Some(PayloadForm::Bytes) => ContentType::Always("application/octet-stream"),
        Some(PayloadForm::Text) => ContentType::Always("text/plain"),
        Some(PayloadForm::EventStream) => ContentType::Always("application/vnd.amazon.eventstream"),
        _ => ContentType::WithBody("application/json"),
    }
}

#[derive(Clone, Copy)]
enum ContentType {
    /// Sent even with an empty body, which may be the value.
    Always(&'static str),
    /// Sent if the body is not empty.
    WithBody(&'static str),
}

fn assemble(
    method: &'static str,
    uri: &'static str,
    parts: Parts,
    content_type: ContentType,
) -> Result<Request, RequestError> {
    let Parts { bound, body } = parts;
    let mut head = Head::default();
    for (binding, value) in &bound {
        let binding: &Binding = binding;
        head.put(binding, value)?;
    }
    let content_type = match content_type {
        ContentType::Always(content_type) => Some(content_type),
        ContentType::WithBody(content_type) => (!body.is_empty()).then_some(content_type),
    };
    let (parts, mut headers) = head.into_parts();
    if let Some(content_type) = content_type
        && !has_header(&headers, "Content-Type")
    {
        headers.insert(0, ("Content-Type".into(), content_type.to_owned()));
    }
    let uri = parts.render(uri)?;
    let host_prefix = String::new();
    Ok(Request { method, host_prefix, uri, headers, body, bindings: &[], host_template: "" })
}
