//! Conversions from and to the types of an SDK's crate.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use super::format::{blank_line, separated};
use crate::plan::{
    Sdk, SdkEnum, SdkField, SdkForm, SdkOperationError, SdkStructure, SdkUnion, SdkVariant,
};

pub(super) fn items(sdk: &Sdk) -> TokenStream {
    let structures = sdk.structures.iter().map(structure);
    let unions = sdk.unions.iter().map(union);
    let enums = sdk.enums.iter().map(enumeration);
    let errors = sdk.errors.iter().map(operation_error);
    separated(structures.chain(unions).chain(enums).chain(errors))
}

fn structure(structure: &SdkStructure) -> TokenStream {
    let SdkStructure { name, path, .. } = structure;
    let from_sdk = from_sdk(structure);
    let into_sdk = into_sdk(structure);
    let counterpart = structure.nested.then(|| fallible_counterpart(name, path));
    let error_counterpart = structure.error.then(|| error_counterpart(structure));
    let from_sdk = quote! {
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<#path> for #name {
            type Error = ::glue_runtime::ConversionError;
            #from_sdk
        }
    };
    let into_sdk = quote! {
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<#name> for #path {
            type Error = ::glue_runtime::ConversionError;
            #into_sdk
        }
    };
    let counterparts = error_counterpart.into_iter().chain(counterpart);
    separated([from_sdk, into_sdk].into_iter().chain(counterparts))
}

