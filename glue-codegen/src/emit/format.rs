//! From tokens to text.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parser;
use syn::{Attribute, Item};

use super::prelude;
use crate::plan::Plan;

/// The attribute of every item that is not a macro call: `cargo fmt` leaves the item as it is. It
/// already leaves macro calls in braces alone.
pub(super) const SKIP: &str = "#[rustfmt::skip]\n";

/// A type or an operation: tokens, with text before and after them. The text has one line for each
/// member and needs no formatter.
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
/// The items come in portions, and each becomes text before the next one is made: the tokens of a
/// large service take some hundred times the space of its text.
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

/// Adds text after an empty line.
pub(super) fn push_block(code: &mut String, block: &str) {
    if !code.is_empty() && !block.is_empty() {
        code.push('\n');
    }
    code.push_str(block);
}

/// Tokens as text, with short names where they are free.
fn formatted(items: TokenStream, plan: &Plan) -> String {
    match syn::parse2::<syn::File>(prelude::shorten(items, &plan.prelude)) {
        Ok(mut file) => {
            skip_formatting(&mut file.items);
            with_blank_lines(&prettyplease::unparse(&file))
        }
        // Emission only writes items, so parsing cannot fail. If it did, the compiler would say
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
            // Emission writes no other items, and rustfmt leaves macro calls alone.
            _ => continue,
        };
        // The attribute is parsed again for each item, because syn builds faster without `Clone`
        // for its types.
        let skip = Attribute::parse_outer.parse2(quote!(#[rustfmt::skip]));
        attributes.extend(skip.into_iter().flatten());
    }
}

/// Items with a blank line between them.
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

/// A blank line, valid where items are.
pub(super) fn blank_line() -> TokenStream {
    quote!(blank_line! {})
}

/// Code with blank lines in place of the markers, as tokens cannot contain blank lines. See
/// [`blank_line`].
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
