//! Operations that need a feature, and links to AWS's reference.

use glue_codegen::{Feature, Options, Selection, Source, generate};
use serde_json::{Value, json};

/// Three operations with a structure of their own each, one that two of them share, and one that all
/// share.
fn model() -> Value {
    let operation = |name: &str| {
        json!({
            "name": name, "http": {"method": "POST", "requestUri": "/"},
            "output": {"shape": format!("{name}Response")}, "errors": [{"shape": "Busy"}],
        })
    };
    let output = |members: Value| json!({"type": "structure", "members": members});
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "toys", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Example Toys", "serviceId": "Toys",
            "uid": "toys-2026-01-01",
        },
        "operations": {
            "Get": operation("Get"), "List": operation("List"), "Wind": operation("Wind"),
        },
        "shapes": {
            "Busy": {"type": "structure", "members": {}, "exception": true},
            "GetResponse": output(json!({"Size": {"shape": "Size"}})),
            "ListResponse": output(json!({"Toy": {"shape": "Toy"}})),
            "Size": {"type": "string", "enum": ["SMALL"]},
            "Toy": output(json!({"Size": {"shape": "Size"}, "Spring": {"shape": "Spring"}})),
            "Spring": {"type": "string", "enum": ["TIGHT"]},
            "WindResponse": {
                "type": "structure", "members": {"Toy": {"shape": "Toy"}},
                "documentation": "<p>What was wound up.</p>",
            },
        },
    })
}

fn generated(model: &Value, options: &Options) -> String {
    let bytes = model.to_string();
    let source = Source { file: "model.json", bytes: bytes.as_bytes() };
    generate(&source, options).map_or_else(|problems| problems.to_string(), |done| done.code)
}

fn feature(name: &str, operations: &[&str]) -> Feature {
    let operations = operations.iter().map(|&name| name.to_owned()).collect();
    Feature { name: name.to_owned(), operations }
}

fn with_features(free: &[&str], features: Vec<Feature>) -> Options {
    let mut options = Options::default();
    options.operations = Selection::Named(free.iter().map(|&name| name.to_owned()).collect());
    options.features = features;
    options
}

/// The first lines of each definition: what its documentation has for readers.
fn definitions(code: &str) -> String {
    let is_shown = |line: &&str| {
        line.starts_with("///") || line.starts_with("#[cfg_attr") || line.starts_with("pub ")
    };
    code.lines().filter(is_shown).map(|line| format!("{line}\n")).collect()
}

#[test]
fn items_say_which_features_bring_them() {
    let features = vec![feature("wind-up", &["Wind"]), feature("lists", &["List", "Get"])];
    let code = generated(&model(), &with_features(&["Get"], features));
    insta::assert_snapshot!("marks", definitions(&code));
    let command = code.lines().skip(2).take_while(|line| line.starts_with("//"));
    assert_eq!(
        command.collect::<Vec<_>>(),
        [
            "// glue-codegen generate --model MODEL --out FILE --operation Get --feature wind-up=Wind \\",
            "//     --feature lists=Get,List",
        ],
    );
}

#[test]
fn features_change_nothing_but_the_marks() {
    let features = vec![feature("a", &["Wind"]), feature("a", &["List"])];
    let code = generated(&model(), &with_features(&["Get"], features));
    let is_mark = |line: &&str| line.starts_with("#[cfg_attr(docsrs") || line.starts_with("// ");
    let without =
        |code: &str| code.lines().filter(|line| !is_mark(line)).collect::<Vec<_>>().join("\n");
    assert_eq!(without(&code), without(&generated(&model(), &Options::default())));
    assert_eq!(code.matches("#[cfg_attr(docsrs, doc(cfg(feature = \"a\")))]").count(), 8);
}

#[test]
fn features_alone_choose_what_is_generated() {
    let mut options = Options::default();
    options.features = vec![feature("wind-up", &["Wind"])];
    let code = generated(&model(), &options);
    assert!(code.contains("pub struct Wind;") && !code.contains("pub struct Get;"));
}

#[test]
fn names_of_features_and_their_operations_are_checked() {
    let features = vec![feature("x\")))] fn f() {} //", &["Wind"]), feature("up", &["Winds"])];
    let problems = generated(&model(), &with_features(&[], features));
    assert_eq!(
        problems,
        "\
error: the model has no operation `Winds`
  --> model.json:1:1
  = help: did you mean `Wind`?

error: `x\\\")))] fn f() {} //` is not the name of a feature
  --> model.json:1:1
  = help: use ASCII letters, digits, `-`, `_`, `+` and `.`, and start with a letter, a digit or `_`

2 problems in model.json",
    );
    let nothing = generated(&model(), &with_features(&[], Vec::new()));
    assert!(nothing.contains("no operation is selected"), "{nothing}");
}

#[test]
fn links_lead_to_the_reference_where_there_is_one() {
    let link = "https://docs.aws.amazon.com/goto/WebAPI/";
    let code = generated(&model(), &Options::default());
    // Three operations, two outputs, an error and the toy; not the enums, nor what is described.
    assert_eq!(code.matches(link).count(), 7);
    let mut options = Options::default();
    options.without_docs = true;
    assert_eq!(generated(&model(), &options).matches(link).count(), 0);
    let mut without = model();
    without["metadata"].as_object_mut().unwrap().remove("uid");
    assert_eq!(generated(&without, &Options::default()).matches(link).count(), 0);
}