fn from_sdk(structure: &SdkStructure) -> TokenStream {
    let path = &structure.path;
    let value = parameter(structure);
    let fields = structure.fields.iter().map(|field| {
        let SdkField { name, sdk_name, model_name, .. } = field;
        let convert = from_form(field.form).map(|convert| quote!(.map(sdk::#convert)));
        quote!(#name: sdk::member(#model_name, #value.#sdk_name)? #convert)
    });
    let unknown_members = structure.unknown_members.iter();
    let unknown_members =
        unknown_members.map(|field| quote!(#field: ::core::default::Default::default()));
    let fields = fields.chain(unknown_members);
    let import = (!structure.fields.is_empty()).then(import);
    quote! {
        fn try_from(#value: #path) -> ::core::result::Result<Self, ::glue_runtime::ConversionError> {
            #import
            ::core::result::Result::Ok(Self { #(#fields),* })
        }
    }
}

fn into_sdk(structure: &SdkStructure) -> TokenStream {
    let name = &structure.name;
    if structure.error {
        return quote! {
            fn try_from(value: #name) -> ::core::result::Result<Self, ::glue_runtime::ConversionError> {
                ::glue_runtime::__private::v1::sdk::shape_into_sdk(value)
            }
        };
    }
    let value = parameter(structure);
    let setters = setters(structure, &value);
    let import = import();
    quote! {
        fn try_from(#value: #name) -> ::core::result::Result<Self, ::glue_runtime::ConversionError> {
            #import
            sdk::built(Self::builder() #setters .build())
        }
    }
}

/// The impl that converts errors, which the SDK keeps with their code and the request ID.
fn error_counterpart(structure: &SdkStructure) -> TokenStream {
    let SdkStructure { name, path, .. } = structure;
    let setters = setters(structure, &quote!(self));
    let import = import();
    quote! {
        #[doc(hidden)]
        #[allow(deprecated)]
        impl ::glue_runtime::__private::v1::sdk::ErrorCounterpart for #name {
            type Sdk = #path;

            fn into_sdk(
                self,
                metadata: ::glue_runtime::__private::v1::sdk::ErrorMetadata,
            ) -> ::core::result::Result<Self::Sdk, ::glue_runtime::ConversionError> {
                #import
                sdk::built(<#path>::builder().meta(metadata) #setters .build())
            }
        }
    }
}

fn setters(structure: &SdkStructure, value: &TokenStream) -> TokenStream {
    let setters = structure.fields.iter().map(|field| {
        let SdkField { name, setter, model_name, .. } = field;
        let convert = into_form(field.form).map(|convert| quote!(.map(sdk::#convert)));
        quote!(.#setter(sdk::set(#model_name, #value.#name #convert)?))
    });
    setters.collect()
}

/// The function that converts a value from the SDK's form, if that differs.
fn from_form(form: SdkForm) -> Option<TokenStream> {
    match form {
        SdkForm::Counterpart => None,
        SdkForm::Single => Some(quote!(widen)),
        SdkForm::Encoded => Some(quote!(decode)),
    }
}

/// The function that converts a value to the SDK's form, if that differs.
fn into_form(form: SdkForm) -> Option<TokenStream> {
    match form {
        SdkForm::Counterpart => None,
        SdkForm::Single => Some(quote!(narrow)),
        SdkForm::Encoded => Some(quote!(encode)),
    }
}

/// A short name for the module whose functions the body calls once for each member.
fn import() -> TokenStream {
    quote!(
        use ::glue_runtime::__private::v1::sdk;
    )
}

fn parameter(structure: &SdkStructure) -> TokenStream {
    match structure.fields.is_empty() {
        true => quote!(_),
        false => quote!(value),
    }
}

/// The impl that converts members and entries of the type.
fn fallible_counterpart(name: &Ident, path: &TokenStream) -> TokenStream {
    let convert = quote!(::core::convert::TryFrom::try_from);
    counterpart(name, path, &quote!(#convert(value)), &quote!(#convert(self)))
}

fn counterpart(
    name: &Ident,
    path: &TokenStream,
    from_sdk: &TokenStream,
    into_sdk: &TokenStream,
) -> TokenStream {
    let error = quote!(::glue_runtime::ConversionError);
    let blank_line = blank_line();
    quote! {
        #[doc(hidden)]
        #[allow(deprecated)]
        impl ::glue_runtime::__private::v1::sdk::Counterpart for #name {
            type Sdk = #path;

            fn from_sdk(value: #path) -> ::core::result::Result<Self, #error> {
                #from_sdk
            }
            #blank_line
            fn into_sdk(self) -> ::core::result::Result<#path, #error> {
                #into_sdk
            }
        }
    }
}

fn union(union: &SdkUnion) -> TokenStream {
    let SdkUnion { name, path, variants } = union;
    let from_sdk = variants.iter().map(|variant| from_variant(variant, path));
    let into_sdk = variants.iter().map(|variant| into_variant(variant, name));
    let counterpart = fallible_counterpart(name, path);
    let unknown = quote! {
        ::core::result::Result::Err(::glue_runtime::ConversionErrorKind::UnknownMember.into())
    };
    let from_sdk = quote! {
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<#path> for #name {
            type Error = ::glue_runtime::ConversionError;

            fn try_from(value: #path) -> ::core::result::Result<Self, ::glue_runtime::ConversionError> {
                match value {
                    #(#from_sdk)*
                    _ => #unknown,
                }
            }
        }
    };
    let into_sdk = quote! {
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<#name> for #path {
            type Error = ::glue_runtime::ConversionError;

            fn try_from(value: #name) -> ::core::result::Result<Self, ::glue_runtime::ConversionError> {
                match value {
                    #(#into_sdk)*
                    #name::Unknown(_) => #unknown,
                }
            }
        }
    };
    separated([from_sdk, into_sdk, counterpart])
}

fn from_variant(variant: &SdkVariant, path: &TokenStream) -> TokenStream {
    let SdkVariant { name, sdk_name, model_name, unit, form } = variant;
    let convert =
        from_form(*form).map(|convert| quote!(.map(::glue_runtime::__private::v1::sdk::#convert)));
    match unit {
        Some(unit) => quote! {
            #path::#sdk_name => {
                ::core::result::Result::Ok(Self::#name(::core::convert::Into::into(#unit)))
            }
        },
        None => quote! {
            #path::#sdk_name(value) => {
                ::glue_runtime::__private::v1::sdk::variant(#model_name, value)
                    #convert
                    .map(Self::#name)
            }
        },
    }
}

fn into_variant(variant: &SdkVariant, name: &Ident) -> TokenStream {
    let SdkVariant { name: variant_name, sdk_name, model_name, unit, form } = variant;
    let value = match into_form(*form) {
        Some(convert) => quote!(::glue_runtime::__private::v1::sdk::#convert(value)),
        None => quote!(value),
    };
    match unit {
        Some(_) => quote! {
            #name::#variant_name(_) => ::core::result::Result::Ok(Self::#sdk_name),
        },
        None => quote! {
            #name::#variant_name(value) => {
                ::glue_runtime::__private::v1::sdk::set_variant(#model_name, #value).map(Self::#sdk_name)
            }
        },
    }
}

fn enumeration(item: &SdkEnum) -> TokenStream {
    let SdkEnum { name, path } = item;
    let convert = quote!(::core::convert::From::from);
    let from_sdk = quote!(::core::result::Result::Ok(#convert(value)));
    let into_sdk = quote!(::core::result::Result::Ok(#convert(self)));
    let counterpart = counterpart(name, path, &from_sdk, &into_sdk);
    separated([conversion(path, name), conversion(name, path), counterpart])
}

/// A conversion between enums by their text.
fn conversion(from: &impl ToTokens, to: &impl ToTokens) -> TokenStream {
    quote! {
        #[allow(deprecated)]
        impl ::core::convert::From<#from> for #to {
            fn from(value: #from) -> Self {
                Self::from(value.as_str())
            }
        }
    }
}

/// Errors always convert: a value that does not fit keeps its code and message.
fn operation_error(error: &SdkOperationError) -> TokenStream {
    let SdkOperationError { name, path, variants } = error;
    let from_sdk = variants.iter().map(|variant| {
        let (name, sdk_name) = (&variant.name, &variant.sdk_name);
        quote! {
            #path::#sdk_name(error) => {
                ::glue_runtime::__private::v1::sdk::reported(
                    error, envelope, Self::#name, Self::Unmodeled,
                )
            }
        }
    });
    let into_sdk = variants.iter().map(|variant| {
        let (variant, sdk_name) = (&variant.name, &variant.sdk_name);
        quote! {
            #name::#variant(error) => {
                let error = ::glue_runtime::__private::v1::sdk::reported_into_sdk(error);
                error.map_or_else(Self::generic, Self::#sdk_name)
            }
        }
    });
    let from_sdk = quote! {
        #[allow(deprecated)]
        impl ::core::convert::From<#path> for #name {
            fn from(error: #path) -> Self {
                let source = ::core::error::Error::source(&error);
                let envelope =
                    ::glue_runtime::__private::v1::sdk::error_envelope(error.meta(), source);
                match error {
                    #(#from_sdk)*
                    _ => Self::Unmodeled(envelope),
                }
            }
        }
    };
    let into_sdk = quote! {
        #[allow(deprecated)]
        impl ::core::convert::From<#name> for #path {
            fn from(error: #name) -> Self {
                match error {
                    #(#into_sdk)*
                    #name::Unmodeled(error) => {
                        Self::generic(::glue_runtime::__private::v1::sdk::error_metadata(&error.facts()))
                    }
                }
            }
        }
    };
    separated([from_sdk, into_sdk])
}
