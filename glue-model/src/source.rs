//! A model file as the caller gives it.

/// A model file, read by the caller: nothing here touches the file system.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file's name in messages, such as its path.
    pub file: &'a str,
    /// The content of the file.
    pub bytes: &'a [u8],
}
