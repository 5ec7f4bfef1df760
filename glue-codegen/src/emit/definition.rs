//! Definitions of types. Written as text, like a [`table`](super::table), because each line is a
//! comment, an attribute, or a field or variant with its type.

use std::fmt::Write;

use proc_macro2::Ident;

use super::format::SKIP;
use super::lints::allow_names;
use super::types::Scope;
use super::{attributes, prelude};
use crate::markdown::code_span;
use crate::plan::{Attributes, Derives, Enum, Operation, Plan, Structure, Union};

/// The definition of a structure; `traits` are the prelude traits that it derives.
pub(super) fn structure(structure: &Structure, traits: &str, plan: &Plan) -> String {
    let mut definition = Definition::new(&structure.attributes);
    definition.derive(traits, &structure.derives, &plan.prelude);
    definition.custom(&structure.attributes);
    definition.open("struct", &structure.name, std::iter::empty());
    for field in &structure.fields {
        let scope = Scope::root(&plan.prelude);
        let ty = scope.option(&scope.rust_type(&field.ty));
        definition.row(&field.attributes, format_args!("pub {}: {ty}", field.name));
    }
    if let Some(field) = &structure.unknown_members {
        definition.own_row(
            "Members that the model does not have, as they came.",
            &format!("pub {}: ::glue_runtime::UnknownMembers", field.name),
        );
    }
    definition.close()
}

/// The definition of a union.
pub(super) fn union(union: &Union, traits: &str, plan: &Plan) -> String {
    let mut definition = Definition::new(&union.attributes);
    definition.derive(traits, &union.derives, &plan.prelude);
    definition.allow_uneven(union.is_uneven);
    definition.custom(&union.attributes);
    definition.open("enum", &union.name, union.variants.iter().map(|variant| &variant.name));
    for variant in &union.variants {
        let ty = Scope::root(&plan.prelude).rust_type(&variant.ty);
        definition.row(&variant.attributes, format_args!("{}({ty})", variant.name));
    }
    definition.own_row(
        "A member that the model does not name, as it came.",
        "Unknown(::glue_runtime::UnknownMember)",
    );
    definition.close()
}

/// The definition of an enum.
pub(super) fn open_enum(item: &Enum, traits: &str, plan: &Plan) -> String {
    let mut definition = Definition::new(&item.attributes);
    definition.derive(traits, &item.derives, &plan.prelude);
    definition.custom(&item.attributes);
    definition.open("enum", &item.name, item.variants.iter().map(|variant| &variant.name));
    for variant in &item.variants {
        definition.row(&variant.attributes, format_args!("{}", variant.name));
    }
    definition.own_row(
        "A value that the model does not name.",
        "Unknown(::glue_runtime::Unrecognized<Self>)",
    );
    definition.close()
}

/// The definition of an operation's type.
pub(super) fn operation(operation: &Operation, plan: &Plan) -> String {
    let mut definition = Definition { text: String::new(), is_empty: true };
    definition.attributes("", &operation.attributes);
    definition.derive("Clone, Copy, Debug", &Derives::default(), &plan.prelude);
    definition.text.push_str(allow_names(&operation.name, std::iter::empty()).unwrap_or_default());
    let _ = writeln!(definition.text, "{SKIP}pub struct {};", operation.name);
    definition.text
}

/// The definition of the enum of an operation's errors.
pub(super) fn operation_error(operation: &Operation, plan: &Plan) -> String {
    let docs = format!("What `{}` may answer instead of a response.", operation.model_name);
    let custom = String::new();
    let attributes = Attributes { docs, deprecated: None, custom, ..operation.attributes.clone() };
    let mut definition = Definition::new(&attributes);
    definition.derive("Clone, Debug, PartialEq", &Derives::default(), &plan.prelude);
    definition.allow_uneven(operation.error.is_uneven);
    let variants = &operation.error.variants;
    definition.open("enum", &operation.error.name, variants.iter().map(|variant| &variant.variant));
    for variant in variants {
        let docs = format!("{}.", code_span(&variant.code));
        definition.own_row(
            &docs,
            &format!("{}(::glue_runtime::Reported<{}>)", variant.variant, variant.structure),
        );
    }
    definition.own_row("Any other error, as it came.", "Unmodeled(::glue_runtime::ErrorEnvelope)");
    definition.close()
}

