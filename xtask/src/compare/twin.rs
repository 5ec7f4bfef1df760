//! The types of generated code as written for `serde_derive`: the same fields, documentation and
//! derives, and nothing else.

use std::collections::HashMap;

use anyhow::{Context, bail};
use syn::{Attribute, Fields, Item, ItemEnum, ItemImpl, ItemStruct};
use syn::{Type, parse_quote};

use crate::tables;

/// The names on the wire of a type's fields or variants, in the order of the code.
type Keys = HashMap<String, Vec<String>>;

/// The twin of a generated file.
#[derive(Debug)]
pub(super) struct Twin {
    pub(super) code: String,
    /// The number of structures, unions and enums.
    pub(super) types: usize,
}

/// Makes the twin of a generated file.
///
/// Like the generated enums and unions, the twin's keep unknown values, which takes an untagged
/// last variant.
pub(super) fn of(code: &str) -> anyhow::Result<Twin> {
    let file = syn::parse_file(code).context("the generated code cannot be parsed")?;
    let keys = keys(&file);
    let mut items = Vec::new();
    for item in file.items {
        match item {
            Item::Struct(item) => match keys.get(&item.ident.to_string()) {
                Some(keys) => items.push(Item::Struct(structure(item, keys)?)),
                None => continue,
            },
            Item::Enum(item) => match keys.get(&item.ident.to_string()) {
                Some(keys) => items.push(Item::Enum(enumeration(item, keys)?)),
                None => continue,
            },
            _ => continue,
        }
    }
    let types = items.len();
    let attrs = vec![parse_quote!(#![allow(deprecated)])];
    let code = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs, items });
    Ok(Twin { code, types })
}

