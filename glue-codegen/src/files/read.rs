//! Reads models, including compressed ones.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::error::Error;

/// The maximum size of a model in bytes, compressed or not: ten times the size of AWS's largest. A
/// device, or a small file that unpacks to far more, must not fill the memory.
const LIMIT: u64 = 64 * 1024 * 1024;

/// Reads to the end.
///
/// # Errors
/// The reader's error, or [`ErrorKind::FileTooLarge`] beyond 64 MiB.
pub fn read_limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        let message = format!("it has more than {} MiB", LIMIT / 1024 / 1024);
        return Err(io::Error::new(ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// Returns whether these bytes start like a file compressed with gzip.
#[must_use]
pub fn is_compressed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// Decompresses gzip data.
///
/// # Errors
/// Bytes that are not valid gzip data, or [`ErrorKind::FileTooLarge`] beyond 64 MiB.
#[cfg(feature = "gzip")]
pub fn decompress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    read_limited(flate2::read::MultiGzDecoder::new(bytes))
}

/// Reads a file, and decompresses it if its first bytes are those of gzip.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let bytes = File::open(path).and_then(read_limited);
    let bytes = bytes.map_err(|error| Error::read(path, error))?;
    match is_compressed(&bytes) {
        true => decompressed(path, &bytes),
        false => Ok(bytes),
    }
}

#[cfg(feature = "gzip")]
fn decompressed(path: &Path, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    decompress(bytes).map_err(|error| Error::read(path, error))
}

#[cfg(not(feature = "gzip"))]
fn decompressed(path: &Path, _: &[u8]) -> Result<Vec<u8>, Error> {
    Err(Error::Compressed { path: path.to_owned() })
}
