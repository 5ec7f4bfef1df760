//! The verdicts of `diff`, the compiler and cargo-semver-checks on each model, side by side.

use std::collections::HashMap;
use std::fmt;

use super::tool::Demands;
use super::versions::Pair;

/// The verdicts on all models.
#[derive(Debug)]
pub(super) struct Verdicts<'a>(Vec<Verdict<'a>>);

/// The verdicts on one model.
#[derive(Debug)]
struct Verdict<'a> {
    name: &'a str,
    /// The number of changes that break source according to `diff`.
    breaking: usize,
    /// rustc's errors in the code that uses all old names.
    errors: &'a [String],
    /// The lints by which the tool demands a major version; `None` if it was not asked.
    demands: Option<&'a [String]>,
}

impl<'a> Verdicts<'a> {
    pub(super) fn new(
        pairs: &'a [Pair],
        errors: &'a HashMap<String, Vec<String>>,
        demands: Option<&'a Demands>,
    ) -> Self {
        let verdict = |pair: &'a Pair| Verdict {
            name: &pair.name,
            breaking: pair.breaking,
            errors: errors.get(&pair.package).map(Vec::as_slice).unwrap_or_default(),
            demands: demands
                .map(|demands| demands.get(&pair.package).map(Vec::as_slice).unwrap_or_default()),
        };
        Self(pairs.iter().map(verdict).collect())
    }

    /// Whether `diff` finds a break exactly in the models in which any of the others does.
    pub(super) fn agree(&self) -> bool {
        !self.0.iter().any(|verdict| verdict.is_missed() || verdict.is_alone())
    }

    fn count(&self, is_counted: impl Fn(&Verdict<'a>) -> bool) -> usize {
        self.0.iter().filter(|verdict| is_counted(verdict)).count()
    }
}

impl Verdict<'_> {
    fn compiles(&self) -> bool {
        self.errors.is_empty()
    }

    fn is_major(&self) -> bool {
        self.demands.is_some_and(|lints| !lints.is_empty())
    }

    /// Whether another judge finds a break and `diff` does not.
    fn is_missed(&self) -> bool {
        self.breaking == 0 && (!self.compiles() || self.is_major())
    }

    /// Whether only `diff` finds a break.
    fn is_alone(&self) -> bool {
        self.breaking != 0 && self.compiles() && !self.is_major()
    }
}

/// Writes a line for each model, the errors that `diff` missed, and the totals.
impl fmt::Display for Verdicts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.0.iter().map(|verdict| verdict.name.len());
        let width = names.chain(["model".len()]).max().unwrap_or_default();
        let (diff, compiler) = ("diff", "compiler");
        writeln!(f, "{:width$}  {diff:<13}{compiler:<12}cargo-semver-checks", "model")?;
        for verdict in &self.0 {
            writeln!(f, "{:width$}  {verdict}", verdict.name)?;
        }
        write!(
            f,
            "Of {} models, `diff` calls {} breaking, the compiler {}, cargo-semver-checks ",
            self.0.len(),
            self.count(|verdict| verdict.breaking != 0),
            self.count(|verdict| !verdict.compiles()),
        )?;
        match self.count(|verdict| verdict.demands.is_some()) {
            0 => f.write_str("was not asked")?,
            _ => write!(f, "{}", self.count(Verdict::is_major))?,
        }
        let (missed, alone) = (self.count(Verdict::is_missed), self.count(Verdict::is_alone));
        writeln!(f, "; `diff` missed {missed}, and is alone with {alone}.")
    }
}

impl fmt::Display for Verdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let diff = match self.breaking {
            0 => "compatible".to_owned(),
            count => format!("{count} breaking"),
        };
        let compiler = match self.errors.len() {
            0 => "compiles".to_owned(),
            1 => "1 error".to_owned(),
            count => format!("{count} errors"),
        };
        write!(f, "{diff:<13}{compiler:<12}")?;
        match self.demands {
            None => f.write_str("-")?,
            Some([]) => f.write_str("minor")?,
            Some(lints) => write!(f, "major: {}", lints.join(", "))?,
        }
        if self.is_alone() {
            f.write_str("  ONLY `diff` finds a break")?;
        }
        if self.is_missed() {
            f.write_str("  MISSED by `diff`")?;
            for error in self.errors.iter().take(5) {
                write!(f, "\n{}", error.trim_end())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str, breaking: usize) -> Pair {
        let (old_code, new_code, downstream) = (String::new(), String::new(), String::new());
        let (package, name) = (format!("botocore-{name}"), name.to_owned());
        Pair { name, package, breaking, old_code, new_code, downstream, uses: 0 }
    }

    fn said(entries: &[(&str, &[&str])]) -> HashMap<String, Vec<String>> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        entries.iter().map(|(name, texts)| (format!("botocore-{name}"), owned(texts))).collect()
    }

    #[test]
    fn agreement_is_shown_model_by_model() {
        let pairs = [pair("glue", 0), pair("rtbfabric", 1), pair("rds-data", 5)];
        let errors = said(&[("rtbfabric", &["error: no\n"]), ("rds-data", &["error", "error"])]);
        let demands = said(&[("glue", &[]), ("rds-data", &[]), ("rtbfabric", &["a", "b"])]);
        let verdicts = Verdicts::new(&pairs, &errors, Some(&demands));
        assert!(verdicts.agree());
        assert_eq!(
            verdicts.to_string(),
            "model      diff         compiler    cargo-semver-checks\n\
             glue       compatible   compiles    minor\n\
             rtbfabric  1 breaking   1 error     major: a, b\n\
             rds-data   5 breaking   2 errors    minor\n\
             Of 3 models, `diff` calls 2 breaking, the compiler 2, cargo-semver-checks 1; \
             `diff` missed 0, and is alone with 0.\n",
        );
    }

    #[test]
    fn whoever_finds_a_break_alone_disagrees() {
        let shown = |breaking, errors: &[&str], demands: Option<&[&str]>| {
            let pairs = [pair("glue", breaking)];
            let errors = said(&[("glue", errors)]);
            let demands = demands.map(|lints| said(&[("glue", lints)]));
            let verdicts = Verdicts::new(&pairs, &errors, demands.as_ref());
            assert!(!verdicts.agree(), "{verdicts}");
            let text = verdicts.to_string();
            let lines: Vec<&str> = text.lines().skip(1).collect();
            lines[..lines.len() - 1].join("\n")
        };
        assert_eq!(
            shown(0, &["error: no\n"], None),
            "glue   compatible   1 error     -  MISSED by `diff`\nerror: no",
        );
        assert_eq!(
            shown(0, &[], Some(&["a"])),
            "glue   compatible   compiles    major: a  MISSED by `diff`",
        );
        assert_eq!(
            shown(1, &[], None),
            "glue   1 breaking   compiles    -  ONLY `diff` finds a break",
        );
        assert_eq!(
            shown(1, &[], Some(&[])),
            "glue   1 breaking   compiles    minor  ONLY `diff` finds a break",
        );
        let pairs = [pair("glue", 1)];
        let demands = said(&[("glue", &["a"])]);
        assert!(Verdicts::new(&pairs, &HashMap::new(), Some(&demands)).agree());
    }
}
