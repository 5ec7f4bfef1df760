//! Lowering: from the model's words to Rust's. Makes every decision and leaves none to emission.
//!
//! Each concern has a file: what is reached ([`closure`]), what must be boxed ([`layout`]), the
//! names of things ([`names`]), their types ([`types`]), where members travel ([`bindings`]), what
//! is checked ([`checks`]), what is derived ([`derives`]), what options select ([`selectors`]), which
//! features an item needs ([`features`]), how much text the result is ([`volume`]), the official
//! SDK's names (`sdk`), JSON Schemas (`schemas`), and
//! arbitrary values (`arbitrary`).

mod absolute_path;
#[cfg(feature = "arbitrary")]
mod arbitrary;
mod arguments;
mod attributes;
mod bindings;
mod check_functions;
mod checks;
pub(crate) mod closure;
mod context;
mod customizations;
pub(crate) mod derives;
mod docs;
mod documentation;
mod elsewhere;
mod enums;
mod features;
mod graph;
mod header;
mod json_text;
pub(crate) mod layout;
mod members;
mod modules;
mod names;
mod operations;
mod patterns;
mod problems;
mod renames;
mod requirements;
mod runtime_path;
#[cfg(feature = "schemars")]
mod schemas;
#[cfg(feature = "aws-sdk")]
mod sdk;
mod selectors;
mod structures;
mod types;
mod unions;
mod volume;

use glue_model::{Diagnostics, Model, Shape, ShapeId, ShapeKind, Source};

use crate::markdown::visible;
use crate::options::Options;
use crate::plan::{self, Plan, TypeItem};
#[cfg(feature = "inspect")]
pub(crate) use checks::{effective as effective_constraints, has_length};
#[cfg(feature = "inspect")]
pub(crate) use docs::bounds_in_words;
#[cfg(feature = "inspect")]
pub(crate) use documentation::to_markdown as markdown;

use check_functions::CheckFunctions;
use closure::Closure;
use context::Context;
use elsewhere::Elsewhere;
use problems::Problems;

/// Lowers the selected operations of a model and everything they reach.
pub(crate) fn lower(
    model: &Model,
    options: &Options,
    source: &Source<'_>,
) -> Result<Plan, Diagnostics> {
    let mut problems = Problems::new(source, model);
    let elsewhere = Elsewhere::new(model, options, &mut problems);
    let closure = closure::reach(model, options, |id| elsewhere.targets(model, id), &mut problems);
    elsewhere.check_used(model, &closure, &mut problems);
    let (customizations, renames) =
        customizations::resolve(model, options, &closure, &elsewhere, &mut problems);
    let header = header::lines(&options.header, &mut problems);
    let runtime_path = runtime_path::of(options, &mut problems);
    features::check(&options.features, &mut problems);
    let told = problems.found.len();
    types::check_nesting(model, &closure, &mut problems);
    layout::check_depth(model, &closure, &mut problems);
    // Types that nest too deeply may contain themselves, and then have no names to count.
    if problems.found.len() == told {
        volume::check(model, options, &closure, &mut problems);
    }
    // The next steps walk types without limits. Other problems can wait for those that these steps
    // find.
    if problems.found.len() > told {
        problems.gate()?;
    }
    let mut context = Context::new(model, options, &closure, &elsewhere, renames);
    context.names.rename(model, &context.renames, &mut problems);
    let mut functions = CheckFunctions::new(model, &elsewhere, source.bytes.len());
    let (shapes, mut types) = type_items(&context, &mut functions, &mut problems);
    let defined = types.len();
    let (extern_shapes, externs) = extern_items(&context);
    types.extend(externs);
    let all_shapes: Vec<ShapeId> = shapes.iter().copied().chain(extern_shapes).collect();
    customizations.apply(&all_shapes, &mut types, &mut problems);
    types.truncate(defined);
    context.renames.finish(model, &shapes, &mut types, &mut problems);
    let mut operations = operations::lower(&context);
    features::mark(model, options, &elsewhere, (&shapes, &mut types), &mut operations);
    let prelude = context.names.free_prelude(model, &closure);
    #[cfg(feature = "aws-sdk")]
    let sdk = sdk::lower(&context, &types, &operations, &mut problems);
    let (checks, patterns) = functions.finish();
    #[cfg(feature = "schemars")]
    let schemas = schemas::lower(&context, &shapes, &types, &checks);
    #[cfg(feature = "arbitrary")]
    let arbitrary = arbitrary::lower(&context, &types, &checks, source.bytes.len());
    let options_need: Vec<Option<&str>> = vec![
        #[cfg(feature = "aws-sdk")]
        sdk.as_ref().map(|_| "aws_smithy_types"),
        #[cfg(feature = "schemars")]
        schemas.as_ref().map(|_| "schemars"),
        #[cfg(feature = "arbitrary")]
        arbitrary.as_ref().map(|_| "arbitrary"),
    ];
    let of_types = requirements::of_types(&types);
    let features = options_need.into_iter().flatten().chain(of_types).collect();
    problems.gate()?;
    let service = &model.service;
    let renamed = renamed(&context, &shapes, &types);
    let modules = modules::assign(model, &closure, &operations, &shapes, &types);
    let imports = elsewhere.imports(&closure, |id| context.names.shape(model, id));
    Ok(Plan {
        origin: visible(&format!("{} {}", service.full_name, service.api_version)),
        header,
        runtime_path,
        arguments: arguments::of(options),
        prelude,
        features,
        imports,
        replaced: elsewhere.replaced(),
        service: service_facts(service),
        operations,
        types,
        checks,
        patterns,
        modules,
        #[cfg(feature = "aws-sdk")]
        sdk,
        #[cfg(feature = "schemars")]
        schemas,
        #[cfg(feature = "arbitrary")]
        arbitrary,
        renamed,
    })
}

