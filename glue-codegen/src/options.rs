//! What to generate, and how.

/// What to generate, and how.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Which service of the model, where its file holds several: by the id of the service, by the
    /// name in that, or by the name that SDKs have for it.
    pub service: Option<String>,
    /// Which operations to generate types for, beside those of features.
    pub operations: Selection,
    /// Features of the crate that add operations, see [`Builder::feature`](crate::Builder::feature);
    /// only those that are on. With any, [`Selection::All`] stands for theirs.
    pub features: Vec<Feature>,
    /// Whether to leave out the model's descriptions.
    pub without_docs: bool,
    /// Files of fixes for constraints that the model has wrong, see [`glue_model::apply_fixes`].
    pub fixes: Vec<FixFile>,
    /// Further derives for structures, unions and enums, as paths such as `::std::hash::Hash`, see
    /// [`Builder::derive`](crate::Builder::derive).
    pub derives: Vec<String>,
    /// Whether structures keep the members that the model does not have, see
    /// [`Builder::keep_unknown_members`](crate::Builder::keep_unknown_members).
    pub keep_unknown_members: bool,
    /// The crate of the official SDK to generate conversions for, such as `aws_sdk_glue`, see
    /// [`Builder::aws_sdk`](crate::Builder::aws_sdk).
    #[cfg(feature = "aws-sdk")]
    pub aws_sdk: Option<String>,
}

impl Options {
    /// The names of the operations to generate, those of features among them; none for all.
    pub(crate) fn selected(&self) -> Option<impl Iterator<Item = &String>> {
        let named = match &self.operations {
            Selection::All if self.features.is_empty() => return None,
            Selection::All => &[],
            Selection::Named(names) => names.as_slice(),
        };
        let of_features = self.features.iter().flat_map(|feature| &feature.operations);
        Some(named.iter().chain(of_features))
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

/// A file of fixes for a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixFile {
    /// How messages name the file, such as its path.
    pub file: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Which of a model's operations are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Every operation, and every shape that one reaches; with features, those of features alone.
    #[default]
    All,
    /// These operations, by name, and every shape that one of them reaches.
    Named(Vec<String>),
}
