//! From the bytes of a model to the text of a file. Accesses neither files nor the environment.

use glue_model::{Diagnostic, Diagnostics, Model, Protocol, Source};
use glue_pattern::Program;

use crate::corrections;
use crate::options::{Options, Selection};
use crate::plan::{Field, Pattern, PatternUser, Plan, Service, Step, TypeItem};
use crate::{emit, lower};

/// A generated file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The text, with a newline at its end.
    pub code: String,
    /// The summary of the content.
    pub summary: Summary,
}

/// The amount of generated code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The number of operations.
    pub operations: usize,
    /// The number of structures, including errors.
    pub structures: usize,
    /// The number of unions.
    pub unions: usize,
    /// The number of enums.
    pub enums: usize,
    /// The number of distinct length, range, pattern and uniqueness constraints, and of required
    /// members.
    pub constraints: usize,
    /// The names that were already taken, each with the name used instead.
    pub renamed: Vec<String>,
    /// The patterns that are not checked, each with the reason.
    pub unchecked: Vec<String>,
    /// The reasons why operations cannot be called, if the model does not say how.
    pub uncallable: Vec<String>,
    /// The types without a conversion from and to the official SDK's types, each with the reason.
    #[cfg(feature = "aws-sdk")]
    pub unconverted: Vec<String>,
}

/// Generates the types of a model.
///
/// # Errors
/// All problems of the model, or of the options, at once.
pub fn generate(source: &Source<'_>, options: &Options) -> Result<Generated, Diagnostics> {
    let plan = plan(source, options)?;
    Ok(Generated { code: emit::file(&plan), summary: summarize(&plan) })
}

/// The plan of what to generate, with every decision made.
pub(crate) fn plan(source: &Source<'_>, options: &Options) -> Result<Plan, Diagnostics> {
    let model = read(source, options)?;
    if options.operations == Selection::Named(Vec::new()) && options.features.is_empty() {
        let problem = Diagnostic::new(source.file, "", "no operation is selected");
        let help = "name one, turn on a feature that has some, or leave the selection out for all";
        return Err([problem.with_help(help)].into_iter().collect());
    }
    lower::lower(&model, options, source)
}

/// Reads a model and applies the corrections and fixes.
pub(crate) fn read(source: &Source<'_>, options: &Options) -> Result<Model, Diagnostics> {
    let mut model = match &options.service {
        Some(name) => glue_model::read_service(source, name)?,
        None => glue_model::read(source)?,
    };
    let mut problems = Diagnostics::default();
    for name in &options.corrections {
        let applied = corrections::apply(&mut model, name, source.file);
        problems.extend(applied.err().into_iter().flatten());
    }
    for fixes in &options.fixes {
        let source = Source { file: &fixes.file, bytes: &fixes.bytes };
        problems.extend(glue_model::apply_fixes(&mut model, &source).err().into_iter().flatten());
    }
    match problems.is_empty() {
        true => Ok(model),
        false => Err(problems),
    }
}

pub(crate) fn summarize(plan: &Plan) -> Summary {
    let constraints = |step: &&Step| {
        !step.is_strict() && !matches!(step, Step::Entries(_) | Step::Keys(_) | Step::Values { .. })
    };
    let mut summary = Summary {
        operations: plan.operations.len(),
        constraints: plan.checks.iter().flat_map(|check| &check.steps).filter(constraints).count(),
        renamed: plan.renamed.clone(),
        unchecked: plan.patterns.iter().filter_map(unchecked).collect(),
        uncallable: uncallable(plan).into_iter().collect(),
        #[cfg(feature = "aws-sdk")]
        unconverted: plan.sdk.as_ref().map(|sdk| sdk.left_out.clone()).unwrap_or_default(),
        ..Summary::default()
    };
    for item in &plan.types {
        match item {
            TypeItem::Structure(structure) => {
                summary.structures += 1;
                let required = |field: &&Field| field.required;
                summary.constraints += structure.fields.iter().filter(required).count();
            }
            TypeItem::Union(_) => summary.unions += 1,
            TypeItem::Enum(_) => summary.enums += 1,
        }
    }
    summary
}

/// Why operations cannot be called, in words; `None` if they can.
fn uncallable(plan: &Plan) -> Option<String> {
    let Service { full_name, protocol, .. } = &plan.service;
    let is_unknown = *protocol == Protocol::Unknown;
    is_unknown.then(|| format!("operations of `{full_name}`: the model names no known protocol"))
}

/// How many characters of a pattern are shown.
const MOST_SHOWN: usize = 400;

/// Why a pattern is not checked, in words; `None` if it is.
fn unchecked(pattern: &Pattern) -> Option<String> {
    let Program::Unchecked(reason) = pattern.program else { return None };
    let user = pattern.users.first().map(PatternUser::name).unwrap_or_default();
    let mut shown: String = pattern.source.chars().take(MOST_SHOWN).collect();
    if shown.len() < pattern.source.len() {
        shown.push('\u{2026}');
    }
    Some(format!("pattern `{shown}` of `{user}`: {reason}"))
}
