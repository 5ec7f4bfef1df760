//! The differences between a document and the same document written again after reading.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// How the written document differs from the original, by JSON pointers into the document.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Difference {
    /// Values that changed.
    pub(super) becomes: BTreeMap<String, Value>,
    /// Members that are missing.
    pub(super) lost: BTreeSet<String>,
    /// Members that were added.
    pub(super) added: BTreeSet<String>,
}

impl Difference {
    /// Keys that only differ in case are equal, as in CloudTrail, and a member that is null counts
    /// as absent.
    pub(super) fn between(document: &Value, written: &Value) -> Self {
        let mut difference = Self::default();
        difference.compare("", document, written);
        difference
    }

    fn compare(&mut self, pointer: &str, document: &Value, written: &Value) {
        match (document, written) {
            (Value::Object(document), Value::Object(written)) => {
                self.compare_members(pointer, document, written);
            }
            (Value::Array(document), Value::Array(written)) if document.len() == written.len() => {
                for (index, (document, written)) in document.iter().zip(written).enumerate() {
                    self.compare(&format!("{pointer}/{index}"), document, written);
                }
            }
            (Value::Number(document), Value::Number(written))
                if document.as_f64() == written.as_f64() => {}
            _ if document == written => {}
            _ => {
                self.becomes.insert(pointer.to_owned(), written.clone());
            }
        }
    }

    fn compare_members(
        &mut self,
        pointer: &str,
        document: &Map<String, Value>,
        written: &Map<String, Value>,
    ) {
        let mut rest: BTreeSet<&str> = written.keys().map(String::as_str).collect();
        for (key, member) in document {
            let is_it = |other: &&str| other.eq_ignore_ascii_case(key);
            let exact = rest.get(key.as_str()).copied();
            let other = exact.or_else(|| rest.iter().copied().find(is_it));
            let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
            match other.and_then(|other| Some((other, written.get(other)?))) {
                Some((other, written)) => {
                    rest.remove(other);
                    self.compare(&pointer, member, written);
                }
                None if member.is_null() => {}
                None => {
                    self.lost.insert(pointer);
                }
            }
        }
        self.added.extend(rest.into_iter().map(|key| format!("{pointer}/{key}")));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_in_another_case_and_whole_floats_are_no_difference() {
        let document = json!({"jobName": "a", "dPU": [1.0, {"x": []}], "none": null});
        let written = json!({"JobName": "a", "DPU": [1, {"X": []}]});
        assert_eq!(Difference::between(&document, &written), Difference::default());
    }

    #[test]
    fn what_is_lost_added_or_changed_is_found() {
        let document = json!({"a": {"b/c": 1, "d": "x"}, "list": [1, 2], "A": 2});
        let written = json!({"a": {"D": "y"}, "list": [1], "A": 2, "new": 3});
        let difference = Difference::between(&document, &written);
        let expected = Difference {
            becomes: [("/a/d".into(), json!("y")), ("/list".into(), json!([1]))].into(),
            lost: ["/a/b~1c".to_owned()].into(),
            added: ["/new".to_owned()].into(),
        };
        assert_eq!(difference, expected);
    }
}
