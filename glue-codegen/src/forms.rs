//! The forms of values: what generated types read, and what they check, for programs that do the
//! same without generated code.

mod places;
mod value;

use glue_model::{Diagnostics, Source};
use glue_pattern::{Anchoring, Limits, Reason, Sampler};

use crate::generate;
use crate::options::Options;
use crate::plan::{Field, Operation, TypeItem, UnionVariant};
use places::Places;

pub use value::{Kind, Length, ListForm, MapForm, Range, Value};

/// The forms of all values that the chosen operations reach.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Forms {
    /// The service's full name, such as `AWS Glue`.
    pub service: String,
    /// The prefix of the service's host names, such as `glue`.
    pub endpoint_prefix: String,
    /// The name that requests are signed for, such as `glue`.
    pub signing_name: String,
    /// The operations, in the order of the model.
    pub operations: Vec<OperationForms>,
    /// The structures, unions and enums; [`Kind`] names them by their places.
    pub shapes: Vec<ShapeForm>,
    /// The distinct patterns; [`Value::pattern`] names them by their places.
    pub patterns: Vec<PatternForm>,
}

/// An operation, and the places of its structures in [`Forms::shapes`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OperationForms {
    /// The name, such as `GetJobRun`.
    pub name: String,
    /// The structure of a request, if it holds anything.
    pub input: Option<usize>,
    /// The structure of a response, if it holds anything.
    pub output: Option<usize>,
    /// The errors that the model lists, with the names that they have on the wire.
    pub errors: Vec<(Vec<String>, usize)>,
}

/// A structure, a union or an enum.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ShapeForm {
    /// A structure.
    Structure(Members),
    /// A union, in which one member is set.
    Union(Members),
    /// An enum of strings.
    Enum(EnumForm),
}

/// The members of a structure or union.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Members {
    /// The name in the model.
    pub name: String,
    /// The members, in the order of the model.
    pub members: Vec<MemberForm>,
}

/// A member of a structure or union.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MemberForm {
    /// The name in the model, which also reads as the key.
    pub name: String,
    /// The key in JSON.
    pub key: String,
    /// The form of its values.
    pub value: Value,
    /// Whether its absence is a violation.
    pub required: bool,
    /// Whether no message may show its values.
    pub sensitive: bool,
}

/// The known values of an enum.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EnumForm {
    /// The name in the model.
    pub name: String,
    /// The values, in the order of the model.
    pub values: Vec<String>,
    /// The values that messages do not list.
    pub internal: Vec<String>,
}

/// A pattern with the program that generated code has for it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PatternForm {
    /// The pattern, as written in the model.
    pub source: String,
    /// Whether it matches whole texts, or is searched for.
    anchoring: Anchoring,
    /// The program.
    pub program: glue_pattern::Program,
}

impl PatternForm {
    /// What draws texts that match, of at least and at most so many characters; `None` if there is
    /// no such text.
    ///
    /// # Errors
    /// The reason why it is not known whether there is one.
    pub fn sampler(&self, lengths: (u64, Option<u64>)) -> Result<Option<Sampler>, Reason> {
        // The program was made of it, so it can be read.
        let Ok(syntax) = glue_pattern::parse(&self.source) else { return Ok(None) };
        Sampler::new(Some((&syntax, self.anchoring)), lengths, &Limits::default())
    }
}

/// Decides on the forms of the values that the options choose, as [`generate`](crate::generate)
/// does. All shapes have forms of their own, also those that the options give other types.
///
/// # Errors
/// All problems of the model, or of the options, at once.
pub fn forms(source: &Source<'_>, options: &Options) -> Result<Forms, Diagnostics> {
    let options = Options { externs: Vec::new(), replacements: Vec::new(), ..options.clone() };
    let plan = generate::plan(source, &options)?;
    let places = Places::new(&plan);
    Ok(Forms {
        service: plan.service.full_name.clone(),
        endpoint_prefix: plan.service.endpoint_prefix.clone(),
        signing_name: plan.service.signing_name.clone(),
        operations: plan.operations.iter().map(|one| operation(one, &places)).collect(),
        shapes: plan.types.iter().map(|item| shape(item, &places)).collect(),
        patterns: (plan.patterns.iter())
            .map(|pattern| PatternForm {
                source: pattern.source.clone(),
                anchoring: pattern.anchoring,
                program: pattern.program.clone(),
            })
            .collect(),
    })
}

fn operation(operation: &Operation, places: &Places<'_>) -> OperationForms {
    let place = |name: &Option<_>| name.as_ref().and_then(|name| places.place(name));
    let errors = operation.error.variants.iter().filter_map(|variant| {
        let mut names = variant.names.clone();
        if !names.contains(&variant.code) {
            names.push(variant.code.clone());
        }
        Some((names, places.place(&variant.structure)?))
    });
    OperationForms {
        name: operation.model_name.clone(),
        input: place(&operation.input),
        output: place(&operation.output),
        errors: errors.collect(),
    }
}

fn shape(item: &TypeItem, places: &Places<'_>) -> ShapeForm {
    match item {
        TypeItem::Structure(structure) => ShapeForm::Structure(Members {
            name: structure.model_name.clone(),
            members: (structure.fields.iter())
                .map(|one| field(one, structure.sensitive, places))
                .collect(),
        }),
        TypeItem::Union(union) => ShapeForm::Union(Members {
            name: union.model_name.clone(),
            members: (union.variants.iter())
                .map(|one| variant(one, union.sensitive, places))
                .collect(),
        }),
        TypeItem::Enum(item) => ShapeForm::Enum(EnumForm {
            name: item.model_name.clone(),
            values: item.variants.iter().map(|one| one.value.clone()).collect(),
            internal: (item.variants.iter().filter(|one| one.internal))
                .map(|one| one.value.clone())
                .collect(),
        }),
    }
}

fn field(field: &Field, sensitive: bool, places: &Places<'_>) -> MemberForm {
    MemberForm {
        name: field.model_name.clone(),
        key: field.key.clone(),
        value: value::value(&field.ty, &field.codec, field.check.as_ref(), places),
        required: field.required,
        sensitive: sensitive || field.sensitive,
    }
}

fn variant(variant: &UnionVariant, sensitive: bool, places: &Places<'_>) -> MemberForm {
    MemberForm {
        name: variant.model_name.clone(),
        key: variant.key.clone(),
        value: value::value(&variant.ty, &variant.codec, variant.check.as_ref(), places),
        required: false,
        sensitive: sensitive || variant.sensitive,
    }
}
