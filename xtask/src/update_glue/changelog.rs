//! What the changelog says of an update of the model.

use glue_codegen::inspect::{Difference, Impact};

/// The section that entries are added to.
const SECTION: &str = "## Unreleased\n";

/// The part of it that is of changes.
const PART: &str = "### Changed\n";

/// How a line of an update begins, before the version.
const START: &str = "- The model of AWS Glue is that of botocore ";

/// What a difference asks of the next version.
pub(super) fn verdict(difference: &Difference) -> String {
    let count = |impact| difference.count(impact);
    let counts = format!(
        "{} changes break source, {} change behavior, {} add",
        count(Impact::Breaking),
        count(Impact::Behavior),
        count(Impact::Additive)
    );
    match difference.impact() {
        None => "no fact has changed".to_owned(),
        Some(Impact::Breaking) => format!("a breaking release ({counts})"),
        Some(_) => format!("a compatible release ({counts})"),
    }
}

/// The entry.
pub(super) fn entry(version: &str, difference: &Difference) -> String {
    format!("{START}{version}: {}.\n", verdict(difference))
}

/// The changelog with the entry in place of one of the same version, or last among the changes that
/// are not released; none where it has no such section.
pub(super) fn with_entry(changelog: &str, entry: &str) -> Option<String> {
    let start = changelog.find(SECTION)? + SECTION.len();
    let rest = changelog.get(start..)?;
    let end = rest.find("\n## ").map_or(rest.len(), |end| end + 1);
    let (section, others) = rest.split_at(end);
    let (same, _) = entry.split_once(": ")?;
    let is_other = |line: &&str| !line.starts_with(&format!("{same}: "));
    let section: String = section.split_inclusive('\n').filter(is_other).collect();
    let section = match section.find(PART) {
        None => format!("\n{PART}{entry}{section}"),
        Some(part) => {
            let lines = part + PART.len();
            let length = section.get(lines..)?.find("\n\n").map(|end| end + 1);
            let (before, after) = section.split_at(length.map_or(section.len(), |end| lines + end));
            format!("{before}{entry}{after}")
        }
    };
    Some(format!("{}{section}{others}", changelog.get(..start)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_the_last_of_the_changes_and_there_once() {
        let before = "# Changelog\n\n## Unreleased\n\n### Changed\n- One\n  more.\n\n### Added\n- Two\n\n\
                      ## 0.1.0\n\n### Changed\n- Old\n";
        let entry = format!("{START}1.2.3: a compatible release.\n");
        let after = with_entry(before, &entry).unwrap();
        let expected = before.replacen("  more.\n", &format!("  more.\n{entry}"), 1);
        assert_eq!(after, expected);
        assert_eq!(with_entry(&after, &entry).as_deref(), Some(expected.as_str()));
        let other = format!("{START}1.2.4: a breaking release.\n");
        let both = with_entry(&after, &other).unwrap();
        assert_eq!(both, before.replacen("  more.\n", &format!("  more.\n{entry}{other}"), 1));
    }

    #[test]
    fn a_section_without_changes_gets_them() {
        let entry = format!("{START}1.2.3: a compatible release.\n");
        let after = with_entry("## Unreleased\n\n### Added\n- Two\n", &entry).unwrap();
        assert_eq!(after, format!("## Unreleased\n\n### Changed\n{entry}\n### Added\n- Two\n"));
        assert_eq!(with_entry("# Changelog\n", &entry), None);
    }
}
