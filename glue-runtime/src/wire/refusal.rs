//! The error for text in place of something else.

use std::fmt;

use serde_core::de::{Expected, Unexpected};

use crate::escaped::start;

/// The error that `make` makes of text in place of something else: `Error::invalid_type` or
/// `Error::invalid_value`, which repeat the text. This error repeats only the start of long text.
#[cold]
pub fn unexpected_text<E>(
    text: &str,
    make: fn(Unexpected<'_>, &dyn Expected) -> E,
    expected: &dyn Expected,
) -> E {
    match start(text) {
        Some(start) => make(Unexpected::Other(&Start(start).to_string()), expected),
        None => make(Unexpected::Str(text), expected),
    }
}

/// The start of a text, printed as serde prints a whole one.
struct Start<'a>(&'a str);

impl fmt::Display for Start<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "string {:?}…", self.0)
    }
}

/// Implements a visitor's `visit_str` for values that are never text.
macro_rules! refuse_text {
    () => {
        fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Err($crate::wire::unexpected_text(text, E::invalid_type, &self))
        }
    };
}
pub(crate) use refuse_text;

#[cfg(test)]
#[allow(dead_code, unreachable_pub, reason = "macros make functions that the tests do not call")]
mod tests {
    use std::collections::BTreeMap;

    use crate::blob::Blob;
    use crate::timestamp::Timestamp;
    use crate::wire::{Structure, UnknownMember};

    #[derive(Debug, Default)]
    struct Everything {
        flag: Option<bool>,
        count: Option<i32>,
        ratio: Option<f64>,
        when: Option<Timestamp>,
        data: Option<Blob>,
        list: Option<Vec<String>>,
        holes: Option<Vec<Option<String>>>,
        map: Option<BTreeMap<String, String>>,
        gaps: Option<BTreeMap<String, Option<String>>>,
        either: Option<Either>,
        inner: Option<Box<Everything>>,
    }

    crate::__structure! {
        Everything = "Everything" {
            0 "flag" flag: member, with_flag(bool);
            1 "count" count: integer, with_count(i32);
            2 "ratio" ratio: member_as Float, with_ratio(f64);
            3 "when" when: member, with_when(Timestamp);
            4 "data" data: member, with_data(Blob);
            5 "list" list: member_as List, with_list(Vec<String>);
            6 "holes" holes: member_as SparseList, with_holes(Vec<Option<String>>);
            7 "map" map: member_as Map, with_map(BTreeMap<String, String>);
            8 "gaps" gaps: member_as SparseMap, with_gaps(BTreeMap<String, Option<String>>);
            9 "either" either: member, with_either(Either);
            10 "inner" inner: member, with_inner(Box<Everything>);
        }
    }

    #[derive(Debug)]
    enum Either {
        A(String),
        Unknown(UnknownMember),
    }

    crate::__union! {
        Either = "Either" {
            0 "a" A: variant;
        }
    }

    fn error(key: &str, text: &str) -> String {
        let json = serde_json::json!({key: text}).to_string();
        let error = serde_json::from_str::<Everything>(&json).unwrap_err().to_string();
        error.split(" at line").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn short_text_is_repeated() {
        let expected = "invalid type: string \"\\u{1b}no\", expected";
        assert_eq!(error("flag", "\u{1b}no"), format!("{expected} a boolean"));
        assert_eq!(error("inner", "\u{1b}no"), format!("{expected} an object for Everything"));
        assert_eq!(
            error("ratio", "no"),
            "invalid value: string \"no\", expected a number, \"NaN\", \"Infinity\" or \"-Infinity\""
        );
    }

    #[test]
    fn long_text_is_not_repeated_whole() {
        let (long, start) = ("é".repeat(1 << 20), "é".repeat(300));
        assert_eq!(
            error("list", &long),
            format!("invalid type: string \"{start}\"…, expected a list"),
        );
        for key in Everything::MEMBERS {
            assert!(error(key, &long).len() < 1_000, "{key}");
        }
    }
}
