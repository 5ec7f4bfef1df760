//! The types that members have for times and maps.

/// The type of members that are times.
///
/// All of them read and write the same documents. What a type cannot hold is an error of the format,
/// and never changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timestamps {
    /// `glue_runtime::Timestamp`.
    #[default]
    Runtime,
    /// `jiff::Timestamp`. It has no room for the last 26 hours of the year 9999.
    Jiff,
    /// `chrono::DateTime<chrono::Utc>`. A leap second is an error when it is written.
    Chrono,
    /// `time::OffsetDateTime`. It is read in UTC; the offset of a value is not written.
    Time,
}

impl Timestamps {
    /// The name, which is also that of the crate and of the runtime's feature.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Runtime => None,
            Self::Jiff => Some("jiff"),
            Self::Chrono => Some("chrono"),
            Self::Time => Some("time"),
        }
    }
}

/// The type of members that are maps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Maps {
    /// `std::collections::BTreeMap`, in the order of keys.
    #[default]
    BTree,
    /// `std::collections::HashMap`, in no order.
    Hash,
    /// `indexmap::IndexMap`, in the order of the document.
    Index,
}

impl Maps {
    /// The name, if it is not the default.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::BTree => None,
            Self::Hash => Some("hash"),
            Self::Index => Some("index"),
        }
    }
}
