//! The content of a model, before anything is generated.

use glue_model::{Diagnostics, Source};

use crate::generate;
use crate::lower::closure::{shapes_from, shapes_of};
use crate::options::Options;

/// The operations of a model, and how much of the model each one needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inventory {
    /// The service's full name, such as `AWS Glue`.
    pub service: String,
    /// The API version, a date such as `2017-03-31`.
    pub api_version: String,
    /// The operations, in the order of the model.
    pub operations: Vec<OperationReach>,
    /// The number of shapes that the operations reach together, each counted once.
    pub reached: usize,
    /// The number of shapes in the model.
    pub shapes: usize,
}

/// An operation, and how many shapes it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationReach {
    /// The name, such as `GetJobRun`.
    pub name: String,
    /// The number of shapes that its input, output and errors reach: these themselves, and all
    /// shapes of any kind that members lead to.
    pub shapes: usize,
}

/// Lists all operations of a model, whichever ones the options choose.
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
