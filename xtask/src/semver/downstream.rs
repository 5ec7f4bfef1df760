//! A crate that uses everything that generated code promises: every type with its traits, and every
//! field, setter, variant and associated type by the names and types in the code.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Fields, Item, ItemEnum, ItemImpl, ItemMacro, ItemStruct, Visibility};

use super::tokens::{in_delimiter, own, replace, types, without_into};

/// The text of a crate that uses everything in generated code.
#[derive(Debug)]
pub(super) struct Downstream {
    pub(super) text: String,
    /// The number of fields, setters, variants and traits that it uses.
    pub(super) uses: usize,
}

/// Writes a crate that uses `code`, which is the module `types` of the crate `library`.
pub(super) fn write(code: &str, library: &str) -> syn::Result<Downstream> {
    let file = syn::parse_file(code)?;
    let mut writer = Writer { types: types(&file.items), uses: 0 };
    let functions: Vec<TokenStream> = file
        .items
        .iter()
        .filter_map(|item| writer.statements(item))
        .enumerate()
        .map(function)
        .collect();
    let library = syn::parse_str::<Ident>(library)?;
    let tokens = quote! {
        #![allow(warnings)]
        use #library::types;
        fn given<T>() -> T { ::std::unimplemented!() }
        #(#functions)*
    };
    Ok(Downstream { text: prettyplease::unparse(&syn::parse2(tokens)?), uses: writer.uses })
}

