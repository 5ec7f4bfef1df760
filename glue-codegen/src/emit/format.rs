//! From tokens to text.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parser;
use syn::{Attribute, Item};

use super::prelude;
use crate::plan::Plan;

/// The attribute of every item that is not a macro call: `cargo fmt` then leaves generated code as it
/// is, as it leaves calls of macros in braces.
pub(super) const SKIP: &str = "#[rustfmt::skip]\n";

/// A type or an operation: tokens, and before and after them what is text already, for it has one
/// line for each member and needs no formatter.
pub(super) struct Portion {
    pub(super) before: String,
    pub(super) items: TokenStream,
    pub(super) after: String,
}

impl From<TokenStream> for Portion {
    fn from(items: TokenStream) -> Self {
        Self { before: String::new(), items, after: String::new() }
    }
}

/// The items as formatted text.
///
/// They come in portions, and one is text before the next is made: the tokens of a large service
/// take some hundred times the room of its text.
pub(super) fn code(plan: &Plan, portions: impl IntoIterator<Item = Portion>) -> String {
    let mut code = String::new();
    for Portion { before, items, after } in portions {
        push_block(&mut code, &before);
        if !items.is_empty() {
            push_block(&mut code, &separate_items(&formatted(items, plan)));
        }
        push_block(&mut code, &after);
    }
    code
}

/// Adds text behind an empty line.
pub(super) fn push_block(code: &mut String, block: &str) {
    if !code.is_empty() && !block.is_empty() {
        code.push('\n');
    }
    code.push_str(block);
}

/// Tokens as text, with short names where these are free.
fn formatted(items: TokenStream, plan: &Plan) -> String {
    match syn::parse2::<syn::File>(prelude::shorten(items, &plan.prelude)) {
        Ok(mut file) => {
            skip_formatting(&mut file.items);
            prettyplease::unparse(&file)
        }
        // Emission writes items only, so parsing cannot fail; if it ever did, the compiler says
        // where.
        Err(error) => error.to_compile_error().to_string(),
    }
}

/// Adds the attribute [`SKIP`] to items.
fn skip_formatting(items: &mut [Item]) {
    for item in items {
        let attributes = match item {
            Item::Const(item) => &mut item.attrs,
            Item::Fn(item) => &mut item.attrs,
            Item::Impl(item) => &mut item.attrs,
            Item::Mod(item) => &mut item.attrs,
            Item::Static(item) => &mut item.attrs,
            Item::Use(item) => &mut item.attrs,
            // Emission writes no other items, and rustfmt leaves calls of macros alone.
            _ => continue,
        };
        // Such an attribute parses.
        attributes
            .extend(Attribute::parse_outer.parse2(quote!(#[rustfmt::skip])).into_iter().flatten());
    }
}

/// Puts an empty line behind items and methods, which prettyplease sets solid.
fn separate_items(code: &str) -> String {
    let mut text = String::with_capacity(code.len() + code.len() / 32);
    let mut lines = code.lines().peekable();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        if lines.peek().is_some_and(|next| is_separated(line, next)) {
            text.push('\n');
        }
    }
    text
}

/// Whether an empty line belongs between two lines: behind an item, behind a method, and between
/// the constants of an impl and its first method.
fn is_separated(line: &str, next: &str) -> bool {
    let ends_item = matches!(line, "}" | "    }" | ");")
        || line.starts_with("impl ") && line.ends_with("{}")
        || line.starts_with("pub struct ") && (line.ends_with(';') || line.ends_with("{}"));
    let ends_constant = line.starts_with("    const ") && line.ends_with(';')
        || line.starts_with("    pub const ") && line.ends_with(';')
        || line == "    ];";
    let starts_method =
        ["    fn ", "    pub fn ", "    ///", "    #["].iter().any(|start| next.starts_with(start));
    (ends_item && !next.trim_start().starts_with('}'))
        || (ends_constant && starts_method)
        || ends_declarations(line, next)
}

/// Whether a line is the last of several imports, or of several modules that have files.
fn ends_declarations(line: &str, next: &str) -> bool {
    let is_import = |line: &str| line.starts_with("use ") || line == "#[allow(deprecated)]";
    if line == "};" || (line.starts_with("use ") && line.ends_with(';')) {
        return !is_import(next);
    }
    line.starts_with("mod ")
        && line.ends_with(';')
        && !next.starts_with("mod ")
        && !next.starts_with("#[allow(clippy::")
}
