//! Files made to break the reader: each gives diagnostics or a model, in little time, on little
//! stack.

use super::{of_shapes, reaching};
use crate::common::{members, try_model};
use crate::hostile::{Random, change_bytes, cut_anywhere, read_soon, refused_soon};

/// Reads a file that asks for more than there is room for.
fn refused_as_too_much(text: &str) {
    let most = 20_000 + text.len() / 4;
    let message = format!(
        "mixins and service-wide errors add up to more than {most} members, traits and errors, too \
         many for a file of this size"
    );
    assert_eq!(refused_soon(text), [message]);
}

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
    cut_anywhere(&rich());
}

#[test]
fn no_changed_byte_makes_it_panic() {
    change_bytes(&rich(), 5_000, 2, b"{}[]\",:#$-.eE");
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
    assert_eq!(members(&read_soon(&text), "M0").len(), 1);
    // Together these have 50 million members.
    let member = |index: usize| format!(r#""m{index}": {{"target": "smithy.api#String"}}"#);
    let chain: Vec<String> = (0..10_000).map(|index| mixin(index, &member(index))).collect();
    let text = reaching(&["t#M0"], &format!("{},{last}", chain.join(",")));
    refused_as_too_much(&text);
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
    assert_eq!(members(&read_soon(&text), "A").len(), count + 1);
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
    let model = read_soon(&text);
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

#[test]
fn many_apply_statements_take_little_time() {
    let list = |count: usize, item: &dyn Fn(usize) -> String| -> String {
        (0..count).map(item).collect::<Vec<_>>().join(",")
    };
    let count = 30_000;
    let wide = list(count, &|index| format!(r#""m{index}": {{"target": "smithy.api#String"}}"#));
    let wide = format!(r#""t#A": {{"type": "structure", "members": {{{wide}}}}}"#);
    let statements = list(count, &|index| {
        format!(r#""t#A$m{index}": {{"type": "apply", "traits": {{"smithy.api#required": {{}}}}}}"#)
    });
    let text = reaching(&["t#A"], &format!("{wide},{statements}"));
    assert!(members(&read_soon(&text), "A").iter().all(|member| member.required));
    let text = reaching(&["t#A"], &format!("{wide},{}", statements.replace("$m", "$other")));
    assert_eq!(refused_soon(&text).len(), 1001);
    let traits = |name: &str| list(count, &|index| format!(r#""t#{name}{index}": 1"#));
    let text = reaching(
        &["t#A"],
        &format!(
            r#""t#A": {{"type": "structure", "members": {{"m": {{"target": "smithy.api#String", "traits": {{{}}}}}}}}}, "t#A$m": {{"type": "apply", "traits": {{{}}}}}"#,
            traits("t"),
            traits("u")
        ),
    );
    assert_eq!(members(&read_soon(&text), "A").len(), 1);
}

#[test]
fn many_members_of_a_shape_with_many_traits_take_little_time() {
    let count = 100_000;
    let traits: Vec<String> = (0..count).map(|index| format!(r#""t#t{index}": 1"#)).collect();
    let string = format!(r#""t#S": {{"type": "string", "traits": {{{}}}}}"#, traits.join(","));
    let reached = vec!["t#S"; count];
    assert_eq!(members(&read_soon(&reaching(&reached, &string)), "In").len(), count);
}

#[test]
fn what_shapes_take_over_of_mixins_multiplies_up_to_a_limit() {
    let (long, many) = (20_000, 5_000);
    let ids = |before: &str, after: &str| -> String {
        let ids: Vec<String> = (0..long).map(|index| format!("{before}{index}{after}")).collect();
        ids.join(",")
    };
    let members = ids(r#""m"#, r#"": {"target": "smithy.api#String"}"#);
    let names = ids(r#""t#x"#, r#"""#);
    let errors = ids(r#"{"target": "t#E"#, r#""}"#);
    let mixins = [
        format!(r#""t#M": {{"type": "structure", "members": {{{members}}}}}"#),
        format!(
            r#""t#M": {{"type": "structure", "traits": {{"smithy.api#mixin": {{"localTraits": [{names}]}}}}}}"#
        ),
        format!(r#""t#M": {{"type": "operation", "errors": [{errors}]}}"#),
    ];
    for (mixin, kind) in mixins.iter().zip(["structure", "structure", "operation"]) {
        let shapes: Vec<String> = (0..many)
            .map(|index| {
                format!(r#""t#S{index}": {{"type": "{kind}", "mixins": [{{"target": "t#M"}}]}}"#)
            })
            .collect();
        let text = reaching(&[], &format!("{mixin},{}", shapes.join(",")));
        refused_as_too_much(&text);
        let again = vec![r#"{"target": "t#M"}"#; many].join(",");
        let text =
            reaching(&[], &format!(r#"{mixin}, "t#S": {{"type": "{kind}", "mixins": [{again}]}}"#));
        refused_as_too_much(&text);
    }
}
