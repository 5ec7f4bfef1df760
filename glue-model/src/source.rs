//! A model file as the caller gives it.

/// A model file, read by the caller: nothing here touches the file system.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// How messages name the file, such as its path.
    pub file: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}
