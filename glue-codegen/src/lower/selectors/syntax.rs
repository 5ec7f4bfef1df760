//! The text of a selector, taken apart.

/// The groups of types, by the names that selectors have for them.
pub(super) const GROUPS: [(&str, Group); 7] = [
    ("@types", Group::Types),
    ("@structures", Group::Structures),
    ("@unions", Group::Unions),
    ("@enums", Group::Enums),
    ("@inputs", Group::Inputs),
    ("@outputs", Group::Outputs),
    ("@errors", Group::Errors),
];

/// A group of types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Types,
    Structures,
    Unions,
    Enums,
    Inputs,
    Outputs,
    Errors,
}

/// A selector: of types, or of what types have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Selector {
    pub(super) types: TypeSegment,
    /// The members or values of these types, if the selector is of those.
    pub(super) parts: Option<Pattern>,
}

/// The part of a selector before the first dot.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TypeSegment {
    Group(Group),
    Named(Pattern),
}

/// The reason why a text is not a selector.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A segment has no characters.
    Empty,
    /// There is no group of this name.
    Group(String),
    /// Nothing follows a backslash.
    Backslash,
}

impl Selector {
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let (first, rest) = match first_dot(text) {
            Some((first, rest)) => (first, Some(rest)),
            None => (text, None),
        };
        let types = match first.starts_with('@') {
            true => TypeSegment::Group(group(first)?),
            false => TypeSegment::Named(Pattern::parse(first)?),
        };
        Ok(Self { types, parts: rest.map(Pattern::parse).transpose()? })
    }
}

/// The part of a selector before the first dot, as it is written.
pub(super) fn type_text(text: &str) -> &str {
    first_dot(text).map_or(text, |(before, _)| before)
}

/// The texts before and after the first dot that no backslash precedes.
fn first_dot(text: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let dot = text.char_indices().find(|(_, character)| {
        let is_plain = !std::mem::take(&mut is_escaped);
        is_escaped = is_plain && *character == '\\';
        is_plain && *character == '.'
    });
    let (before, after) = text.split_at_checked(dot?.0)?;
    Some((before, after.strip_prefix('.')?))
}

fn group(name: &str) -> Result<Group, Fault> {
    let known = GROUPS.iter().find(|(known, _)| *known == name);
    known.map(|(_, group)| *group).ok_or_else(|| Fault::Group(name.to_owned()))
}

/// A pattern of names: the texts between its asterisks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    first: String,
    /// The texts after each asterisk.
    others: Vec<String>,
}

impl Pattern {
    fn parse(text: &str) -> Result<Self, Fault> {
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        let (mut first, mut others) = (String::new(), Vec::new());
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let literal = match character {
                '*' => {
                    others.push(String::new());
                    continue;
                }
                '\\' => characters.next().ok_or(Fault::Backslash)?,
                literal => literal,
            };
            others.last_mut().unwrap_or(&mut first).push(literal);
        }
        Ok(Self { first, others })
    }

    /// The name, if the pattern has no asterisk.
    pub(super) fn name(&self) -> Option<&str> {
        self.others.is_empty().then_some(self.first.as_str())
    }

    pub(super) fn matches(&self, name: &str) -> bool {
        let Some((last, between)) = self.others.split_last() else { return name == self.first };
        let Some(rest) = name.strip_prefix(self.first.as_str()) else { return false };
        let Some(mut rest) = rest.strip_suffix(last.as_str()) else { return false };
        // The first place of each text leaves the most for those that follow.
        for text in between {
            let Some((_, after)) = rest.split_once(text.as_str()) else { return false };
            rest = after;
        }
        true
    }
}

/// A name with a backslash before each character that has another meaning in selectors.
pub(super) fn escaped(name: &str, is_type: bool) -> String {
    let mut text = String::with_capacity(name.len());
    for character in name.chars() {
        let is_at_start = text.is_empty() && character == '@';
        if matches!(character, '*' | '\\') || is_type && (character == '.' || is_at_start) {
            text.push('\\');
        }
        text.push(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern::parse(text).unwrap()
    }

    #[test]
    fn the_first_dot_ends_the_type() {
        let named = |name| TypeSegment::Named(pattern(name));
        let parsed = |text| Selector::parse(text);
        assert_eq!(parsed("JobRun"), Ok(Selector { types: named("JobRun"), parts: None }));
        let parts = Some(pattern("G.1X"));
        assert_eq!(parsed("WorkerType.G.1X"), Ok(Selector { types: named("WorkerType"), parts }));
        let parts = Some(pattern("*"));
        let inputs = TypeSegment::Group(Group::Inputs);
        assert_eq!(parsed("@inputs.*"), Ok(Selector { types: inputs, parts }));
        let escaped = Selector { types: named(r"a\.b"), parts: Some(pattern(r"\*")) };
        assert_eq!(parsed(r"a\.b.\*"), Ok(escaped));
        let escaped = Selector { types: named(r"\@types"), parts: None };
        assert_eq!(parsed(r"\@types"), Ok(escaped));
        let backslash = Selector { types: named(r"a\\"), parts: Some(pattern("b")) };
        assert_eq!(parsed(r"a\\.b"), Ok(backslash));
    }

    #[test]
    fn other_texts_are_not_selectors() {
        for text in ["", ".", "JobRun.", ".StartedOn"] {
            assert_eq!(Selector::parse(text), Err(Fault::Empty), "{text}");
        }
        assert_eq!(Selector::parse("@input.X"), Err(Fault::Group("@input".to_owned())));
        assert_eq!(Selector::parse(r"JobRun\"), Err(Fault::Backslash));
    }

    #[test]
    fn an_asterisk_is_any_text() {
        for (text, name, expected) in [
            ("JobRun", "JobRun", true),
            ("JobRun", "JobRuns", false),
            ("JobRun", "jobRun", false),
            ("*", "", true),
            ("*", "G.1X", true),
            ("Get*Request", "GetJobRequest", true),
            ("Get*Request", "GetRequest", true),
            ("Get*Request", "GetJobResponse", false),
            ("Get*tRequest", "GetRequest", false),
            ("*Job*", "GetJobRun", true),
            ("*Job*", "Job", true),
            ("*Job*", "GetRun", false),
            ("a*b*b", "ab", false),
            ("a*b*b", "abb", true),
            ("a**b", "ab", true),
            (r"\*", "*", true),
            (r"\*", "x", false),
            (r"\x", "x", true),
        ] {
            assert_eq!(pattern(text).matches(name), expected, "{text}, {name}");
        }
    }

    #[test]
    fn escaped_names_select_themselves() {
        for (name, as_type, as_part) in [
            ("JobRun", "JobRun", "JobRun"),
            ("G.1X", r"G\.1X", "G.1X"),
            ("*", r"\*", r"\*"),
            ("@types", r"\@types", "@types"),
            (r"a\b", r"a\\b", r"a\\b"),
        ] {
            assert_eq!(escaped(name, true), as_type);
            assert_eq!(escaped(name, false), as_part);
            assert!(pattern(as_type).matches(name) && pattern(as_part).matches(name));
        }
    }
}
