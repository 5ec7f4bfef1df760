//! Files made to break the reader: each gives diagnostics or a model, in little time, on little
//! stack.

use std::time::{Duration, Instant};

use super::{of_shapes, reaching};
use crate::common::{members, model, try_model};
use crate::hostile::{Random, SOON};

/// A small model that uses every part of the format.
fn rich() -> String {
    of_shapes(
        r#"
        "t#Toy": {"type": "service", "version": "1", "operations": [{"target": "t#Get"}], "resources": [{"target": "t#Shelf"}],
            "errors": [{"target": "t#Gone"}], "rename": {"u#T": "Out"}, "traits": {"aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "t"}}},
        "t#Shelf": {"type": "resource", "read": {"target": "t#Read"}, "collectionOperations": []},
        "t#Read": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/", "code": 201}}},
        "t#Get": {"type": "operation", "input": {"target": "t#T"}, "output": {"target": "u#T"}, "traits": {"smithy.api#http": {"method": "GET", "uri": "/{a}"}}},
        "t#T": {"type": "structure", "mixins": [{"target": "t#M"}], "members": {"a": {"target": "t#S", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}}}},
        "t#T$m": {"type": "apply", "traits": {"smithy.api#default": 3}},
        "t#M": {"type": "structure", "members": {"m": {"target": "smithy.api#Integer", "traits": {"smithy.api#range": {"min": 1}}}}, "traits": {"smithy.api#mixin": {}}},
        "u#T": {"type": "structure", "members": {"l": {"target": "t#L"}, "k": {"target": "t#K"}, "e": {"target": "t#E"}, "u": {"target": "t#U"}}},
        "t#S": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 9}, "smithy.api#pattern": "^a"}},
        "t#L": {"type": "list", "member": {"target": "t#I"}}, "t#K": {"type": "map", "key": {"target": "t#S"}, "value": {"target": "smithy.api#Blob"}},
        "t#E": {"type": "enum", "members": {"A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "a"}}}},
        "t#I": {"type": "intEnum", "members": {"A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}},
        "t#U": {"type": "union", "members": {"none": {"target": "smithy.api#Unit"}}},
        "t#Gone": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404}}
        "#,
    )
}

#[test]
fn a_model_cut_anywhere_is_told_to_be() {
    let text = rich();
    model(&text);
    for end in 0..text.len() {
        let diagnostics = try_model(&text.as_bytes()[..end]).unwrap_err();
        assert_eq!(diagnostics.len(), 1, "cut at {end}");
    }
}

#[test]
fn no_changed_byte_makes_it_panic() {
    let text = rich();
    let mut random = Random(0x5eed);
    let mut refused = 0;
    for _ in 0..5_000 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=random.below(2) {
            let place = random.below(bytes.len());
            bytes[place] = match random.below(3) {
                0 => random.below(256) as u8,
                1 => b"{}[]\",:#$-.eE"[random.below(13)],
                _ => bytes[random.below(text.len())],
            };
        }
        if let Err(diagnostics) = try_model(&bytes) {
            refused += 1;
            assert!(!diagnostics.is_empty(), "{}", String::from_utf8_lossy(&bytes));
        }
    }
    assert!((2_500..5_000).contains(&refused), "{refused} of 5,000 were refused");
}

#[test]
fn no_swapped_value_makes_it_panic() {
    let text = rich();
    let quoted: Vec<(usize, usize)> = quoted(&text);
    let mut random = Random(0xfeed);
    let mut read = 0;
    for _ in 0..5_000 {
        let (from, to) = (quoted[random.below(quoted.len())], quoted[random.below(quoted.len())]);
        let swapped = format!("{}{}{}", &text[..to.0], &text[from.0..from.1], &text[to.1..]);
        match try_model(swapped.as_bytes()) {
            Ok(_) => read += 1,
            Err(diagnostics) => assert!(!diagnostics.is_empty(), "{swapped}"),
        }
    }
    assert!(read > 0, "some swaps are harmless");
}

/// The places of all strings.
fn quoted(text: &str) -> Vec<(usize, usize)> {
    let quotes: Vec<usize> = text.match_indices('"').map(|(place, _)| place).collect();
    quotes.chunks(2).map(|pair| (pair[0], pair[1] + 1)).collect()
}

