//! Short names for items of Rust's prelude.
//!
//! Emission writes absolute paths throughout, for models have shapes called `Option` and `None`.
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

/// Replaces absolute paths by short names where these are free.
pub(super) fn shorten(tokens: TokenStream, free: &[&str]) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    let mut short = Vec::with_capacity(tokens.len());
    while let [token, tail @ ..] = rest {
        if let Some((length, last)) = path_at(rest, free) {
            short.push(last);
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        short.push(match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), shorten(group.stream(), free));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other.clone(),
        });
        rest = tail;
    }
    short.into_iter().collect()
}

/// The number of tokens of the path that starts here, and its last segment.
fn path_at(tokens: &[TokenTree], free: &[&str]) -> Option<(usize, TokenTree)> {
    let starts_path = matches!(tokens, [TokenTree::Punct(punct), ..] if punct.as_char() == ':');
    if !starts_path {
        return None;
    }
    let mut candidates = PATHS.iter().filter(|(_, short)| free.contains(short));
    candidates.find_map(|(path, _)| {
        // Each segment is two colons and a name.
        let length = path.len() * 3;
        let (tokens, rest) = tokens.split_at_checked(length)?;
        let same = tokens.chunks(3).zip(*path).all(|(segment, name)| match segment {
            [_, _, TokenTree::Ident(ident)] => ident == name,
            _ => false,
        });
        let last = tokens.last().filter(|_| same && !is_variant(rest))?;
        Some((length, last.clone()))
    })
}

/// Whether a path goes on to a variant of `Option`, one whose short name is not free: with half of
/// its path it would read no better, and rustc would find that half superfluous.
fn is_variant(rest: &[TokenTree]) -> bool {
    match rest {
        [TokenTree::Punct(colon), _, TokenTree::Ident(name), ..] => {
            colon.as_char() == ':' && (name == "None" || name == "Some")
        }
        _ => false,
    }
}
