//! Compares the model's patterns, as generated code matches them, with the crate `regex`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use std::time::Duration;

use criterion::Criterion;
use regex::Regex;

use generated::{
    description_string, glue_version_string, log_group, log_stream, maintenance_window, name_string,
};
use support::ratios::{Contender, Ratios, Task};

mod support {
    pub(crate) mod ratios;
}

/// The generated file again, because the library keeps its patterns private.
mod generated {
    #![allow(dead_code, deprecated, missing_docs, unreachable_pub)]
    include!(concat!(env!("OUT_DIR"), "/glue.rs"));

    macro_rules! reexport {
        ($($pattern:ident)*) => {
            $(pub(super) fn $pattern(text: &str) -> bool {
                patterns::$pattern(text)
            })*
        };
    }
    reexport! {
        description_string glue_version_string log_group log_stream maintenance_window name_string
    }
}

/// A pattern, compiled twice.
struct Pattern {
    shape: &'static str,
    generated: fn(&str) -> bool,
    regex: Regex,
}

const ENGLISH: &str = "Loads the orders of the last business day into the sales mart, one \
                       partition for each region; restarts where it stopped. ";
const MIXED: &str =
    "昨日の注文を売上マートに読み込む 📊 Zürich, São Paulo, 東京 — región por región. ";

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut ratios = Ratios::default();
    let name = pattern("NameString", name_string, &any_character_but_controls(r"\t"));
    let description =
        pattern("DescriptionString", description_string, &any_character_but_controls(r"\r\n\t"));
    for pattern in [&name, &description] {
        for (language, text) in [("ASCII", ENGLISH), ("mixed", MIXED)] {
            for length in [20, 100, 255, 2000] {
                let text = repeat(text, length);
                pattern.compare(
                    &mut criterion,
                    &mut ratios,
                    &text,
                    &format!("{language} {length}"),
                );
            }
        }
    }
    for (pattern, text) in [
        (pattern("GlueVersionString", glue_version_string, r"((?-u:\w)+\.)+(?-u:\w)+|auto"), "5.0"),
        (
            pattern(
                "MaintenanceWindow",
                maintenance_window,
                "(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])",
            ),
            "Sun:23",
        ),
        (
            pattern("LogGroup", log_group, r"[\.\-_/#A-Za-z0-9]+"),
            "/aws-glue/jobs-ExampleGlueRole-lake-kms/",
        ),
        (pattern("LogStream", log_stream, "[^:*]*"), "jr_f54beb3fca0b44b7425bee1ff734fe583d92bb9a"),
    ] {
        pattern.compare(&mut criterion, &mut ratios, text, "typical");
    }
    criterion.final_summary();
    print!("{ratios}");
}

/// The model's `[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*` in the syntax of `regex`,
/// with the control characters that it allows.
fn any_character_but_controls(controls: &str) -> String {
    format!(r"[\u{{20}}-\u{{D7FF}}\u{{E000}}-\u{{FFFD}}\u{{10000}}-\u{{10FFFF}}{controls}]*")
}

fn pattern(shape: &'static str, generated: fn(&str) -> bool, regex: &str) -> Pattern {
    let regex = Regex::new(&format!(r"\A(?:{regex})\z")).expect("the pattern is valid");
    Pattern { shape, generated, regex }
}

impl Pattern {
    fn compare(&self, criterion: &mut Criterion, ratios: &mut Ratios, text: &str, what: &str) {
        let not_matching = format!("{text}\u{0}:");
        for (text, expected) in [(text, true), (&not_matching, false)] {
            assert_eq!((self.generated)(text), expected, "{}: {text:?}", self.shape);
            assert_eq!(self.regex.is_match(text), expected, "{}: {text:?}", self.shape);
        }
        let task = Task {
            group: self.shape,
            name: what,
            bytes: text.len(),
            time: Duration::from_millis(300),
        };
        ratios.contest(
            criterion,
            &task,
            Contender::new("glue-types", || (self.generated)(std::hint::black_box(text))),
            [Contender::new("regex", || self.regex.is_match(std::hint::black_box(text)))],
        );
    }
}

/// Repeats the characters of `text` as long as they fit into `length` bytes.
fn repeat(text: &str, length: usize) -> String {
    let mut repeated = String::new();
    for character in text.chars().cycle() {
        if repeated.len() + character.len_utf8() > length {
            break;
        }
        repeated.push(character);
    }
    repeated
}
