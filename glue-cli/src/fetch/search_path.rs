//! The folders of models that botocore searches before its own: those of AWS_DATA_PATH, and
//! `~/.aws/models`.

use std::env;
use std::path::PathBuf;

use super::collection::Collection;
use crate::failure::Failure;

const VARIABLE: &str = "AWS_DATA_PATH";
const MODELS: &str = "~/.aws/models";

/// The models in these folders, in botocore's order. Folders that do not exist, or have no models as
/// botocore wants them, count for nothing.
pub(super) fn collections() -> Result<Vec<Collection>, Failure> {
    let listed = env::var(VARIABLE).unwrap_or_default();
    let separator = if cfg!(windows) { ';' } else { ':' };
    let names = listed.split(separator).filter(|name| !name.is_empty()).chain([MODELS]);
    let mut collections = Vec::new();
    for name in names {
        let path = expanded(name);
        if path.is_dir()
            && let Some(collection) = Collection::of_search_path(&path, name)?
        {
            collections.push(collection);
        }
    }
    Ok(collections)
}

/// A path with `~` and variables replaced, as botocore does. What cannot be replaced stays.
pub(super) fn expanded(name: &str) -> PathBuf {
    let text = with_variables(name);
    let home = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
    match (text.strip_prefix('~'), env::var(home)) {
        (Some(rest), Ok(home)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            PathBuf::from(home + rest)
        }
        _ => PathBuf::from(text),
    }
}

/// `$NAME` and `${NAME}` replaced.
fn with_variables(text: &str) -> String {
    let mut parts = text.split('$');
    let mut expanded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = match part.strip_prefix('{').and_then(|part| part.split_once('}')) {
            Some(named) => named,
            None => {
                let is_end =
                    |character: char| !character.is_ascii_alphanumeric() && character != '_';
                part.split_at(part.find(is_end).unwrap_or(part.len()))
            }
        };
        match env::var(name).ok().filter(|_| !name.is_empty()) {
            Some(value) => expanded += &(value + rest),
            None => expanded += &format!("${part}"),
        }
    }
    expanded
}
