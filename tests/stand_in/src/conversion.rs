//! A conversion from one of the SDK's types, and the type that it needs.

use std::collections::HashSet;

use anyhow::{Context, bail};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{
    Arm, Expr, ExprMatch, GenericArgument, Ident, ImplItem, ItemImpl, Pat, PathArguments, Stmt,
    Type,
};

use crate::{Aliases, Parts};

/// An impl of `TryFrom` or `From` for a generated type.
pub(crate) struct Conversion<'a> {
    /// The generated type.
    pub(crate) name: String,
    /// The SDK's type, without the path of the crate.
    pub(crate) path: Vec<String>,
    body: &'a [Stmt],
}

/// Variants that an enum of the SDK may have: the names of associated types of traits.
const VARIANTS: [&str; 10] =
    ["Err", "Error", "Input", "Item", "Ok", "Output", "Owned", "Sdk", "Target", "Unknown"];

impl<'a> Conversion<'a> {
    /// The conversion that an item is; none if it is another item.
    pub(crate) fn of(item: &'a syn::Item, root: &str) -> anyhow::Result<Option<Self>> {
        let syn::Item::Impl(item) = item else { return Ok(None) };
        let (Some(from), Type::Path(name)) = (source(item), &*item.self_ty) else {
            return Ok(None);
        };
        let segments = || from.path.segments.iter().map(|segment| segment.ident.to_string());
        let depth = root.split("::").count();
        if segments().take(depth).ne(root.split("::")) {
            return Ok(None);
        }
        let function = item.items.iter().find_map(|item| match item {
            ImplItem::Fn(function) => Some(function),
            _ => None,
        });
        let body = &function.context("a conversion has no function")?.block.stmts;
        let name = name.path.require_ident()?.to_string();
        Ok(Some(Self { name, path: segments().skip(depth).collect(), body }))
    }

    /// The definition of the SDK's type.
    pub(crate) fn definition(
        &self,
        parts: &Parts<'_>,
        aliases: &mut Aliases,
    ) -> anyhow::Result<TokenStream> {
        let name = self.path.last().context("a type has no name")?;
        let name = format_ident!("{name}");
        match self.body.last() {
            Some(Stmt::Expr(Expr::Match(choice), None)) if self.body.len() == 1 => {
                union(&name, choice, parts, aliases)
            }
            Some(Stmt::Expr(Expr::Match(choice), None)) => errors(&name, choice, parts, aliases),
            Some(Stmt::Expr(Expr::Call(call), None)) => match call.args.first() {
                Some(Expr::Struct(fields)) => {
                    let is_error = self.path.iter().any(|segment| segment == "error");
                    structure(&name, is_error, fields, parts, aliases)
                }
                _ => Ok(enumeration(&name)),
            },
            _ => bail!("the conversion of `{name}` has an unknown form"),
        }
    }
}

/// What an impl of `TryFrom` or `From` converts from.
fn source(item: &ItemImpl) -> Option<&syn::TypePath> {
    let (path, _) = item.trait_.as_ref()?;
    let last = path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(Type::Path(from)) if last.ident == "TryFrom" => Some(from),
        GenericArgument::Type(Type::Path(from)) if last.ident == "From" => Some(from),
        _ => None,
    }
}

fn enumeration(name: &Ident) -> TokenStream {
    let variants = VARIANTS.map(|variant| format_ident!("{variant}"));
    quote! {
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name { #(#variants,)* Other(::std::string::String) }

        impl #name {
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Other(value) => value,
                    _ => "ERR",
                }
            }
        }

        impl ::core::convert::From<&str> for #name {
            fn from(value: &str) -> Self {
                Self::Other(value.to_owned())
            }
        }

        impl ::core::convert::AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    }
}