#[test]
fn deep_chains_of_mixins_take_little_time() {
    let mixin = |index: usize, members: &str| {
        format!(
            r#""t#M{index}": {{"type": "structure", "members": {{{members}}}, "mixins": [{{"target": "t#M{}"}}]}}"#,
            index + 1
        )
    };
    let last =
        r#""t#M10000": {"type": "structure", "members": {"m": {"target": "smithy.api#String"}}}"#;
    let chain: Vec<String> = (0..10_000).map(|index| mixin(index, "")).collect();
    let text = reaching(&["t#M0"], &format!("{},{last}", chain.join(",")));
    let start = Instant::now();
    assert_eq!(members(&model(&text), "M0").len(), 1);
    assert!(start.elapsed() < SOON);
    // Together these have 50 million members.
    let member = |index: usize| format!(r#""m{index}": {{"target": "smithy.api#String"}}"#);
    let chain: Vec<String> = (0..10_000).map(|index| mixin(index, &member(index))).collect();
    let text = reaching(&["t#M0"], &format!("{},{last}", chain.join(",")));
    let messages = refused_soon(&text);
    assert_eq!(
        messages,
        ["mixins and service-wide errors add up to more than 500000 members, traits and errors"]
    );
}

#[test]
fn many_mixins_of_one_shape_take_little_time() {
    let count = 5_000;
    let mixins: Vec<String> =
        (0..count).map(|index| format!(r#"{{"target": "t#M{index}"}}"#)).collect();
    let mixed: Vec<String> = (0..count)
        .map(|index| {
            format!(r#""t#M{index}": {{"type": "structure", "members": {{"same": {{"target": "smithy.api#String", "traits": {{"t#t{index}": 1}}}}, "m{index}": {{"target": "smithy.api#String"}}}}}}"#)
        })
        .collect();
    let text = reaching(
        &["t#A"],
        &format!(
            r#""t#A": {{"type": "structure", "mixins": [{}]}},{}"#,
            mixins.join(","),
            mixed.join(",")
        ),
    );
    assert_eq!(refused_soon(&text).len(), 1, "the traits of one member add up");
    let text = text
        .replace("\"same\"", "\"other\"")
        .replace("#String\", \"traits\"", "#String\", \"more\"");
    let start = Instant::now();
    assert_eq!(members(&model(&text), "A").len(), count + 1);
    assert!(start.elapsed() < SOON);
}

#[test]
fn circles_of_mixins_and_resources_take_little_time() {
    let count = 10_000;
    for (kind, key) in [("structure", "mixins"), ("resource", "resources")] {
        let shapes: Vec<String> = (0..count)
            .map(|index| {
                let next = (index + 1) % count;
                format!(
                    r#""t#A{index}": {{"type": "{kind}", "{key}": [{{"target": "t#A{next}"}}]}}"#
                )
            })
            .collect();
        let text = reaching(&[], &shapes.join(","))
            .replace(r#""version": "2020-02-02""#, r#""resources": [{"target": "t#A0"}]"#);
        let text = if kind == "resource" {
            text
        } else {
            text.replace(r#""resources": [{"target": "t#A0"}], "#, "")
        };
        let messages = refused_soon(&text);
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].contains("itself"));
    }
}

#[test]
fn deep_resources_and_long_lists_read() {
    let count = 10_000;
    let shapes: Vec<String> = (0..count)
        .map(|index| {
            let next = index + 1;
            format!(
                r#""t#R{index}": {{"type": "resource", "resources": [{{"target": "t#R{next}"}}]}}, "t#L{index}": {{"type": "list", "member": {{"target": "t#L{next}"}}}}"#
            )
        })
        .collect();
    let last = format!(
        r#""t#R{count}": {{"type": "resource", "read": {{"target": "t#Go"}}}}, "t#L{count}": {{"type": "string"}}"#
    );
    let text = reaching(&["t#L0"], &format!("{},{last}", shapes.join(",")))
        .replace(r#""operations": [{"target": "t#Go"}]"#, r#""resources": [{"target": "t#R0"}]"#);
    let start = Instant::now();
    let model = model(&text);
    assert!(start.elapsed() < SOON);
    assert_eq!((model.operations.len(), model.shapes().len()), (1, count + 2));
}

#[test]
fn errors_of_a_service_multiply_up_to_a_limit() {
    let count = 2_000;
    let list = |name: &str| -> String {
        let targets: Vec<String> =
            (0..count).map(|index| format!(r#"{{"target": "t#{name}{index}"}}"#)).collect();
        targets.join(",")
    };
    let shapes: Vec<String> = (0..count)
        .map(|index| {
            format!(
                r#""t#O{index}": {{"type": "operation"}}, "t#E{index}": {{"type": "structure", "traits": {{"smithy.api#error": "client"}}}}"#
            )
        })
        .collect();
    let text = of_shapes(&format!(
        r#""t#Toy": {{"type": "service", "operations": [{}], "errors": [{}], "traits": {{"aws.protocols#awsJson1_0": {{}}}}}}, {}"#,
        list("O"),
        list("E"),
        shapes.join(",")
    ));
    assert_eq!(refused_soon(&text).len(), 1);
}

#[test]
fn many_wrong_references_take_little_time() {
    let members: Vec<String> = (0..30_000)
        .map(|index| format!(r#""m{index}": {{"target": "t#Elephant{index:0100}"}}"#))
        .collect();
    let shapes: Vec<String> = (0..30_000)
        .map(|index| format!(r#""t#Giraffe{index:0100}": {{"type": "string"}}"#))
        .collect();
    let text = reaching(
        &["t#A"],
        &format!(
            r#""t#A": {{"type": "structure", "members": {{{}}}}},{}"#,
            members.join(","),
            shapes.join(",")
        ),
    );
    assert_eq!(refused_soon(&text).len(), 1001);
}

/// What is said of a text that must be refused in little time.
#[track_caller]
fn refused_soon(text: &str) -> Vec<String> {
    let start = Instant::now();
    let diagnostics = try_model(text.as_bytes()).unwrap_err();
    let spent: Duration = start.elapsed();
    assert!(spent < SOON, "{spent:?}");
    diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
}
