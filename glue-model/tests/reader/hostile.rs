//! Files made to break a reader: each gives diagnostics or a model, in little time, on little stack.

use std::fmt::Write;
use std::time::{Duration, Instant};

use glue_model::Model;

use crate::common::{METADATA, model, try_model, with_operations, with_shapes};

/// A small model that uses every part of the format.
fn rich() -> String {
    with_operations(
        r#"
        "Get": {"http": {"method": "GET", "requestUri": "/{Id}", "responseCode": 200}, "documentation": "<p>\u00e9\n</p>",
            "input": {"shape": "T"}, "output": {"shape": "T"}, "errors": [{"shape": "E"}], "deprecated": true}
        "#,
        r#"
        "T": {"type": "structure", "required": ["Id"], "payload": "Body", "members": {
            "Id": {"shape": "S", "location": "uri", "locationName": "Id"}, "Body": {"shape": "B"},
            "Many": {"shape": "L"}, "Map": {"shape": "M"}, "At": {"shape": "Z", "timestampFormat": "iso8601"}}},
        "E": {"type": "structure", "members": {}, "exception": true, "error": {"code": "e", "httpStatusCode": 400}, "retryable": {"throttling": true}},
        "S": {"type": "string", "min": 1, "max": 20, "pattern": "[a-z]+", "enum": ["a", "b"], "sensitive": true},
        "B": {"type": "blob", "max": 5}, "L": {"type": "list", "member": {"shape": "T"}, "sparse": true},
        "M": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "D"}}, "Z": {"type": "timestamp"},
        "D": {"type": "double", "min": -1.5, "max": 1e3}, "U": {"type": "structure", "union": true, "members": {"u": {"shape": "U"}}}
        "#,
    )
}

#[test]
fn a_model_cut_anywhere_is_told_to_be() {
    cut_anywhere(&rich());
}

#[test]
fn no_changed_byte_makes_it_panic() {
    change_bytes(&rich(), 10_000, 3, b"{}[]\",:\\0-.eE");
}

#[test]
fn no_part_moved_elsewhere_makes_it_panic() {
    let text = rich();
    let mut random = Random(0xfeed);
    let mut read = 0;
    for _ in 0..10_000 {
        let (start, length, target) =
            (random.below(text.len()), random.below(40), random.below(text.len()));
        let part: String = text.chars().skip(start).take(length).collect();
        let moved: String = text
            .chars()
            .take(target)
            .chain(part.chars())
            .chain(text.chars().skip(target))
            .collect();
        read += usize::from(try_model(moved.as_bytes()).is_ok());
    }
    assert!(read > 0, "some insertions are harmless");
}

