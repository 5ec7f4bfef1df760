//! How a text differs from another, as a unified diff.

use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use similar::{Algorithm, ChangeTag, TextDiff};

use super::style::{ADDED, HUNK, REMOVED, STRONG};

/// How long to look for the shortest diff. A text with little in common with its predecessor would
/// take long, and nobody needs its diff to be the shortest.
const PATIENCE: Duration = Duration::from_secs(2);

/// Writes what changes the file at `path` from `old`, if there is such a file, to `new`.
///
/// `patch -p0` and `git apply -p0` take it: a missing file is `/dev/null`.
pub(super) fn write(
    path: &Path,
    old: Option<&str>,
    new: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    let old_name = match old {
        Some(_) => path,
        None => Path::new("/dev/null"),
    };
    let old_header = format!("--- {}", old_name.display());
    let new_header = format!("+++ {}", path.display());
    writeln!(out, "{}\n{}", STRONG.paint(old_header), STRONG.paint(new_header))?;
    let old: Vec<&str> = old.unwrap_or_default().split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Histogram)
        .timeout(PATIENCE)
        .diff_slices(&old, &new);
    for hunk in diff.unified_diff().iter_hunks() {
        writeln!(out, "{}", HUNK.paint(hunk.header()))?;
        for change in hunk.iter_changes() {
            write_line(change.tag(), change.value(), out)?;
        }
    }
    Ok(())
}

fn write_line(tag: ChangeTag, line: &str, out: &mut impl Write) -> io::Result<()> {
    let text = line.strip_suffix('\n').unwrap_or(line);
    match tag {
        ChangeTag::Equal => writeln!(out, " {text}")?,
        ChangeTag::Insert => writeln!(out, "{}", ADDED.paint(format_args!("+{text}")))?,
        ChangeTag::Delete => writeln!(out, "{}", REMOVED.paint(format_args!("-{text}")))?,
    }
    match line.ends_with('\n') {
        true => Ok(()),
        false => writeln!(out, "\\ No newline at end of file"),
    }
}
