//! A stand-in for a crate of the official SDK: the modules, types, fields and builders that generated
//! conversions name, as the SDK's generator would write them, and nothing else.
//!
//! It is made from the generated code itself, so it cannot tell whether the names are those of the
//! published crate. It tells whether the conversions compile beside types of that shape, for all
//! services, without the minutes that each of the SDK's crates takes to build.

mod conversion;
mod module;

use std::collections::HashMap;

use anyhow::Context;
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Expr, Fields, File, Item, Type};

use conversion::Conversion;
use module::Module;

/// The stand-in for the crate or module that conversions call `root`, from the files of generated
/// code; `types` is the path of the module that has these.
///
/// # Errors
/// The code is not Rust, or has a conversion in another form than the generator's.
pub fn stand_in<'a>(
    files: impl IntoIterator<Item = &'a str>,
    root: &str,
    types: &str,
) -> anyhow::Result<String> {
    let files: Vec<File> =
        files.into_iter().map(syn::parse_file).collect::<Result<_, _>>().context("not Rust")?;
    let items = || files.iter().flat_map(|file| &file.items);
    let parts: HashMap<String, Parts<'_>> = items().filter_map(Parts::of).collect();
    let mut aliases = Aliases { root: path(root)?, items: Vec::new() };
    let mut module = Module::default();
    for item in items() {
        if let Some(conversion) = Conversion::of(item, root)? {
            let known = parts
                .get(&conversion.name)
                .with_context(|| format!("`{}` is converted, and not defined", conversion.name))?;
            let segments: Vec<&str> = conversion.path.iter().map(String::as_str).collect();
            module.add(&segments, conversion.definition(known, &mut aliases)?);
        }
    }
    let types = path(types)?;
    let (aliases, modules) = (aliases.items, module.tokens());
    let code = quote! {
        /// The SDK's types of members, for which the types of these have the names.
        mod parts {
            use #types::*;
            #(#aliases)*
        }
        #modules
    };
    Ok(prettyplease::unparse(&syn::parse2(code).context("the stand-in is not Rust")?))
}

fn path(text: &str) -> anyhow::Result<TokenStream> {
    text.parse().map_err(|_| anyhow::anyhow!("`{text}` is not a path"))
}

/// The types of a structure's fields or of an enum's variants, by name.
struct Parts<'a>(HashMap<String, &'a Type>);

impl<'a> Parts<'a> {
    fn of(item: &'a Item) -> Option<(String, Self)> {
        match item {
            Item::Struct(item) => {
                let fields = item.fields.iter();
                let named =
                    fields.filter_map(|field| Some((field.ident.as_ref()?.to_string(), &field.ty)));
                Some((item.ident.to_string(), Self(named.collect())))
            }
            Item::Enum(item) => {
                let held = item.variants.iter().filter_map(|variant| match &variant.fields {
                    Fields::Unnamed(fields) => {
                        let ty = &fields.unnamed.first()?.ty;
                        Some((variant.ident.to_string(), ty))
                    }
                    _ => None,
                });
                Some((item.ident.to_string(), Self(held.collect())))
            }
            _ => None,
        }
    }

    fn get(&self, name: &str) -> anyhow::Result<&'a Type> {
        self.0.get(name).copied().with_context(|| format!("`{name}` is converted, and not defined"))
    }
}

/// Short names for types of the SDK, in a module where no type of the SDK is in scope.
struct Aliases {
    root: TokenStream,
    items: Vec<TokenStream>,
}

impl Aliases {
    /// The SDK's type for values of `ty`, where an `Option` remains one, by the expression that
    /// converts them.
    fn sdk_type(&mut self, ty: &Type, conversion: &Expr) -> TokenStream {
        let name = format_ident!("__Part{}", self.items.len());
        let conversion = conversion.to_token_stream().to_string();
        let sdk = quote!(::glue_runtime::__private::v1::sdk);
        let held = if conversion.contains(":: widen") {
            quote!(<#ty as #sdk::Singles>::Narrow)
        } else if conversion.contains(":: decode") {
            quote!(::std::string::String)
        } else {
            quote!(#ty)
        };
        self.items.push(quote!(pub type #name = <#held as #sdk::Counterpart>::Sdk;));
        let root = &self.root;
        quote!(#root::parts::#name)
    }
}
