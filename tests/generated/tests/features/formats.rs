//! Formats that values are written to and read from.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A format.
pub(crate) trait Format {
    const NAME: &'static str;
    fn write(value: &impl Serialize) -> Vec<u8>;
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String>;
}

pub(crate) struct Json;
pub(crate) struct Yaml;
pub(crate) struct Toml;
pub(crate) struct Cbor;
pub(crate) struct MessagePack;

impl Format for Json {
    const NAME: &'static str = "JSON";

    fn write(value: &impl Serialize) -> Vec<u8> {
        serde_json::to_vec(value).unwrap()
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        serde_json::from_slice(bytes).map_err(|error| error.to_string())
    }
}

impl Format for Yaml {
    const NAME: &'static str = "YAML";

    fn write(value: &impl Serialize) -> Vec<u8> {
        serde_norway::to_string(value).unwrap().into_bytes()
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        serde_norway::from_slice(bytes).map_err(|error| error.to_string())
    }
}

impl Format for Toml {
    const NAME: &'static str = "TOML";

    fn write(value: &impl Serialize) -> Vec<u8> {
        toml::to_string(value).unwrap().into_bytes()
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        toml::from_str(std::str::from_utf8(bytes).unwrap()).map_err(|error| error.to_string())
    }
}

impl Format for Cbor {
    const NAME: &'static str = "CBOR";

    fn write(value: &impl Serialize) -> Vec<u8> {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        bytes
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        ciborium::from_reader(bytes).map_err(|error| error.to_string())
    }
}

impl Format for MessagePack {
    const NAME: &'static str = "MessagePack";

    fn write(value: &impl Serialize) -> Vec<u8> {
        rmp_serde::to_vec_named(value).unwrap()
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        rmp_serde::from_slice(bytes).map_err(|error| error.to_string())
    }
}