#[test]
fn nesting_has_a_limit() {
    let message = |text: &str| {
        let diagnostics = try_model(text.as_bytes()).unwrap_err();
        let only = diagnostics.into_iter().next().unwrap();
        let position = only.position.unwrap();
        (only.message, position.line, position.column)
    };
    let deep = "the file cannot be read as JSON: values nest more than 64 levels deep".to_owned();
    let levels = format!("{{\n \"a\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(message(&levels), (deep.clone(), 2, 70));
    assert_eq!(message(&"[".repeat(1 << 20)), (deep.clone(), 1, 65));
    let objects = "{\"a\":".repeat(10_000);
    assert_eq!(message(&objects), (deep, 1, 64 * 5 + 1));
}

#[test]
fn sixty_four_levels_read() {
    let nest = |levels: usize| {
        let inner = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        try_model(with_shapes("").replacen('{', &format!("{{\"x\": {inner}, "), 1).as_bytes())
            .is_ok()
    };
    assert!(nest(63));
    assert!(!nest(64));
}

#[test]
fn numbers_beyond_any_type_do_not_panic() {
    let spellings = [
        "1e308",
        "-1e308",
        "1e-400",
        "-0",
        "0.1e1",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "1E400",
        "123456789012345678901234567890",
    ];
    for number in spellings {
        for shape in ["string", "integer", "long", "double", "blob"] {
            let shape = format!(r#""A": {{"type": "{shape}", "min": {number}, "max": {number}}}"#);
            let text = with_operations(
                &format!(
                    r#""Get": {{"http": {{"method": "POST", "requestUri": "/", "responseCode": {number}}}}}"#
                ),
                &shape,
            );
            assert!(!try_model(text.as_bytes()).unwrap_err().is_empty());
        }
    }
}

#[test]
fn strings_with_any_escape_read_or_are_refused() {
    for escape in [
        r"\ud800",
        r"\udc00",
        r"\udc00\ud800",
        r"\ud800\ud800",
        r"\ud800x",
        r"\uzzzz",
        r"\u12",
        r"\x",
        r"\",
    ] {
        let text = with_shapes(&format!(r#""A": {{"type": "string", "pattern": "{escape}"}}"#));
        assert_eq!(try_model(text.as_bytes()).unwrap_err().len(), 1, "{escape}");
    }
    model(&with_shapes(r#""A": {"type": "string", "pattern": "\ud83d\ude00\u0000\/"}"#));
}

#[test]
fn a_key_has_a_longest_length() {
    let text =
        |length: usize| with_shapes(&format!(r#""{}": {{"type": "string"}}"#, "k".repeat(length)));
    model(&text(1024));
    let diagnostics = try_model(text(1025).as_bytes()).unwrap_err();
    let messages: Vec<&str> =
        diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, ["the file cannot be read as JSON: a key has more than 1024 bytes"]);
}

/// Far more than any of these takes, and far less than they would take if time grew as the square
/// of the size.
const SOON: Duration = Duration::from_secs(60);

#[test]
fn many_wrong_references_take_little_time() {
    let mut shapes = String::new();
    let width = 100;
    for index in 0..30_000 {
        writeln!(shapes, "\"A{index:0width$}\": {{\"type\": \"list\", \"member\": {{\"shape\": \"B{index:0width$}\"}}}},").unwrap();
    }
    assert_eq!(refused_soon(&with_shapes(shapes.trim_end().trim_end_matches(','))).len(), 1001);
}

#[test]
fn many_repeated_keys_take_little_time() {
    let mut shapes = String::new();
    for index in 0..200_000 {
        writeln!(shapes, "\"A{}\": {{\"type\": \"string\"}},", index % 50_000).unwrap();
    }
    assert_eq!(refused_soon(&with_shapes(shapes.trim_end().trim_end_matches(','))).len(), 1001);
    let long = "k".repeat(1000);
    let nested = format!(
        "{{\"{long}\": {{\"{long}\": {{\"{long}\": {{{}\"a\": 1}}}}}}}}",
        "\"a\": 1, ".repeat(100_000)
    );
    assert_eq!(refused_soon(&nested).len(), 1001);
}

#[test]
fn long_chains_and_many_cycles_take_little_time() {
    let list = |name: usize, member: usize| {
        format!("\"L{name}\": {{\"type\": \"list\", \"member\": {{\"shape\": \"L{member}\"}}}}")
    };
    let chain: Vec<String> = (0..50_000).map(|index| list(index, index + 1)).collect();
    let chain = with_shapes(&chain.join(",\n"));
    assert_eq!(refused_soon(&chain).len(), 1);
    let circle: Vec<String> = (0..50_000).map(|index| list(index, (index + 1) % 50_000)).collect();
    assert_eq!(refused_soon(&with_shapes(&circle.join(",\n"))).len(), 1);
    let loops: Vec<String> = (0..50_000).map(|index| list(index, index)).collect();
    assert_eq!(refused_soon(&with_shapes(&loops.join(",\n"))).len(), 1001);
}

#[test]
fn one_structure_with_many_members_takes_little_time() {
    let members: Vec<String> =
        (0..50_000).map(|index| format!("\"m{index}\": {{\"shape\": \"T\"}}")).collect();
    let required: Vec<String> = (0..50_000).map(|index| format!("\"m{index}\"")).collect();
    let text = with_shapes(&format!(
        "\"T\": {{\"type\": \"structure\", \"members\": {{{}}}, \"required\": [{}]}}",
        members.join(","),
        required.join(",")
    ));
    let model = read_soon(&text);
    assert!(crate::common::members(&model, "T").iter().all(|member| member.required));
    let missing = text.replace("\"required\": [\"m", "\"required\": [\"x");
    assert_eq!(refused_soon(&missing).len(), 1);
}

#[test]
fn many_absent_members_take_little_time() {
    let members: Vec<String> =
        (0..50_000).map(|index| format!("\"member{index}\": {{\"shape\": \"T\"}}")).collect();
    let required = vec!["\"a\""; 100_000];
    let text = with_shapes(&format!(
        "\"T\": {{\"type\": \"structure\", \"members\": {{{}}}, \"required\": [{}]}}",
        members.join(","),
        required.join(",")
    ));
    assert_eq!(refused_soon(&text).len(), 1001);
}

#[test]
fn metadata_may_be_anything() {
    for value in ["null", "true", "0", "\"\"", "[]", "{}", "[[{}]]"] {
        for key in
            ["apiVersion", "protocol", "protocols", "jsonVersion", "serviceId", "signingName"]
        {
            let text = format!(
                "{{\"metadata\": {{\"{key}\": {value}, {METADATA}}}, \"operations\": {value}, \"shapes\": {value}}}"
            );
            assert!(try_model(text.as_bytes()).is_err());
        }
    }
}

/// What is said of a text that must be refused in little time.
#[track_caller]
pub(crate) fn refused_soon(text: &str) -> Vec<String> {
    let start = Instant::now();
    let diagnostics = try_model(text.as_bytes()).unwrap_err();
    let spent = start.elapsed();
    assert!(spent < SOON, "{spent:?}");
    diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
}

/// What is read of a text that must be read in little time.
#[track_caller]
pub(crate) fn read_soon(text: &str) -> Model {
    let start = Instant::now();
    let model = model(text);
    let spent = start.elapsed();
    assert!(spent < SOON, "{spent:?}");
    model
}

/// Cuts a model at every byte: each part has one problem.
pub(crate) fn cut_anywhere(text: &str) {
    model(text);
    for end in 0..text.len() {
        let diagnostics = try_model(&text.as_bytes()[..end]).unwrap_err();
        assert_eq!(diagnostics.len(), 1, "cut at {end}");
        assert!(!diagnostics.to_string().is_empty());
    }
}

/// Changes up to `most` bytes of a model, often into one of `punctuation`, so many times. From half
/// of the times up, but not always, that makes a problem.
pub(crate) fn change_bytes(text: &str, times: usize, most: usize, punctuation: &[u8]) {
    let mut random = Random(0x5eed);
    let mut refused = 0;
    for _ in 0..times {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=random.below(most) {
            let place = random.below(bytes.len());
            bytes[place] = match random.below(3) {
                0 => random.below(256) as u8,
                1 => punctuation[random.below(punctuation.len())],
                _ => bytes[random.below(text.len())],
            };
        }
        if let Err(diagnostics) = try_model(&bytes) {
            refused += 1;
            assert!(!diagnostics.is_empty(), "{}", String::from_utf8_lossy(&bytes));
            assert!(diagnostics.to_string().contains("problem"));
        }
    }
    assert!((times / 2..times).contains(&refused), "{refused} of {times} were refused");
}

/// Numbers that look random and are the same in every run (xorshift).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number under `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
