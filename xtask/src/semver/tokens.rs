//! Types as tokens.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::Item;

/// The names of the types among these items.
pub(super) fn types(items: &[Item]) -> HashSet<String> {
    let names = items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    });
    names.collect()
}

/// The tokens of a type, with the module `types` before the names in it.
pub(super) fn own(types: &HashSet<String>, tokens: TokenStream) -> TokenStream {
    let mut result = TokenStream::new();
    let mut after_path = false;
    for token in tokens {
        let is_colon = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ':');
        match token {
            TokenTree::Ident(name) if !after_path && types.contains(&name.to_string()) => {
                result.extend(quote!(types::#name));
            }
            TokenTree::Group(group) => {
                let inner = own(types, group.stream());
                result.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
            }
            token => result.extend([token]),
        }
        after_path = is_colon;
    }
    result
}

/// Replaces an identifier.
pub(super) fn replace(tokens: TokenStream, name: &str, with: &TokenStream) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == name => with.clone(),
        token => token.into(),
    });
    replaced.collect()
}

/// The content of a group with this delimiter.
pub(super) fn in_delimiter(delimiter: Delimiter) -> impl Fn(TokenTree) -> Option<TokenStream> {
    move |token| match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

/// `String` for `impl Into<String>`, and other types as they are.
pub(super) fn without_into(argument: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = argument.clone().into_iter().collect();
    let is_impl = matches!(tokens.first(), Some(TokenTree::Ident(first)) if first == "impl");
    let start = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '<'));
    match start {
        Some(start) if is_impl => {
            tokens.get(start + 1..tokens.len() - 1).unwrap_or_default().iter().cloned().collect()
        }
        _ => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_type_is_left_of_a_conversion() {
        let left = |text: &str| without_into(text.parse().unwrap()).to_string().replace(' ', "");
        assert_eq!(left("impl Into<::std::string::String>"), "::std::string::String");
        assert_eq!(left("Vec<String>"), "Vec<String>");
    }
}