/// A definition that is being written.
struct Definition {
    text: String,
    is_empty: bool,
}

impl Definition {
    /// Starts with the attributes.
    fn new(attributes: &Attributes) -> Self {
        let mut definition = Self { text: String::with_capacity(2048), is_empty: true };
        definition.attributes("", attributes);
        definition.text.push_str(attributes::allow_line(attributes));
        definition
    }

    /// Derives traits of the prelude, and those that the options add; `free` are the prelude's
    /// names that no item takes.
    fn derive(&mut self, traits: &str, derives: &Derives, free: &[&str]) {
        let traits = traits.split(", ").filter(|name| !derives.skipped.contains(name));
        let traits: Vec<&str> = traits.map(|name| prelude::derive(name, free)).collect();
        let others = derives.further.iter();
        let others: Vec<&str> = others.map(|path| prelude::derive(path, free)).collect();
        for paths in [traits, others].iter().filter(|paths| !paths.is_empty()) {
            let _ = writeln!(self.text, "#[derive({})]", paths.join(", "));
        }
    }

    /// The attribute for an enum whose variants may have very different sizes: users choose what to
    /// box.
    fn allow_uneven(&mut self, is_uneven: bool) {
        if is_uneven {
            self.text.push_str("#[allow(clippy::large_enum_variant)]\n");
        }
    }

    /// The attributes that the options add. They come after the derives whose attributes they may
    /// be.
    fn custom(&mut self, attributes: &Attributes) {
        if !attributes.custom.is_empty() {
            self.text.push_str(&attributes::of_type(&attributes.custom));
        }
    }

    fn open<'a>(&mut self, kind: &str, name: &Ident, variants: impl Iterator<Item = &'a Ident>) {
        self.text.push_str(allow_names(name, variants).unwrap_or_default());
        let _ = write!(self.text, "#[non_exhaustive]\n{SKIP}pub {kind} {name} {{");
    }

    /// Adds a field or variant.
    fn row(&mut self, attributes: &Attributes, row: std::fmt::Arguments<'_>) {
        self.begin();
        self.attributes("    ", attributes);
        if !attributes.custom.is_empty() {
            self.text.push_str(&attributes::of_part(&attributes.custom));
        }
        let _ = writeln!(self.text, "    {row},");
    }

    /// Adds a variant or field that is not from the model.
    fn own_row(&mut self, docs: &str, row: &str) {
        self.begin();
        self.docs("    ", docs);
        let _ = writeln!(self.text, "    {row},");
    }

    fn begin(&mut self) {
        if std::mem::take(&mut self.is_empty) {
            self.text.push('\n');
        }
    }

    fn close(mut self) -> String {
        self.text.push_str("}\n");
        self.text
    }

    fn attributes(&mut self, indent: &str, attributes: &Attributes) {
        self.docs(indent, &attributes.docs);
        if let Some(deprecated) = attributes::deprecated(attributes) {
            let _ = writeln!(self.text, "{indent}{deprecated}");
        }
        if let Some(feature) = &attributes.feature {
            let _ = writeln!(self.text, "{indent}#[cfg_attr(docsrs, doc(cfg({feature})))]");
        }
    }

    /// Adds a doc comment, line by line. No text can end the comment: a carriage return within a
    /// line, which rustc rejects there, becomes a space.
    fn docs(&mut self, indent: &str, docs: &str) {
        for line in docs.lines() {
            let space = if line.is_empty() { "" } else { " " };
            let _ = writeln!(self.text, "{indent}///{space}{}", line.replace('\r', " "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_cannot_end_its_comment() {
        let docs = "One.\n\nTwo\rpub struct Three; */ \u{2028}four".to_owned();
        let note = "Not \"this\".\nThat.".to_owned();
        let attributes = Attributes {
            docs,
            deprecated: Some(note),
            touches_deprecated: false,
            feature: Some("feature = \"toys\"".to_owned()),
            custom: String::new(),
        };
        let text = Definition::new(&attributes).text;
        let expected = "/// One.\n///\n/// Two pub struct Three; */ \u{2028}four\n\
                        #[deprecated(note = \"Not \\\"this\\\".\\nThat.\")]\n\
                        #[cfg_attr(docsrs, doc(cfg(feature = \"toys\")))]\n";
        assert_eq!(text, expected);
    }
}
