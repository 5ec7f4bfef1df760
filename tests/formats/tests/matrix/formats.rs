//! The formats that the README names.

use glue_runtime::Document;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Format {
    Json,
    JsonFromReader,
    JsonValue,
    SimdJson,
    Yaml,
    YamlSaphyr,
    Toml,
    Cbor,
    MessagePack,
    Document,
}

pub(crate) const FORMATS: [Format; 10] = [
    Format::Json,
    Format::JsonFromReader,
    Format::JsonValue,
    Format::SimdJson,
    Format::Yaml,
    Format::YamlSaphyr,
    Format::Toml,
    Format::Cbor,
    Format::MessagePack,
    Format::Document,
];

impl Format {
    /// Writes a document and reads it as another type.
    pub(crate) fn transcode<T: DeserializeOwned>(self, document: &Document) -> Result<T, String> {
        self.write_and_read(document)
    }

    /// Writes a value and reads it again.
    pub(crate) fn round_trip<T: Serialize + DeserializeOwned>(
        self,
        value: &T,
    ) -> Result<T, String> {
        self.write_and_read(value)
    }

    fn write_and_read<S: Serialize, T: DeserializeOwned>(self, value: &S) -> Result<T, String> {
        match self {
            Self::Json => told(serde_json::from_str(&told(serde_json::to_string(value))?)),
            Self::JsonFromReader => {
                told(serde_json::from_reader(told(serde_json::to_vec_pretty(value))?.as_slice()))
            }
            Self::JsonValue => told(serde_json::from_value(told(serde_json::to_value(value))?)),
            Self::SimdJson => {
                let mut bytes = told(serde_json::to_vec(value))?;
                told(simd_json::serde::from_slice(&mut bytes))
            }
            Self::Yaml => told(serde_norway::from_str(&told(serde_norway::to_string(value))?)),
            Self::YamlSaphyr => {
                told(serde_saphyr::from_str(&told(serde_saphyr::to_string(value))?))
            }
            Self::Toml => told(toml::from_str(&told(toml::to_string(value))?)),
            Self::Cbor => {
                let mut bytes = Vec::new();
                told(ciborium::into_writer(value, &mut bytes))?;
                told(ciborium::from_reader(bytes.as_slice()))
            }
            Self::MessagePack => {
                told(rmp_serde::from_slice(&told(rmp_serde::to_vec_named(value))?))
            }
            Self::Document => {
                let text = told(serde_json::to_string(value))?;
                told(T::deserialize(told(serde_json::from_str::<Document>(&text))?))
            }
        }
    }
}

fn told<T, E: std::fmt::Display>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}
