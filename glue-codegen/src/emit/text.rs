//! Tokens as text.

use std::fmt::Write;

use proc_macro2::{Literal, TokenStream, TokenTree};

use super::prelude;

/// A string as a literal.
pub(super) fn quoted(text: &str) -> String {
    Literal::string(text).to_string()
}

/// A type as text; `free` are names as in [`prelude::shorten`].
pub(super) fn type_text(tokens: TokenStream, free: &[&str]) -> String {
    let (mut text, mut after_word) = (String::new(), false);
    for token in prelude::shorten(tokens, free) {
        let is_word = matches!(token, TokenTree::Ident(_));
        if is_word && after_word {
            text.push(' ');
        }
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => text.push_str(", "),
            token => {
                let _ = write!(text, "{token}");
            }
        }
        after_word = is_word;
    }
    text
}