fn structure(
    name: &Ident,
    is_error: bool,
    fields: &syn::ExprStruct,
    parts: &Parts<'_>,
    aliases: &mut Aliases,
) -> anyhow::Result<TokenStream> {
    let (mut names, mut types, mut setters) = (Vec::new(), Vec::new(), Vec::new());
    for field in fields.fields.iter().filter(|field| !is_own(&field.expr)) {
        let own = field.member.to_token_stream().to_string();
        let sdk_name = last_field(&field.expr).with_context(|| format!("no field for `{own}`"))?;
        let plain = sdk_name.to_string();
        setters.push(format_ident!("set_{}", plain.trim_start_matches("r#")));
        let ty = parts.get(&own)?;
        let optional = option_of(ty);
        let sdk_type = aliases.sdk_type(optional.unwrap_or(ty), &field.expr);
        names.push(sdk_name);
        // As in the SDK, which boxes recursion alone; a box does no harm elsewhere.
        types.push(match is_compound(optional.unwrap_or(ty)) {
            true => quote!(::std::boxed::Box<#sdk_type>),
            false => sdk_type,
        });
    }
    let builder = format_ident!("{name}Builder");
    let meta = is_error.then(|| {
        quote! {
            pub fn meta(self, _: ::aws_smithy_types::error::ErrorMetadata) -> Self { self }
        }
    });
    // Builders of structures with required members can fail; one of two forms is every other's.
    let (result, built) = match names.len() % 2 {
        0 => (quote!(#name), quote!(#name { #(#names: self.#names),* })),
        _ => (
            quote!(::core::result::Result<#name, ::aws_smithy_types::error::operation::BuildError>),
            quote!(::core::result::Result::Ok(#name { #(#names: self.#names),* })),
        ),
    };
    Ok(quote! {
        #[non_exhaustive]
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name { #(pub #names: ::core::option::Option<#types>),* }

        #[derive(Clone, Debug, PartialEq)]
        pub struct #builder { #(#names: ::core::option::Option<#types>),* }

        impl #name {
            pub fn builder() -> #builder {
                #builder { #(#names: ::core::option::Option::None),* }
            }
        }

        impl #builder {
            #(
                pub fn #setters(mut self, value: ::core::option::Option<#types>) -> Self {
                    self.#names = value;
                    self
                }
            )*
            #meta
            pub fn build(self) -> #result { #built }
        }
    })
}

/// Whether a field is not the SDK's: the value of one does not come from there.
fn is_own(value: &Expr) -> bool {
    matches!(value, Expr::Call(call) if call.args.is_empty())
}

fn union(
    name: &Ident,
    choice: &ExprMatch,
    parts: &Parts<'_>,
    aliases: &mut Aliases,
) -> anyhow::Result<TokenStream> {
    let variants = variants(choice, &[], |variant, arm| {
        if let Pat::Path(_) = arm.pat {
            return Ok(quote!(#variant));
        }
        let own = own_variant(&arm.body).context("a variant is not converted")?;
        let ty = aliases.sdk_type(parts.get(&own)?, &arm.body);
        Ok(quote!(#variant(::std::boxed::Box<#ty>)))
    })?;
    Ok(quote! {
        #[non_exhaustive]
        #[derive(Clone, Debug, PartialEq)]
        pub enum #name { #(#variants),* }
    })
}

/// The variants of an enum of the SDK: those that the arms name, as `convert` has them, and those that
/// every enum has unless they are among these or `others`.
fn variants(
    choice: &ExprMatch,
    others: &[&str],
    mut convert: impl FnMut(&Ident, &Arm) -> anyhow::Result<TokenStream>,
) -> anyhow::Result<Vec<TokenStream>> {
    let mut variants = Vec::new();
    let mut known: HashSet<String> = others.iter().map(|name| (*name).to_owned()).collect();
    for arm in &choice.arms {
        let path = match &arm.pat {
            Pat::TupleStruct(pattern) => &pattern.path,
            Pat::Path(pattern) => &pattern.path,
            _ => continue,
        };
        let variant = &path.segments.last().context("no variant")?.ident;
        variants.push(convert(variant, arm)?);
        known.insert(variant.to_string());
    }
    let more = VARIANTS.iter().filter(|variant| !known.contains(**variant));
    variants.extend(more.map(|variant| format_ident!("{variant}").into_token_stream()));
    Ok(variants)
}

fn errors(
    name: &Ident,
    choice: &ExprMatch,
    parts: &Parts<'_>,
    aliases: &mut Aliases,
) -> anyhow::Result<TokenStream> {
    let variants = variants(choice, &["Unhandled"], |variant, arm| {
        let own = reported_variant(&arm.body).context("an error is not converted")?;
        let reported = parts.get(&own)?;
        let error = argument_of("Reported", reported).context("an error is not reported")?;
        let ty = aliases.sdk_type(error, &arm.body);
        Ok(quote!(#variant(#ty)))
    })?;
    let metadata = quote!(::aws_smithy_types::error::ErrorMetadata);
    Ok(quote! {
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum #name { #(#variants,)* Unhandled(#metadata) }

        impl #name {
            pub fn generic(metadata: #metadata) -> Self { Self::Unhandled(metadata) }
            pub fn meta(&self) -> &#metadata {
                match self {
                    Self::Unhandled(metadata) => metadata,
                    _ => ::std::unimplemented!(),
                }
            }
        }

        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str("error")
            }
        }

        impl ::core::error::Error for #name {}
    })
}

/// The field `x` at the end of `sdk::member("X", value.x)?`, perhaps with `.map(..)` after it.
fn last_field(expression: &Expr) -> Option<TokenStream> {
    if let Expr::MethodCall(call) = expression {
        return last_field(&call.receiver);
    }
    let Expr::Try(tried) = expression else { return None };
    let Expr::Call(call) = &*tried.expr else { return None };
    let Some(Expr::Field(field)) = call.args.last() else { return None };
    Some(field.member.to_token_stream())
}

/// The variant after the last `Self::` in an expression.
fn own_variant(expression: &Expr) -> Option<String> {
    let text = expression.to_token_stream().to_string();
    text.rsplit_once("Self :: ").map(|(_, name)| first_name(name))
}

/// The variant after the first `Self::` in an expression; after the last one is `Unmodeled`.
fn reported_variant(expression: &Expr) -> Option<String> {
    let text = expression.to_token_stream().to_string();
    text.split_once("Self :: ").map(|(_, name)| first_name(name))
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '#')).collect()
}

/// What an `Option` holds.
fn option_of(ty: &Type) -> Option<&Type> {
    argument_of("Option", ty)
}

/// What a type of this name with one parameter holds.
fn argument_of<'a>(name: &str, ty: &'a Type) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// Whether a type is one of the generated ones, or boxed.
fn is_compound(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let is_box = path.path.segments.last().is_some_and(|last| last.ident == "Box");
    let name = path.path.get_ident().map(Ident::to_string);
    is_box || name.is_some_and(|name| name != "String" && name.starts_with(char::is_uppercase))
}
