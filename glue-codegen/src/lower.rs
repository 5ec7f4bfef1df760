//! Lowering: from the model's words to Rust's, every decision made and none left to emission.
//!
//! One concern a file: what is reached ([`closure`]), what must be boxed ([`layout`]), what things are
//! called ([`names`]), which types they get ([`types`]), where members travel ([`bindings`]), what is
//! checked ([`checks`]), what is derived ([`derives`]), which features it needs ([`features`]), how much text it all becomes ([`volume`]), and
//! what the official SDK calls it (`sdk`).

mod arguments;
mod bindings;
mod check_functions;
mod checks;
pub(crate) mod closure;
pub(crate) mod derives;
mod docs;
mod documentation;
mod enums;
mod features;
mod json_text;
pub(crate) mod layout;
mod lowering;
mod modules;
mod names;
mod operations;
mod patterns;
mod problems;
mod recursion;
#[cfg(feature = "aws-sdk")]
mod sdk;
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

use lowering::Lowering;
use problems::Problems;

/// Lowers the selected operations of a model and all they reach.
pub(crate) fn lower(
    model: &Model,
    options: &Options,
    source: &Source<'_>,
) -> Result<Plan, Diagnostics> {
    let mut problems = Problems::new(source, model);
    let closure = closure::reach(model, options, &mut problems);
    derives::check(&options.derives, &mut problems);
    features::check(&options.features, &mut problems);
    let told = problems.found.len();
    types::check_nesting(model, &closure, &mut problems);
    layout::check_depth(model, &closure, &mut problems);
    // Types that nest too deeply may contain themselves, and have no name to count.
    if problems.found.len() == told {
        volume::check(model, options, &closure, &mut problems);
    }
    // What comes next walks types freely; other problems can wait for those it finds.
    if problems.found.len() > told {
        problems.gate()?;
    }
    let mut lowering = Lowering::new(model, options, &closure, source.bytes.len());
    let (shapes, mut types) = lowering.types(&mut problems);
    derives::assign(&mut types, &options.derives);
    let mut operations = operations::lower(&mut lowering);
    features::mark(model, options, (&shapes, &mut types), &mut operations);
    let prelude = lowering.names.free_prelude(model, &closure);
    #[cfg(feature = "aws-sdk")]
    let sdk = sdk::lower(&lowering, &types, &operations, &mut problems);
    let (checks, patterns) = lowering.checks.finish();
    problems.gate()?;
    let service = &model.service;
    let modules = modules::assign(model, &closure, &operations, &shapes, &types);
    Ok(Plan {
        origin: visible(&format!("{} {}", service.full_name, service.api_version)),
        arguments: arguments::of(options),
        prelude,
        service: service_facts(service),
        operations,
        types,
        checks,
        patterns,
        modules,
        #[cfg(feature = "aws-sdk")]
        sdk,
        renamed: lowering.names.renamed,
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

impl Lowering<'_> {
    /// The shapes that become types, and these.
    fn types(&mut self, problems: &mut Problems<'_>) -> (Vec<ShapeId>, Vec<TypeItem>) {
        let (model, closure) = (self.model, self.closure);
        let reached = model.shapes().filter(|(id, _)| closure.contains(*id));
        reached.filter_map(|(id, shape)| Some((id, self.type_item(id, shape, problems)?))).unzip()
    }

    fn type_item(
        &mut self,
        id: ShapeId,
        shape: &Shape,
        problems: &mut Problems<'_>,
    ) -> Option<TypeItem> {
        match &shape.kind {
            ShapeKind::Structure(structure) => {
                let item = structures::lower(self, id, shape, structure, problems);
                Some(TypeItem::Structure(item))
            }
            ShapeKind::Union(union) => {
                Some(TypeItem::Union(unions::lower(self, id, shape, union, problems)))
            }
            ShapeKind::Enum(values) => Some(TypeItem::Enum(enums::lower(self, id, shape, values))),
            // The others are types of the runtime or the standard library where members name them.
            _ => None,
        }
    }
}
