//! Models that are broken, or made to break out: each ends in diagnostics or in harmless code.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_codegen::{Options, Selection, Source, generate};
use serde_json::{Value, json};

fn model(operations: Value, shapes: Value) -> Value {
    json!({
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "x", "jsonVersion": "1.1",
            "protocol": "json", "serviceFullName": "X", "serviceId": "X", "signatureVersion": "v4",
            "targetPrefix": "X", "uid": "x",
        },
        "operations": operations,
        "shapes": shapes,
    })
}

/// An operation `Get` with the output `Root`.
fn get() -> Value {
    json!({"Get": {
        "name": "Get", "http": {"method": "POST", "requestUri": "/"}, "output": {"shape": "Root"},
    }})
}

fn generated(text: &str, options: &Options) -> Result<String, String> {
    let source = Source { file: "model.json", bytes: text.as_bytes() };
    match generate(&source, options) {
        Ok(generated) => Ok(generated.code),
        Err(diagnostics) => Err(diagnostics.to_string()),
    }
}

fn code(model: &Value) -> String {
    generated(&model.to_string(), &Options::default()).unwrap()
}

fn problems(model: &Value) -> String {
    generated(&model.to_string(), &Options::default()).unwrap_err()
}

#[test]
fn names_cannot_carry_code() {
    let shapes = json!({
        "Root": {"type": "structure", "members": {"a": {"shape": "Foo{} mod evil{"}}},
        "Foo{} mod evil{": {"type": "string"},
    });
    let text = problems(&model(get(), shapes));
    assert!(text.contains("Foo{} mod evil{"), "{text}");
    assert!(text.contains("not an identifier"), "{text}");
    let shapes = json!({"Root": {"type": "structure", "members": {"a: u8, } fn f() {": {"shape": "S"}}},
        "S": {"type": "string"}});
    assert!(problems(&model(get(), shapes)).contains("not an identifier"));
}

