//! Files of dependencies, as compilers write them for Make and Ninja.

use std::path::Path;

use super::write::replace_unless;
use crate::error::Error;

/// Writes the rule that `output` is made from `inputs` into the file at `path`. Its directory must
/// exist.
///
/// # Errors
/// A path with a line break, a file that holds anything but a rule for this output, or an error of
/// the file system.
pub fn write_depfile<'a>(
    path: &Path,
    output: &Path,
    inputs: impl IntoIterator<Item = &'a Path>,
) -> Result<(), Error> {
    let start = format!("{}:", escaped(output)?);
    let mut rule = start.clone();
    for input in inputs {
        rule.push(' ');
        rule.push_str(&escaped(input)?);
    }
    rule.push('\n');
    replace_unless(path, &rule, |current| !current.starts_with(start.as_bytes())).map(|_| ())
}

/// A path as Make and Ninja read it.
fn escaped(path: &Path) -> Result<String, Error> {
    let shown = path.display().to_string();
    if shown.contains(['\n', '\r']) {
        return Err(Error::Path { path: path.to_owned() });
    }
    let mut escaped = String::with_capacity(shown.len());
    for character in shown.chars() {
        match character {
            ' ' | '#' => escaped.push('\\'),
            '$' => escaped.push('$'),
            _ => {}
        }
        escaped.push(character);
    }
    Ok(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_words() {
        let text = escaped(Path::new("a b/#c$d:e.json")).unwrap();
        assert_eq!(text, r"a\ b/\#c$$d:e.json");
        assert!(escaped(Path::new("a\nb")).is_err());
    }
}
