//! A folder of files instead of a single file: each file is a private module of `mod.rs`, which
//! re-exports its items.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

#[cfg(feature = "arbitrary")]
use super::arbitrary;
use super::format::{Portion, separated};
#[cfg(feature = "schemars")]
use super::schemas;
#[cfg(feature = "aws-sdk")]
use super::sdk;
use super::{check, elsewhere, format, header, operation, pattern, service, type_items};
use crate::plan::{CheckCall, Module, Operation, Plan, Type, TypeItem, ValueCheck};

/// The folder's files by name, including `mod.rs`.
pub(crate) fn files(plan: &Plan) -> BTreeMap<String, String> {
    let deprecated: HashSet<&Ident> = plan
        .types
        .iter()
        .filter(|item| item.attributes().deprecated.is_some())
        .map(TypeItem::name)
        .collect();
    let part = |items| header::part(plan, &format::code(plan, [Portion::from(items)]));
    let modules = plan.modules.iter().map(|module| {
        let items = module_items(plan, module, &deprecated);
        (format!("{}.rs", module.file), header::part(plan, &format::code(plan, items)))
    });
    let mut files: BTreeMap<String, String> = modules.collect();
    let service = (!plan.operations.is_empty()).then(|| service::item(&plan.service));
    let index = [index(plan), elsewhere::items(plan)].map(Portion::from);
    let index = index.into_iter().chain(service.map(Portion::from));
    #[cfg(feature = "aws-sdk")]
    let index = index.chain(plan.sdk.as_ref().map(|sdk| sdk::items(sdk).into()));
    #[cfg(feature = "schemars")]
    let index = index.chain(plan.schemas.as_ref().map(schemas::items));
    #[cfg(feature = "arbitrary")]
    let index = index.chain(plan.arbitrary.as_ref().map(arbitrary::items));
    let index = header::main(plan, "--split --out FOLDER", &format::code(plan, index));
    files.insert("mod.rs".to_owned(), index);
    if !plan.checks.is_empty() {
        files.insert("checks.rs".to_owned(), part(check::functions(&plan.checks)));
    }
    if !plan.patterns.is_empty() {
        files.insert("patterns.rs".to_owned(), part(pattern::functions(&plan.patterns)));
    }
    files
}

/// The content of `mod.rs`: the other modules, and the names of their items.
fn index(plan: &Plan) -> TokenStream {
    let names: Vec<&Ident> = plan.modules.iter().map(|module| &module.name).collect();
    let checks = (!plan.checks.is_empty()).then(|| check::declaration(&quote!(;)));
    let patterns = (!plan.patterns.is_empty()).then(|| pattern::declaration(&quote!(;)));
    // Users choose the name of the folder's module, and one of its files may have the same name.
    let modules = quote!(#(#[allow(clippy::module_inception)] mod #names;)*);
    // In a private module of which only a few types are used, most imports are unused.
    let imports = (!names.is_empty()).then(|| {
        quote! {
            #[allow(unused_imports)]
            pub use self::{ #(#names::*),* };
        }
    });
    separated([modules].into_iter().chain(checks).chain(patterns).chain(imports))
}

/// The content of a module's file, item by item.
fn module_items<'a>(
    plan: &'a Plan,
    module: &'a Module,
    deprecated: &HashSet<&Ident>,
) -> impl Iterator<Item = Portion> + use<'a> {
    let operations = module.operations.iter().filter_map(|index| plan.operations.get(*index));
    let types = module.types.iter().filter_map(|index| plan.types.get(*index));
    let mut uses = Uses::default();
    operations.clone().for_each(|operation| uses.operation(operation));
    types.clone().for_each(|item| uses.type_item(item));
    for item in types.clone() {
        uses.types.remove(item.name());
    }
    let imports = uses.imports(deprecated);
    let operations = operations.map(|operation| operation::items(operation, plan));
    let types = types.map(|item| type_items(item, plan));
    [Portion::from(imports)].into_iter().chain(operations).chain(types)
}

/// The names that the items of a file use.
#[derive(Default)]
struct Uses<'a> {
    types: BTreeSet<&'a Ident>,
    checks: bool,
    service: bool,
}

impl<'a> Uses<'a> {
    fn operation(&mut self, operation: &'a Operation) {
        self.service = true;
        self.types.extend(operation.input.iter().chain(&operation.output));
        self.types.extend(operation.error.variants.iter().map(|variant| &variant.structure));
    }

    fn type_item(&mut self, item: &'a TypeItem) {
        match item {
            TypeItem::Structure(structure) => {
                for field in &structure.fields {
                    self.value(&field.ty, field.check.as_ref());
                }
            }
            TypeItem::Union(union) => {
                for variant in &union.variants {
                    self.value(&variant.ty, variant.check.as_ref());
                }
            }
            TypeItem::Enum(_) => {}
        }
    }

    fn value(&mut self, ty: &'a Type, check: Option<&ValueCheck>) {
        self.checks |= matches!(check.map(|check| &check.call), Some(CheckCall::Function(_)));
        self.ty(ty);
    }

    fn ty(&mut self, ty: &'a Type) {
        match ty {
            Type::Named(name) | Type::Boxed(name) => {
                self.types.insert(name);
            }
            Type::List { entry, .. } => self.ty(entry),
            Type::Map { key, value, .. } => {
                self.ty(key);
                self.ty(value);
            }
            _ => {}
        }
    }

    fn imports(self, deprecated: &HashSet<&Ident>) -> TokenStream {
        let checks = self.checks.then(|| quote!(checks,));
        let service = self.service.then(|| quote!(SERVICE,));
        let (old, current): (Vec<&Ident>, Vec<&Ident>) =
            self.types.into_iter().partition(|name| deprecated.contains(name));
        let current = (self.checks || self.service || !current.is_empty())
            .then(|| quote!(use super::{ #checks #service #(#current),* };));
        let old = (!old.is_empty()).then(|| {
            quote! {
                #[allow(deprecated)]
                use super::{ #(#old),* };
            }
        });
        quote!(#current #old)
    }
}
