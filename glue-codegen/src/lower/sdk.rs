//! The official SDK's names for the types of a plan, and which types can be converted.
//!
//! Shapes are in the module `types`, errors in `types::error`. Inputs, outputs and the enums of
//! errors are in a module for each operation, which has the operation's name. A shape that is an
//! input or output of several operations has a type for each.

mod naming;

use std::collections::{HashMap, HashSet};

use glue_model::{Member, ShapeKind};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Path;
use syn::parse::Parser;

use super::context::Context;
use super::names::identifier;
use super::problems::Problems;
use crate::plan::{
    Codec, Operation, Sdk, SdkEnum, SdkErrorVariant, SdkField, SdkForm, SdkOperationError,
    SdkStructure, SdkUnion, SdkVariant, Structure, Type, TypeItem, Union, UnionVariant,
};

use naming::{capitalized, field_name, snake_name, type_name, variant_name};

/// Plans the conversions to the types of the crate that the options name, if they name one.
pub(super) fn lower(
    context: &Context<'_>,
    types: &[TypeItem],
    operations: &[Operation],
    problems: &mut Problems<'_>,
) -> Option<Sdk> {
    let given = context.options.aws_sdk.as_deref()?;
    let Some(root) = crate_path(given) else {
        problems.option(
            format!("`{}` is not the name of a crate", given.escape_debug()),
            "give the SDK's crate as code names it, such as `aws_sdk_glue`".to_owned(),
        );
        return None;
    };
    let names = Names {
        root,
        nested: nested(types),
        streamed: streamed(context),
        structures: structures(types),
        ends: ends(operations),
    };
    let mut sdk = Sdk {
        structures: Vec::new(),
        unions: Vec::new(),
        enums: Vec::new(),
        errors: operations.iter().map(|each| names.operation_error(each)).collect(),
        left_out: names.streamed.iter().map(left_out).collect(),
    };
    sdk.left_out.sort();
    for item in types {
        names.convert(item, &mut sdk);
    }
    Some(sdk)
}

