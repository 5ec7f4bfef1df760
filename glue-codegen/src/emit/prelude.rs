//! Short names for items of Rust's prelude.
//!
//! Emission writes absolute paths everywhere because models have shapes called `Option` and `None`.
//! Where no shape takes the name, the short one reads better and means the same.

use proc_macro2::{Group, TokenStream, TokenTree};

/// The paths that generated code uses, longest first, each with its short name.
const PATHS: [(&[&str], &str); 7] = [
    (&["core", "option", "Option", "Some"], "Some"),
    (&["core", "option", "Option", "None"], "None"),
    (&["core", "option", "Option"], "Option"),
    (&["core", "convert", "Into"], "Into"),
    (&["std", "string", "String"], "String"),
    (&["std", "boxed", "Box"], "Box"),
    (&["std", "vec", "Vec"], "Vec"),
];

/// Derive macros of the prelude, each with its path.
const DERIVES: [(&str, &str); 9] = [
    ("Clone", "::core::clone::Clone"),
    ("Copy", "::core::marker::Copy"),
    ("Debug", "::core::fmt::Debug"),
    ("Default", "::core::default::Default"),
    ("Eq", "::core::cmp::Eq"),
    ("Hash", "::core::hash::Hash"),
    ("Ord", "::core::cmp::Ord"),
    ("PartialEq", "::core::cmp::PartialEq"),
    ("PartialOrd", "::core::cmp::PartialOrd"),
];

/// The name of a trait in a derive: its path if an item has the short name. In a folder, a file
/// that imports such an item would hide the prelude's macro of that name.
pub(super) fn derive<'a>(name: &'a str, free: &[&str]) -> &'a str {
    let path = DERIVES.iter().find(|(short, _)| *short == name && !free.contains(short));
    path.map_or(name, |(_, path)| path)
}

/// Replaces absolute paths with short names where these are free.
pub(super) fn shorten(tokens: TokenStream, free: &[&str]) -> TokenStream {
    let mut rest = tokens.into_iter().collect::<Vec<TokenTree>>().into_iter();
    let mut short = Vec::with_capacity(rest.len());
    loop {
        if let Some(length) = path_at(rest.as_slice(), free) {
            short.extend(rest.nth(length - 1));
            continue;
        }
        match rest.next() {
            Some(TokenTree::Group(group)) => {
                short.push(TokenTree::Group(shorten_group(group, free)))
            }
            Some(other) => short.push(other),
            None => break,
        }
    }
    short.into_iter().collect()
}

fn shorten_group(group: Group, free: &[&str]) -> Group {
    let (delimiter, span, inner) = (group.delimiter(), group.span(), group.stream());
    // The tokens then have one owner and need no copy.
    drop(group);
    let mut group = Group::new(delimiter, shorten(inner, free));
    group.set_span(span);
    group
}

/// The number of tokens of the path that starts here.
fn path_at(tokens: &[TokenTree], free: &[&str]) -> Option<usize> {
    let [TokenTree::Punct(colon), _, TokenTree::Ident(root), ..] = tokens else { return None };
    // Most paths lead into the runtime.
    if colon.as_char() != ':' || !(root == "core" || root == "std") {
        return None;
    }
    PATHS.iter().find_map(|(path, short)| {
        // Each segment is two colons and a name.
        let (tokens, rest) = tokens.split_at_checked(path.len() * 3)?;
        let is_path = tokens.chunks(3).zip(*path).all(|(segment, name)| match segment {
            [_, _, TokenTree::Ident(ident)] => ident == name,
            _ => false,
        });
        (is_path && free.contains(short) && !is_variant(rest)).then_some(tokens.len())
    })
}

/// Whether a path continues to a variant of `Option` whose short name is not free. Shortening half
/// of the path would not help the reader, and rustc would warn that the other half is unnecessary.
fn is_variant(rest: &[TokenTree]) -> bool {
    match rest {
        [TokenTree::Punct(colon), _, TokenTree::Ident(name), ..] => {
            colon.as_char() == ':' && (name == "None" || name == "Some")
        }
        _ => false,
    }
}
