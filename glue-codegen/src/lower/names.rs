//! The names of things in Rust.
//!
//! - A type keeps its shape's name. Only a lower-case first letter, underscores and characters that
//!   Rust does not allow change (`__AdditionalDataset` is `AdditionalDataset`, `X-Amz-Expires` is
//!   `XAmzExpires`).
//! - Fields and functions have the name in snake case, with acronyms kept whole: `DPUSeconds` is
//!   `dpu_seconds`, `VPCIds` is `vpc_ids`, `IPv6Address` is `ipv6_address`.
//! - Variants have the value in upper camel case. A word that starts with a digit keeps its letters
//!   (`G.1X` is `G1X`), digits do not run together (`1.11` is `V1_11`), a name that would start
//!   with a digit gets a `V`, and punctuation alone is spelled out.
//! - Keywords become raw identifiers; the few that cannot get an underscore (`self_`).
//! - An operation takes its own name and the name of the enum of its errors (`GetError`). A shape
//!   with either name is renamed (`GetErrorShape`), and the change is reported. See [`TypeNames`].
//! - If a name is taken otherwise, the later one in the model's order gets the lowest free number
//!   from 2 (`Foo2`, `foo_2`), and the change is reported.

use std::collections::HashMap;

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

mod types;
mod words;

pub(super) use types::TypeNames;

/// Names that are taken in one place, such as a file's items or a structure's fields.
#[derive(Default)]
pub(super) struct Taken {
    /// Each name, with the number to try first for its next use.
    names: HashMap<String, u32>,
}

impl Taken {
    /// Takes `name`, or the first free name of `name` with `separator` and a number from 2.
    pub(super) fn take(&mut self, name: String, separator: &str) -> String {
        let Some(first) = self.names.get(&name).copied() else {
            self.names.insert(name.clone(), 2);
            return name;
        };
        let mut number = first;
        let free = loop {
            let candidate = format!("{name}{separator}{number}");
            number += 1;
            if !self.names.contains_key(&candidate) {
                break candidate;
            }
        };
        self.names.insert(name, number);
        self.names.insert(free.clone(), 2);
        free
    }

    fn contains(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }
}

/// The name of a type made from a shape or operation.
fn type_name(name: &str) -> String {
    let odd = name.contains(|c: char| !c.is_ascii_alphanumeric())
        || name.starts_with(|c: char| !c.is_ascii_uppercase());
    let camel = match odd {
        false => name.to_owned(),
        true => {
            let words = name.split(|c: char| !c.is_ascii_alphanumeric());
            words.map(words::capitalized).collect()
        }
    };
    match camel.as_str() {
        // All of AWS's names have letters or digits.
        "" => words::spell_out(name),
        "Self" => format!("{camel}Shape"),
        _ if camel.starts_with(|c: char| c.is_ascii_digit()) => format!("V{camel}"),
        _ => camel,
    }
}

/// The name of a field or function, without a keyword's prefix.
pub(super) fn snake_name(name: &str) -> String {
    let readable = words::join_acronyms(&words::ascii_words(name));
    let snake = readable.to_snake_case();
    match snake.as_str() {
        "" => "unnamed".to_owned(),
        _ if snake.starts_with(|c: char| c.is_ascii_digit()) => format!("n{snake}"),
        _ => snake,
    }
}

/// The name of a variant for the value of an enum or the member of a union.
pub(super) fn variant_name(value: &str) -> String {
    let mut name = String::new();
    for word in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let ends_in_digit = name.ends_with(|c: char| c.is_ascii_digit());
        if ends_in_digit && word.starts_with(|c: char| c.is_ascii_digit()) {
            name.push('_');
        }
        match word.starts_with(|c: char| c.is_ascii_digit()) {
            true => name.push_str(word),
            false => name.push_str(&words::join_acronyms(word).to_upper_camel_case()),
        }
    }
    if name.is_empty() {
        name = words::spell_out(value);
    }
    match name.as_str() {
        // The catch-all and the list of values have these names, and `Self` is a keyword without a
        // raw form.
        "Unknown" | "VALUES" | "Self" => format!("{name}Value"),
        _ if name.starts_with(|c: char| c.is_ascii_digit()) => format!("V{name}"),
        _ => name,
    }
}

/// An identifier for a name made of ASCII letters, digits and underscores.
pub(super) fn identifier(name: &str) -> Ident {
    match name {
        "self" | "super" | "crate" | "Self" | "_" => {
            Ident::new(&format!("{name}_"), Span::call_site())
        }
        _ if words::is_keyword(name) => Ident::new_raw(name, Span::call_site()),
        _ => Ident::new(name, Span::call_site()),
    }
}
