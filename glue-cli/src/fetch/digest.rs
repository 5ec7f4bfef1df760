//! The hash by which the lock knows a file.

use std::borrow::Cow;
use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal digits.
pub(crate) fn of(text: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// The hash of a file as it was written, also where git has given it Windows' line ends.
pub(crate) fn of_file(bytes: &[u8]) -> String {
    of(&without_carriage_returns(bytes))
}

fn without_carriage_returns(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !bytes.contains(&b'\r') {
        return bytes.into();
    }
    let mut kept = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if !(*byte == b'\r' && bytes.get(index + 1) == Some(&b'\n')) {
            kept.push(*byte);
        }
    }
    kept.into()
}

#[cfg(test)]
mod tests {
    use super::{of, of_file};

    #[test]
    fn the_hash_is_that_of_the_text_whatever_its_line_ends() {
        let hash = "98ea6e4f216f2fb4b69fff9b3a44842c38686ca685f3f55dc48c5d3fb1107be4";
        assert_eq!(of(b"hi\n"), hash);
        assert_eq!(of_file(b"hi\n"), hash);
        assert_eq!(of_file(b"hi\r\n"), hash);
        assert_ne!(of_file(b"hi\r"), hash);
    }
}
