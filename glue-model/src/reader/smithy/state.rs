//! The state shared by the steps of reading.

use super::super::report::Report;
use super::super::suggest::Suggester;
use super::allowance::Allowance;
use super::definition::Definition;
use super::directory::Directory;
use super::wire::Wire;
use crate::model::{ShapeId, SmithyLayout};

/// The state for every step: the shapes of the file, and the report of problems.
pub(super) struct Reader<'a, 'r, 'f> {
    pub(super) directory: Directory<'a>,
    pub(super) report: &'r mut Report<'f>,
    pub(super) suggester: Suggester,
    pub(super) allowance: Allowance,
}

/// The state for reading the definition of a shape.
pub(super) struct Builder<'a, 'r, 'f> {
    pub(super) reader: Reader<'a, 'r, 'f>,
    pub(super) definitions: &'a [Definition<'a>],
    /// The ID of each reached shape.
    pub(super) ids: Vec<Option<ShapeId>>,
    pub(super) version: Version,
    pub(super) wire: Wire,
    pub(super) layout: SmithyLayout,
}

/// The version of Smithy that a file is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    One,
    Two,
}
