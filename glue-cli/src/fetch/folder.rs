//! Files in a folder, as far as models may be among them.

use std::fs::{self, File};
use std::path::Path;

use glue_codegen::files::read_limited;

use super::entry::{Fault, InnerVisitor, Stop};

/// Where models are below a folder that is given: in it, or where botocore and the AWS CLI have them.
const ROOTS: [&str; 4] = ["", "data/", "botocore/data/", "awscli/botocore/data/"];

/// The files in folders of versions in folders of services, below each of the places for models.
pub(super) fn names(path: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    // Fails where the folder itself cannot be read.
    fs::read_dir(path)?;
    for root in ROOTS {
        for service in children(&path.join(root)) {
            for version in children(&path.join(format!("{root}{service}"))) {
                let folder = format!("{root}{service}/{version}");
                let files = children(&path.join(&folder)).into_iter();
                names.extend(files.map(|file| format!("{folder}/{file}")));
            }
        }
    }
    Ok(names)
}

/// The names in a folder, in order; none of what is not a folder, as most files are not.
fn children(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

pub(super) fn visit(path: &Path, names: &[&str], each: InnerVisitor<'_>) -> Result<(), Stop> {
    for name in names {
        let file = File::open(path.join(name)).and_then(read_limited);
        each(name, file.map_err(|error| Stop::at(name, error))?)?;
    }
    Ok(())
}
