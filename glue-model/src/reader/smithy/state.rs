//! What the steps of reading share.

use super::super::report::Report;
use super::super::suggest::Suggester;
use super::allowance::Allowance;
use super::definition::Definition;
use super::directory::Directory;
use super::wire::Wire;
use crate::model::{ShapeId, SmithyLayout};

/// What every step needs: the shapes of the file, and where problems go.
pub(super) struct Reader<'a, 'r, 'f> {
    pub(super) directory: Directory<'a>,
    pub(super) report: &'r mut Report<'f>,
    pub(super) suggester: Suggester,
    pub(super) allowance: Allowance,
}

/// What reading a shape's definition needs.
pub(super) struct Builder<'a, 'r, 'f> {
    pub(super) reader: Reader<'a, 'r, 'f>,
    pub(super) definitions: &'a [Definition<'a>],
    /// The id of each shape that is reached.
    pub(super) ids: Vec<Option<ShapeId>>,
    pub(super) version: Version,
    pub(super) wire: Wire,
    pub(super) layout: SmithyLayout,
}

/// The version of Smithy a file is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    One,
    Two,
}
