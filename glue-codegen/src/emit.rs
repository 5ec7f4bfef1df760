//! Emission: from a plan to the text of a file or of a folder's files. Makes no decisions and
//! cannot fail.

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod attributes;
mod binding;
mod check;
mod definition;
mod elsewhere;
mod enumeration;
mod error;
mod folder;
mod format;
mod header;
mod lints;
mod operation;
mod pattern;
mod prelude;
mod runtime_path;
#[cfg(feature = "schemars")]
mod schemas;
#[cfg(feature = "aws-sdk")]
mod sdk;
mod service;
mod structure;
mod table;
mod text;
mod types;
mod union;
mod validate;

use crate::plan::{Plan, TypeItem};
pub(crate) use folder::files;
use format::Portion;
pub(crate) use header::{is_generated, is_part};

/// The text of the generated file.
pub(crate) fn file(plan: &Plan) -> String {
    let service = (!plan.operations.is_empty()).then(|| service::item(&plan.service));
    let operations = plan.operations.iter().map(|operation| operation::items(operation, plan));
    let types = plan.types.iter().map(|item| type_items(item, plan));
    let modules = [check::module(&plan.checks), pattern::module(&plan.patterns)];
    let elsewhere = [elsewhere::items(plan)].map(Portion::from).into_iter();
    let service = service.map(Portion::from).into_iter();
    let items =
        elsewhere.chain(service).chain(operations).chain(types).chain(modules.map(Portion::from));
    #[cfg(feature = "aws-sdk")]
    let items = items.chain(plan.sdk.as_ref().map(|sdk| sdk::items(sdk).into()));
    #[cfg(feature = "schemars")]
    let items = items.chain(plan.schemas.as_ref().map(schemas::items));
    #[cfg(feature = "arbitrary")]
    let items = items.chain(plan.arbitrary.as_ref().map(arbitrary::items));
    header::main(plan, "--out FILE", &format::code(plan, items))
}

fn type_items(item: &TypeItem, plan: &Plan) -> Portion {
    match item {
        TypeItem::Structure(structure) => structure::items(structure, plan),
        TypeItem::Union(union) => union::items(union, plan),
        TypeItem::Enum(enumeration) => enumeration::items(enumeration, plan),
    }
}
