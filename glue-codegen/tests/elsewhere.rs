//! Types that the generated code does not define: what can be named, and what is said of what cannot.

use glue_codegen::{Customization, Extern, Options, Replacement, Source, generate};
use serde_json::{Value, json};

fn model() -> Value {
    let structure = |members: Value| json!({"type": "structure", "members": members});
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "toys", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Example Toys", "serviceId": "Toys",
            "uid": "toys-2026-01-01",
        },
        "operations": {"Get": {
            "name": "Get", "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "GetRequest"}, "output": {"shape": "Toy"},
            "errors": [{"shape": "Busy"}],
        }},
        "shapes": {
            "GetRequest": structure(json!({"Id": {"shape": "Id"}})),
            "Busy": {"type": "structure", "members": {}, "exception": true},
            "Toy": structure(json!({
                "Id": {"shape": "Id"}, "Spring": {"shape": "Spring"}, "Tags": {"shape": "Tags"},
                "Maker": {"shape": "Maker"},
            })),
            "Id": {"type": "string", "max": 5},
            "Spring": structure(json!({"Steel": {"shape": "Steel"}})),
            "Steel": {"type": "string", "enum": ["HARD"]},
            "Maker": structure(json!({"Town": {"shape": "Town"}, "Share": {"shape": "Share"}})),
            "Town": structure(json!({"Id": {"shape": "Id"}})),
            "Share": {"type": "double"},
            "Tags": {"type": "map", "key": {"shape": "Id"}, "value": {"shape": "Id"}},
            "Unused": structure(json!({"Id": {"shape": "Id"}})),
        },
    })
}

fn generated(options: &Options) -> String {
    let bytes = model().to_string();
    let source = Source { file: "model.json", bytes: bytes.as_bytes() };
    generate(&source, options).map_or_else(|problems| problems.to_string(), |done| done.code)
}

fn externs(path: &str, shapes: &[&str]) -> Extern {
    Extern { path: path.to_owned(), shapes: shapes.iter().map(|&name| name.to_owned()).collect() }
}

fn replacement(selector: &str, path: &str) -> Replacement {
    Replacement { selector: selector.to_owned(), path: path.to_owned(), validated: false }
}

fn with(externs: Vec<Extern>, replacements: Vec<Replacement>) -> Options {
    let mut options = Options::default();
    options.externs = externs;
    options.replacements = replacements;
    options
}

#[test]
fn what_only_others_reach_is_not_generated() {
    let all = generated(&Options::default());
    assert!(all.contains("pub struct Spring {") && all.contains("pub enum Steel {"));
    let code = generated(&with(vec![externs("first", &["Spring", "Steel"])], vec![]));
    assert!(code.contains("pub use ::first::Spring;"), "{code}");
    assert!(code.contains("pub spring: Option<Spring>,"));
    assert!(!code.contains("struct Spring") && !code.contains("Steel,"));
    let code = generated(&with(vec![], vec![replacement("Toy.Maker", "crate::Maker")]));
    assert!(code.contains("pub maker: Option<crate::Maker>,"));
    assert!(!code.contains("pub struct Maker") && !code.contains("pub struct Town"));
}

#[test]
fn keys_of_maps_stay_as_they_are() {
    let code = generated(&with(vec![], vec![replacement("Id", "crate::Id")]));
    assert!(code.contains("pub tags: Option<::std::collections::BTreeMap<String, crate::Id>>,"));
    let code = generated(&with(vec![], vec![replacement("Tags.value", "crate::Tag")]));
    assert!(code.contains("pub tags: Option<::std::collections::BTreeMap<String, crate::Tag>>,"));
    assert!(code.contains("pub id: Option<String>,"));
}

#[test]
fn a_member_wins_over_its_shape() {
    let replacements = vec![replacement("Toy.Id", "crate::ToyId"), replacement("Id", "crate::Id")];
    let code = generated(&with(vec![], replacements));
    let (_, toy) = code.split_once("pub struct Toy {").unwrap();
    assert!(toy.contains("pub id: Option<crate::ToyId>,"));
    let (_, request) = code.split_once("pub struct GetRequest {").unwrap();
    assert!(request.contains("pub id: Option<crate::Id>,"));
}

