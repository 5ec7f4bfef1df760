//! Addresses: those that may become links, and those that text mentions.

use std::fmt::Write;

/// Whether a byte means the same in an address and in Markdown's `(address)`. Other bytes are
/// percent-encoded.
fn is_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'*+,=%".contains(&byte)
}

/// The address in the form that Markdown has between parentheses, if it is a web or mail address.
/// Relative addresses point to pages that are not here.
pub(super) fn destination(address: &str) -> Option<String> {
    let address = address.trim();
    let scheme_end = address.find(':')?;
    let (scheme, rest) =
        (address.get(..scheme_end)?.to_ascii_lowercase(), address.get(scheme_end + 1..)?);
    let is_address = match scheme.as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(starts_with_host),
        // Without a dot in its host, rustdoc reads it as a Rust path.
        "mailto" => {
            rest.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
        }
        _ => false,
    };
    if !is_address {
        return None;
    }
    let mut destination = scheme + ":";
    for byte in rest.bytes().filter(|byte| !byte.is_ascii_control()) {
        if is_safe(byte) {
            destination.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(destination, "%{byte:02X}");
        }
    }
    Some(destination)
}

fn starts_with_host(rest: &str) -> bool {
    rest.starts_with(|first: char| first.is_alphanumeric())
}

/// Whether an address in the text can be followed; a template such as `https://{id}.example.com`
/// cannot.
pub(super) fn is_complete(address: &str) -> bool {
    let host = address.split_once("//").map_or("", |(_, host)| host);
    starts_with_host(host)
        && address.bytes().all(|byte| is_safe(byte) || byte == b'(' || byte == b')')
}

/// The web address at the start of `text`, and the text after it. The address ends at a space or a
/// quote, without the punctuation around it, which belongs to the sentence.
pub(super) fn mention(text: &str) -> Option<(&str, &str)> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let end = text
        .find(|character: char| character.is_whitespace() || character == '"' || character == '`');
    let address = without_punctuation(text.get(..end.unwrap_or(text.len()))?);
    if address.len() <= scheme.len() {
        return None;
    }
    Some((address, text.get(address.len()..)?))
}

/// The address without the punctuation at its end, and without a closing parenthesis that it does
/// not open.
fn without_punctuation(address: &str) -> &str {
    let mut unopened = address.matches(')').count().saturating_sub(address.matches('(').count());
    address.trim_end_matches(|last: char| {
        let is_unopened = last == ')' && unopened > 0;
        unopened -= usize::from(is_unopened);
        is_unopened || ".,;:!?'*_`>]".contains(last)
    })
}
