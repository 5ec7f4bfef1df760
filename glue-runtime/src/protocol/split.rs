//! Taking an input apart: members that travel in the head, the payload, and the rest of the body.

use serde_core::ser::{Error as _, Serialize, SerializeMap, Serializer};

use super::error::RequestError;
use crate::binding::{Binding, Location, PayloadForm};
use crate::blob::Blob;
use crate::document::Document;
use crate::wire::{Structure, write_members};

/// What an input consists of.
pub(super) struct Parts {
    /// Members that travel in the head.
    pub(super) bound: Vec<(&'static Binding, Document)>,
    pub(super) body: Vec<u8>,
}

type BodySerializer<'a> = serde_json::Serializer<&'a mut Vec<u8>>;

/// Writes the body, and keeps the members that do not belong there.
struct Splitter<'a, M> {
    bindings: &'static [Binding],
    bound: &'a mut Vec<(&'static Binding, Document)>,
    payload: &'a mut Option<Vec<u8>>,
    body: M,
}

/// Takes an input apart.
pub(super) fn split<T: Structure>(input: &T) -> Result<Parts, RequestError> {
    let (mut bound, mut payload, mut members) = (Vec::new(), None, Vec::new());
    let mut serializer = BodySerializer::new(&mut members);
    let body = serializer.serialize_map(None).map_err(RequestError::Body)?;
    let (bindings, payload_place) = (T::BINDINGS, &mut payload);
    let splitter = Splitter { bindings, bound: &mut bound, payload: payload_place, body };
    write_members(input, splitter).map_err(RequestError::Body)?;
    let form = payload_form(bindings);
    let has_members = form.is_none() && has_body_members::<T>(Location::is_in_requests);
    if !has_members
        && let Some((key, _)) = input.unknown_members().and_then(|all| all.first_key_value())
    {
        return Err(RequestError::UnknownMember(key.clone()));
    }
    let body = match form {
        Some(PayloadForm::Structure) => payload.unwrap_or_else(|| b"{}".to_vec()),
        Some(_) => payload.unwrap_or_default(),
        None if has_members => members,
        None => Vec::new(),
    };
    Ok(Parts { bound, body })
}

pub(super) fn payload_form(bindings: &[Binding]) -> Option<PayloadForm> {
    bindings.iter().find_map(|binding| match binding.location {
        Location::Payload(form) => Some(form),
        _ => None,
    })
}

/// Whether any member is a key of the body, in messages that have the locations for which `exists`
/// holds.
pub(super) fn has_body_members<T: Structure>(exists: fn(Location) -> bool) -> bool {
    let is_elsewhere = |binding: &&Binding| {
        exists(binding.location) && !matches!(binding.location, Location::Body(_))
    };
    T::MEMBERS.len() > T::BINDINGS.iter().filter(is_elsewhere).count()
}

impl<M: SerializeMap<Ok = (), Error = serde_json::Error>> SerializeMap for Splitter<'_, M> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Result<(), serde_json::Error> {
        let name = Document::from_serialize(key).map_err(serde_json::Error::custom)?;
        let is_named = |binding: &&Binding| name.as_str() == Some(binding.member);
        let Some(binding) = self.bindings.iter().find(is_named) else {
            return self.body.serialize_entry(key, value);
        };
        match binding.location {
            Location::Body(key) => self.body.serialize_entry(key, value)?,
            Location::Payload(form) => *self.payload = Some(write_payload(form, value)?),
            location if !location.is_in_requests() => self.body.serialize_entry(key, value)?,
            _ => {
                let value = Document::from_serialize(value).map_err(serde_json::Error::custom)?;
                self.bound.push((binding, value));
            }
        }
        Ok(())
    }

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), serde_json::Error> {
        Err(serde_json::Error::custom("members are written in one go"))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), serde_json::Error> {
        Err(serde_json::Error::custom("members are written in one go"))
    }

    fn end(self) -> Result<(), serde_json::Error> {
        self.body.end()
    }
}

fn write_payload<T: Serialize + ?Sized>(
    form: PayloadForm,
    value: &T,
) -> Result<Vec<u8>, serde_json::Error> {
    match form {
        PayloadForm::Structure | PayloadForm::Json => serde_json::to_vec(value),
        PayloadForm::Text => match serde_json::to_value(value)? {
            serde_json::Value::String(text) => Ok(text.into_bytes()),
            _ => Err(serde_json::Error::custom("the payload is not a string")),
        },
        PayloadForm::Bytes => {
            serde_json::from_value::<Blob>(serde_json::to_value(value)?).map(Blob::into_inner)
        }
        PayloadForm::EventStream => {
            Err(serde_json::Error::custom("events are sent after the request, not as a member"))
        }
    }
}
