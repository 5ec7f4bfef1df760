//! What a model offers, before anything is generated.

use glue_model::{Diagnostics, Source};

use crate::generate;
use crate::lower::closure::{shapes_from, shapes_of};
use crate::options::Options;

/// A model's operations, and how much of the model each brings with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inventory {
    /// The name people know the service by, such as `AWS Glue`.
    pub service: String,
    /// The API's version, a date such as `2017-03-31`.
    pub api_version: String,
    /// The operations, in the order of the model.
    pub operations: Vec<OperationReach>,
    /// How many shapes the operations reach together, each counted once.
    pub reached: usize,
    /// How many shapes the model has.
    pub shapes: usize,
}

/// An operation, and how many shapes it brings with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationReach {
    /// The name, such as `GetJobRun`.
    pub name: String,
    /// How many shapes its input, output and errors reach: themselves, and those of any kind that
    /// members lead to.
    pub shapes: usize,
}

/// Lists the operations of a model, all of them whichever the options choose.
///
/// # Errors
/// All problems of the model and of its corrections and fixes, at once.
pub fn inventory(source: &Source<'_>, options: &Options) -> Result<Inventory, Diagnostics> {
    let model = generate::read(source, options)?;
    let reached = |starts: &mut dyn Iterator<Item = glue_model::ShapeId>| {
        shapes_from(&model, starts).into_iter().filter(|reached| *reached).count()
    };
    let operation = |operation: &glue_model::Operation| OperationReach {
        name: operation.name.clone(),
        shapes: reached(&mut shapes_of(operation)),
    };
    Ok(Inventory {
        service: model.service.full_name.clone(),
        api_version: model.service.api_version.clone(),
        operations: model.operations.iter().map(operation).collect(),
        reached: reached(&mut model.operations.iter().flat_map(shapes_of)),
        shapes: model.shapes().len(),
    })
}
