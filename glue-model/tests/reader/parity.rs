//! One service in both formats gives one model, but for the differences listed here.
//!
//! Set `GLUE_MODEL_CORPUS` to botocore's data folder and `GLUE_SMITHY_CORPUS` to a folder of models
//! in Smithy's JSON AST to run it. What only one side has is passed over: services grow, and the
//! two sides need not be of one day.

mod compare;
mod tally;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use compare::Comparison;
use glue_model::Model;

use crate::corpus::{self, entries, folder, smithy_files};

/// What the formats, or those who keep the files, do differently on purpose. Whatever has a left
/// and a right differs from botocore's to Smithy's.
const OF_FORMAT: [&str; 20] = [
    "botocore gives an error no status under awsJson",
    "botocore gives an error of the service no fault",
    "botocore has an error without its message",
    "botocore has another name for a label of a URI",
    "botocore has no constraints in the model of a service",
    "botocore has no default value",
    "botocore has no name for a value of an enum",
    "botocore has no trait `clientOptional`",
    "botocore has no trait `uniqueItems`",
    "botocore has no traits `input` and `output`",
    "botocore has no `x-id` in a URI",
    "botocore keeps a type that its users have",
    "botocore leaves out codes of the query protocol",
    "botocore leaves out errors of endpoint discovery",
    "botocore or Smithy leaves out a least length of 0",
    "botocore or Smithy leaves out the last slash of a URI",
    "errors come in another order",
    "operations come in another order",
    "shapes come in another order",
    "targets have another name",
];

/// What differs because services change: in few places, of which [`FEW`] is the greatest share.
const OF_TIME: [&str; 18] = [
    "deprecated",
    "error status",
    "errors only in Smithy",
    "host prefix",
    "idempotency token",
    "kind",
    "length",
    "location name",
    "members only in Smithy",
    "order of enum values",
    "order of members",
    "output",
    "pattern",
    "range",
    "required",
    "retryable",
    "sensitive",
    "status of success",
];

/// The greatest share of the compared parts that may differ for no reason but time.
const FEW: f64 = 0.1;

#[test]
fn one_service_in_both_formats_gives_one_model() -> io::Result<()> {
    let (Some(botocore), Some(smithy)) =
        (folder("GLUE_MODEL_CORPUS")?, folder("GLUE_SMITHY_CORPUS")?)
    else {
        return Ok(());
    };
    let mut comparison = Comparison::default();
    let mut services = 0;
    for path in smithy_files(&smithy)? {
        let smithy = model(&path)?;
        if let Some(path) = counterpart(&botocore, &smithy)? {
            comparison.services(&model(&path)?, &smithy);
            services += 1;
        }
    }
    let tally = comparison.tally;
    writeln!(io::stderr(), "{services} services in both formats\n{tally}")?;
    assert!(services > 0, "no service is in both folders");
    let mut documented: Vec<&str> = OF_FORMAT.into_iter().chain(OF_TIME).collect();
    documented.sort_unstable();
    assert_eq!(tally.differences(), documented);
    for kind in OF_TIME {
        let share = tally.share(kind);
        assert!(share < FEW, "{kind}: {share}");
    }
    Ok(())
}

fn model(path: &Path) -> io::Result<Model> {
    corpus::model(path, &std::fs::read(path)?)
}

/// The file in botocore's format of the same service and version.
fn counterpart(folder: &Path, model: &Model) -> io::Result<Option<PathBuf>> {
    let ids = [":", ": "].map(|colon| format!("\"serviceId\"{colon}\"{}\"", model.service.id));
    for service in entries(folder)? {
        let path = service.join(&model.service.api_version).join("service-2.json");
        if path.is_file() {
            let text = std::fs::read_to_string(&path)?;
            if ids.iter().any(|id| text.contains(id)) {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}
