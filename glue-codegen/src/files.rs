//! Reading models and writing generated files: what build scripts and the command line share.
//!
//! Users of [`Builder`](crate::Builder) do not need any of this.

mod depfile;
mod read;
mod replace;
mod write;

pub use crate::folder::{FolderChange, GeneratedFolder, generate_folder, is_generated};
pub use depfile::write_depfile;
#[cfg(feature = "gzip")]
pub use read::decompress;
pub use read::{is_compressed, read_limited};
pub use write::{Outcome, write};

pub(crate) use read::read;
