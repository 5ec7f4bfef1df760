//! Doc comments and other attributes.

use proc_macro2::TokenStream;
use quote::quote;

use super::text::quoted;
use crate::plan::Attributes;

/// The `#[deprecated]` attribute of a deprecated item, as text.
pub(super) fn deprecated(attributes: &Attributes) -> Option<String> {
    attributes.deprecated.as_deref().map(|note| match note {
        "" => "#[deprecated]".to_owned(),
        note => format!("#[deprecated(note = {})]", quoted(note)),
    })
}

/// The attributes that the options add to a type, as lines of text.
pub(super) fn of_type(custom: &str) -> String {
    between(&format!("{custom} struct Item;"), "", "struct Item;")
}

/// The attributes that the options add to a field or variant, as indented lines of text.
pub(super) fn of_part(custom: &str) -> String {
    between(&format!("struct Item {{ {custom} item: () }}"), "struct Item {\n", "    item: (),")
}

/// The text that stands between two others in formatted code.
fn between(code: &str, before: &str, after: &str) -> String {
    match syn::parse_str::<syn::File>(code) {
        Ok(file) => {
            let text = prettyplease::unparse(&file);
            let text = text.strip_prefix(before).unwrap_or(&text);
            text.rsplit_once(after).map_or("", |(attributes, _)| attributes).to_owned()
        }
        // Lowering parsed the attributes. If they could not be parsed here, the compiler would say
        // why.
        Err(error) => error.to_compile_error().to_string(),
    }
}

/// A doc comment, one attribute for each line.
pub(super) fn docs(text: &str) -> TokenStream {
    text.lines()
        .map(|line| {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            quote!(#[doc = #line])
        })
        .collect()
}

/// The attribute that lets code name deprecated things, so that only users are warned.
pub(super) fn allow(attributes: &Attributes) -> TokenStream {
    match attributes.touches_deprecated {
        true => quote!(#[allow(deprecated)]),
        false => TokenStream::new(),
    }
}

/// The same as [`allow`], as a line of text.
pub(super) fn allow_line(attributes: &Attributes) -> &'static str {
    if attributes.touches_deprecated { "#[allow(deprecated)]\n" } else { "" }
}
