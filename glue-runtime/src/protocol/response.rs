//! From a response to an output or an error.

use std::collections::BTreeMap;

use serde_core::de::{DeserializeOwned, Deserializer, Error, IgnoredAny, Visitor};
use serde_core::forward_to_deserialize_any;

use super::error::{MalformedResponse, ResponseError};
use super::split;
use crate::binding::{Location, PayloadForm};
use crate::document::Document;
use crate::error::ErrorEnvelope;
use crate::headers::Headers;
use crate::service::Protocol;
use crate::wire::{PartsReader, Structure};

/// Reads a response.
pub(crate) fn read<T: Structure + DeserializeOwned, E: From<ErrorEnvelope>>(
    protocol: Protocol,
    status: u16,
    headers: Headers,
    body: &[u8],
) -> Result<T, ResponseError<E>> {
    let malformed = |error| ResponseError::Malformed(MalformedResponse::new(status, error));
    if !protocol.has_json_bodies() {
        let message = format_args!("responses of the protocol {protocol:?} are not supported");
        return Err(malformed(serde_json::Error::custom(message)));
    }
    // AWS's own clients take 300 for a success too.
    if status > 300 {
        return Err(ResponseError::Service(read_error(status, headers, body).into()));
    }
    read_output(status, &headers, body).map_err(malformed)
}

fn read_error(status: u16, headers: Headers, body: &[u8]) -> ErrorEnvelope {
    let error = match serde_json::from_slice(body) {
        Ok(document) => ErrorEnvelope::of_response(document),
        Err(_) if body.is_empty() => ErrorEnvelope::default(),
        // Not from the service, but from a proxy on the way, in HTML or plain text.
        Err(_) => ErrorEnvelope::of_text(String::from_utf8_lossy(body).into_owned()),
    };
    error.with_status(status).with_all(headers)
}

fn read_output<T: Structure + DeserializeOwned>(
    status: u16,
    headers: &Headers,
    body: &[u8],
) -> Result<T, serde_json::Error> {
    if T::BINDINGS.is_empty() {
        return serde_json::from_slice(json_members::<T>(body));
    }
    let mut output = PartsReader::<T>::new();
    let mut has_payload = false;
    for binding in T::BINDINGS {
        if let Location::Payload(form) = binding.location {
            has_payload = true;
            read_payload(&mut output, binding.member, form, body)?;
        } else if let Some(value) = binding.read(Some(status), headers) {
            let name =
                |error| serde_json::Error::custom(format_args!("`{}`: {error}", binding.member));
            output.read_member(binding.member, value).map_err(name)?;
        }
    }
    if !has_payload {
        let mut json = serde_json::Deserializer::from_slice(json_members::<T>(body));
        output.read_body(&mut json)?;
        json.end()?;
    }
    Ok(output.finish())
}

/// The body, if it has members of this type. An unexpected body is ignored, whether it is JSON or
/// not.
fn json_members<T: Structure>(body: &[u8]) -> &[u8] {
    match body.trim_ascii() {
        b"" | b"null" => b"{}",
        _ if split::has_body_members::<T>(Location::is_in_responses) => body,
        _ if T::KEEPS_UNKNOWN && is_object(body) => body,
        _ => b"{}",
    }
}

fn is_object(body: &[u8]) -> bool {
    serde_json::from_slice::<BTreeMap<String, IgnoredAny>>(body).is_ok()
}

/// Reads the body as one member, which an empty body leaves unset.
fn read_payload<T: Structure>(
    output: &mut PartsReader<T>,
    member: &str,
    form: PayloadForm,
    body: &[u8],
) -> Result<(), serde_json::Error> {
    match form {
        _ if body.is_empty() => Ok(()),
        PayloadForm::Structure | PayloadForm::Json if body.trim_ascii().is_empty() => Ok(()),
        PayloadForm::Structure | PayloadForm::Json => {
            let mut json = serde_json::Deserializer::from_slice(body);
            output.read_member(member, &mut json)?;
            json.end()
        }
        PayloadForm::Text => {
            let text = std::str::from_utf8(body).map_err(serde_json::Error::custom)?;
            let text = Document::from(text);
            output.read_member(member, text).map_err(serde_json::Error::custom)
        }
        PayloadForm::Bytes => output.read_member(member, Bytes(body)),
        PayloadForm::EventStream => Ok(()),
    }
}

/// Bytes that are read as they are.
struct Bytes<'a>(&'a [u8]);

impl<'de> Deserializer<'de> for Bytes<'_> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        visitor.visit_bytes(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}
