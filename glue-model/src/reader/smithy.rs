//! Smithy's JSON AST.

use super::node::Fields;
use super::report::{Problem, Report};
use crate::model::Model;

/// Reads a model in Smithy's JSON AST.
pub(super) fn read(root: &Fields<'_>, report: &mut Report<'_>) -> Option<Model> {
    let problem = Problem::of_file("Smithy's JSON AST is not supported yet")
        .help("use the service's botocore model, `service-2.json`");
    report.push(match root.field("smithy") {
        Some(version) => problem.moved_to(&version),
        None => problem,
    });
    None
}