fn function((number, statements): (usize, TokenStream)) -> TokenStream {
    let name = quote::format_ident!("use_{number}");
    quote!(pub fn #name() { #statements })
}

struct Writer {
    /// The names of the code's own types.
    types: HashSet<String>,
    uses: usize,
}

impl Writer {
    /// Statements that use an item; `None` if it is not public or promises nothing.
    fn statements(&mut self, item: &Item) -> Option<TokenStream> {
        let statements = match item {
            Item::Struct(item) => self.structure(item),
            Item::Enum(item) => self.enumeration(item),
            Item::Impl(item) => self.implementation(item)?,
            Item::Macro(item) => self.table(item)?,
            Item::Const(item) if matches!(item.vis, Visibility::Public(_)) => {
                let (name, ty) = (&item.ident, own(&self.types, item.ty.to_token_stream()));
                quote!(let _: #ty = types::#name;)
            }
            _ => return None,
        };
        Some(statements)
    }

    fn structure(&mut self, item: &ItemStruct) -> TokenStream {
        let name = &item.ident;
        let derives = self.derives(&item.attrs, name);
        let Fields::Named(fields) = &item.fields else {
            return quote!(#derives let _: types::#name = types::#name;);
        };
        let uses: Vec<TokenStream> = fields
            .named
            .iter()
            .map(|field| {
                let (field, ty) = (&field.ident, own(&self.types, field.ty.to_token_stream()));
                self.uses += 1;
                quote!(value.#field = given::<#ty>(); let _: #ty = value.#field;)
            })
            .collect();
        quote!(#derives let mut value = given::<types::#name>(); #(#uses)*)
    }

    fn enumeration(&mut self, item: &ItemEnum) -> TokenStream {
        let name = &item.ident;
        let mut statements = self.derives(&item.attrs, name);
        let mut arms = TokenStream::new();
        for variant in &item.variants {
            self.uses += 1;
            let label = &variant.ident;
            match &variant.fields {
                Fields::Unnamed(fields) => {
                    let payload = fields.unnamed.iter().map(|field| &field.ty);
                    let payload = own(&self.types, quote!(#(#payload),*));
                    let payload = replace(payload, "Self", &quote!(types::#name));
                    statements.extend(quote!(let _ = types::#name::#label(given::<#payload>());));
                    arms.extend(
                        quote!(types::#name::#label(value) => { let _: #payload = value; }),
                    );
                }
                _ => {
                    statements.extend(quote!(let _ = types::#name::#label;));
                    arms.extend(quote!(types::#name::#label => {}));
                }
            }
        }
        quote!(#statements match given::<types::#name>() { #arms _ => {} })
    }

    /// An `impl` of a trait, with its associated types.
    fn implementation(&mut self, item: &ItemImpl) -> Option<TokenStream> {
        let (path, _) = item.trait_.as_ref()?;
        let ty = own(&self.types, item.self_ty.to_token_stream());
        let mut statements = self.has_trait(&ty, &path.to_token_stream());
        for part in &item.items {
            if let syn::ImplItem::Type(associated) = part {
                self.uses += 1;
                let (name, target) =
                    (&associated.ident, own(&self.types, associated.ty.to_token_stream()));
                statements.extend(quote!(let _: <#ty as #path>::#name = given::<#target>();));
            }
        }
        Some(statements)
    }

    /// The table of a type, which makes it readable and writable and gives it setters.
    fn table(&mut self, item: &ItemMacro) -> Option<TokenStream> {
        let kind = item.mac.path.segments.last()?.ident.to_string();
        let mut tokens = item.mac.tokens.clone().into_iter();
        let TokenTree::Ident(name) = tokens.next()? else { return None };
        let ty = quote!(types::#name);
        let traits: &[&str] = match kind.as_str() {
            "structure" | "union" => &["::serde::Serialize", "::serde::de::DeserializeOwned"],
            "open_enum" => &[
                "::serde::Serialize",
                "::serde::de::DeserializeOwned",
                "::core::fmt::Display",
                "::core::str::FromStr",
                "for<'a> ::core::convert::From<&'a str>",
            ],
            "operation_error" => &["::glue_runtime::OperationError"],
            _ => return None,
        };
        let mut statements = TokenStream::new();
        for one in traits {
            statements.extend(self.has_trait(&ty, &one.parse().ok()?));
        }
        match kind.as_str() {
            "open_enum" => statements.extend(quote! {
                let _ = #ty::VALUES;
                let _: &str = given::<&#ty>().as_str();
            }),
            "structure" => statements.extend(self.setters(&ty, tokens)),
            _ => {}
        }
        Some(statements)
    }

    /// The setters of a structure's table: `with_name(impl Into<String>)`.
    fn setters(&mut self, ty: &TokenStream, table: impl Iterator<Item = TokenTree>) -> TokenStream {
        let mut statements = TokenStream::new();
        for rows in table.filter_map(in_delimiter(Delimiter::Brace)) {
            let rows: Vec<TokenTree> = rows.into_iter().collect();
            for pair in rows.windows(2) {
                let [TokenTree::Ident(setter), TokenTree::Group(argument)] = pair else { continue };
                if argument.delimiter() == Delimiter::Parenthesis {
                    self.uses += 1;
                    let argument = own(&self.types, without_into(argument.stream()));
                    statements
                        .extend(quote!(let _: #ty = given::<#ty>().#setter(given::<#argument>());));
                }
            }
        }
        statements
    }

    fn derives(&mut self, attributes: &[syn::Attribute], name: &Ident) -> TokenStream {
        let mut statements = TokenStream::new();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let _ = attribute.parse_nested_meta(|derive| {
                let path = &derive.path;
                let path = match path.get_ident() {
                    Some(name) if name == "Debug" => quote!(::core::fmt::Debug),
                    Some(name) if name == "Hash" => quote!(::core::hash::Hash),
                    _ => quote!(#path),
                };
                statements.extend(self.has_trait(&quote!(types::#name), &path));
                Ok(())
            });
        }
        statements
    }

    fn has_trait(&mut self, ty: &TokenStream, path: &TokenStream) -> TokenStream {
        self.uses += 1;
        quote!({ fn has<T: #path>() {} has::<#ty>(); })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = r#"
        #[derive(Clone, Debug)]
        pub struct Get;
        impl ::glue_runtime::Operation for Get {
            type Output = ::glue_runtime::NoMembers;
        }
        pub struct Toy { pub name: Option<String>, pub parts: Option<Vec<Toy>> }
        ::glue_runtime::__private::v1::structure! {
            Toy = "Toy" {
                0 "Name" name: member, with_name(impl Into<String>);
                1 "Parts" parts: member_as List, with_parts(Vec<Toy>);
            }
        }
        #[non_exhaustive]
        pub enum Size { Small, Other(::glue_runtime::Unrecognized<Self>) }
        mod checks {}
    "#;

    #[test]
    fn every_name_is_used_with_its_type() {
        let downstream = write(CODE, "toys").unwrap();
        let text: String = downstream.text.split_whitespace().collect();
        // In lines that are too long, the arguments end with a comma.
        let text = text.replace(",>", ">").replace(",)", ")");
        for used in [
            "usetoys::types;",
            "fnhas<T:Clone>(){}has::<types::Get>();",
            "let_:types::Get=types::Get;",
            "let_:<types::Getas::glue_runtime::Operation>::Output=given::<::glue_runtime::NoMembers>();",
            "value.name=given::<Option<String>>();let_:Option<String>=value.name;",
            "value.parts=given::<Option<Vec<types::Toy>>>();",
            "given::<types::Toy>().with_name(given::<String>());",
            "given::<types::Toy>().with_parts(given::<Vec<types::Toy>>());",
            "let_=types::Size::Small;",
            "types::Size::Other(value)=>{let_:::glue_runtime::Unrecognized<types::Size>=value;}",
        ] {
            assert!(text.contains(used), "{used} is not in\n{}", downstream.text);
        }
        // Two derives, a trait and its type, two fields, two traits of the table, two setters and two
        // variants.
        assert_eq!(downstream.uses, 12);
    }
}