#[test]
fn a_selector_may_select_much() {
    let code = generated(&with(vec![], vec![replacement("*.Id", "crate::Id")]));
    assert_eq!(code.matches("pub id: Option<crate::Id>,").count(), 3);
    assert!(!code.contains("pub id: Option<String>,"));
    let code = generated(&with(vec![], vec![replacement("T*n", "crate::Town")]));
    assert!(code.contains("pub town: Option<crate::Town>,"));
    let code = generated(&with(vec![], vec![replacement("@enums", "crate::Metal")]));
    assert!(code.contains("pub steel: Option<crate::Metal>,"));
}

#[test]
fn derives_are_those_that_the_other_module_has() {
    let mut options = with(vec![externs("crate::first", &["Maker"])], vec![]);
    options.derives = vec!["Eq".to_owned(), "Hash".to_owned()];
    let code = generated(&options);
    let derives = |name: &str| {
        let (before, _) = code.split_once(&format!("pub struct {name} {{")).unwrap();
        before.rsplit("\n\n").next().unwrap().contains("#[derive(Eq, Hash)]")
    };
    // `Maker` has a float there, as it would have here.
    assert_eq!((derives("Toy"), derives("GetRequest")), (false, true));
}

#[test]
fn attributes_are_for_types_that_are_generated() {
    let mut options = with(vec![externs("crate::first", &["Spring", "Steel"])], vec![]);
    let attribute = |selector: &str| Customization {
        selector: selector.to_owned(),
        text: "#[allow(unused)]".to_owned(),
    };
    options.attributes = vec![attribute("@structures"), attribute("S*")];
    let report = generated(&options);
    assert!(report.starts_with("error: `S*` selects only types of other modules"), "{report}");
    options.attributes.pop();
    assert_eq!(generated(&options).matches("\n#[allow(unused)]\n").count(), 5);
}

#[test]
fn all_that_is_wrong_is_in_one_report() {
    let externs = vec![
        externs("super::first", &["Sprng", "Id", "Unused"]),
        externs("crate::a; fn x() {}", &["Spring"]),
        externs("crate::b", &["Town"]),
        externs("crate::c", &["Town", "Maker"]),
    ];
    let replacements = vec![
        replacement("Toyy", "crate::Id"),
        replacement("Toy.Idd", "crate::Id"),
        replacement("Tags.key", "crate::Id"),
        replacement("GetRequest", "crate::Id"),
        replacement("Unused.Id", "crate::Id"),
        replacement("Town.Id", "crate::Id"),
        replacement("Toy.Id", "crate::Id"),
        replacement("Toy.Id", "crate::Other"),
        replacement("Toy.Tags", "Vec<u8>"),
        replacement("Share", "String"),
        replacement("Maker", "crate::Maker"),
    ];
    let report = generated(&with(externs, replacements));
    let problems: Vec<&str> =
        report.lines().filter_map(|line| line.strip_prefix("error: ")).collect();
    assert_eq!(
        problems,
        [
            "`super::first` is not the absolute path of a module",
            "the model has no shape `Sprng`",
            "the shape `Id` has no type of its own",
            "`crate::a; fn x() {}` is not the absolute path of a module",
            "the type of `Town` is in `crate::b` and in `crate::c`",
            "`Toyy` selects nothing: the model has no such type",
            "`Toy.Idd` selects nothing: `Toy` has no member `Idd`",
            "`Tags.key` selects keys of maps or values of enums",
            "`Unused.Id` selects nothing: no selected operation reaches it",
            "`Toy.Id` is replaced by `crate::Id` and by `crate::Other`",
            "`Vec<u8>` is not the absolute path of a type",
            "`String` is not the absolute path of a type",
            "`Maker` is replaced by `crate::Maker`, and its type is in `crate::c`",
            "no operation that is generated reaches `Unused`",
            "`GetRequest` is a structure of the operation `Get`",
            "nothing that is generated uses `Town.Id`",
        ],
        "{report}",
    );
    assert_eq!(report.matches("did you mean `Spring`?").count(), 1, "{report}");
    assert_eq!(report.matches("did you mean `Toy`?").count(), 1, "{report}");
    assert_eq!(report.matches("did you mean `Toy.Id`?").count(), 1, "{report}");
}

#[cfg(feature = "aws-sdk")]
#[test]
fn they_are_not_converted() {
    for (externs, replacements) in [
        (vec![externs("crate::first", &["Spring"])], vec![]),
        (vec![], vec![replacement("Id", "crate::Id")]),
    ] {
        let mut options = with(externs, replacements);
        options.aws_sdk = Some("aws_sdk_toys".to_owned());
        let report = generated(&options);
        let expected = "error: types that the file does not define cannot be converted";
        assert!(report.starts_with(expected), "{report}");
    }
}
