//! Runs of characters of a class.

use glue_pattern::{ClassSet, Run};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A sequence of runs.
pub(super) fn runs(runs: &[Run]) -> TokenStream {
    let runs = runs.iter().map(|run| {
        let class = class(&run.class);
        let min = Literal::u32_unsuffixed(run.min);
        let max = maximum(run.max);
        quote!(::glue_runtime::generated::Run { class: #class, min: #min, max: #max })
    });
    quote!(&[#(#runs),*])
}

/// The greatest number of something, where there is one.
pub(super) fn maximum(max: Option<u32>) -> TokenStream {
    match max.map(Literal::u32_unsuffixed) {
        Some(max) => quote!(#max),
        None => quote!(u32::MAX),
    }
}

fn class(class: &ClassSet) -> TokenStream {
    let bits = |from: u8| {
        let members = (0..64u8).filter(|bit| class.contains(char::from(from + bit)));
        hexadecimal(members.fold(0, |bits, bit| bits | 1 << bit))
    };
    let (low, high) = (bits(0), bits(64));
    let sure = sure_bytes(class).into_iter().map(|(first, last)| {
        let (first, last) = (Literal::byte_character(first), Literal::byte_character(last));
        quote!((#first, #last))
    });
    let others = class.ranges().iter().filter(|(_, last)| !last.is_ascii()).map(|(first, last)| {
        let (first, last) = (character((*first).max('\u{80}')), character(*last));
        quote!((#first, #last))
    });
    quote! {
        ::glue_runtime::generated::Class {
            ascii: [#low, #high],
            sure: &[#(#sure),*],
            others: &[#(#others),*],
        }
    }
}

/// A character as an escape, for many have no picture of their own.
pub(super) fn character(character: char) -> TokenStream {
    format!("'\\u{{{:x}}}'", u32::from(character)).parse().unwrap_or_default()
}

/// The bits in groups that a reader can count.
fn hexadecimal(bits: u64) -> TokenStream {
    let (high, low) = (bits >> 32, bits & 0xFFFF_FFFF);
    format!("0x{high:08x}_{low:08x}").parse().unwrap_or_default()
}

/// Ranges of bytes that say enough of a character: ASCII characters in the class, first bytes whose
/// characters are all in it and, where there are any of these, the bytes that continue a character.
fn sure_bytes(class: &ClassSet) -> Vec<(u8, u8)> {
    let any_first = (FIRST_LEAD..=LAST_LEAD).any(|byte| is_sure(class, byte));
    let last = if any_first { u8::MAX } else { 0x7F };
    let mut ranges: Vec<(u8, u8)> = Vec::new();
    for byte in (0..=last).filter(|byte| is_sure(class, *byte)) {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(byte) => *last = byte,
            _ => ranges.push((byte, byte)),
        }
    }
    // The longest first: most texts stay within it.
    ranges.sort_by_key(|(first, last)| std::cmp::Reverse(last - first));
    ranges
}

/// The bytes that begin a character of several bytes.
const FIRST_LEAD: u8 = 0xC2;
const LAST_LEAD: u8 = 0xF4;

fn is_sure(class: &ClassSet, byte: u8) -> bool {
    let lead = u32::from(byte);
    let (first, last) = match byte {
        0..0x80 => (lead, lead),
        // Continuation bytes, and bytes that no UTF-8 has.
        0x80..FIRST_LEAD | 0xF5.. => return true,
        FIRST_LEAD..0xE0 => ((lead & 0x1F) << 6, ((lead & 0x1F) << 6) + 0x3F),
        0xE0..0xF0 => ((lead & 0x0F) << 12, ((lead & 0x0F) << 12) + 0xFFF),
        0xF0..=LAST_LEAD => ((lead & 0x07) << 18, ((lead & 0x07) << 18) + 0x3_FFFF),
    };
    // The shortest forms of longer sequences begin with these.
    let first = match byte {
        0xE0 => 0x800,
        0xF0 => 0x1_0000,
        _ => first,
    };
    let characters = ClassSet::from_code_points(first, last.min(u32::from(char::MAX)));
    characters
        .ranges()
        .iter()
        .all(|(first, last)| class.ranges().iter().any(|(from, to)| from <= first && last <= to))
}