fn service_facts(service: &glue_model::Service) -> plan::Service {
    plan::Service {
        full_name: service.full_name.clone(),
        id: service.id.clone(),
        api_version: service.api_version.clone(),
        protocol: service.protocol,
        signing_name: service.signing_name.clone(),
        endpoint_prefix: service.endpoint_prefix.clone(),
        query_compatible: service.query_compatible,
        deprecated: service.deprecated.as_ref().map(docs::deprecation_note),
    }
}

/// The types, and the shapes that they are made from.
fn type_items(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    problems: &mut Problems<'_>,
) -> (Vec<ShapeId>, Vec<TypeItem>) {
    let is_defined = |id| context.closure.contains(id) && !context.elsewhere.is_extern(id);
    items_of(context, is_defined, functions, problems)
}

/// The types of other modules and what these reach, which are not emitted: they say which traits can
/// be derived for types that hold them.
fn extern_items(context: &Context<'_>) -> (Vec<ShapeId>, Vec<TypeItem>) {
    if context.options.externs.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let externs = context.model.shapes().map(|(id, _)| id);
    let externs = externs.filter(|id| context.elsewhere.is_extern(*id));
    let reached = closure::shapes_from(context.model, externs);
    // Whatever they have wrong is no problem of this file.
    let source = Source { file: "", bytes: &[] };
    let mut problems = Problems::new(&source, context.model);
    let reached = Closure::of_shapes(reached);
    types::check_nesting(context.model, &reached, &mut problems);
    if !problems.found.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let is_elsewhere = |id: ShapeId| {
        let is_defined = context.closure.contains(id) && !context.elsewhere.is_extern(id);
        reached.contains(id) && !is_defined
    };
    let mut functions = CheckFunctions::new(context.model, context.elsewhere, 0);
    items_of(context, is_elsewhere, &mut functions, &mut problems)
}

fn items_of(
    context: &Context<'_>,
    is_wanted: impl Fn(ShapeId) -> bool,
    functions: &mut CheckFunctions,
    problems: &mut Problems<'_>,
) -> (Vec<ShapeId>, Vec<TypeItem>) {
    let reached = context.model.shapes().filter(|(id, _)| is_wanted(*id));
    let item = |(id, shape)| Some((id, type_item(context, functions, id, shape, problems)?));
    reached.filter_map(item).unzip()
}

fn type_item(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    id: ShapeId,
    shape: &Shape,
    problems: &mut Problems<'_>,
) -> Option<TypeItem> {
    match &shape.kind {
        ShapeKind::Structure(structure) => {
            let item = structures::lower(context, functions, id, shape, structure, problems);
            Some(TypeItem::Structure(item))
        }
        ShapeKind::Union(union) => {
            let item = unions::lower(context, functions, id, shape, union, problems);
            Some(TypeItem::Union(item))
        }
        ShapeKind::Enum(values) => Some(TypeItem::Enum(enums::lower(context, id, shape, values))),
        // Other shapes become types of the runtime or the standard library where members name them.
        _ => None,
    }
}

/// The items whose names are neither the model's nor of the options, in words.
fn renamed(context: &Context<'_>, shapes: &[ShapeId], types: &[TypeItem]) -> Vec<String> {
    let is_usual = |(id, _): &&(ShapeId, String)| context.renames.of_type(*id).is_none();
    let names = context.names.renamed.iter().filter(is_usual);
    let mut renamed: Vec<String> = names.map(|(_, note)| note.clone()).collect();
    for (id, item) in shapes.iter().zip(types) {
        if let TypeItem::Enum(item) = item {
            renamed.extend(enums::renamed(item, |place| context.renames.has_part(*id, place)));
        }
    }
    renamed
}
