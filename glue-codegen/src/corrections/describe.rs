//! What the corrections are for.

use glue_model::{Diagnostics, Json, Source, read_json};

use super::catalog::ALL;

/// A correction of the catalog, for [`Builder::correction`](crate::Builder::correction).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Correction {
    /// The name, such as `ec2-vpc-endpoint-state`.
    pub name: &'static str,
    /// The fixes, in the format of [`glue_model::apply_fixes`].
    pub text: &'static str,
    /// What each fix is for, in order.
    pub fixes: Vec<CorrectionFix>,
}

/// A fix of a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CorrectionFix {
    /// The name, unique in its correction.
    pub name: String,
    /// The shape that is fixed.
    pub shape: String,
    /// The member of the shape, if one is fixed.
    pub member: Option<String>,
    /// Why.
    pub reason: String,
    /// Where others can read of it: the address of a web page.
    pub source: String,
}

/// The catalog of corrections, by their names: what is publicly known of AWS's models to differ from
/// what services send.
///
/// # Errors
/// None in a released version: a file of the catalog that is not JSON.
pub fn corrections() -> Result<Vec<Correction>, Diagnostics> {
    ALL.iter()
        .map(|(name, text)| Ok(Correction { name, text, fixes: fixes(name, text)? }))
        .collect()
}

fn fixes(name: &str, text: &str) -> Result<Vec<CorrectionFix>, Diagnostics> {
    let Json::Object(fixes) = read_json(&Source { file: name, bytes: text.as_bytes() })? else {
        return Ok(Vec::new());
    };
    let fix = |(name, fix): (&str, &Json)| CorrectionFix {
        name: name.to_owned(),
        shape: field(fix, "shape").unwrap_or_default(),
        member: field(fix, "member"),
        reason: field(fix, "reason").unwrap_or_default(),
        source: field(fix, "source").unwrap_or_default(),
    };
    Ok(fixes.iter().map(fix).collect())
}

/// The text under a key of an object.
fn field(object: &Json, key: &str) -> Option<String> {
    match object {
        Json::Object(object) => match object.get(key) {
            Some(Json::String(text)) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}
