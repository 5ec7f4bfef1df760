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
            push_block(&mut code, &formatted(items, plan));
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
            with_blank_lines(&prettyplease::unparse(&file))
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
        // It parses, once for each item, because syn builds faster where its types have no `Clone`.
        let skip = Attribute::parse_outer.parse2(quote!(#[rustfmt::skip]));
        attributes.extend(skip.into_iter().flatten());
    }
}

/// Items with a blank line between each two.
pub(super) fn separated(items: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let mut all = TokenStream::new();
    for item in items.into_iter().filter(|item| !item.is_empty()) {
        if !all.is_empty() {
            all.extend(blank_line());
        }
        all.extend(item);
    }
    all
}

/// A blank line, where items can stand.
pub(super) fn blank_line() -> TokenStream {
    quote!(blank_line! {})
}

/// Code with blank lines for those that tokens have no room for. See [`blank_line`].
fn with_blank_lines(code: &str) -> String {
    let mut text = String::with_capacity(code.len());
    for line in code.lines() {
        if line.trim_start() != "blank_line! {}" {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}
