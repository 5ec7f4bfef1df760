//! The tables of generated code: calls of the runtime's macros that make a type's impls.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Item, Lit};

/// The table of a structure, a union or an enum.
#[derive(Debug, PartialEq)]
pub(crate) struct Table {
    /// The type in the generated code.
    pub(crate) code: String,
    /// The name in the model; `None` for an enum, whose table does not contain it.
    pub(crate) model: Option<String>,
    /// The members' keys, or the values.
    pub(crate) keys: Vec<String>,
}

/// The table that an item is, if it is one of a structure, a union or an enum.
pub(crate) fn table(item: &Item) -> Option<Table> {
    let Item::Macro(item) = item else { return None };
    let kind = &item.mac.path.segments.last()?.ident;
    if !KINDS.iter().any(|known| kind == known) {
        return None;
    }
    let mut tokens = item.mac.tokens.clone().into_iter();
    let TokenTree::Ident(code) = tokens.next()? else { return None };
    let (mut model, mut rows) = (None, None);
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => model = string(literal),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                rows = Some(group.stream());
                break;
            }
            _ => {}
        }
    }
    Some(Table { code: code.to_string(), model, keys: keys(rows?) })
}

/// The macros of these tables.
const KINDS: [&str; 3] = ["structure", "union", "open_enum"];

/// The key of each row: the first string after its index.
fn keys(rows: TokenStream) -> Vec<String> {
    let mut tokens = rows.into_iter();
    let mut keys = Vec::new();
    while let Some(TokenTree::Literal(_index)) = tokens.next() {
        let row = tokens.by_ref();
        let row: Vec<TokenTree> = row.take_while(|token| token.to_string() != ";").collect();
        keys.extend(row.into_iter().find_map(|token| match token {
            TokenTree::Literal(literal) => string(literal),
            _ => None,
        }));
    }
    keys
}

fn string(literal: proc_macro2::Literal) -> Option<String> {
    match Lit::new(literal) {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read() {
        let code = r#"
            ::glue_runtime::__private::v1::structure! {
                Toy2: Placeholder = "toy" {
                    0 "Name" name: required(0);
                    1 "made\"At" made_at: member_as EpochSeconds,
                        #[deprecated(note = "Old.")]
                        with_made_at(Timestamp);
                }
                required [0]
                aliases [("Other", 1)]
            }
            ::glue_runtime::__private::v1::union! {
                Either = "either" { 0 "left" "Left" Left: variant; 1 "right" Right: variant_as Float; }
            }
            ::glue_runtime::__private::v1::open_enum! { Size { 0 Small "S"; } }
            ::glue_runtime::__private::v1::operation_error! { GetError { Gone = "Gone"; } }
            struct Toy2;"#;
        let items = syn::parse_file(code).unwrap().items;
        let found: Vec<Table> = items.iter().filter_map(table).collect();
        let (toy, either, size) = (
            Table {
                code: "Toy2".into(),
                model: Some("toy".into()),
                keys: vec!["Name".into(), "made\"At".into()],
            },
            Table {
                code: "Either".into(),
                model: Some("either".into()),
                keys: vec!["left".into(), "right".into()],
            },
            Table { code: "Size".into(), model: None, keys: vec!["S".into()] },
        );
        assert_eq!(found, [toy, either, size]);
    }
}
