//! Classes of characters.

use std::collections::HashMap;

use glue_pattern::ClassSet;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::attributes;
use crate::markdown::code_span;

/// A class with more ranges is not spelled out.
const MOST_SHOWN: usize = 12;

/// The classes that have names so far, each once.
#[derive(Default)]
pub(super) struct Classes {
    names: HashMap<ClassSet, Ident>,
    statics: Vec<TokenStream>,
}

impl Classes {
    pub(super) fn is_empty(&self) -> bool {
        self.statics.is_empty()
    }

    /// The static that holds a class.
    pub(super) fn name(&mut self, class: &ClassSet) -> Ident {
        if let Some(name) = self.names.get(class) {
            return name.clone();
        }
        let name = format_ident!("CLASS_{}", self.statics.len() + 1);
        self.names.insert(class.clone(), name.clone());
        let docs = attributes::docs(&described(class));
        let value = value(class);
        self.statics.push(quote! {
            #docs
            static #name: Class = #value;
        });
        name
    }

    pub(super) fn statics(&self) -> TokenStream {
        self.statics.iter().cloned().collect()
    }
}

/// The class in the notation of patterns.
fn described(class: &ClassSet) -> String {
    let ranges = class.ranges();
    if ranges.len() > MOST_SHOWN {
        return format!("{} ranges of characters.", ranges.len());
    }
    let mut text = String::from("[");
    for (first, last) in ranges {
        text.push_str(&shown(*first));
        if first != last {
            text.push('-');
            text.push_str(&shown(*last));
        }
    }
    text.push(']');
    code_span(&text)
}

/// A character within a class.
fn shown(character: char) -> String {
    match character {
        '-' | '[' | ']' | '^' | '&' | '\\' => format!("\\{character}"),
        '!'..='~' => character.to_string(),
        other => format!("\\x{{{:X}}}", u32::from(other)),
    }
}

fn value(class: &ClassSet) -> TokenStream {
    let sure = sure_bytes(class).into_iter().map(|(first, last)| {
        let (first, last) = (Literal::byte_character(first), Literal::byte_character(last));
        quote!((#first, #last))
    });
    let others = class.ranges().iter().filter(|(_, last)| !last.is_ascii()).map(|(first, last)| {
        let (first, last) = (character((*first).max('\u{80}')), character(*last));
        quote!((#first, #last))
    });
    quote!(Class::new(&[#(#sure),*], &[#(#others),*]))
}

/// A character as an escape, because many characters are not visible.
pub(super) fn character(character: char) -> TokenStream {
    format!("'\\u{{{:x}}}'", u32::from(character)).parse().unwrap_or_default()
}

/// Ranges of bytes that decide about a character by themselves: ASCII characters in the class,
/// first bytes whose characters are all in it and, if there are such first bytes, the bytes that
/// continue a character.
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
    // The longest range is first, as most strings stay within it.
    let mut longest_first: Vec<(u8, u8)> = Vec::with_capacity(ranges.len());
    for (first, last) in ranges {
        let place = longest_first.partition_point(|(from, to)| to - from >= last - first);
        longest_first.insert(place, (first, last));
    }
    longest_first
}

/// The bytes that begin a character of several bytes.
const FIRST_LEAD: u8 = 0xC2;
const LAST_LEAD: u8 = 0xF4;

fn is_sure(class: &ClassSet, byte: u8) -> bool {
    let lead = u32::from(byte);
    let (first, last) = match byte {
        0..0x80 => (lead, lead),
        // Continuation bytes, and bytes that never occur in UTF-8.
        0x80..FIRST_LEAD | 0xF5.. => return true,
        FIRST_LEAD..0xE0 => ((lead & 0x1F) << 6, ((lead & 0x1F) << 6) + 0x3F),
        0xE0..0xF0 => ((lead & 0x0F) << 12, ((lead & 0x0F) << 12) + 0xFFF),
        0xF0..=LAST_LEAD => ((lead & 0x07) << 18, ((lead & 0x07) << 18) + 0x3_FFFF),
    };
    // The shortest forms of longer sequences begin with these bytes.
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
