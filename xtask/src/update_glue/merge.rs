//! The facts of one model with the additions of another, as text in botocore's own layout.

use std::collections::BTreeSet;
use std::fmt::Write;

use glue_model::{Json, Object};

use super::additions::{Additions, is_prose};

/// A merged model.
pub(super) struct Merged {
    /// The text, with a line for each fact, so that its differences are readable.
    pub(super) text: String,
    /// The places of additions whose subject the facts do not have.
    pub(super) unused: Vec<String>,
}

/// Writes the facts with what is added in place of their own descriptions.
pub(super) fn merge(facts: &Json, additions: &Additions) -> Merged {
    let mut writer = Writer { text: String::new(), used: BTreeSet::new(), additions };
    writer.value(facts, "", 0);
    writer.text.push('\n');
    let is_unused = |place: &&str| !writer.used.contains(*place);
    let unused = additions.places().filter(is_unused).map(str::to_owned).collect();
    Merged { text: writer.text, unused }
}

struct Writer<'a> {
    text: String,
    used: BTreeSet<String>,
    additions: &'a Additions,
}

impl Writer<'_> {
    fn value(&mut self, value: &Json, place: &str, depth: usize) {
        match value {
            Json::Object(object) => self.object(object, place, depth),
            Json::Array(items) => {
                let is_short = matches!(items.as_slice(), [item] if is_scalar(item));
                self.container(['[', ']'], items, is_short, depth, |writer, item| {
                    writer.value(item, place, depth + 1);
                });
            }
            Json::String(text) => self.string(text),
            Json::Number(number) => self.push(format_args!("{number}")),
            Json::Bool(value) => self.push(format_args!("{value}")),
            Json::Null => self.text.push_str("null"),
        }
    }

    fn object(&mut self, object: &Object, place: &str, depth: usize) {
        let additions = self.additions;
        let entries = entries(object, additions.at(place));
        self.used.insert(place.to_owned());
        let is_short = matches!(entries.as_slice(), [(_, value)] if is_scalar(value));
        self.container(['{', '}'], &entries, is_short, depth, |writer, (key, value)| {
            writer.string(key);
            writer.text.push(':');
            writer.value(value, &format!("{place}/{key}"), depth + 1);
        });
    }

    /// On one line where it is short, with a line for each item otherwise.
    fn container<T>(
        &mut self,
        [open, close]: [char; 2],
        items: &[T],
        is_short: bool,
        depth: usize,
        mut item: impl FnMut(&mut Self, &T),
    ) {
        self.text.push(open);
        for (index, one) in items.iter().enumerate() {
            self.text.push_str(if index > 0 { "," } else { "" });
            if !is_short {
                self.line(depth + 1);
            }
            item(self, one);
        }
        if !is_short && !items.is_empty() {
            self.line(depth);
        }
        self.text.push(close);
    }

    fn line(&mut self, depth: usize) {
        self.push(format_args!("\n{:width$}", "", width = 2 * depth));
    }

    fn string(&mut self, text: &str) {
        // Strings cannot fail to serialize.
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    fn push(&mut self, arguments: std::fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(arguments);
    }
}

fn is_scalar(value: &Json) -> bool {
    !matches!(value, Json::Object(_) | Json::Array(_))
}

/// The keys in front of which botocore never has a description.
const LEADING: [&str; 16] = [
    "version",
    "metadata",
    "operations",
    "shapes",
    "name",
    "http",
    "input",
    "output",
    "errors",
    "type",
    "required",
    "members",
    "member",
    "key",
    "value",
    "shape",
];

/// The members of an object with the additions: a description where it has one of its own, other
/// additions behind the keys that botocore has first, and none that is a fact already.
fn entries<'a>(object: &'a Object, additions: &'a [(&str, Json)]) -> Vec<(&'a str, &'a Json)> {
    let mut entries = Vec::with_capacity(object.len() + additions.len());
    for (key, value) in object.iter() {
        let added = additions.iter().find(|(name, _)| *name == key);
        match (is_prose(key, value), added) {
            (false, _) => entries.push((key, value)),
            (true, Some((_, own))) => entries.push((key, own)),
            (true, None) => {}
        }
    }
    let is_leading = |(key, _): &(&str, &Json)| LEADING.contains(key) || *key == "documentation";
    let behind = entries.iter().rposition(is_leading).map_or(0, |last| last + 1);
    let others = additions.iter().filter(|(key, _)| object.get(key).is_none());
    let others: Vec<_> = others.map(|(key, value)| (*key, value)).collect();
    entries.splice(behind..behind, others);
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        let source = glue_model::Source { file: "model.json", bytes: text.as_bytes() };
        glue_model::read_json(&source).unwrap()
    }

    #[test]
    fn facts_are_theirs_and_descriptions_are_ours() {
        let theirs = json(
            r#"{"shapes": {
                "Job": {"type": "structure", "members": {
                    "Name": {"shape": "Text", "documentation": "Theirs.", "box": true},
                    "documentation": {"shape": "Text"},
                    "Age": {"shape": "Text", "deprecated": true, "deprecatedMessage": "Theirs."}
                }, "documentation": "Theirs.", "exception": true},
                "Text": {"type": "string", "enum": ["A", "B"], "max": 3}
            }, "documentation": "Theirs."}"#,
        );
        let ours = json(
            r#"{"shapes": {
                "Gone": {"documentation": "Was here."},
                "Job": {"documentation": "A job.", "members": {
                    "Name": {"documentation": "Its \"name\"."}, "Size": {"documentation": "Gone."}
                }},
                "Text": {"documentation": "Text."}
            }}"#,
        );
        let merged = merge(&theirs, &Additions::of(&ours));
        let expected = r#"{
  "shapes":{
    "Job":{
      "type":"structure",
      "members":{
        "Name":{
          "shape":"Text",
          "documentation":"Its \"name\".",
          "box":true
        },
        "documentation":{"shape":"Text"},
        "Age":{
          "shape":"Text",
          "deprecated":true
        }
      },
      "documentation":"A job.",
      "exception":true
    },
    "Text":{
      "type":"string",
      "documentation":"Text.",
      "enum":[
        "A",
        "B"
      ],
      "max":3
    }
  }
}
"#;
        assert_eq!(merged.text, expected);
        assert_eq!(merged.unused, ["/shapes/Gone", "/shapes/Job/members/Size"]);
        let again = json(&merged.text);
        assert_eq!(merge(&again, &Additions::of(&again)).text, expected);
        assert_eq!(merge(&theirs, &Additions::of(&again)).text, expected);
    }
}
