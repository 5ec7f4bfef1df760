//! `patterns`: what is shown of each pattern, to people and to tools.

use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::support::{Playground, Run, TOY};

/// The model that the repository has.
fn glue() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.join("models/glue/2017-03-31/service-2.json").to_str().unwrap().to_owned()
}

/// A model whose only operation takes a structure with these members and targets.
fn model(members: &Value, shapes: &Value) -> Vec<u8> {
    let mut model = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
            "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy"
        },
        "operations": {
            "WindUp": {
                "name": "WindUp",
                "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "Request"}
            }
        },
        "shapes": {"Request": {"type": "structure", "members": members}},
    });
    for (name, shape) in shapes.as_object().unwrap() {
        model["shapes"][name] = shape.clone();
    }
    format!("{model:#}").into_bytes()
}

/// A model of strings with these patterns, called A, B, and so on.
fn model_of(patterns: &[&str]) -> Vec<u8> {
    let (mut members, mut shapes) = (json!({}), json!({}));
    for (name, pattern) in ('A'..='Z').map(String::from).zip(patterns) {
        members[&name] = json!({"shape": name});
        shapes[&name] = json!({"type": "string", "pattern": pattern});
    }
    model(&members, &shapes)
}

#[test]
fn each_pattern_of_a_real_model_is_told() {
    let operations = "GetJobRun,GetWorkflowRun";
    let arguments = ["patterns", "--model", &glue(), "--operation", operations];
    let run = Playground::new().run(arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    [\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*
      tier     direct, 312 bytes
      used by  NameString, IdString
      matches  "a"
      refuses  "a\n"

    [\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*
      tier     direct, 312 bytes
      used by  DescriptionString
      matches  "a"
      refuses  "\0"

    [\.\-_/#A-Za-z0-9]+
      tier     direct, 296 bytes
      used by  LogGroup
      matches  "a"
      refuses  "a "

    [^:*]*
      tier     direct, 304 bytes
      used by  LogStream
      matches  "a"
      refuses  "aws:"

    ^((\w+\.)+\w+|auto)$
      tier     automaton, 326 bytes
      used by  GlueVersionString
      matches  "a.a"
      refuses  "a.a "

    ^(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])$
      tier     automaton, 956 bytes
      used by  MaintenanceWindow
      matches  "Fri:0"
      refuses  "Fri:0 "

    AWS Glue 2017-03-31: 6 patterns, 7 uses: 4 direct, 2 automaton, 0 unchecked, 2,506 bytes
    "#);
}

#[test]
fn only_the_patterns_of_the_chosen_operations_are_told() {
    let playground = Playground::new();
    let length = r#""min": 1, "max": 10"#;
    playground.write("toy.json", TOY.replace(length, &format!(r#"{length}, "pattern": "[a-z]+""#)));
    let all = playground.run(["patterns", "--model", "toy.json"]);
    assert!(all.stdout.starts_with("[a-z]+\n"), "{}", all.stdout);
    let get = playground.run(["patterns", "--model", "toy.json", "--operation", "GetToy"]);
    assert_eq!(get, all);
    let wind = playground.run(["patterns", "--operation", "WindUp", "--model", "toy.json"]);
    assert_eq!(
        wind,
        Run::fine(
            "Toy Service 2020-02-02: 0 patterns, 0 uses: 0 direct, 0 automaton, 0 unchecked, \
             0 bytes\n"
        )
    );
}

#[test]
fn json_tells_the_same_with_strings_as_they_are() {
    let playground = Playground::new();
    let members = json!({
        "Names": {"shape": "Names"},
        "Own": {"shape": "Plain", "pattern": "[^\n]"},
        "Long": {"shape": "Long"},
    });
    let shapes = json!({
        "Names": {"type": "list", "member": {"shape": "Plain", "pattern": "(ab)+"}},
        "Plain": {"type": "string"},
        "Long": {"type": "string", "pattern": "(.*)-\\1"},
    });
    playground.write("model.json", model(&members, &shapes));
    let run = playground.run(["patterns", "--model", "model.json", "--json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    {
      "apiVersion": "2020-02-02",
      "patterns": [
        {
          "bytes": 0,
          "counterexample": null,
          "example": null,
          "matches": "some",
          "pattern": "(.*)-\\1",
          "reason": "it refers back to a group that can match many strings",
          "tier": "unchecked",
          "users": [
            {
              "shape": "Long"
            }
          ]
        },
        {
          "bytes": 224,
          "counterexample": "ab ",
          "example": "ab",
          "matches": "some",
          "pattern": "(ab)+",
          "reason": null,
          "tier": "automaton",
          "users": [
            {
              "member": "member",
              "shape": "Names"
            }
          ]
        },
        {
          "bytes": 304,
          "counterexample": "a ",
          "example": "a",
          "matches": "some",
          "pattern": "[^\n]",
          "reason": null,
          "tier": "direct",
          "users": [
            {
              "member": "Own",
              "shape": "Request"
            }
          ]
        }
      ],
      "service": "Toy Service",
      "totals": {
        "bytes": 528,
        "patterns": 3,
        "tiers": {
          "automaton": 1,
          "direct": 1,
          "unchecked": 1
        },
        "uses": 3
      }
    }
    "#);
}

#[test]
fn what_deserves_a_look_is_marked() {
    let playground = Playground::new();
    let patterns =
        ["(?s).*", "a^b", "See rules in parameter description", "(.*)-\\1", "a|b", "a*b*"];
    playground.write("model.json", model_of(&patterns));
    let run = playground.run(["patterns", "--model", "model.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    (?s).*
      tier     direct, 0 bytes, every string matches
      used by  A
      matches  "a"

    a^b
      tier     direct, 0 bytes, no string matches
      used by  B
      refuses  ""

    See rules in parameter description
      tier     direct, 34 bytes, only its own text matches
      used by  C
      matches  "See rules in parameter description"
      refuses  "See rules in parameter description "

    (.*)-\1
      tier     unchecked, 0 bytes, it refers back to a group that can match many strings
      used by  D

    a|b
      tier     direct, 296 bytes
      used by  E
      matches  "a"
      refuses  "a "

    a*b*
      tier     direct, 624 bytes
      used by  F
      matches  "ab"
      refuses  "ab "

    Toy Service 2020-02-02: 6 patterns, 6 uses: 5 direct, 0 automaton, 1 unchecked, 954 bytes
    "#);
}

#[test]
fn what_is_invisible_is_escaped() {
    let playground = Playground::new();
    let patterns = ["\u{1b}[\u{200b}\n\"]+ ", "[\\u202E]\\\\{2}\"", "[^\\n\\t -~\u{a0}]"];
    playground.write("model.json", model_of(&patterns));
    let run = playground.run(["patterns", "--model", "model.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    \x{1b}[\x{200b}\x{a}"]+\x{20}
      tier     direct, 386 bytes
      used by  A
      matches  "\u{1b}\" "
      refuses  "\u{1b}\"  "

    [\u202E]\\{2}"
      tier     direct, 6 bytes
      used by  B
      matches  "\u{202e}\\\\\""
      refuses  "\u{202e}\\\\\" "

    [^\n\t -~\x{a0}]
      tier     direct, 312 bytes
      used by  C
      matches  "\0"
      refuses  "\0 "

    Toy Service 2020-02-02: 3 patterns, 3 uses: 3 direct, 0 automaton, 0 unchecked, 704 bytes
    "#);
}

#[test]
fn equal_patterns_are_one_with_all_their_users_once() {
    let playground = Playground::new();
    let names: Vec<String> = (1..=12).map(|number| format!("AStringNumber{number}")).collect();
    let (mut members, mut shapes) = (json!({}), json!({}));
    for name in &names {
        members[name] = json!({"shape": name});
        members[format!("{name}Again")] = json!({"shape": name});
        shapes[name] = json!({"type": "string", "pattern": "[a-z]+"});
    }
    playground.write("model.json", model(&members, &shapes));
    let run = playground.run(["patterns", "--model", "model.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    [a-z]+
      tier     direct, 296 bytes
      used by  AStringNumber1, AStringNumber10, AStringNumber11, AStringNumber12, AStringNumber2,
               AStringNumber3, AStringNumber4, AStringNumber5, AStringNumber6, AStringNumber7,
               AStringNumber8, AStringNumber9
      matches  "a"
      refuses  "a "

    Toy Service 2020-02-02: 1 pattern, 12 uses: 1 direct, 0 automaton, 0 unchecked, 296 bytes
    "#);
}

#[test]
fn smithy_s_patterns_are_searched_for() {
    let playground = Playground::new();
    let smithy = json!({
        "smithy": "2.0",
        "shapes": {
            "toy#Toy": {
                "type": "service",
                "version": "2020-02-02",
                "operations": [{"target": "toy#WindUp"}],
                "traits": {
                    "aws.protocols#awsJson1_1": {},
                    "aws.api#service": {"sdkId": "Toy", "endpointPrefix": "toy"},
                    "smithy.api#title": "Toy Service",
                }
            },
            "toy#WindUp": {"type": "operation", "input": {"target": "toy#Request"}},
            "toy#Request": {"type": "structure", "members": {
                "Name": {"target": "toy#Name"},
                "Any": {"target": "toy#Any"},
            }},
            "toy#Name": {"type": "string", "traits": {"smithy.api#pattern": "\\S"}},
            "toy#Any": {"type": "string", "traits": {"smithy.api#pattern": ".*"}},
        }
    });
    playground.write("model.json", smithy.to_string());
    let run = playground.run(["patterns", "--model", "model.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    .*
      tier     direct, 0 bytes, every string matches
      used by  Any
      matches  "a"

    \S
      tier     automaton, 212 bytes
      used by  Name
      matches  "a"
      refuses  ""

    Toy Service 2020-02-02: 2 patterns, 2 uses: 1 direct, 1 automaton, 0 unchecked, 212 bytes
    "#);
}

#[test]
fn every_unreadable_pattern_is_told_where_it_stands() {
    let playground = Playground::new();
    let members = json!({
        "First": {"shape": "Name"},
        "Again": {"shape": "Name"},
        "Same": {"shape": "Same"},
        "Own": {"shape": "Fine", "pattern": "a{2,1}"},
    });
    let shapes = json!({
        "Fine": {"type": "string", "pattern": "[a-z]+"},
        "Name": {"type": "string", "pattern": "a(b"},
        "Same": {"type": "string", "pattern": "a(b"},
    });
    playground.write("model.json", model(&members, &shapes));
    let run = playground.run(["patterns", "--model", "model.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: the pattern cannot be read: this group is never closed at byte 1
        a(b
         ^
      --> model.json:28:18 (/shapes/Name/pattern, shape `Name`)

    error: the pattern cannot be read: the greatest count is less than the least at byte 1
        a{2,1}
         ^
      --> model.json:40:22 (/shapes/Request/members/Own/pattern, shape `Request`)

    error: the pattern cannot be read: this group is never closed at byte 1
        a(b
         ^
      --> model.json:50:18 (/shapes/Same/pattern, shape `Same`)

    3 problems in model.json
    ");
    assert_eq!(playground.run(["generate", "--model", "model.json"]), run);
}

#[test]
fn fixes_are_applied() {
    let playground = Playground::new();
    playground.write("model.json", model_of(&["a^b"]));
    let fixes = json!({"prose": {
        "reason": "No text matches.", "shape": "A", "pattern": {"from": "a^b", "to": "ab"},
    }});
    playground.write("fixes.json", fixes.to_string());
    let run = playground.run(["patterns", "--model", "model.json", "--fixes", "fixes.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.starts_with("ab\n  tier     direct, 2 bytes"), "{}", run.stdout);
}

#[test]
fn bad_input_is_told() {
    let playground = Playground::new();
    let missing = playground.run(["patterns", "--model", "none.json"]);
    assert_eq!((missing.code, missing.stdout.as_str()), (Some(2), ""));
    assert!(missing.stderr.starts_with("error: cannot read none.json: "), "{}", missing.stderr);

    let unknown = playground.run(["patterns", "--model", "toy.json", "--operation", "WnidUp"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(1), ""));
    assert!(unknown.stderr.starts_with("error: the model has no operation `WnidUp`\n"));

    playground.write("toy.json", "[]");
    let broken = playground.run(["patterns", "--model", "toy.json", "--json"]);
    assert_eq!((broken.code, broken.stdout.as_str()), (Some(1), ""));
    assert!(broken.stderr.contains("\n  --> toy.json:1:1"), "{}", broken.stderr);
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let playground = Playground::new();
    playground.write("model.json", model_of(&["a"]));
    let mut command = playground.command(["patterns", "--model", "model.json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(Run::from(child.wait_with_output().unwrap()), Run::fine(""));
}
