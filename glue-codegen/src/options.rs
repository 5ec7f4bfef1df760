//! What to generate, and how.

/// What to generate, and how.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Which service of the model, where its file holds several: by the id of the service, by the
    /// name in that, or by the name that SDKs have for it.
    pub service: Option<String>,
    /// Which operations to generate types for.
    pub operations: Selection,
    /// Whether to leave out the model's descriptions.
    pub without_docs: bool,
    /// Corrections of the catalogue to apply, by their names and before the files of fixes, see
    /// [`Builder::correction`](crate::Builder::correction).
    pub corrections: Vec<String>,
    /// Files of fixes for what the model has wrong, see [`glue_model::apply_fixes`].
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
    /// Every operation, and every shape that one reaches.
    #[default]
    All,
    /// These operations, by name, and every shape that one of them reaches.
    Named(Vec<String>),
}
