//! What a service calls itself, beside the name that botocore has for it.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

/// The names of a service in its model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    /// Such as `Step Functions`: the name that SDKs use.
    pub(super) service_id: Option<String>,
    /// Such as `states`: the first part of its host names, and often of its ARNs.
    pub(super) endpoint_prefix: Option<String>,
    /// Such as `states`: the name that requests are signed for.
    pub(super) signing_name: Option<String>,
}

impl Identity {
    /// Reads the names in a model; none where it is not one.
    pub(super) fn read(model: &[u8]) -> Self {
        let Head(metadata) = serde_json::from_slice(model).unwrap_or_default();
        let text = |key: &str| metadata.get(key).and_then(Value::as_str).map(str::to_owned);
        Self {
            service_id: text("serviceId"),
            endpoint_prefix: text("endpointPrefix"),
            signing_name: text("signingName"),
        }
    }

    /// All the names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        [&self.service_id, &self.endpoint_prefix, &self.signing_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
    }
}

/// The part of a model that tells of the service. The rest is passed over without being kept.
#[derive(Default)]
struct Head(Map<String, Value>);

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(HeadVisitor)
    }
}

struct HeadVisitor;

impl<'de> Visitor<'de> for HeadVisitor {
    type Value = Head;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a model")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head, A::Error> {
        let mut metadata = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "metadata" => metadata = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Head(metadata))
    }
}
