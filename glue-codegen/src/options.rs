//! What to generate, and how.

mod elsewhere;
mod representation;

pub use elsewhere::{Extern, Replacement};
pub use representation::{Maps, Timestamps};

/// What to generate, and how.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The service to choose if the model's file holds several: by its ID, by the name in the ID,
    /// or by the name that SDKs use.
    pub service: Option<String>,
    /// The operations to generate types for, besides those of features.
    pub operations: Selection,
    /// Features of the crate that add operations, see [`Builder::feature`](crate::Builder::feature);
    /// only those that are on. With any, [`Selection::All`] stands for theirs.
    pub features: Vec<Feature>,
    /// Whether to leave out the model's descriptions.
    pub without_docs: bool,
    /// Corrections of the catalog to apply, by their names and before the files of fixes, see
    /// [`Builder::correction`](crate::Builder::correction).
    pub corrections: Vec<String>,
    /// Files of fixes for what the model has wrong, see [`glue_model::apply_fixes`].
    pub fixes: Vec<FixFile>,
    /// Further derives for structures, unions and enums, as paths such as `::std::hash::Hash`, see
    /// [`Builder::derive`](crate::Builder::derive).
    pub derives: Vec<String>,
    /// Further derives for selected types: paths, separated by commas, see
    /// [`Builder::derive_for`](crate::Builder::derive_for).
    pub derives_for: Vec<Customization>,
    /// Derives of the standard library that selected types do without, separated by commas, see
    /// [`Builder::skip_derive`](crate::Builder::skip_derive).
    pub skipped_derives: Vec<Customization>,
    /// Attributes of selected types, members and values, see
    /// [`Builder::attribute`](crate::Builder::attribute).
    pub attributes: Vec<Customization>,
    /// Names in Rust for a selected type, member or value, see
    /// [`Builder::rename`](crate::Builder::rename).
    pub renames: Vec<Customization>,
    /// The path of `glue-runtime` in generated code, if it is another one than `::glue_runtime`, see
    /// [`Builder::runtime_path`](crate::Builder::runtime_path).
    pub runtime_path: Option<String>,
    /// Comments before everything else, each of one line or more, see
    /// [`Builder::header`](crate::Builder::header).
    pub header: Vec<String>,
    /// Whether features of the crate that are off would add types, which selectors may select.
    pub(crate) has_more_features: bool,
    /// Whether structures keep the members that the model does not have, see
    /// [`Builder::keep_unknown_members`](crate::Builder::keep_unknown_members).
    pub keep_unknown_members: bool,
    /// The type of times, see [`Builder::timestamps`](crate::Builder::timestamps).
    pub timestamps: Timestamps,
    /// The type of maps, see [`Builder::maps`](crate::Builder::maps).
    pub maps: Maps,
    /// Whether blobs are `bytes::Bytes`, see [`Builder::bytes`](crate::Builder::bytes).
    pub bytes: bool,
    /// Types that other modules have, see [`Builder::extern_types`](crate::Builder::extern_types).
    pub externs: Vec<Extern>,
    /// Users' types in place of shapes and members, see
    /// [`Builder::replace`](crate::Builder::replace).
    pub replacements: Vec<Replacement>,
    /// The crate of the official SDK to generate conversions for, such as `aws_sdk_glue`, see
    /// [`Builder::aws_sdk`](crate::Builder::aws_sdk).
    #[cfg(feature = "aws-sdk")]
    pub aws_sdk: Option<String>,
    /// Whether types implement `schemars::JsonSchema`, see
    /// [`Builder::schemars`](crate::Builder::schemars).
    #[cfg(feature = "schemars")]
    pub schemars: bool,
    /// Whether types implement `arbitrary::Arbitrary`, see
    /// [`Builder::arbitrary`](crate::Builder::arbitrary).
    #[cfg(feature = "arbitrary")]
    pub arbitrary: bool,
}

impl Options {
    /// The names of the operations to generate, those of features among them; none for all.
    pub(crate) fn selected(&self) -> Option<impl Iterator<Item = &String>> {
        let named = self.operations.named();
        if named.is_none() && self.features.is_empty() {
            return None;
        }
        let of_features = self.features.iter().flat_map(|feature| &feature.operations);
        Some(named.unwrap_or_default().iter().chain(of_features))
    }
}

/// A feature of the crate that the generated code is for, and the operations that need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// The name in the crate's manifest.
    pub name: String,
    /// Operations, by name.
    pub operations: Vec<String>,
}

/// A text for everything that a selector selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customization {
    /// The selector, see [`Builder`](crate::Builder#selectors).
    pub selector: String,
    /// The text, such as an attribute.
    pub text: String,
}

/// A file of fixes for a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixFile {
    /// The file's name in messages, such as its path.
    pub file: String,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

/// The selected operations of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Every operation, and every shape that operations reach. With features, only those of features.
    #[default]
    All,
    /// The operations with these names, and every shape that they reach.
    Named(Vec<String>),
}

impl Selection {
    /// The names; none for all operations.
    pub(crate) fn named(&self) -> Option<&[String]> {
        match self {
            Self::All => None,
            Self::Named(names) => Some(names),
        }
    }
}
