//! Whether a file is what would be generated now.

use std::io::{self, BufWriter, Write};

use super::difference;
use super::failure::Failure;
use super::target::{Outcome, Target};

/// Compares a file with the text it should have. Where they differ, prints the difference to
/// standard output and fails.
pub(super) fn fresh<'a>(target: &Target<'a>, text: &str) -> Result<Outcome<'a>, Failure> {
    let current = target.current()?;
    if current.as_deref() == Some(text.as_bytes()) {
        return Ok(Outcome::Unchanged(target.path));
    }
    let current = current.as_deref().map(String::from_utf8_lossy);
    if current.as_deref().is_some_and(|current| current.replace("\r\n", "\n") == text) {
        return Err(other_line_ends(target));
    }
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    let printed = difference::write(target.path, current.as_deref(), text, &mut stdout)
        .and_then(|()| stdout.flush());
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
        // Whoever reads only the first lines of the difference still learns that there is one.
        _ => Err(stale(target, current.is_some())),
    }
}

fn stale(target: &Target<'_>, exists: bool) -> Failure {
    let path = target.path.display();
    let message = match exists {
        true => format!("{path} is stale: it is not what is generated from the model now"),
        false => format!("{path} does not exist"),
    };
    Failure::stale(message, "to generate it, run the same command without `--check`")
}

/// A difference in every line, of which a diff would show nothing.
fn other_line_ends(target: &Target<'_>) -> Failure {
    Failure::stale(
        format!("{} has other line ends than what is generated", target.path.display()),
        "set the file's attribute `eol=lf` in .gitattributes if git changed them",
    )
}