#[test]
fn values_and_texts_cannot_carry_code() {
    let evil = "\"] */ } pub fn evil() {} \n#[cfg(any())] //!\r\u{2028}\\";
    let shapes = json!({
        "Root": {"type": "structure", "documentation": evil, "deprecated": true, "deprecatedMessage": evil,
            "members": {"A": {"shape": "E", "documentation": evil, "locationName": evil}}},
        "E": {"type": "string", "enum": [evil, "plain"], "pattern": r#""*/ \} fn evil\(\) \{\}"#},
    });
    let mut model = model(get(), shapes);
    model["metadata"]["serviceFullName"] = json!(evil);
    model["metadata"]["targetPrefix"] = json!(evil);
    model["operations"]["Get"]["http"]["requestUri"] = json!(evil);
    let file = syn::parse_file(&code(&model)).unwrap();
    let functions = file.items.iter().filter(|item| matches!(item, syn::Item::Fn(_)));
    assert_eq!(functions.count(), 0);
}

#[test]
fn broken_patterns_are_problems_of_their_shape() {
    let shapes = json!({
        "Root": {"type": "structure", "members": {"A": {"shape": "A"}, "B": {"shape": "B"}}},
        "A": {"type": "string", "pattern": "[a-z"},
        "B": {"type": "string", "pattern": "a{2,1}"},
    });
    let text = problems(&model(get(), shapes));
    assert!(text.contains("/shapes/A/pattern, shape `A`"), "{text}");
    assert!(text.contains("/shapes/B/pattern, shape `B`"), "{text}");
    assert!(text.ends_with("2 problems in model.json"), "{text}");
}

#[test]
fn patterns_of_any_size_end() {
    for pattern in [
        "(".repeat(100_000),
        "a{1,1000000000}{1,1000000000}".into(),
        "(a*)*".repeat(200),
        "(a|b|c|d){0,5000}(a|b){5000}".into(),
        "[a&&[b&&[c&&".repeat(2_000),
        "(?=a".repeat(5_000),
    ] {
        let shapes = json!({
            "Root": {"type": "structure", "members": {"A": {"shape": "A"}}},
            "A": {"type": "string", "pattern": pattern},
        });
        // Code or diagnostics, and soon.
        drop(generated(&model(get(), shapes).to_string(), &Options::default()));
    }
}

/// Structures `S0` and so on, each with a member of the next's type; behind the last comes `last`.
fn chain(length: usize, last: &str) -> Value {
    let mut shapes = serde_json::Map::new();
    for index in 0..length {
        let next = if index + 1 == length { last.to_owned() } else { format!("S{}", index + 1) };
        let members = json!({"Next": {"shape": next}});
        shapes.insert(format!("S{index}"), json!({"type": "structure", "members": members}));
    }
    shapes.insert("Text".into(), json!({"type": "string"}));
    shapes.insert("Root".into(), json!({"type": "structure", "members": {"S": {"shape": "S0"}}}));
    model(get(), Value::Object(shapes))
}

#[test]
fn structures_that_nest_deeper_than_rustc_goes_are_a_problem() {
    for (last, told) in
        [("Text", "shape `S9949`"), ("S0", "shape `S0`"), ("S9000", "shape `S9000`")]
    {
        let source = chain(10_000, last).to_string();
        // A build script's thread has the least stack of all that matter.
        let small_stack = std::thread::Builder::new().stack_size(1 << 19);
        let task = move || generated(&source, &Options::default()).unwrap_err();
        let problems = small_stack.spawn(task).unwrap().join().unwrap();
        assert!(problems.contains("nests too deeply for Rust's compiler"), "{problems}");
        assert!(problems.contains(told), "{last}: {problems}");
        assert!(problems.ends_with("1 problem in model.json"), "{problems}");
    }
}

#[test]
fn structures_nest_and_cycle_as_deep_as_rustc_goes() {
    // The crate generated-tests compiles both, and what reads and drops them.
    assert!(code(&chain(49, "Text")).contains("pub next: Option<S48>"));
    assert!(code(&chain(49, "S0")).contains("pub next: Option<Box<S48>>"));
}

#[test]
fn structures_that_would_fill_the_stack_hold_others_in_boxes() {
    let mut shapes = serde_json::Map::new();
    for level in 0..40 {
        let next = format!("S{}", level + 1);
        let members = json!({"A": {"shape": next}, "B": {"shape": next}, "C": {"shape": next}});
        shapes.insert(format!("S{level}"), json!({"type": "structure", "members": members}));
    }
    shapes.insert("S40".into(), json!({"type": "string"}));
    shapes.insert("Root".into(), json!({"type": "structure", "members": {"S": {"shape": "S0"}}}));
    let code = code(&model(get(), Value::Object(shapes)));
    // 3 to the 6th strings of 24 bytes are more than 16 KiB, and then it begins again.
    let boxed = ["S35", "S29", "S23", "S17", "S11", "S5"];
    for level in 1..40 {
        let name = format!("S{level}");
        let ty = if boxed.contains(&name.as_str()) { format!("Box<{name}>") } else { name };
        assert!(code.contains(&format!("pub a: Option<{ty}>,")), "{ty}");
    }
}

#[test]
fn lists_that_nest_without_end_are_a_problem() {
    let mut shapes = serde_json::Map::new();
    for index in 0..10_000 {
        let next = format!("L{}", index + 1);
        shapes.insert(format!("L{index}"), json!({"type": "list", "member": {"shape": next}}));
    }
    shapes.insert("L10000".into(), json!({"type": "string"}));
    shapes.insert("Root".into(), json!({"type": "structure", "members": {"L": {"shape": "L0"}}}));
    let text = problems(&model(get(), Value::Object(shapes)));
    assert!(text.contains("lists and maps nest more than 16 levels deep"), "{text}");
}

#[test]
fn json_that_nests_without_end_is_a_problem() {
    let text = format!("{{\"shapes\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let problems = generated(&text, &Options::default()).unwrap_err();
    assert!(problems.contains("model.json:1:"), "{problems}");
}

#[test]
fn a_truncated_model_is_a_problem_at_every_length() {
    let text = support::text(support::GLUE_MODEL);
    for end in (0..text.len() - 2).step_by(97) {
        let part = text.get(..end).unwrap_or_default();
        let problems = generated(part, &Options::default()).unwrap_err();
        assert!(problems.contains("model.json"), "{problems}");
    }
}

#[test]
fn operations_that_the_model_lacks_are_all_named() {
    let text = support::text(support::GLUE_MODEL);
    let mut options = Options::default();
    options.operations =
        Selection::Named(vec!["getjobrun".into(), "GetWorkflowRun".into(), "Nope".into()]);
    let problems = generated(&text, &options).unwrap_err();
    assert!(problems.contains("the model has no operation `getjobrun`"), "{problems}");
    assert!(problems.contains("did you mean `GetJobRun`?"), "{problems}");
    assert!(problems.contains("the model has no operation `Nope`"), "{problems}");
    assert!(problems.contains("it has GetJobRun, GetWorkflowRun"), "{problems}");
}

#[test]
fn wrong_options_do_not_hide_the_problems_of_the_model() {
    let text = support::text(support::GLUE_MODEL).replace(r"\\t]*", r"\\t*");
    let mut options = Options::default();
    options.operations = Selection::Named(vec!["GetJobRun".into(), "Nope".into()]);
    options.derives = vec!["not a path".to_owned()];
    let problems = generated(&text, &options).unwrap_err();
    assert!(problems.contains("the model has no operation `Nope`"), "{problems}");
    assert!(problems.contains("`not a path` is not a trait"), "{problems}");
    assert!(problems.contains("the pattern cannot be read"), "{problems}");
}

#[test]
fn an_empty_selection_of_a_model_without_operations_is_an_empty_file() {
    let code = code(&model(json!({}), json!({})));
    assert!(syn::parse_file(&code).unwrap().items.is_empty());
}
