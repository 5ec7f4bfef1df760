//! What to generate, and how.

/// What to generate, and how.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The service to choose if the model's file holds several: by its ID, by the name in the ID,
    /// or by the name that SDKs use.
    pub service: Option<String>,
    /// The operations to generate types for.
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
    /// The file's name in messages, such as its path.
    pub file: String,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

/// The selected operations of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Every operation, and every shape that operations reach.
    #[default]
    All,
    /// The operations with these names, and every shape that they reach.
    Named(Vec<String>),
}
