//! `requirements.txt`: the line by which bots such as Dependabot and Renovate raise botocore.

use super::release::Release;

/// The file's name, which these bots look for.
pub(crate) const FILE: &str = "requirements.txt";

const PACKAGE: &str = "botocore";

const COMMENT: &str = "\
# The release of botocore that these models are from. When a bot has raised it, `glue-codegen fetch`
# brings the models to it.
";

/// The release that the file asks for; none where it does not name botocore. The error is the line that
/// asks for something else than one release.
pub(crate) fn release(text: &str) -> Result<Option<Release>, String> {
    let Some(line) = text.lines().find(|line| requirement(line).is_some()) else {
        return Ok(None);
    };
    let wanted = requirement(line).and_then(|rest| rest.trim_start().strip_prefix("=="));
    let end = |character: char| character.is_whitespace() || ";#\\,".contains(character);
    let release = wanted
        .and_then(|rest| rest.trim_start().split(end).next())
        .and_then(Release::parse)
        .filter(|_| !line.contains(','));
    release.map(Some).ok_or_else(|| line.trim().to_owned())
}

/// The text of the file with this release; other lines stay as they are.
pub(crate) fn with_release(text: Option<&str>, release: &Release) -> String {
    let line = format!("{PACKAGE}=={release}");
    let Some(text) = text else {
        return format!("{COMMENT}{line}\n");
    };
    let mut is_there = false;
    let mut lines: Vec<String> = Vec::new();
    for old in text.lines() {
        match self::release(old) {
            Ok(Some(current)) if !is_there => {
                is_there = true;
                lines.push(old.replacen(current.as_str(), release.as_str(), 1));
            }
            _ => lines.push(old.to_owned()),
        }
    }
    if !is_there {
        lines.push(line);
    }
    lines.join("\n") + "\n"
}

/// What a line says of botocore, after the name.
fn requirement(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix(PACKAGE)?;
    // A longer name is another package's.
    let is_longer = |first: char| first.is_ascii_alphanumeric() || "-_.".contains(first);
    (!rest.starts_with(is_longer)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{Release, release, with_release};

    #[test]
    fn the_line_is_found_among_others() {
        let found = |text: &str| release(text).map(|found| found.map(|found| found.to_string()));
        assert_eq!(found(""), Ok(None));
        assert_eq!(found("# botocore==1\nbotocore-stubs==1.2\nboto3==1\n"), Ok(None));
        assert_eq!(found("boto3==1\nbotocore==1.44.5"), Ok(Some("1.44.5".to_owned())));
        assert_eq!(found(" botocore == 1.44.5 # why\n"), Ok(Some("1.44.5".to_owned())));
        assert_eq!(found("botocore==1.44.5; python_version > '3'"), Ok(Some("1.44.5".to_owned())));
        for line in ["botocore", "botocore>=1.44", "botocore[crt]==1.44", "botocore==1.4,<2"] {
            assert_eq!(found(line), Err(line.to_owned()));
        }
    }

    #[test]
    fn only_the_release_is_changed() {
        let release = Release::parse("1.44.8").unwrap();
        let text = "# ours\nbotocore==1.44.5  # pinned\nboto3==1.44.5\n";
        let expected = "# ours\nbotocore==1.44.8  # pinned\nboto3==1.44.5\n";
        assert_eq!(with_release(Some(text), &release), expected);
        assert_eq!(with_release(Some("boto3==1"), &release), "boto3==1\nbotocore==1.44.8\n");
        assert_eq!(
            with_release(None, &release),
            "# The release of botocore that these models are from. When a bot has raised it, \
             `glue-codegen fetch`\n# brings the models to it.\nbotocore==1.44.8\n"
        );
    }
}
