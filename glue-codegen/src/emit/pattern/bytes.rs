//! Tables as byte strings, which compile faster than arrays and are shorter.

use std::fmt::Write as _;
use std::str::FromStr;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// How many columns a line of a byte string takes.
const COLUMNS: usize = 88;

/// Bytes as a byte string, broken into lines.
pub(in crate::emit) fn narrow(bytes: impl IntoIterator<Item = u8>) -> TokenStream {
    let mut text = String::from("b\"");
    let mut column = 0;
    for byte in bytes {
        if column >= COLUMNS {
            text.push_str("\\\n");
            column = 0;
        }
        let start = text.len();
        match byte {
            0 => text.push_str("\\0"),
            b'"' | b'\\' => text.extend(['\\', char::from(byte)]),
            // A space at the start of a line would be skipped with the line break, and a digit
            // after a zero looks like an octal escape.
            b'!'..=b'/' | b':'..=b'~' => text.push(char::from(byte)),
            // Writing to a String cannot fail.
            _ => drop(write!(text, "\\x{byte:02x}")),
        }
        column += text.len() - start;
    }
    text.push('"');
    match Literal::from_str(&text) {
        Ok(literal) => quote!(#literal),
        Err(_) => TokenStream::new(),
    }
}

/// Numbers of two bytes each, in little-endian order.
pub(in crate::emit) fn wide(numbers: impl IntoIterator<Item = u16>) -> TokenStream {
    narrow(numbers.into_iter().flat_map(u16::to_le_bytes))
}