/// The part of a generated file that its twin has too: the types, and how to read and write them.
/// Setters stay because they are in the same tables.
pub(super) fn bare(code: &str) -> anyhow::Result<String> {
    let mut file = syn::parse_file(code).context("the generated code cannot be parsed")?;
    let types = keys(&file);
    file.items.retain(|item| match item {
        Item::Struct(ItemStruct { ident, .. }) | Item::Enum(ItemEnum { ident, .. }) => {
            types.contains_key(&ident.to_string())
        }
        Item::Impl(ItemImpl { trait_: Some((path, _)), .. }) => path
            .segments
            .last()
            .is_some_and(|name| BARE_TRAITS.iter().any(|kept| name.ident == kept)),
        item => tables::table(item).is_some(),
    });
    file.attrs.push(parse_quote!(#![allow(deprecated)]));
    Ok(prettyplease::unparse(&file))
}

/// The types that have tables, with the entries of these.
fn keys(file: &syn::File) -> Keys {
    let tables = file.items.iter().filter_map(tables::table);
    tables.map(|table| (table.code, table.keys)).collect()
}

/// Other traits that the twin's types implement.
const BARE_TRAITS: [&str; 2] = ["Debug", "Placeholder"];

fn structure(mut item: ItemStruct, keys: &[String]) -> anyhow::Result<ItemStruct> {
    if item.fields.len() != keys.len() {
        bail!("`{}` has {} fields for {} members", item.ident, item.fields.len(), keys.len());
    }
    derive_serde(&mut item.attrs);
    for (field, key) in item.fields.iter_mut().zip(keys) {
        field.attrs.retain(is_kept);
        field.attrs.push(if is_option(&field.ty) {
            let is_none = "::core::option::Option::is_none";
            parse_quote!(#[serde(rename = #key, default, skip_serializing_if = #is_none)])
        } else {
            parse_quote!(#[serde(rename = #key)])
        });
    }
    Ok(item)
}

/// An enum or a union. The variant without a name on the wire is the catch-all.
fn enumeration(mut item: ItemEnum, keys: &[String]) -> anyhow::Result<ItemEnum> {
    if item.variants.len() != keys.len() + 1 {
        bail!("`{}` has {} variants for {} names", item.ident, item.variants.len(), keys.len());
    }
    derive_serde(&mut item.attrs);
    let is_union = item.variants.iter().take(keys.len()).any(|one| !one.fields.is_empty());
    let mut keys = keys.iter();
    for variant in &mut item.variants {
        variant.attrs.retain(is_kept);
        match keys.next() {
            Some(key) => variant.attrs.push(parse_quote!(#[serde(rename = #key)])),
            None => {
                variant.attrs.push(parse_quote!(#[serde(untagged)]));
                variant.fields = Fields::Unnamed(match is_union {
                    true => parse_quote!((::glue_runtime::Document)),
                    false => parse_quote!((String)),
                });
            }
        }
    }
    Ok(item)
}

/// Keeps a type's derives and adds serde's. Also adds `Debug`, which is written by hand if the
/// model has a sensitive member.
fn derive_serde(attributes: &mut Vec<Attribute>) {
    attributes.retain(is_kept);
    let has_debug = attributes.iter().any(|attribute| {
        let mut found = false;
        // An attribute that is not a list of derives does not contain `Debug` either.
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("Debug");
            Ok(())
        });
        found
    });
    if !has_debug {
        attributes.push(parse_quote!(#[derive(Debug)]));
    }
    attributes.push(parse_quote!(#[derive(::serde::Serialize, ::serde::Deserialize)]));
}

fn is_kept(attribute: &Attribute) -> bool {
    ["doc", "derive", "deprecated", "non_exhaustive"]
        .iter()
        .any(|name| attribute.path().is_ident(name))
}

/// Whether a type is written as `::core::option::Option`, as in all generated code: a service may
/// have a structure named `Option`.
fn is_option(ty: &Type) -> bool {
    let Type::Path(ty) = ty else { return false };
    let names = ty.path.segments.iter().map(|segment| &segment.ident);
    ty.path.leading_colon.is_some() && names.eq(["core", "option", "Option"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twin(code: &str) -> String {
        of(code).unwrap().code
    }

    #[test]
    fn a_structure_keeps_its_fields_and_nothing_else() {
        let code = "
            pub struct Operation;
            /// A toy.
            #[derive(Clone, Debug, Default, PartialEq)]
            #[non_exhaustive]
            pub struct Toy {
                /// Its name.
                pub r#type: ::core::option::Option<String>,
                pub choice: Option,
            }
            impl Toy { pub fn with_type(self) -> Self { self } }
            ::glue_runtime::__private::v1::structure! {
                Toy = \"toy\" { 0 \"Type\" r#type: member; 1 \"choice\" choice: member; }
            }";
        let expected = "\
#![allow(deprecated)]
/// A toy.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
#[derive(::serde::Serialize, ::serde::Deserialize)]
pub struct Toy {
    /// Its name.
    #[serde(
        rename = \"Type\",
        default,
        skip_serializing_if = \"::core::option::Option::is_none\"
    )]
    pub r#type: ::core::option::Option<String>,
    #[serde(rename = \"choice\")]
    pub choice: Option,
}
";
        assert_eq!(twin(code), expected);
        assert_eq!(of(code).unwrap().types, 1);
    }

    #[test]
    fn enums_and_unions_keep_what_they_do_not_know() {
        let code = "
            #[derive(Clone)]
            pub enum Size { Small, Unknown(::glue_runtime::Unrecognized<Self>) }
            ::glue_runtime::__private::v1::open_enum! { Size { 0 Small \"S\"; } }
            #[derive(Debug)]
            pub enum Either { Left(Size), Unknown(::glue_runtime::UnknownMember) }
            ::glue_runtime::__private::v1::union! { Either = \"either\" { 0 \"left\" Left: variant; } }";
        let expected = "\
#![allow(deprecated)]
#[derive(Clone)]
#[derive(Debug)]
#[derive(::serde::Serialize, ::serde::Deserialize)]
pub enum Size {
    #[serde(rename = \"S\")]
    Small,
    #[serde(untagged)]
    Unknown(String),
}
#[derive(Debug)]
#[derive(::serde::Serialize, ::serde::Deserialize)]
pub enum Either {
    #[serde(rename = \"left\")]
    Left(Size),
    #[serde(untagged)]
    Unknown(::glue_runtime::Document),
}
";
        assert_eq!(twin(code), expected);
    }

    #[test]
    fn names_that_do_not_fit_the_fields_are_an_error() {
        let code =
            "struct Toy { a: u8 } ::glue_runtime::__private::v1::structure! { Toy = \"Toy\" {} }";
        assert_eq!(of(code).unwrap_err().to_string(), "`Toy` has 1 fields for 0 members");
        assert!(of("struct {").is_err());
    }
}