/// The path of a crate or module; a single name is a crate.
fn crate_path(given: &str) -> Option<TokenStream> {
    let path = Path::parse_mod_style.parse_str(given).ok()?;
    let tokens: TokenStream = given.parse().ok()?;
    let is_name = path.get_ident().is_some_and(|name| name != "crate");
    Some(if is_name { quote!(::#tokens) } else { tokens })
}

fn left_out(name: &Ident) -> String {
    format!("`{name}` has no conversion: the SDK streams a member of it")
}

/// The structures with a streamed member, and the unions of events. Only inputs and outputs have
/// such members.
fn streamed(context: &Context<'_>) -> HashSet<Ident> {
    let model = context.model;
    let is_streamed = |member: &Member| member.streaming || model.shape(member.target).streaming;
    let reached = model.shapes().filter(|(id, _)| context.closure.contains(*id));
    let streamed = reached.filter(|(_, shape)| match &shape.kind {
        ShapeKind::Structure(structure) => structure.members.iter().any(is_streamed),
        ShapeKind::Union(_) => shape.streaming,
        _ => false,
    });
    streamed.map(|(id, _)| context.names.shape(model, id)).collect()
}

/// The types of members and entries.
fn nested(types: &[TypeItem]) -> HashSet<Ident> {
    let mut nested = HashSet::new();
    for item in types {
        match item {
            TypeItem::Structure(structure) => {
                structure.fields.iter().for_each(|field| insert_named(&field.ty, &mut nested));
            }
            TypeItem::Union(union) => {
                union.variants.iter().for_each(|variant| insert_named(&variant.ty, &mut nested));
            }
            TypeItem::Enum(_) => {}
        }
    }
    nested
}

fn insert_named(ty: &Type, nested: &mut HashSet<Ident>) {
    match ty {
        Type::Named(name) | Type::Boxed(name) => drop(nested.insert(name.clone())),
        Type::List { entry, .. } => insert_named(entry, nested),
        Type::Map { key, value, .. } => {
            insert_named(key, nested);
            insert_named(value, nested);
        }
        _ => {}
    }
}

fn structures(types: &[TypeItem]) -> HashMap<&Ident, &Structure> {
    let structures = types.iter().filter_map(|item| match item {
        TypeItem::Structure(structure) => Some((&structure.name, structure)),
        _ => None,
    });
    structures.collect()
}

/// For each input and output, the operations' modules and the types in them.
fn ends(operations: &[Operation]) -> HashMap<&Ident, Vec<(String, String)>> {
    let mut ends: HashMap<&Ident, Vec<(String, String)>> = HashMap::new();
    for operation in operations {
        let module = snake_name(&operation.model_name);
        let name = type_name(&operation.model_name);
        for (structure, end) in [(&operation.input, "Input"), (&operation.output, "Output")] {
            if let Some(structure) = structure {
                let of = ends.entry(structure).or_default();
                of.push((module.clone(), format!("{name}{end}")));
            }
        }
    }
    ends
}

/// The data that names in the SDK depend on.
struct Names<'a> {
    root: TokenStream,
    nested: HashSet<Ident>,
    streamed: HashSet<Ident>,
    structures: HashMap<&'a Ident, &'a Structure>,
    ends: HashMap<&'a Ident, Vec<(String, String)>>,
}

impl Names<'_> {
    fn convert(&self, item: &TypeItem, sdk: &mut Sdk) {
        match item {
            TypeItem::Structure(structure) if !self.streamed.contains(&structure.name) => {
                sdk.structures.extend(self.structures(structure));
            }
            TypeItem::Union(union) if !self.streamed.contains(&union.name) => {
                sdk.unions.push(self.union(union));
            }
            TypeItem::Enum(item) => sdk.enums.push(SdkEnum {
                name: item.name.clone(),
                path: self.path(&["types", &type_name(&item.model_name)]),
            }),
            _ => {}
        }
    }

    /// The conversions of a structure, one for each of the SDK's types that it corresponds to.
    fn structures(&self, structure: &Structure) -> Vec<SdkStructure> {
        let name = type_name(&structure.model_name);
        let mut found = Vec::new();
        if structure.error.is_some() {
            found.push(self.structure(structure, true, &["types", "error", &name]));
        } else if self.nested.contains(&structure.name) && !is_unit(structure) {
            found.push(self.structure(structure, true, &["types", &name]));
        }
        for (module, name) in self.ends.get(&structure.name).into_iter().flatten() {
            found.push(self.structure(structure, false, &["operation", module, name]));
        }
        found
    }

    fn structure(&self, structure: &Structure, nested: bool, path: &[&str]) -> SdkStructure {
        let fields = structure.fields.iter().map(|field| {
            let sdk_name = identifier(&field_name(&field.model_name));
            let plain = sdk_name.to_string();
            let setter = format!("set_{}", plain.trim_start_matches("r#"));
            SdkField {
                name: field.name.clone(),
                sdk_name,
                setter: Ident::new(&setter, Span::call_site()),
                model_name: field.model_name.clone(),
                form: form(&field.codec),
            }
        });
        SdkStructure {
            name: structure.name.clone(),
            path: self.path(path),
            nested,
            error: structure.error.is_some(),
            fields: fields.collect(),
            unknown_members: structure.unknown_members.as_ref().map(|field| field.name.clone()),
        }
    }

    fn union(&self, union: &Union) -> SdkUnion {
        let variants = union.variants.iter().map(|variant| SdkVariant {
            name: variant.name.clone(),
            sdk_name: identifier(&variant_name(&variant.model_name)),
            model_name: variant.model_name.clone(),
            unit: self.unit(variant),
            form: form(&variant.codec),
        });
        SdkUnion {
            name: union.name.clone(),
            path: self.path(&["types", &type_name(&union.model_name)]),
            variants: variants.collect(),
        }
    }

    fn operation_error(&self, operation: &Operation) -> SdkOperationError {
        let module = snake_name(&operation.model_name);
        let name = format!("{}Error", capitalized(&operation.model_name));
        let variants = operation.error.variants.iter().filter_map(|variant| {
            let structure = self.structures.get(&variant.structure)?;
            let sdk_name = identifier(&type_name(&structure.model_name));
            Some(SdkErrorVariant { name: variant.variant.clone(), sdk_name })
        });
        SdkOperationError {
            name: operation.error.name.clone(),
            path: self.path(&["operation", &module, &name]),
            variants: variants.collect(),
        }
    }

    /// The value of a variant that holds Smithy's `Unit`, which the SDK's variant does not hold.
    fn unit(&self, variant: &UnionVariant) -> Option<TokenStream> {
        let (Type::Named(name) | Type::Boxed(name)) = &variant.ty else { return None };
        let structure = self.structures.get(name).filter(|structure| is_unit(structure))?;
        let fields = structure.unknown_members.iter().map(|field| &field.name);
        let fields = fields.map(|field| quote!(#field: ::core::default::Default::default()));
        Some(quote!(#name { #(#fields),* }))
    }

    fn path(&self, segments: &[&str]) -> TokenStream {
        let root = &self.root;
        let segments = segments.iter().map(|name| identifier(name));
        quote!(#root #(::#segments)*)
    }
}

/// The form in which the SDK holds values of this codec.
fn form(codec: &Codec) -> SdkForm {
    match codec {
        Codec::Single => SdkForm::Single,
        Codec::EncodedJson => SdkForm::Encoded,
        Codec::List { entry: inner, .. } | Codec::Map { value: inner, .. } => form(inner),
        Codec::Plain
        | Codec::Integer
        | Codec::Float
        | Codec::Json
        | Codec::Base64
        | Codec::Foreign
        | Codec::Timestamp(_) => SdkForm::Counterpart,
    }
}

/// Whether a structure is Smithy's `Unit`, for which the SDK has no type.
fn is_unit(structure: &Structure) -> bool {
    structure.model_name == "Unit" && structure.fields.is_empty()
}
