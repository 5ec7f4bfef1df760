//! JSON that can be changed and written again: what a model is on its way from a source to its file.

use std::fmt::{self, Write};

use glue_model::Json;

/// A JSON value. Objects keep the order of their keys.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// An object, each key once.
    Object(Vec<(String, Tree)>),
    /// An array.
    Array(Vec<Tree>),
    /// A string.
    String(String),
    /// The text of a number, of `true`, `false` or `null`.
    Word(String),
}

impl Tree {
    /// The value under a key of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().find_map(|(name, value)| (name == key).then_some(value))
    }

    /// The value under a key of an object, to change it.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => {
                members.iter_mut().find_map(|(name, value)| (name == key).then_some(value))
            }
            _ => None,
        }
    }

    /// The members of an object; none of anything else.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The values of an array; none of anything else.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::Array(values) => values,
            _ => &[],
        }
    }

    /// The text of a string.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a file: two spaces a level, one value a line, and a line break at the end.
    pub(crate) fn to_text(&self) -> String {
        format!("{self}\n")
    }

    fn write(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(members) if members.is_empty() => f.write_str("{}"),
            Self::Array(values) if values.is_empty() => f.write_str("[]"),
            Self::Object(members) => {
                for (index, (key, value)) in members.iter().enumerate() {
                    f.write_str(if index == 0 { "{" } else { "," })?;
                    line_break(depth + 1, f)?;
                    write_string(key, f)?;
                    f.write_str(": ")?;
                    value.write(depth + 1, f)?;
                }
                line_break(depth, f)?;
                f.write_char('}')
            }
            Self::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    f.write_str(if index == 0 { "[" } else { "," })?;
                    line_break(depth + 1, f)?;
                    value.write(depth + 1, f)?;
                }
                line_break(depth, f)?;
                f.write_char(']')
            }
            Self::String(text) => write_string(text, f),
            Self::Word(text) => f.write_str(text),
        }
    }
}

fn line_break(depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "\n{:1$}", "", 2 * depth)
}

fn write_string(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(0, f)
    }
}

impl From<&Json> for Tree {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Word("null".to_owned()),
            Json::Bool(value) => Self::Word(value.to_string()),
            Json::Number(number) => Self::Word(number.to_string()),
            Json::String(text) => Self::String(text.clone()),
            Json::Array(values) => Self::Array(values.iter().map(Self::from).collect()),
            Json::Object(object) => Self::Object(
                object.iter().map(|(key, value)| (key.to_owned(), value.into())).collect(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use glue_model::{Source, read_json};

    use super::Tree;

    fn tree(text: &str) -> Tree {
        (&read_json(&Source { file: "toy.json", bytes: text.as_bytes() }).unwrap()).into()
    }

    #[test]
    fn the_text_keeps_the_order_and_every_value() {
        let text = r#"{"b": [1, -2.50, 18446744073709551615, 1e300, true, null], "a": {}, "c": [],
            "d": "é\u0001\u2028\"\\uD800\/"}"#;
        let expected = r#"{
  "b": [
    1,
    -2.5,
    18446744073709551615,
    1e300,
    true,
    null
  ],
  "a": {},
  "c": [],
  "d": "é\u0001 \"\\uD800/"
}
"#
        .replace("\\u0001 ", "\\u0001\u{2028}");
        assert_eq!(tree(text).to_text(), expected);
        assert_eq!(tree(&expected).to_text(), expected);
    }
}
