//! Reads the usual environment variables.

use std::error::Error;
use std::fmt;

use aws_credential_types::Credentials;

/// Returns the key to sign with: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, for keys that
/// expire, `AWS_SESSION_TOKEN`.
///
/// # Errors
///
/// If one of the first two is not set.
pub fn credentials(
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Credentials, MissingVariable> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let required = |name: &'static str| set(name).ok_or(MissingVariable { name });
    let id = required("AWS_ACCESS_KEY_ID")?;
    let secret = required("AWS_SECRET_ACCESS_KEY")?;
    Ok(Credentials::new(id, secret, set("AWS_SESSION_TOKEN"), None, "environment"))
}

/// Returns the region: `AWS_REGION`, or else `AWS_DEFAULT_REGION`.
#[must_use]
pub fn region(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    set("AWS_REGION").or_else(|| set("AWS_DEFAULT_REGION"))
}

/// A required environment variable is not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingVariable {
    name: &'static str,
}

impl fmt::Display for MissingVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not set: calls are signed with the key in ", self.name)?;
        f.write_str("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
    }
}

impl Error for MissingVariable {}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables<'a>(set: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + use<'a> {
        |name| set.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn credentials_are_those_of_the_variables() {
        let id = ("AWS_ACCESS_KEY_ID", "AKIA");
        let secret = ("AWS_SECRET_ACCESS_KEY", "secret");
        let found = credentials(variables(&[id, secret, ("AWS_SESSION_TOKEN", "t")])).unwrap();
        assert_eq!((found.access_key_id(), found.secret_access_key()), ("AKIA", "secret"));
        assert_eq!(found.session_token(), Some("t"));
        let found = credentials(variables(&[id, secret, ("AWS_SESSION_TOKEN", "")])).unwrap();
        assert_eq!(found.session_token(), None);
        let missing = |set: &[_]| credentials(variables(set)).unwrap_err().name;
        assert_eq!(missing(&[id]), "AWS_SECRET_ACCESS_KEY");
        assert_eq!(missing(&[("AWS_ACCESS_KEY_ID", ""), secret]), "AWS_ACCESS_KEY_ID");
    }

    #[test]
    fn the_region_has_two_names() {
        let (one, other) = (("AWS_REGION", "a"), ("AWS_DEFAULT_REGION", "b"));
        assert_eq!(region(variables(&[other, one])).as_deref(), Some("a"));
        assert_eq!(region(variables(&[("AWS_REGION", ""), other])).as_deref(), Some("b"));
        assert_eq!(region(variables(&[])), None);
    }
}
